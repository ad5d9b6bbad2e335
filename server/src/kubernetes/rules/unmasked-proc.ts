import { minorOf } from '../fields/typed';
import type { Manifest } from '../model';
import { procMount, procMountRestricted } from '../pod-security/proc-mount';
import { fixedBy, violationsIn } from '../pod-security/report';
import { hasOwnUsers } from '../pod-security/scopes';
import { rule } from '../rule';

export default rule({
  id: 'kubernetes/unmasked-proc',
  severity: 'info',
  strict: 'warning',
  scope: 'part',
  what: { ko: '가리지 않은 /proc', en: 'A /proc with nothing masked' },
  why: {
    ko: '컨테이너의 `/proc`에는 kernel의 것도 들어 있다. runtime은 `/proc/kcore`처럼 위험한 경로를 가리고 `/proc/sys`를 읽기만 하게 한다. `procMount: Unmasked`는 그것을 모두 없앤다. 컨테이너 안에서 컨테이너를 만드는 도구를 위한 설정이다.',
    en: 'The `/proc` of a container holds things of the kernel. The runtime masks dangerous paths such as `/proc/kcore` and makes `/proc/sys` read-only; `procMount: Unmasked` undoes all of it. It exists for tools that start containers within containers.',
  },
  how: {
    ko: '줄을 지운다. 필요하다면 `hostUsers: false`와 함께 쓴다. 1.33부터는 그렇게만 만들 수 있다.',
    en: 'Take the line away. Where it is needed, use it with `hostUsers: false`; newer API servers take it with that only.',
  },
  messages: {
    unmasked: {
      ko: 'runtime이 가리는 kernel의 경로가 모두 보인다.',
      en: 'All that the runtime masks of the kernel can be seen.',
    },
  },
  concepts: ['kubernetes/security-context', 'concepts/container'],
  source: 'https://kubernetes.io/docs/tasks/configure-pod-container/security-context/#proc-access',
  also: ['kube-linter/unsafe-proc-mount', 'polaris/procMount', 'pss/procMount', 'pss/procMount_restricted'],
  fix: 'choice',
  examples: [{ bad: pod('«Unmasked»'), good: pod('Default') }],
  allows: [pod('Default')],
  *check(manifest: Manifest, context) {
    const minor = minorOf(context.kubernetesVersion);
    const check = minor < procMountRestricted.since ? procMount : procMountRestricted;
    for (const { violation, pod } of violationsIn(manifest, context, check)) {
      if (violation.values[0] !== 'Unmasked') continue;
      const isOwn = hasOwnUsers(pod, minor);
      yield {
        span: violation.span,
        ...(isOwn && { severity: 'hint' as const }),
        also: [
          'kube-linter/unsafe-proc-mount',
          'polaris/procMount',
          ...(isOwn ? [] : (['pss/procMount'] as const)),
          ...(minor < procMountRestricted.since ? [] : (['pss/procMount_restricted'] as const)),
        ],
        ...fixedBy(manifest.document, violation.repairs, TITLE),
      };
    }
  },
});

const TITLE = { ko: '`procMount: Default`로 바꾸기', en: 'Write `procMount: Default`' };

function pod(procMount: string): string {
  return `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: nginx:1.29.0
      securityContext:
        procMount: ${procMount}
`;
}
