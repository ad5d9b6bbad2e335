import type { Finding } from '../../core/rule';
import { asScalar, entriesOf, get, numberOf, pairOf } from '../../yaml/navigate';
import type { Leaf, Place } from '../../yaml/schema/places';
import { isCounted, isShare, leastAmount, rangeOf } from '../facts/field-ranges';
import { calledBy, rejectedNames } from '../facts/rejected-names';
import { typedPlaces } from '../fields/typed';
import type { Manifest } from '../model';
import { rule } from '../rule';
import { amountOf } from '../schema/quantity';

export default rule({
  id: 'kubernetes/number-out-of-range',
  severity: 'error',
  scope: 'part',
  what: { ko: '범위를 벗어난 수', en: 'A number out of range' },
  why: {
    ko: '포트는 16비트 수라서 65535까지뿐이고, Pod를 -1개 띄울 수는 없다. 그런 수는 API server가 거부한다. 파일 권한은 YAML에서 8진수로 읽히려면 0으로 시작해야 한다. 그냥 `644`라고 쓰면 십진수라서 전혀 다른 권한이 된다.',
    en: 'A port is a number of 16 bits: 65535 is the last. There is no starting -1 pods. The API server refuses such numbers. File permissions are octal, and YAML reads a number as octal when it begins with 0: a plain `644` is decimal, and quite other permissions.',
  },
  how: {
    ko: '범위 안의 수를 적는다. `nodePort`의 범위는 cluster에서 바꿀 수 있고, 보통은 30000-32767이다.',
    en: 'Write a number within the range. That of a `nodePort` is set in the cluster; usually it is 30000-32767.',
  },
  messages: {
    range: {
      ko: '`{field}`는 {from}부터 {to}까지인데 {written:이} 적혀 있다.',
      en: '`{field}` goes from {from} to {to}; here is {written}.',
    },
    least: {
      ko: '`{field}`는 {from} 이상이어야 하는데 {written:이} 적혀 있다.',
      en: '`{field}` is {from} or more; here is {written}.',
    },
    mode: {
      ko: '`{field}`의 권한은 0부터 0777(8진수)까지다. `0`으로 시작하지 않는 {written:은} 십진수로 읽힌다.',
      en: '`{field}` goes from 0 to 0777, in octal. Without a `0` in front {written} is read as decimal.',
    },
    share: { ko: '`{field}`는 100%까지다.', en: '`{field}` is 100% at most.' },
    amount: {
      ko: '`{field}`의 {written:은} 0보다 작다.',
      en: '`{field}` cannot be less than nothing; here is {written}.',
    },
    counted: {
      ko: '`{resource}`는 나눌 수 없어서 정수로 적어야 하는데 {written:이} 적혀 있다.',
      en: '`{resource}` comes in whole numbers; here is {written}.',
    },
    nothing: {
      ko: '`{field}`는 0보다 커야 한다.',
      en: '`{field}` must be more than 0.',
    },
    once: {
      ko: '`{place}`의 `successThreshold`는 1이어야 한다. 한 번 성공하면 성공이다.',
      en: 'The `successThreshold` of a `{place}` can only be 1: one success is a success.',
    },
    request: {
      ko: '`{resource}`를 {written}만큼 요청하지만 limit은 {other}이다. 요청은 limit을 넘을 수 없다.',
      en: 'This asks for {written} of `{resource}` with a limit of {other}; a request cannot be more than its limit.',
    },
    order: {
      ko: '`{field}`는 `{least}`({other}) 이상이어야 하는데 {written:이} 적혀 있다.',
      en: '`{field}` is {written}, and cannot be less than `{least}`, which is {other}.',
    },
    'node-port': {
      ko: '`nodePort` {written:은} 보통 쓰는 범위 30000-32767 밖이다. cluster가 범위를 바꾸지 않았다면 거부된다.',
      en: '`nodePort` {written} is outside of 30000-32767: unless the cluster has another range, it is refused.',
    },
  },
  concepts: ['concepts/api-server', 'concepts/manifest'],
  source: 'https://kubernetes.io/docs/reference/kubernetes-api/',
  also: [
    'kube-linter/invalid-target-ports',
    'kube-score/container-ports-check',
    'kube-score/pod-topology-spread-constraints',
  ],
  fix: 'choice',
  examples: [
    {
      bad: 'apiVersion: v1\nkind: Service\nmetadata:\n  name: web\nspec:\n  ports:\n    - port: «80800»\n',
      good: 'apiVersion: v1\nkind: Service\nmetadata:\n  name: web\nspec:\n  ports:\n    - port: 8080\n',
    },
    {
      bad: 'apiVersion: v1\nkind: PersistentVolumeClaim\nmetadata:\n  name: data\nspec:\n  accessModes: [ReadWriteOnce]\n  resources:\n    requests:\n      storage: «-1Gi»\n',
      good: 'apiVersion: v1\nkind: PersistentVolumeClaim\nmetadata:\n  name: data\nspec:\n  accessModes: [ReadWriteOnce]\n  resources:\n    requests:\n      storage: 1Gi\n',
      message: 'nothing',
    },
    {
      bad: 'apiVersion: autoscaling/v2\nkind: HorizontalPodAutoscaler\nmetadata:\n  name: web\nspec:\n  minReplicas: 5\n  maxReplicas: «3»\n  scaleTargetRef:\n    apiVersion: apps/v1\n    kind: Deployment\n    name: web\n',
      good: 'apiVersion: autoscaling/v2\nkind: HorizontalPodAutoscaler\nmetadata:\n  name: web\nspec:\n  minReplicas: 3\n  maxReplicas: 5\n  scaleTargetRef:\n    apiVersion: apps/v1\n    kind: Deployment\n    name: web\n',
      message: 'order',
    },
    {
      bad: 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n    - name: web\n      image: nginx:1.29\n  volumes:\n    - name: config\n      configMap:\n        name: web\n        defaultMode: «644»\n',
      good: 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n    - name: web\n      image: nginx:1.29\n  volumes:\n    - name: config\n      configMap:\n        name: web\n        defaultMode: 0644\n',
      message: 'mode',
    },
    {
      bad: 'apiVersion: v1\nkind: Service\nmetadata:\n  name: web\nspec:\n  type: NodePort\n  ports:\n    - port: 80\n      nodePort: «8080»\n',
      good: 'apiVersion: v1\nkind: Service\nmetadata:\n  name: web\nspec:\n  type: NodePort\n  ports:\n    - port: 80\n      nodePort: 30080\n',
      message: 'node-port',
    },
  ],
  allows: [
    'apiVersion: v1\nkind: Service\nmetadata:\n  name: web\nspec:\n  type: NodePort\n  ports:\n    - port: 65535\n      targetPort: 1\n      nodePort: 0\n',
    'apiVersion: apps/v1\nkind: ReplicaSet\nmetadata:\n  name: web\nspec:\n  replicas: 0\n  selector:\n    matchLabels:\n      app: web\n  template:\n    metadata:\n      labels:\n        app: web\n    spec:\n      terminationGracePeriodSeconds: 0\n      containers:\n        - name: web\n          image: nginx:1.29\n          resources:\n            limits: {cpu: 0, memory: 64Mi}\n',
  ],
  *check(manifest: Manifest, context) {
    for (const { place, object } of typedPlaces(manifest, context)) {
      for (const leaf of place.leaves) {
        const fault = numberFault(place, leaf);
        if (fault)
          yield { ...fault, also: rejectedNames(place.type.name, leaf.field.name, object.kind.value) };
        if (leaf.type === 'quantity') yield* calledBy(amountFault(leaf));
      }
      const betweenFields = BETWEEN_FIELDS[place.type.name];
      if (betweenFields) yield* calledBy(betweenFields(place));
    }
  },
});

