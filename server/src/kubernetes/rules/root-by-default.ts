import type { PeerName } from '../../core/rule';
import type { Manifest } from '../model';
import { runAsNonRoot } from '../pod-security/non-root';
import { fixedBy, violationsIn } from '../pod-security/report';
import { hasOwnId, usersOf } from '../pod-security/users';
import { isWhole } from '../pods/pods';
import { rule } from '../rule';

const PSS: PeerName = 'pss/runAsNonRoot';

export default rule({
  id: 'kubernetes/root-by-default',
  severity: 'off',
  strict: 'warning',
  scope: 'part',
  what: { ko: 'root로 뜨는 것을 막지 않은 Pod', en: 'A Pod that may start as root' },
  why: {
    ko: '적지 않으면 이미지의 USER로 뜨고, USER가 없는 이미지는 root다. 그래서 manifest만 보고는 누구로 도는지 알 수 없고, 이미지를 바꾸는 것만으로 root가 되기도 한다. `runAsNonRoot: true`면 kubelet이 root로 뜨려는 컨테이너를 멈춘다.',
    en: 'Where nothing is written the USER of the image decides, and an image without one is root. The manifest does not tell who it runs as, and a new image may make it root unnoticed. With `runAsNonRoot: true` the kubelet stops a container that would be root.',
  },
  how: {
    ko: 'Pod의 `securityContext`에 `runAsNonRoot: true`를 적는다. 이미지의 USER가 이름이면 kubelet이 번호를 알 수 없으니 `runAsUser: 10001`도 적는다.',
    en: 'Write `runAsNonRoot: true` in the `securityContext` of the Pod. Where the image’s USER is a name, the kubelet cannot tell its number: add `runAsUser: 10001`.',
  },
  messages: {
    missing: {
      ko: '이미지의 사용자가 root라면 root로 뜬다. `runAsNonRoot: true`로 막는다.',
      en: 'If the user of the image is root, this runs as root; `runAsNonRoot: true` prevents it.',
    },
    undeclared: {
      ko: 'root가 아닌 번호로 뜨지만 `runAsNonRoot: true`가 없어 Pod Security restricted는 받지 않는다.',
      en: 'It has a number that is not root, but without `runAsNonRoot: true` Pod Security `restricted` refuses it.',
    },
  },
  concepts: ['kubernetes/security-context', 'dockerfile/USER', 'concepts/container'],
  source: 'https://kubernetes.io/docs/tasks/configure-pod-container/security-context/',
  also: ['kube-linter/run-as-non-root', 'polaris/runAsRootAllowed', PSS],
  fix: 'choice',
  examples: [
    { bad: pod('', '«containers»'), good: pod('  securityContext:\n    runAsNonRoot: true\n') },
    {
      bad: pod('  «securityContext»:\n    runAsUser: 10001\n'),
      good: pod('  securityContext:\n    runAsUser: 10001\n    runAsNonRoot: true\n'),
      message: 'undeclared',
    },
  ],
  allows: [pod('  securityContext:\n    runAsNonRoot: true\n'), pod('  hostUsers: false\n')],
  *check(manifest: Manifest, context) {
    if (!isWhole(manifest, context.facts)) return;
    for (const { pod: owner, violation } of violationsIn(manifest, context, runAsNonRoot)) {
      const open = usersOf(owner).filter(({ nonRoot }) => !nonRoot);
      // Who asks for root is told so.
      if (!violation.missing || open.every(({ id }) => id?.value === 0)) continue;
      const isUndeclared = open.every(hasOwnId);
      yield {
        span: violation.span,
        ...(isUndeclared && { message: 'undeclared', severity: 'info' as const, also: [PSS] }),
        // What asks for root elsewhere in the pod is not taken away in passing.
        ...(violation.repairs.length === 1 && fixedBy(manifest.document, violation.repairs, TITLE)),
      };
    }
  },
});

const TITLE = {
  ko: '`runAsNonRoot: true` 적기(root로 뜨는 이미지는 뜨지 못한다)',
  en: 'Write `runAsNonRoot: true` (an image that is root will not start)',
};

function pod(own: string, containers = 'containers'): string {
  return `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
${own}  ${containers}:
    - name: web
      image: nginxinc/nginx-unprivileged:1.29
`;
}
