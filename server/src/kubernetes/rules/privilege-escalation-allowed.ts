import type { Manifest } from '../model';
import { privilegeEscalation } from '../pod-security/privilege-escalation';
import { fixedBy, violationsIn } from '../pod-security/report';
import { rule } from '../rule';

export default rule({
  id: 'kubernetes/privilege-escalation-allowed',
  severity: 'info',
  strict: 'warning',
  scope: 'part',
  what: { ko: '권한 상승을 허락한 컨테이너', en: 'A container that may gain rights' },
  why: {
    ko: '`sudo` 같은 setuid 프로그램은 부른 사람이 아니라 소유자의 권한으로 돈다. `false`면 kernel의 `no_new_privs`가 켜져서 프로세스가 처음보다 큰 권한을 얻을 수 없다. `true`는 그 길을 열어 둔다. root가 아닌 사용자로 돌려도 root가 될 수 있다.',
    en: 'Programs with the setuid bit, such as `sudo`, run with the rights of their owner. `false` turns on `no_new_privs` in the kernel: no process gets more rights than it began with. `true` leaves that way open, so that even a program that is not root may become root.',
  },
  how: {
    ko: '`false`로 바꾼다. 컨테이너 안에서 `sudo`를 쓰지 않으면 달라지는 것이 없다.',
    en: 'Write `false`. Unless something in the container calls `sudo` or the like, nothing changes.',
  },
  messages: {
    allowed: {
      ko: '프로그램이 처음보다 큰 권한을 얻을 수 있게 열어 두었다. `sudo`를 쓰지 않으면 `false`로 한다.',
      en: 'Programs may gain more rights than they began with; unless something calls `sudo`, write `false`.',
    },
  },
  concepts: ['kubernetes/security-context', 'concepts/process'],
  source: 'https://kubernetes.io/docs/tasks/configure-pod-container/security-context/',
  also: [
    'kube-linter/privilege-escalation-container',
    'polaris/privilegeEscalationAllowed',
    'pss/allowPrivilegeEscalation',
  ],
  fix: 'choice',
  examples: [{ bad: pod('«true»'), good: pod('false') }],
  allows: [pod('false')],
  *check(manifest: Manifest, context) {
    // What `privileged` allows is told by that.
    for (const { violation } of violationsIn(manifest, context, privilegeEscalation))
      if (!violation.missing && violation.values[0] !== 'privileged')
        yield { span: violation.span, ...fixedBy(manifest.document, violation.repairs, TITLE) };
  },
});

const TITLE = {
  ko: '`allowPrivilegeEscalation: false`로 바꾸기',
  en: 'Write `allowPrivilegeEscalation: false`',
};

function pod(allow: string): string {
  return `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: nginx:1.29.0
      securityContext:
        allowPrivilegeEscalation: ${allow}
`;
}
