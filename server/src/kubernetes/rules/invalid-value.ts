import { closest } from '../../core/closest';
import type { Finding } from '../../core/rule';
import { changeTo, shortened } from '../../yaml/change';
import { asScalar, get } from '../../yaml/navigate';
import type { Leaf, Place } from '../../yaml/schema/places';
import { formatOf } from '../facts/field-formats';
import { wordsOf } from '../facts/field-words';
import { isNameFormat } from '../facts/formats';
import { placesOf } from '../facts/kinds';
import { isNeverEmpty } from '../facts/never-empty';
import { rejectedNames } from '../facts/rejected-names';
import { minorOf, typedPlaces } from '../fields/typed';
import type { Manifest } from '../model';
import { rule } from '../rule';

export default rule({
  id: 'kubernetes/invalid-value',
  severity: 'error',
  scope: 'part',
  what: { ko: '필드가 받지 않는 값', en: 'A value the field does not take' },
  why: {
    ko: '타입이 맞아도 아무 값이나 되는 것은 아니다. `imagePullPolicy`는 정해진 세 단어 가운데 하나이고 대소문자도 가린다. cron 일정은 다섯 칸이고 IP는 IP여야 한다. API server는 다른 값을 짐작해서 받아들이지 않고 `Unsupported value`나 `Invalid value`로 거부한다.',
    en: 'The right type is not enough. `imagePullPolicy` is one of three words, capitals included; a cron schedule has five fields; an address is an address. The API server does not guess what another value could mean: it refuses it with `Unsupported value` or `Invalid value`.',
  },
  how: {
    ko: '그 필드가 받는 값으로 고친다. `kubectl explain pod.spec.restartPolicy`가 고를 수 있는 단어를 알려 준다.',
    en: 'Write one of the values it takes. `kubectl explain pod.spec.restartPolicy` lists the words there are.',
  },
  messages: {
    near: {
      ko: '`{field}`의 값에 `{written}`{written|은} 없다. `{near}`{near|을} 쓰려던 것일까?',
      en: '`{field}` does not take `{written}`; did you mean `{near}`?',
    },
    word: {
      ko: '`{field}`의 값에 `{written}`{written|은} 없다. 이 가운데 하나를 쓴다: {words}.',
      en: '`{field}` does not take `{written}`; use one of these: {words}.',
    },
    only: {
      ko: '여기서 `{field}`의 값은 {words}만 된다.',
      en: 'Here `{field}` can only be {words}.',
    },
    blank: {
      ko: '`{field}`{field|은} 비워 둘 수 없다. 값을 적거나 줄을 지운다.',
      en: '`{field}` cannot be empty: write a value, or leave it out.',
    },
    syntax: {
      ko: '`{field}`에 `{written}`{written|은} 쓸 수 없다. {what:이} 와야 한다.',
      en: '`{field}` does not take `{written}`; write {what}.',
    },
  },
  concepts: ['concepts/api-server', 'concepts/manifest'],
  source: 'https://kubernetes.io/docs/reference/kubernetes-api/',
  also: ['kube-score/cronjob-restartpolicy', 'kube-score/pod-topology-spread-constraints'],
  fix: 'choice',
  examples: [
    {
      bad: 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n    - name: web\n      image: nginx:1.29\n      imagePullPolicy: «ifnotpresent»\n',
      good: 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n    - name: web\n      image: nginx:1.29\n      imagePullPolicy: IfNotPresent\n',
    },
    {
      bad: 'apiVersion: v1\nkind: Service\nmetadata:\n  name: web\nspec:\n  type: «Internal»\n  ports:\n    - port: 80\n',
      good: 'apiVersion: v1\nkind: Service\nmetadata:\n  name: web\nspec:\n  type: ClusterIP\n  ports:\n    - port: 80\n',
      message: 'word',
    },
    {
      bad: 'apiVersion: batch/v1\nkind: Job\nmetadata:\n  name: once\nspec:\n  template:\n    spec:\n      restartPolicy: «Always»\n      containers:\n        - name: once\n          image: busybox:1.37\n',
      good: ['OnFailure', 'Never'].map(
        (word) =>
          `apiVersion: batch/v1\nkind: Job\nmetadata:\n  name: once\nspec:\n  template:\n    spec:\n      restartPolicy: ${word}\n      containers:\n        - name: once\n          image: busybox:1.37\n`,
      ),
      message: 'only',
    },
    {
      bad: 'apiVersion: batch/v1\nkind: CronJob\nmetadata:\n  name: clean\nspec:\n  schedule: «"0 3 * *"»\n  jobTemplate:\n    spec:\n      template:\n        spec:\n          restartPolicy: Never\n          containers:\n            - name: clean\n              image: busybox:1.37\n',
      good: 'apiVersion: batch/v1\nkind: CronJob\nmetadata:\n  name: clean\nspec:\n  schedule: "0 3 * * *"\n  jobTemplate:\n    spec:\n      template:\n        spec:\n          restartPolicy: Never\n          containers:\n            - name: clean\n              image: busybox:1.37\n',
      message: 'syntax',
    },
  ],
  allows: [
    'apiVersion: v1\nkind: Service\nmetadata:\n  name: web\nspec:\n  type: ""\n  clusterIP: None\n  ports:\n    - port: 80\n',
    'apiVersion: v1\nkind: Event\nmetadata:\n  name: web.1\n  namespace: shop\ninvolvedObject: {}\ntype: Strange\n',
  ],
  *check(manifest: Manifest, context) {
    const minor = minorOf(context.kubernetesVersion);
    for (const { place, object } of typedPlaces(manifest, context))
      for (const leaf of place.leaves) {
        const fault = faultOf(place, leaf, minor);
        if (fault)
          yield { ...fault, also: rejectedNames(place.type.name, leaf.field.name, object.kind.value) };
      }
  },
});

