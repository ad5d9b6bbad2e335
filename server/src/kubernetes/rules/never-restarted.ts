import { asScalar, get } from '../../yaml/navigate';
import type { Manifest } from '../model';
import { podsIn } from '../pods/pods';
import { rule } from '../rule';

export default rule({
  id: 'kubernetes/never-restarted',
  severity: 'off',
  scope: 'part',
  what: { ko: '컨테이너가 다시 시작되지 않는다', en: 'Containers that are never restarted' },
  why: {
    ko: '`restartPolicy: Never`면 죽은 컨테이너는 죽은 채로 남는다. 적지 않은 Pod는 `Always`다. Job이 `Never`인 것은 이상하지 않다. 실패하면 새 Pod를 만들고, 실패한 Pod의 로그가 남는다.',
    en: 'With `restartPolicy: Never` a container that dies stays dead; a pod that leaves it out has `Always`. For a Job `Never` is nothing unusual: after a failure it makes a new pod, and the log of the failed one is kept.',
  },
  how: {
    ko: '`Always`나 `OnFailure`를 적는다.',
    en: 'Write `Always` or `OnFailure`.',
  },
  messages: {
    never: {
      ko: '`Never`라서 죽은 컨테이너가 다시 시작되지 않는다.',
      en: 'With `Never` a container that dies is not restarted.',
    },
  },
  concepts: ['kubernetes/restart-policy', 'kubernetes/Pod'],
  source: 'https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#restart-policy',
  also: ['kube-linter/restart-policy'],
  examples: [{ bad: pod('  restartPolicy: «Never»\n'), good: pod('  restartPolicy: OnFailure\n') }],
  allows: [pod(''), pod('  restartPolicy: Always\n')],
  *check(manifest: Manifest, { facts }) {
    for (const { spec } of podsIn(manifest, facts)) {
      const policy = asScalar(get(spec, 'restartPolicy'));
      if (policy?.text === 'Never') yield { span: policy.span };
    }
  },
});

function pod(policy: string): string {
  return `apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n${policy}  containers:\n    - name: web\n      image: nginx:1.29\n`;
}
