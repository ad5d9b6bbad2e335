import type { Finding } from '../../core/rule';
import type { Span } from '../../core/span';
import type { Text } from '../../core/text';
import { changeTo, shortened } from '../../yaml/change';
import { entriesOf, resolve } from '../../yaml/navigate';
import type { YamlNode, YamlScalar } from '../../yaml/node';
import { isVariable, type Leaf, type Place } from '../../yaml/schema/places';
import { formatOf, keyFormatOf, type Named, nameFormatOf } from '../facts/field-formats';
import { isNameFormat } from '../facts/formats';
import { calledBy, rejectedNames } from '../facts/rejected-names';
import { minorOf, type Typed, typedPlaces } from '../fields/typed';
import type { Manifest } from '../model';
import { rule } from '../rule';

export default rule({
  id: 'kubernetes/invalid-name',
  severity: 'error',
  scope: 'part',
  what: { ko: '쓸 수 없는 이름', en: 'A name that cannot be used' },
  why: {
    ko: '오브젝트의 이름은 URL의 한 부분이 되고, Service와 Pod의 이름은 DNS 이름이 된다. 그래서 대문자와 `_`가 없고 길이도 정해져 있다. label의 key와 값, 포트의 이름에도 저마다 규칙이 있다. 어기면 API server가 오브젝트를 거부한다.',
    en: "An object's name becomes part of a URL; the names of Services and pods become names in DNS. That is why there are no capitals and no `_`, and only so many characters. Keys and values of labels and the names of ports have rules of their own. What breaks them is refused by the API server.",
  },
  how: {
    ko: '소문자와 숫자, `-`로 고쳐 쓴다. 사람이 읽을 긴 이름이나 문장은 annotation에 적는다. annotation의 값에는 제한이 없다.',
    en: 'Write it in lower case with digits and `-`. A long name or a sentence for people goes into an annotation, whose value may be anything.',
  },
  messages: {
    syntax: {
      ko: '`{field}`에 `{written}`{written|은} 쓸 수 없다. {what:이} 와야 한다.',
      en: '`{field}` cannot be `{written}`: it takes {what}.',
    },
    long: {
      ko: '`{field}`{field|이} {length}자다. {most}자까지 쓸 수 있다.',
      en: '`{field}` has {length} characters; {most} is the most there can be.',
    },
    key: {
      ko: '`{field}`의 key로 `{written}`{written|은} 쓸 수 없다. {what:이} 와야 한다.',
      en: '`{written}` cannot be a key of `{field}`: it takes {what}.',
    },
    number: {
      ko: '`{field}`의 `{written}`{written|은} 따옴표 안에 있어서 포트의 이름으로 읽힌다. 번호라면 따옴표를 뺀다.',
      en: '`{field}` has `{written}` in quotes, so it is read as the name of a port; a number goes without them.',
    },
  },
  concepts: ['concepts/object', 'concepts/label'],
  source: 'https://kubernetes.io/docs/concepts/overview/working-with-objects/names/',
  also: ['kube-linter/invalid-target-ports', 'kube-score/container-ports-check', 'kube-score/label-values'],
  fix: 'choice',
  examples: [
    {
      bad: 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: «Web_Config»\n',
      good: 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: web-config\n',
    },
    {
      bad: 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n    - name: web\n      image: nginx:1.29\n      ports:\n        - name: «metrics-endpoint»\n          containerPort: 9090\n',
      good: 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n    - name: web\n      image: nginx:1.29\n      ports:\n        - name: metrics\n          containerPort: 9090\n',
      message: 'long',
    },
    {
      bad: 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: web\n  labels:\n    «team name»: shop\n',
      good: 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: web\n  labels:\n    team-name: shop\n',
      message: 'key',
    },
    {
      bad: 'apiVersion: v1\nkind: Service\nmetadata:\n  name: web\nspec:\n  ports:\n    - port: 80\n      targetPort: «"8080"»\n',
      good: 'apiVersion: v1\nkind: Service\nmetadata:\n  name: web\nspec:\n  ports:\n    - port: 80\n      targetPort: 8080\n',
      message: 'number',
    },
  ],
  allows: [
    'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: kube-root-ca.crt\n  labels:\n    app.kubernetes.io/name: Web_1.0\n  annotations:\n    Example.com/Note: "Anything goes: even this!"\ndata:\n  app_config.YAML: a\n',
    'apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRole\nmetadata:\n  name: system:Reader\n',
  ],
  *check(manifest: Manifest, context) {
    const minor = minorOf(context.kubernetesVersion);
    for (const typed of typedPlaces(manifest, context)) {
      const { place, object } = typed;
      if (place.path.length === 0) yield* calledBy(objectName(object, minor));
      for (const leaf of place.leaves) {
        const format = formatOf(leaf.field.id, minor);
        if (format && isNameFormat(format.name))
          yield* calledBy(leafFault(place, leaf, format), () =>
            rejectedNames(place.type.name, leaf.field.name, object.kind.value),
          );
      }
      for (const { field, pair } of typed.place.entries) {
        const format = keyFormatOf(field.id);
        for (const { key } of format ? entriesOf(pair.value) : [])
          yield* calledBy(keyFault(field.name, key, format!));
      }
    }
  },
});

function* objectName(object: Typed['object'], minor: number): Generator<Finding> {
  const format = nameFormatOf(object.apiVersion.value, object.kind.value, minor);
  if (!format || !object.name?.value || object.name.node.templated || isVariable(object.name.value)) return;
  if (typeof object.name.node.value === 'string') yield* faultOf('name', object.name.node, format);
}

function* leafFault(place: Place, { field, node, type, held }: Leaf, format: Named): Generator<Finding> {
  const isItem = held === 'list';
  if (typeof node.value !== 'string' || (node.value === '' && !isItem)) return;
  if (isOfTemplate(place, field.name)) return;
  const isPort = type === 'int-or-string' && /^\d+$/.test(node.text) && node.style !== 'plain';
  if (!isPort) yield* faultOf(field.name, node, format);
  else
    yield {
      span: node.span,
      message: 'number',
      values: { field: field.name, written: node.text },
      fixes: [{ title: UNQUOTE, kind: 'choice', edits: [{ span: node.span, text: node.text }] }],
    };
}

/** Of a template's metadata the server reads the labels and annotations alone. */
function isOfTemplate({ type, path }: Place, field: string): boolean {
  return type.name === 'meta.v1.ObjectMeta' && path[0] !== 'metadata' && field !== 'labels';
}

const UNQUOTE: Text = { ko: '따옴표 빼기', en: 'Take the quotes off' };

function* faultOf(field: string, node: YamlScalar, format: Named): Generator<Finding> {
  const fault = format.fault(node.text);
  if (fault === undefined) return;
  const near = format.near?.(node.text) ?? '';
  const fixes = near !== node.text && near !== '' && !format.fault(near) ? [changeTo(node, near)] : [];
  const { span, text } = node;
  if (fault === 'syntax')
    yield { span, values: { field, written: shortened(text), what: format.what }, fixes };
  else yield { span, message: 'long', values: { field, length: text.length, most: fault.most } };
}

function* keyFault(field: string, key: YamlNode, format: Named): Generator<Finding> {
  const node = resolve(key);
  if (node?.type !== 'scalar' || node.templated) return;
  const fault = format.fault(node.text);
  if (fault === undefined) return;
  const span: Span = key.span;
  const values = { field, written: shortened(node.text), what: format.what };
  if (fault === 'syntax') yield { span, message: 'key', values };
  else
    yield { span, message: 'long', values: { field: node.text, length: node.text.length, most: fault.most } };
}
