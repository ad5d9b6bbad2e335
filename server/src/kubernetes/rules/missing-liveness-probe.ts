import type { Manifest } from '../model';
import { isWhole, podsIn } from '../pods/pods';
import { goesOn, probeOf } from '../pods/probes';
import { rule } from '../rule';

export default rule({
  id: 'kubernetes/missing-liveness-probe',
  severity: 'off',
  strict: 'info',
  scope: 'part',
  what: { ko: '컨테이너에 `livenessProbe`가 없다', en: 'A container without a `livenessProbe`' },
  why: {
    ko: '죽은 프로세스는 kubelet이 알아서 다시 시작한다. 멈춘 채 살아 있는 프로세스(deadlock)는 `livenessProbe`가 있어야 알아본다. 하지만 잘못 적은 probe는 바쁠 뿐인 컨테이너를 죽인다. 스스로 끝나는 프로그램이라면 없는 편이 낫다.',
    en: 'A process that dies is restarted anyway. One that hangs is found out only by a `livenessProbe`. Yet a careless probe kills containers that are merely busy: a program that ends when something is wrong does better without.',
  },
  how: {
    ko: '다시 시작하면 나아지는 고장이 있을 때만 적는다. 데이터베이스처럼 밖에 있는 것은 확인하지 않는다.',
    en: 'Write one where there are faults that a restart cures, and have it ask nothing outside of the container, such as a database.',
  },
  messages: {
    missing: {
      ko: '컨테이너 `{container}`에 `livenessProbe`가 없어서 멈춰 있어도 다시 시작되지 않는다.',
      en: 'The container `{container}` has no `livenessProbe`: when it hangs nothing restarts it.',
    },
  },
  concepts: ['kubernetes/liveness-probe', 'concepts/probe'],
  source: 'https://kubernetes.io/docs/concepts/workloads/pods/probes/',
  also: ['kube-linter/no-liveness-probe', 'polaris/livenessProbeMissing'],
  examples: [
    {
      bad: pod('«web»', ''),
      good: pod('web', '      livenessProbe:\n        tcpSocket:\n          port: 80\n'),
    },
  ],
  allows: [
    pod('web', '      livenessProbe:\n        exec:\n          command: [cat, /alive]\n'),
    'apiVersion: batch/v1\nkind: Job\nmetadata:\n  name: once\nspec:\n  template:\n    spec:\n      restartPolicy: Never\n      containers:\n        - name: once\n          image: busybox:1.37\n',
  ],
  *check(manifest: Manifest, { facts }) {
    if (!isWhole(manifest, facts)) return;
    for (const pod of podsIn(manifest, facts))
      for (const container of goesOn(pod) ? pod.template.containers : [])
        if (!probeOf(container, 'livenessProbe'))
          yield { span: container.anchor, values: { container: container.name?.value ?? '?' } };
  },
});

function pod(name: string, more: string): string {
  return `apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n    - name: ${name}\n      image: nginx:1.29\n${more}`;
}
