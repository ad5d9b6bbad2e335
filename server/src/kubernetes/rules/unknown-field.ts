import type { Finding, Sample } from '../../core/rule';
import { writeAt } from '../../yaml/change';
import { type DecodeFault, faultsIn } from '../../yaml/schema/decode';
import { meantField, rightPlace, shown } from '../../yaml/schema/suggest';
import { type Known, knownObjects } from '../fields/known';
import type { Manifest } from '../model';
import { rule } from '../rule';

/** A custom resource beside the definition of its kind. */
function widget(spec: string): Sample {
  return {
    files: {
      'widget.yaml': `apiVersion: example.com/v1\nkind: Widget\nmetadata:\n  name: web\nspec:\n  ${spec}\n`,
      'definition.yaml':
        'apiVersion: apiextensions.k8s.io/v1\nkind: CustomResourceDefinition\nmetadata:\n  name: widgets.example.com\nspec:\n  group: example.com\n  scope: Namespaced\n  names:\n    kind: Widget\n    plural: widgets\n  versions:\n    - name: v1\n      served: true\n      storage: true\n      schema:\n        openAPIV3Schema:\n          type: object\n          properties:\n            spec:\n              type: object\n              properties:\n                size:\n                  type: integer\n',
    },
  };
}

export default rule({
  id: 'kubernetes/unknown-field',
  severity: 'error',
  scope: 'part',
  what: { ko: '그 자리에 없는 필드', en: 'A field that does not exist there' },
  why: {
    ko: '`kubectl apply`는 서버에 엄격한 검사를 부탁하기 때문에, 모르는 필드가 하나라도 있으면 `strict decoding error: unknown field`로 통째로 거부된다. 검사를 끄면 더 나쁘다. 그 필드만 조용히 버려지고, 적어 둔 설정은 없던 것이 된다.',
    en: '`kubectl apply` asks the server to be strict: one field it does not know, and the whole object is refused with `strict decoding error: unknown field`. With the check off it is worse: the field is dropped in silence, and what you set was never set.',
  },
  how: {
    ko: '이름의 철자와 대소문자, 들여쓰기를 본다. 필드는 대소문자를 가리고, 한 단계만 밀려도 다른 오브젝트의 필드가 된다. `kubectl explain deployment.spec`처럼 물으면 그 자리에 있는 필드를 알려 준다.',
    en: 'Look at spelling, capitals and indentation: field names are case-sensitive, and one step in or out makes it a field of another object. `kubectl explain deployment.spec` lists the fields of a place.',
  },
  messages: {
    unknown: {
      ko: '`{place}`에 `{name}`{name|이라}는 필드는 없다 (Kubernetes {version}). API server가 거부한다.',
      en: '`{place}` has no field `{name}` (Kubernetes {version}): the API server refuses it.',
    },
    near: {
      ko: '`{place}`에 `{name}`{name|이라}는 필드는 없다. `{near}`{near|을} 쓰려던 것일까?',
      en: '`{place}` has no field `{name}`; did you mean `{near}`?',
    },
    misplaced: {
      ko: '`{name}`{name|은} `{place}`의 필드가 아니다. `{right}` 아래에 온다.',
      en: '`{name}` is no field of `{place}`; it belongs under `{right}`.',
    },
    top: {
      ko: '`{name}`{name|은} `{place}`의 필드가 아니다. 오브젝트의 맨 위에 온다.',
      en: '`{name}` is no field of `{place}`; it belongs at the top of the object.',
    },
    custom: {
      ko: '`{place}`에 `{name}`{name|이라}는 필드는 없다. CustomResourceDefinition에 없는 필드는 API server가 거부한다.',
      en: '`{place}` has no field `{name}`: its CustomResourceDefinition does not name it, and the API server refuses it.',
    },
    definition: { ko: '이 종류의 필드를 정하는 곳', en: 'What fields it has is said here' },
  },
  concepts: ['concepts/api-server', 'concepts/yaml'],
  source: 'https://kubernetes.io/docs/reference/using-api/api-concepts/#field-validation',
  also: ['kube-linter/schema-validation'],
  fix: 'choice',
  examples: [
    {
      bad: 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n    - name: web\n      image: nginx:1.29\n      «imagepullPolicy»: Always\n',
      good: 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n    - name: web\n      image: nginx:1.29\n      imagePullPolicy: Always\n',
      message: 'near',
    },
    {
      bad: 'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\nspec:\n  selector:\n    matchLabels:\n      app: web\n  template:\n    metadata:\n      labels:\n        app: web\n    spec:\n      «replicas»: 3\n      containers:\n        - name: web\n          image: nginx:1.29\n',
      good: 'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\nspec:\n  replicas: 3\n  selector:\n    matchLabels:\n      app: web\n  template:\n    metadata:\n      labels:\n        app: web\n    spec:\n      containers:\n        - name: web\n          image: nginx:1.29\n',
      message: 'misplaced',
    },
    {
      bad: 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: web\n«colour»: blue\n',
      good: 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: web\ndata:\n  colour: blue\n',
    },
    {
      bad: 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: web\n  «data»:\n    colour: blue\n',
      good: 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: web\ndata:\n  colour: blue\n',
      message: 'top',
    },
    {
      bad: widget('«colour»: blue'),
      good: widget('size: 3'),
      message: 'custom',
    },
  ],
  allows: [
    'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: web\n  labels:\n    anything: goes\ndata:\n  any.key: value\n',
    'apiVersion: example.com/v1\nkind: Widget\nmetadata:\n  name: web\nspec:\n  anything: goes\n',
  ],
  *check(manifest: Manifest, context) {
    for (const known of knownObjects(manifest, context))
      for (const fault of faultsIn(known.schema, known.object.root, known.kind.type))
        if (fault.kind === 'unknown-field') yield findingOf(fault, known, context.kubernetesVersion);
  },
});

function findingOf(
  { pair, type, path }: DecodeFault & { kind: 'unknown-field' },
  { schema, object, kind }: Known,
  version: string,
): Finding {
  const { name, key, parent } = pair;
  const place = [object.kind.value, shown(path.slice(0, -1))].filter(Boolean).join('.');
  const values = { name, place, version };
  const definition = kind.definition;
  const found: Pick<Finding, 'span' | 'related'> = {
    span: key.span,
    ...(definition && { related: [{ span: definition, message: 'definition', values }] }),
  };
  const right = rightPlace(schema, kind.type, path);
  if (right !== undefined)
    return { ...found, message: right === '' ? 'top' : 'misplaced', values: { ...values, right } };
  const near = meantField(name, type, parent);
  if (near === undefined) return { ...found, message: definition ? 'custom' : 'unknown', values };
  return { ...found, message: 'near', values: { ...values, near }, fixes: [writeAt(key.span, near)] };
}