/** One success ends these; more would be waited for in vain. */
const ONCE = new Set(['livenessProbe', 'startupProbe']);

function numberFault({ type, field: place }: Place, { field, node, type: held }: Leaf): Finding | undefined {
  const { span, text, value } = node;
  const values = { field: field.name, written: text };
  if (typeof value === 'string' && isShare(field.id) && /^\d+%$/.test(value))
    return Number.parseInt(value, 10) > 100 ? { span, message: 'share', values } : undefined;
  if (typeof value !== 'number' || !Number.isInteger(value) || !/^int/.test(held)) return undefined;
  const isNodePort = type.name === 'core.v1.ServicePort' && field.name === 'nodePort' && value !== 0;
  if (isNodePort && (value < 30000 || value > 32767))
    return { span, message: 'node-port', severity: 'warning', values };
  if (
    type.name === 'core.v1.Probe' &&
    field.name === 'successThreshold' &&
    ONCE.has(place ?? '') &&
    value > 1
  )
    return { span, message: 'once', values: { place: place! } };
  const range = rangeOf(field.id);
  if (!range || (value >= range.from && value <= range.to)) return undefined;
  const octal = { span, message: 'mode', values };
  if (range.to === 0o777) return /^[0-7]{3}$/.test(text) ? { ...octal, fixes: [octalFix(node)] } : octal;
  return {
    span,
    message: Number.isFinite(range.to) ? 'range' : 'least',
    values: { ...values, from: range.from, to: range.to },
  };
}

