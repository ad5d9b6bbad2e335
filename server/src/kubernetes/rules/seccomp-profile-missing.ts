import type { PeerName } from '../../core/rule';
import type { Manifest } from '../model';
import { isHardened } from '../pod-security/hardening';
import { fixedBy, violationsIn } from '../pod-security/report';
import { seccompRestricted } from '../pod-security/seccomp';
import { isWhole } from '../pods/pods';
import { rule } from '../rule';

const ALWAYS: readonly PeerName[] = ['kube-score/container-seccomp-profile', 'pss/seccompProfile_restricted'];

export default rule({
  id: 'kubernetes/seccomp-profile-missing',
  severity: 'off',
  strict: 'info',
  scope: 'part',
  what: { ko: 'seccomp profile을 정하지 않은 Pod', en: 'A Pod without a seccomp profile' },
  why: {
    ko: 'seccomp는 프로그램이 부를 수 있는 system call을 줄인다. runtime이 기본 profile을 가지고 있지만, 적지 않으면 kubelet이 `seccompDefault`로 켜 둔 node가 아닌 한 쓰이지 않는다(`Unconfined`). 그러면 쓰지 않는 system call의 구멍까지 열려 있다.',
    en: 'seccomp narrows the system calls a program may make. The runtime brings a profile along, but unless one is asked for it is not used (`Unconfined`), save on nodes whose kubelet has `seccompDefault` on. Holes in calls that nobody uses stay open.',
  },
  how: {
    ko: 'Pod의 `securityContext`에 `seccompProfile.type: RuntimeDefault`를 적는다. 보통 앱은 달라지는 것을 느끼지 못한다.',
    en: 'Write `seccompProfile.type: RuntimeDefault` in the `securityContext` of the Pod. Ordinary programs do not notice.',
  },
  messages: {
    missing: {
      ko: 'system call을 아무것도 막지 않을 수 있다. `seccompProfile: RuntimeDefault`를 적는다.',
      en: 'Nothing may hold back its system calls; ask for the `RuntimeDefault` seccomp profile.',
    },
  },
  concepts: ['kubernetes/security-context', 'concepts/pod-security'],
  source: 'https://kubernetes.io/docs/tutorials/security/seccomp/',
  also: [...ALWAYS, 'polaris/linuxHardening'],
  fix: 'choice',
  examples: [
    {
      bad: pod('', '«containers»'),
      good: pod('  securityContext:\n    seccompProfile:\n      type: RuntimeDefault\n'),
    },
  ],
  allows: [
    pod('  securityContext:\n    seccompProfile:\n      type: RuntimeDefault\n'),
    pod('  os:\n    name: windows\n'),
  ],
  *check(manifest: Manifest, context) {
    if (!isWhole(manifest, context.facts)) return;
    for (const { pod: owner, violation } of violationsIn(manifest, context, seccompRestricted))
      if (violation.missing)
        yield {
          span: violation.span,
          also: isHardened(owner) ? ALWAYS : [...ALWAYS, 'polaris/linuxHardening'],
          ...fixedBy(manifest.document, violation.repairs, TITLE),
        };
  },
});

const TITLE = { ko: '`RuntimeDefault` 적기', en: 'Write `RuntimeDefault`' };

function pod(own: string, containers = 'containers'): string {
  return `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
${own}  ${containers}:
    - name: web
      image: nginx:1.29.0
`;
}
