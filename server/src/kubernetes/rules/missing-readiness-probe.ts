import type { WorkspaceFacts } from '../../core/facts';
import type { PeerName } from '../../core/rule';
import type { KubernetesFacts } from '../facts';
import type { Manifest } from '../model';
import { isWhole, type Pod, podsIn } from '../pods/pods';
import { goesOn, probeOf, readinessFix, servicesOf, tellsReady } from '../pods/probes';
import { rule } from '../rule';

const NAMES: readonly PeerName[] = ['kube-linter/no-readiness-probe', 'polaris/readinessProbeMissing'];

export default rule({
  id: 'kubernetes/missing-readiness-probe',
  severity: 'off',
  strict: 'warning',
  scope: 'part',
  what: { ko: '컨테이너에 `readinessProbe`가 없다', en: 'A container without a `readinessProbe`' },
  why: {
    ko: '`readinessProbe`가 없으면 시작된 컨테이너는 곧바로 준비된 것으로 친다. 아직 요청을 받지 못하는 Pod로 요청이 가고, rolling update는 옛 Pod를 너무 일찍 지운다. Service가 없는 Pod에서도 rollout은 이 대답을 기다린다.',
    en: 'Without one a container counts as ready as soon as it has started. Requests go to pods that cannot answer yet, and a rolling update removes the old pods too early. Even without a Service a rollout waits for this answer.',
  },
  how: {
    ko: '`httpGet`, `tcpSocket`, `grpc`, `exec` 가운데 하나로 `readinessProbe`를 적는다. Job의 Pod에는 필요 없다.',
    en: 'Write a `readinessProbe` with one of `httpGet`, `tcpSocket`, `grpc` and `exec`. The pods of a Job need none.',
  },
  messages: {
    missing: {
      ko: '컨테이너 `{container}`에 `readinessProbe`가 없다.',
      en: 'The container `{container}` has no `readinessProbe`.',
    },
  },
  concepts: ['kubernetes/readiness-probe', 'concepts/probe', 'concepts/rolling-update'],
  source: 'https://kubernetes.io/docs/concepts/workloads/pods/probes/',
  also: [...NAMES, 'kube-score/pod-probes'],
  fix: 'choice',
  examples: [
    {
      bad: `${pod('«web»', '      ports:\n        - name: http\n          containerPort: 80\n')}---\n${service()}`,
      good: `${pod('web', '      ports:\n        - name: http\n          containerPort: 80\n      readinessProbe:\n        tcpSocket:\n          port: http\n')}---\n${service()}`,
    },
  ],
  allows: [
    pod('web', '      readinessProbe:\n        exec:\n          command: [cat, /ready]\n'),
    'apiVersion: batch/v1\nkind: Job\nmetadata:\n  name: once\nspec:\n  template:\n    spec:\n      restartPolicy: Never\n      containers:\n        - name: once\n          image: busybox:1.37\n',
  ],
  *check(manifest: Manifest, { facts }) {
    if (!isWhole(manifest, facts)) return;
    for (const pod of podsIn(manifest, facts)) {
      if (!goesOn(pod)) continue;
      const lacking = pod.template.containers.filter((one) => !probeOf(one, 'readinessProbe'));
      const wanted = asksForOne(pod, facts);
      for (const [i, container] of lacking.entries()) {
        const fix = readinessFix(manifest.document, container);
        yield {
          span: container.anchor,
          values: { container: container.name?.value ?? '?' },
          also: i === 0 && wanted ? [...NAMES, 'kube-score/pod-probes'] : NAMES,
          fixes: fix ? [fix] : [],
        };
      }
    }
  },
});

/** What kube-score asks for: one for the whole pod, where a Service sends requests. */
function asksForOne(pod: Pod, facts: WorkspaceFacts<KubernetesFacts>): boolean {
  return !tellsReady(pod) && servicesOf(pod, facts).length > 0;
}

function pod(name: string, more: string): string {
  return `apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\n  labels:\n    app: web\nspec:\n  containers:\n    - name: ${name}\n      image: nginx:1.29\n${more}`;
}

function service(): string {
  return 'apiVersion: v1\nkind: Service\nmetadata:\n  name: web\nspec:\n  selector:\n    app: web\n  ports:\n    - port: 80\n';
}