/** The digits that are written, as the permissions they look like. */
function octalFix({ span, text }: Leaf['node']) {
  return {
    title: { ko: '`0{text}`{text|으로} 고치기', en: 'Change it to `0{text}`' },
    values: { text },
    kind: 'choice' as const,
    edits: [{ span, text: `0${text}` }],
  };
}

function* amountFault({ field, node }: Leaf): Generator<Finding> {
  const resource = pairOf(node)?.name ?? '';
  const whole = amountOf(node.text);
  if (whole !== undefined && !Number.isInteger(whole) && isCounted(field.id, resource))
    yield { span: node.span, message: 'counted', values: { resource, written: node.text } };
  const least = leastAmount(field.id);
  const amount = least && whole;
  if (amount === undefined || amount > 0 || (least === 'zero' && amount === 0)) return;
  const values = { field: field.name, written: node.text };
  yield { span: node.span, message: least === 'zero' ? 'amount' : 'nothing', values };
}

/** Pairs of fields of which the first cannot be less than the second. */
const ORDERED: Readonly<Record<string, readonly [field: string, least: string]>> = {
  'autoscaling.v1.HorizontalPodAutoscalerSpec': ['maxReplicas', 'minReplicas'],
  'autoscaling.v2.HorizontalPodAutoscalerSpec': ['maxReplicas', 'minReplicas'],
  'batch.v1.JobSpec': ['completions', 'maxFailedIndexes'],
  'apps.v1.DeploymentSpec': ['progressDeadlineSeconds', 'minReadySeconds'],
  'networking.v1.NetworkPolicyPort': ['endPort', 'port'],
};

function* orderFault({ map, type }: Place): Generator<Finding> {
  const [field, least] = ORDERED[type.name] ?? [];
  const node = field === undefined ? undefined : get(map, field);
  const [written, other] = [numberOf(node), least === undefined ? undefined : numberOf(get(map, least))];
  if (node && written !== undefined && other !== undefined && written < other)
    yield { span: node.span, message: 'order', values: { field: field!, least: least!, written, other } };
}

/** Amounts are written in tenths and counted in halves. */
const NEARLY = 1 + 1e-9;

function* requestFault({ map }: Place): Generator<Finding> {
  for (const { name, value } of entriesOf(get(map, 'requests'))) {
    const [request, limit] = [asScalar(value), asScalar(get(map, 'limits', name))];
    const [asked, most] = [request && amountOf(request.text), limit && amountOf(limit.text)];
    if (request && limit && asked !== undefined && most !== undefined && asked > most * NEARLY)
      yield {
        span: request.span,
        message: 'request',
        values: { resource: name, written: request.text, other: limit.text },
      };
  }
}

/** What a LimitRange allows and gives, from the least to the most. */
const LIMITS = ['min', 'defaultRequest', 'default', 'max'];

function* limitFault({ map }: Place): Generator<Finding> {
  const pairs = LIMITS.flatMap((field) => entriesOf(get(map, field)).map((pair) => ({ field, pair })));
  for (const resource of new Set(pairs.map(({ pair }) => pair.name))) {
    const amounts = pairs.flatMap(({ field, pair }) => {
      const node = pair.name === resource ? asScalar(pair.value) : undefined;
      const amount = node && !node.templated ? amountOf(node.text) : undefined;
      return node && amount !== undefined ? [{ field: `${field}.${resource}`, node, amount }] : [];
    });
    const at = amounts.findIndex(({ amount }, i) => i > 0 && amounts[i - 1]!.amount > amount * NEARLY);
    const [least, found] = [amounts[at - 1], amounts[at]];
    if (least && found) {
      const values = {
        field: found.field,
        written: found.node.text,
        least: least.field,
        other: least.node.text,
      };
      yield { span: found.node.span, message: 'order', values };
    }
  }
}

/** What the fields of a type have to do with each other. */
const BETWEEN_FIELDS: Readonly<Record<string, (place: Place) => Generator<Finding>>> = {
  ...Object.fromEntries(Object.keys(ORDERED).map((type) => [type, orderFault])),
  'core.v1.ResourceRequirements': requestFault,
  'core.v1.LimitRangeItem': limitFault,
};
