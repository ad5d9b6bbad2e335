import type { Manifest } from '../model';
import { fixedBy, violationsIn } from '../pod-security/report';
import { seLinuxOptions } from '../pod-security/se-linux';
import { rule } from '../rule';

export default rule({
  id: 'kubernetes/custom-selinux-label',
  severity: 'info',
  strict: 'warning',
  scope: 'part',
  what: { ko: 'SELinux의 격리를 바꾼 Pod', en: 'A Pod that moves the walls of SELinux' },
  why: {
    ko: 'SELinux가 켜진 node에서 컨테이너는 `container_t`로 돌고 node의 파일에 손대지 못한다. `type`을 `spc_t` 같은 것으로 바꾸거나 `user`, `role`을 고르면 그 격리가 풀린다. Pod마다 나누는 것은 `level`이면 된다.',
    en: 'On nodes with SELinux a container runs as `container_t`, which may not touch the files of the node. Another `type`, such as `spc_t`, or a `user` or `role` of its own, takes that wall away. To part Pods from each other `level` is enough.',
  },
  how: {
    ko: '`type`, `user`, `role`을 지우고 `level`만 남긴다. `container_init_t`, `container_kvm_t`는 써도 된다.',
    en: 'Keep `level` and take `type`, `user` and `role` away. The types `container_init_t` and `container_kvm_t` are allowed too.',
  },
  messages: {
    label: {
      ko: '`{options}`{last|은} 컨테이너를 가두는 SELinux 규칙을 벗어난다.',
      en: '`{options}` leaves the SELinux rules that confine containers.',
    },
  },
  concepts: ['kubernetes/security-context', 'concepts/pod-security'],
  source:
    'https://kubernetes.io/docs/tasks/configure-pod-container/security-context/#assign-selinux-labels-to-a-container',
  also: ['pss/seLinuxOptions'],
  fix: 'choice',
  examples: [{ bad: pod('level: s0:c1,c2\n      type: «spc_t»'), good: pod('level: s0:c1,c2') }],
  allows: [pod('level: s0:c1,c2'), pod('type: container_t')],
  *check(manifest: Manifest, context) {
    for (const { violation } of violationsIn(manifest, context, seLinuxOptions))
      yield {
        span: violation.span,
        values: { options: violation.values, last: violation.values.at(-1) ?? '' },
        ...fixedBy(manifest.document, violation.repairs, TITLE),
      };
  },
});

const TITLE = { ko: '`type`, `user`, `role` 지우기', en: 'Take `type`, `user` and `role` away' };

function pod(options: string): string {
  return `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  securityContext:
    seLinuxOptions:
      ${options}
  containers:
    - name: web
      image: nginx:1.29.0
`;
}