function faultOf(place: Place, leaf: Leaf, minor: number): Finding | undefined {
  const { value, span } = leaf.node;
  if (typeof value !== 'string') return undefined;
  if (value === '' && leaf.held !== 'list')
    // Mostly that is nothing at all.
    return isNeverEmpty(leaf.field.id)
      ? { span, message: 'blank', values: { field: leaf.field.name } }
      : undefined;
  const isTarget = place.field === 'scaleTargetRef' && leaf.field.name === 'apiVersion';
  return (
    wordFault(place, leaf) ?? syntaxFault(leaf, minor) ?? (isTarget ? groupFault(place, leaf) : undefined)
  );
}

function wordFault(place: Place, { field, node, held }: Leaf): Finding | undefined {
  const words = held === 'map' ? undefined : wordsOf(place, field);
  if (!words || words.includes(node.text)) return undefined;
  const { span, text: written } = node;
  const near = field.values?.has(written) ? undefined : meant(written, words);
  const isNarrowed = field.values?.has(written) === true;
  const message = isNarrowed ? 'only' : near === undefined ? 'word' : 'near';
  const shown = words.filter(Boolean).map((word) => `\`${word}\``);
  return {
    span,
    message,
    values: { field: field.name, written, words: shown, ...(near !== undefined && { near }) },
    fixes:
      near !== undefined
        ? [changeTo(node, near)]
        : isNarrowed
          ? words.map((word) => changeTo(node, word))
          : [],
  };
}

function meant(written: string, words: readonly string[]): string | undefined {
  const plain = (word: string) => word.toLowerCase().replace(/[-_ ]/g, '');
  const known = words.filter(Boolean);
  return known.find((word) => plain(word) === plain(written)) ?? closest(written, known);
}

function syntaxFault({ field, node, type }: Leaf, minor: number): Finding | undefined {
  const format = formatOf(field.id, minor);
  if (!format || isNameFormat(format.name) || (type !== 'string' && type !== 'int-or-string'))
    return undefined;
  if (format.fault(node.text) === undefined) return undefined;
  const near = format.near?.(node.text);
  const isFixed = near !== undefined && format.fault(near) === undefined;
  return {
    span: node.span,
    message: 'syntax',
    values: { field: field.name, written: shortened(node.text), what: format.what },
    fixes: isFixed ? [changeTo(node, near)] : [],
  };
}

/** What is scaled has a group; only `v1` has none, and nothing in it can be named here. */
function groupFault({ map }: Place, { field, node }: Leaf): Finding | undefined {
  if (node.text.includes('/')) return undefined;
  const [kind] = placesOf(asScalar(get(map, 'kind'))?.text ?? '');
  return {
    span: node.span,
    message: 'syntax',
    values: { field: field.name, written: shortened(node.text), what: GROUP },
    fixes: kind?.group ? [changeTo(node, `${kind.group}/${kind.version}`)] : [],
  };
}

const GROUP = { ko: '그룹과 버전(`apps/v1`)', en: 'a group and a version such as `apps/v1`' };
