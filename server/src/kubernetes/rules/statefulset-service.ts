import { uriOf } from '../../core/span';
import { isRewritten } from '../kustomize/kustomizations';
import type { Manifest } from '../model';
import { referencesOf } from '../references/read';
import { nearestMiss } from '../relations/near-miss';
import { servicesNamed } from '../relations/ports';
import { rule } from '../rule';
import { judge } from '../selectors/selector';

export default rule({
  id: 'kubernetes/statefulset-service',
  severity: 'warning',
  scope: 'part',
  what: {
    ko: 'StatefulSet의 Service가 headless가 아니거나 그 Pod를 고르지 않는다',
    en: 'The Service of a StatefulSet is not headless, or selects other Pods',
  },
  why: {
    ko: 'StatefulSet은 Pod마다 `web-0.web` 같은 변하지 않는 이름을 약속한다. 그 이름을 DNS에 올리는 것이 `serviceName`의 headless Service다. ClusterIP가 있으면 이름 하나가 아무 Pod로나 이어지고, Pod를 고르지 못하면 이름이 생기지 않는다.',
    en: 'A StatefulSet promises every Pod a lasting name such as `web-0.web`. The headless Service in `serviceName` puts it into the DNS. One with a cluster IP answers with one address for all of them; one that selects other Pods gives no names at all.',
  },
  how: {
    ko: 'Service에 `clusterIP: None`을 적고, selector를 StatefulSet template의 label과 맞춘다. 이미 만든 Service의 clusterIP는 바꿀 수 없어 새로 만들어야 한다.',
    en: "Give the Service `clusterIP: None`, and a selector that matches the labels of the StatefulSet's template. The cluster IP of a Service that exists cannot change: create it anew.",
  },
  messages: {
    headless: {
      ko: 'Service `{name}`{name|은} headless가 아니다(`clusterIP: None`이 없다). Pod마다의 DNS 이름은 headless Service가 만든다.',
      en: 'Service `{name}` is not headless (no `clusterIP: None`), and it is a headless Service that gives each Pod its name in the DNS.',
    },
    others: {
      ko: 'Service `{name}`{name|은} `{wanted}`{last|을} 고르고, 이 StatefulSet의 Pod는 그렇지 않다. Pod마다의 DNS 이름이 생기지 않는다.',
      en: 'Service `{name}` selects `{wanted}`, which the Pods of this StatefulSet are not, so they get no names in the DNS.',
    },
    there: { ko: '여기 있는 Service `{name}`', en: 'The Service `{name}`' },
  },
  concepts: ['kubernetes/StatefulSet', 'kubernetes/service-type', 'kubernetes/Service'],
  source: 'https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/#stable-network-id',
  also: ['kube-score/statefulset-has-servicename'],
  examples: [
    {
      bad: { files: { 'sts/db.yaml': statefulSet('«db»'), 'svc/db.yaml': service('app: cache') } },
      good: { files: { 'sts/db.yaml': statefulSet('db'), 'svc/db.yaml': service('app: db') } },
      message: 'others',
    },
    {
      bad: `${statefulSet('«db»')}---\n${service('app: db').replace('  clusterIP: None\n', '')}`,
      good: `${statefulSet('db')}---\n${service('app: db')}`,
    },
  ],
  allows: [
    `${statefulSet('db')}---\n${service('app: db')}`,
    statefulSet('db'),
    // Its endpoints are written by hand.
    `${statefulSet('db')}---\n${service('app: db').replace(/ {2}selector:\n.*\n/, '')}`,
  ],
  *check({ objects, document, file: { uri } }: Manifest, { facts }) {
    if (!facts.complete || document.faults.length > 0 || isRewritten(uri, facts)) return;
    for (const object of objects) {
      const reference = referencesOf(object).find(({ relation }) => relation === 'headless');
      const [service] = reference ? servicesNamed(reference, uri, facts) : [];
      if (!reference || !service || isRewritten(uriOf(service.span.part), facts)) continue;
      const { selector, headless, type } = service.value;
      const name = reference.name.text;
      const isMissed = selector && judge(selector, object.workload?.template?.labels ?? []) === 'miss';
      if (!isMissed && (headless || type === 'ExternalName')) continue;
      // A Service that nearly selects the Pods says so itself.
      const owner = { uri: uriOf(service.span.part), name: service.name };
      const selecting = selector && ({ selector, role: 'service', of: 'pods' } as const);
      if (isMissed && selecting && nearestMiss(selecting, owner, service.namespace, facts)) continue;
      const asked = isMissed ? selector.requirements : [];
      const wanted = asked.map(({ key, values }) => `${key}: ${values.join(' | ')}`);
      yield {
        span: reference.name.span,
        message: isMissed ? 'others' : 'headless',
        values: { name, wanted, last: asked.at(-1)?.values.at(-1) ?? '' },
        ...(!isMissed && { severity: 'info' as const }),
        related: [{ span: service.span, message: 'there', values: { name } }],
      };
    }
  },
});

function statefulSet(service: string): string {
  return `apiVersion: apps/v1
kind: StatefulSet
metadata:
  name: db
spec:
  serviceName: ${service}
  selector:
    matchLabels:
      app: db
  template:
    metadata:
      labels:
        app: db
    spec:
      containers:
        - name: db
          image: postgres:18.1
`;
}

function service(label: string): string {
  return `apiVersion: v1
kind: Service
metadata:
  name: db
spec:
  clusterIP: None
  selector:
    ${label}
  ports:
    - port: 5432
`;
}
