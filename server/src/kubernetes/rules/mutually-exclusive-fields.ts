import type { Finding } from '../../core/rule';
import { entry } from '../../yaml/navigate';
import type { YamlDocument } from '../../yaml/node';
import { isWithin, type Place } from '../../yaml/schema/places';
import { type Choice, choicesOf, isDropped, refusedWithin } from '../facts/field-choices';
import { type Condition, conditionsOf } from '../facts/field-conditions';
import { exclusiveIn, removal } from '../fields/exclusive';
import { minorOf, typedPlaces } from '../fields/typed';
import type { Manifest } from '../model';
import { rule } from '../rule';
import { holds, says } from '../schema/conditions';

export default rule({
  id: 'kubernetes/mutually-exclusive-fields',
  severity: 'error',
  scope: 'part',
  what: { ko: '함께 쓸 수 없는 필드', en: 'Fields that exclude each other' },
  why: {
    ko: '환경 변수의 값은 적은 값이거나 다른 곳에서 가져온 값이고, volume은 한 가지로만 만들어진다. 둘을 다 적으면 어느 쪽을 뜻하는지 알 수 없어서 API server가 거부한다. `type`처럼 다른 필드의 쓰임을 정하는 필드도 있다.',
    en: 'The value of an environment variable is the one that is written or the one taken from elsewhere; a volume is made of one thing. With both written nobody can say which is meant, and the API server refuses them. Some fields, such as a `type`, decide which others make sense.',
  },
  how: {
    ko: '뜻한 것 하나만 남긴다. `type`이 정하는 필드라면 `type`을 바꾸거나 그 필드를 지운다.',
    en: 'Keep the one that was meant. Where a `type` decides, change the `type` or take the field away.',
  },
  messages: {
    both: {
      ko: '`{field}`{field|은} `{other}`{other|과} 함께 쓸 수 없다. 하나만 남긴다.',
      en: '`{field}` cannot stand beside `{other}`: keep one.',
    },
    condition: {
      ko: '`{by}`{by|이} `{value}`이면 `{field}`{field|을} 쓸 수 없다.',
      en: 'With `{by}: {value}` there can be no `{field}`.',
    },
    headless: {
      ko: '`{value}` Service는 `clusterIP`가 있어야 한다. `None`으로 둘 수 없다.',
      en: 'A Service of type `{value}` needs a cluster IP: it cannot be `None`.',
    },
    'node-port': {
      ko: '`type`이 `ClusterIP`인 Service에는 `nodePort`를 쓸 수 없다. node의 포트를 열려면 `type: NodePort`로 한다.',
      en: 'A Service of `type: ClusterIP` has no `nodePort`; for a port on the nodes write `type: NodePort`.',
    },
    init: {
      ko: 'init container에는 `{field}`{field|을} 쓸 수 없다. 계속 도는 sidecar라면 `restartPolicy: Always`를 적는다.',
      en: 'An init container has no `{field}`; one that keeps running, a sidecar, says `restartPolicy: Always`.',
    },
    zero: {
      ko: '`maxSurge`와 `maxUnavailable`이 둘 다 0이면 한 개도 바꿀 수 없다.',
      en: 'With both `maxSurge` and `maxUnavailable` at 0 not one pod can be replaced.',
    },
    daemon: {
      ko: 'DaemonSet에서 `maxSurge`를 쓰려면 `maxUnavailable: 0`이어야 한다(적지 않으면 1이다).',
      en: 'In a DaemonSet `maxSurge` needs `maxUnavailable: 0`; left out that is 1.',
    },
    generated: {
      ko: 'Job의 `selector`는 시스템이 만든다. 지운다. 정말로 직접 정하려면 Job에 `manualSelector: true`도 적는다.',
      en: "The system writes a Job's `selector`: leave it out, or in a Job that must have its own write `manualSelector: true`, too.",
    },
    within: {
      ko: '`{field}`는 계속 돌아야 하는 {kind}의 Pod에 쓸 수 없다.',
      en: 'There can be no `{field}` in the pods of a {kind}: they are to run on.',
    },
    namespaced: {
      ko: '`{field}`{field|은} cluster 전체의 것이다. {kind}{kind|은} 한 namespace 안에서만 통하니 ClusterRole에 적는다.',
      en: 'A {kind} holds within one namespace; `{field}` belong to the whole cluster, in a ClusterRole.',
    },
    readiness: {
      ko: '`readinessProbe`에는 `{field}`{field|을} 쓸 수 없다. 컨테이너를 끝내지 않기 때문이다.',
      en: 'A `readinessProbe` has no `{field}`: it never ends a container.',
    },
    privileged: {
      ko: '`privileged: true`인 컨테이너는 이미 모든 권한이 있어서 `allowPrivilegeEscalation: false`와 함께 쓸 수 없다.',
      en: 'A container with `privileged: true` has every right already: `allowPrivilegeEscalation: false` contradicts it.',
    },
    'host-port': {
      ko: '`hostNetwork: true`이면 `hostPort`는 `containerPort`({port})와 같아야 한다.',
      en: 'With `hostNetwork: true` the `hostPort` must be the `containerPort`, {port}.',
    },
  },
  concepts: ['concepts/api-server', 'concepts/manifest'],
  source: 'https://kubernetes.io/docs/reference/kubernetes-api/',
  also: [],
  fix: 'choice',
  examples: [
    {
      bad: 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n    - name: web\n      image: nginx:1.29\n      env:\n        - name: COLOR\n          value: blue\n          «valueFrom»:\n            configMapKeyRef:\n              name: web\n              key: color\n',
      good: [
        'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n    - name: web\n      image: nginx:1.29\n      env:\n        - name: COLOR\n          valueFrom:\n            configMapKeyRef:\n              name: web\n              key: color\n',
        'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n    - name: web\n      image: nginx:1.29\n      env:\n        - name: COLOR\n          value: blue\n',
      ],
    },
    {
      bad: 'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\nspec:\n  replicas: 2\n  strategy:\n    type: Recreate\n    «rollingUpdate»:\n      maxSurge: 1\n  selector:\n    matchLabels:\n      app: web\n  template:\n    metadata:\n      labels:\n        app: web\n    spec:\n      containers:\n        - name: web\n          image: nginx:1.29\n',
      good: 'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\nspec:\n  replicas: 2\n  strategy:\n    type: Recreate\n  selector:\n    matchLabels:\n      app: web\n  template:\n    metadata:\n      labels:\n        app: web\n    spec:\n      containers:\n        - name: web\n          image: nginx:1.29\n',
      message: 'condition',
    },
    {
      bad: 'apiVersion: v1\nkind: Service\nmetadata:\n  name: web\nspec:\n  type: NodePort\n  clusterIP: «None»\n  ports:\n    - port: 80\n',
      good: 'apiVersion: v1\nkind: Service\nmetadata:\n  name: web\nspec:\n  type: NodePort\n  ports:\n    - port: 80\n',
      message: 'headless',
    },
    {
      bad: 'apiVersion: v1\nkind: Service\nmetadata:\n  name: web\nspec:\n  ports:\n    - port: 80\n      «nodePort»: 30080\n',
      good: 'apiVersion: v1\nkind: Service\nmetadata:\n  name: web\nspec:\n  ports:\n    - port: 80\n',
      message: 'node-port',
    },
  ],
  allows: [
    'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  initContainers:\n    - name: proxy\n      image: envoyproxy/envoy:v1.35.0\n      restartPolicy: Always\n      readinessProbe:\n        tcpSocket:\n          port: 9901\n  containers:\n    - name: web\n      image: nginx:1.29\n      env:\n        - name: COLOR\n          value: ""\n          valueFrom:\n            fieldRef:\n              fieldPath: metadata.name\n',
    'apiVersion: v1\nkind: Service\nmetadata:\n  name: db\nspec:\n  clusterIP: None\n  ports:\n    - port: 5432\n',
  ],
  *check(manifest: Manifest, context) {
    const { document } = manifest;
    const minor = minorOf(context.kubernetesVersion);
    for (const { place, object } of typedPlaces(manifest, context)) {
      for (const choice of choicesOf(place))
        if (!choice.together) yield* oneOf(choice, place, document, minor);
      for (const condition of conditionsOf(place.type.name))
        if (condition.refuses) yield* refused(condition, condition.refuses, place, document);
      yield* exclusiveIn(place, document, object);
      for (const { field, pair } of place.entries)
        if (refusedWithin(field.id).some((type) => isWithin(place, type)))
          yield {
            span: pair.key.span,
            message: object.workload ? 'within' : 'namespaced',
            values: { field: field.name, kind: object.kind.value },
          };
    }
  },
});

function* oneOf({ fields }: Choice, place: Place, document: YamlDocument, minor: number): Generator<Finding> {
  const [first, ...others] = place.map.entries.filter(
    ({ name }) => fields.includes(name) && says(place, name) && !isDropped(place.type.name, name, minor),
  );
  for (const other of others)
    yield {
      span: other.key.span,
      message: 'both',
      values: { field: other.name, other: first!.name },
      fixes: [removal(document, place, first!.name), removal(document, place, other.name)],
    };
}

function* refused(
  condition: Condition,
  fields: readonly string[],
  place: Place,
  document: YamlDocument,
): Generator<Finding> {
  const value = holds(condition, place);
  if (value === undefined) return;
  for (const field of fields)
    if (says(place, field))
      yield {
        span: entry(place.map, field)!.key.span,
        message: 'condition',
        values: { by: condition.field, value, field },
        fixes: [removal(document, place, field)],
      };
}
