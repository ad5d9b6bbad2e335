import type { PeerName } from '../../core/rule';
import type { Manifest } from '../model';
import { appArmorProfile } from '../pod-security/app-armor';
import { isHardened } from '../pod-security/hardening';
import { fixedBy, namesFor, violationsIn } from '../pod-security/report';
import { seccompBaseline } from '../pod-security/seccomp';
import { rule } from '../rule';

const SECCOMP: readonly PeerName[] = ['pss/seccompProfile_baseline', 'pss/seccompProfile_restricted'];
const POLARIS: PeerName = 'polaris/linuxHardening';
const ARMOR: readonly PeerName[] = ['pss/appArmorProfile'];

export default rule({
  id: 'kubernetes/unconfined-profile',
  severity: 'info',
  strict: 'warning',
  scope: 'part',
  what: { ko: 'seccomp나 AppArmor를 끈 Pod', en: 'seccomp or AppArmor switched off' },
  why: {
    ko: 'seccomp는 프로그램이 부를 수 있는 system call을, AppArmor는 닿을 수 있는 파일과 권한을 줄인다. runtime의 기본 profile은 보통 앱이 쓰지 않는 것만 막는다. `Unconfined`는 그마저 없애서, kernel의 구멍 하나가 곧 node의 구멍이 된다.',
    en: 'seccomp narrows the system calls a program may make, AppArmor the files and rights it may reach. The runtime’s own profiles forbid only what ordinary programs never use. `Unconfined` drops even that: a hole in the kernel becomes a hole in the node.',
  },
  how: {
    ko: '`RuntimeDefault`로 바꾼다. 막히는 system call이 있으면 그것만 여는 profile을 만들어 `Localhost`로 고른다.',
    en: 'Write `RuntimeDefault`. If it forbids a call the program needs, write a profile that allows that one, and choose it with `Localhost`.',
  },
  messages: {
    seccomp: {
      ko: 'system call을 아무것도 막지 않는다. `RuntimeDefault`로 충분한지 본다.',
      en: 'No system call is forbidden; see whether `RuntimeDefault` will do.',
    },
    armor: {
      ko: 'AppArmor를 껐다. `RuntimeDefault`로 충분한지 본다.',
      en: 'AppArmor is switched off; see whether `RuntimeDefault` will do.',
    },
  },
  concepts: ['kubernetes/security-context', 'concepts/pod-security'],
  source: 'https://kubernetes.io/docs/concepts/security/linux-kernel-security-constraints/',
  also: [...SECCOMP, POLARIS, ...ARMOR],
  fix: 'choice',
  examples: [
    { bad: pod('seccompProfile', '«Unconfined»'), good: pod('seccompProfile', 'RuntimeDefault') },
    {
      bad: pod('appArmorProfile', '«Unconfined»'),
      good: pod('appArmorProfile', 'RuntimeDefault'),
      message: 'armor',
    },
  ],
  allows: [
    pod('seccompProfile', 'Localhost\n      localhostProfile: audit.json'),
    pod('appArmorProfile', 'RuntimeDefault'),
  ],
  *check(manifest: Manifest, context) {
    for (const { pod: owner, violation } of violationsIn(
      manifest,
      context,
      seccompBaseline,
      appArmorProfile,
    )) {
      if (violation.values[0]?.toLowerCase() !== 'unconfined') continue;
      const isArmor = violation.check === 'appArmorProfile';
      const seccomp = isHardened(owner, violation.container) ? SECCOMP : [...SECCOMP, POLARIS];
      yield {
        span: violation.span,
        message: isArmor ? 'armor' : 'seccomp',
        also: namesFor(owner, context.kubernetesVersion, isArmor ? ARMOR : seccomp),
        ...fixedBy(manifest.document, violation.repairs, TITLE),
      };
    }
  },
});

const TITLE = { ko: 'runtime의 기본 profile 쓰기', en: 'Use the profile of the runtime' };

function pod(field: string, type: string): string {
  return `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  securityContext:
    ${field}:
      type: ${type}
  containers:
    - name: web
      image: nginx:1.29.0
`;
}
