import type { Manifest } from '../model';
import { privilegeEscalation } from '../pod-security/privilege-escalation';
import { fixedBy, violationsIn } from '../pod-security/report';
import { isWhole } from '../pods/pods';
import { rule } from '../rule';

export default rule({
  id: 'kubernetes/privilege-escalation-by-default',
  severity: 'off',
  strict: 'warning',
  scope: 'part',
  what: { ko: '권한 상승을 막지 않은 컨테이너', en: 'A container whose programs may gain rights' },
  why: {
    ko: '적지 않으면 `allowPrivilegeEscalation`은 `true`와 같다. 그러면 setuid 프로그램 하나로 처음보다 큰 권한을 얻을 수 있다. `false`면 kernel이 `no_new_privs`로 막는다.',
    en: 'Left out, `allowPrivilegeEscalation` means `true`: one program with the setuid bit is enough to get more rights than the container began with. With `false` the kernel forbids it (`no_new_privs`).',
  },
  how: {
    ko: '각 컨테이너의 `securityContext`에 `allowPrivilegeEscalation: false`를 적는다. `sudo`를 쓰지 않으면 달라지는 것이 없다.',
    en: 'Write `allowPrivilegeEscalation: false` in the `securityContext` of each container. Unless it calls `sudo` or the like, nothing changes.',
  },
  messages: {
    missing: {
      ko: '`allowPrivilegeEscalation`을 적지 않으면 `true`다. `false`로 막는다.',
      en: 'Left out, `allowPrivilegeEscalation` is `true`; write `false`.',
    },
  },
  concepts: ['kubernetes/security-context', 'concepts/process'],
  source: 'https://kubernetes.io/docs/tasks/configure-pod-container/security-context/',
  also: ['polaris/privilegeEscalationAllowed', 'pss/allowPrivilegeEscalation'],
  fix: 'choice',
  examples: [
    {
      bad: pod('').replace('name: web\n      image', 'name: «web»\n      image'),
      good: pod('      securityContext:\n        allowPrivilegeEscalation: false\n'),
    },
  ],
  allows: [
    pod('      securityContext:\n        allowPrivilegeEscalation: false\n'),
    pod('      securityContext:\n        privileged: true\n'),
    pod('').replace('spec:', 'spec:\n  os:\n    name: windows'),
  ],
  *check(manifest: Manifest, context) {
    if (!isWhole(manifest, context.facts)) return;
    for (const { violation } of violationsIn(manifest, context, privilegeEscalation))
      if (violation.missing)
        yield { span: violation.span, ...fixedBy(manifest.document, violation.repairs, TITLE) };
  },
});

const TITLE = { ko: '`allowPrivilegeEscalation: false` 적기', en: 'Write `allowPrivilegeEscalation: false`' };

function pod(own: string): string {
  return `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: nginx:1.29.0
${own}`;
}
