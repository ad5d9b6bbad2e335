import type { Manifest } from '../model';
import { fixedBy } from '../pod-security/report';
import { usersOf } from '../pod-security/users';
import { podsIn } from '../pods/pods';
import { rule } from '../rule';

export default rule({
  id: 'kubernetes/non-root-as-user-0',
  severity: 'warning',
  scope: 'part',
  what: {
    ko: 'root를 막아 놓고 root로 띄우기: `runAsNonRoot: true`와 `runAsUser: 0`',
    en: 'Root refused and asked for: `runAsNonRoot: true` with `runAsUser: 0`',
  },
  why: {
    ko: '`runAsNonRoot: true`는 root로 뜨려는 컨테이너를 kubelet이 멈추게 한다. `runAsUser: 0`이 바로 그 root다. API server는 둘 다 받지만 컨테이너는 `CreateContainerConfigError`로 영영 뜨지 않는다. 한쪽은 Pod에, 한쪽은 컨테이너에 있어서 모르고 지나가기 쉽다.',
    en: '`runAsNonRoot: true` tells the kubelet to stop a container that would run as root, and `runAsUser: 0` is root. The API server takes both; the container never starts: `CreateContainerConfigError`. With one on the Pod and the other on a container it is easily missed.',
  },
  how: {
    ko: 'root가 아니어도 되면 `runAsUser`를 10001 같은 번호로 바꾼다. root여야 하면 그 컨테이너에 `runAsNonRoot: false`를 적는다.',
    en: 'If it need not be root, write another number, such as 10001. If it must be, write `runAsNonRoot: false` for that container.',
  },
  messages: {
    refused: {
      ko: '`runAsNonRoot: true`라서 kubelet이 user 0으로는 띄우지 않는다.',
      en: 'With `runAsNonRoot: true` the kubelet does not start it as user 0.',
    },
    said: { ko: 'root를 막는 곳', en: 'What refuses root' },
  },
  concepts: ['kubernetes/security-context', 'dockerfile/USER', 'concepts/container'],
  source: 'https://kubernetes.io/docs/tasks/configure-pod-container/security-context/',
  also: [
    'kube-linter/run-as-non-root',
    'kube-score/container-security-context-user-group-id',
    'pss/runAsUser',
  ],
  fix: 'choice',
  examples: [{ bad: pod('«0»'), good: pod('10001') }],
  allows: [
    pod('10001'),
    pod('0\n        runAsNonRoot: false'),
    pod('0').replace('runAsNonRoot: true', 'runAsNonRoot: false'),
  ],
  *check(manifest: Manifest, { facts }) {
    const told = new Set<number>();
    for (const pod of podsIn(manifest, facts))
      for (const { id, nonRoot } of usersOf(pod)) {
        if (id?.value !== 0 || nonRoot?.value !== true || told.has(id.span.start)) continue;
        told.add(id.span.start);
        yield {
          span: id.span,
          related: [{ span: nonRoot.span, message: 'said' }],
          ...fixedBy(manifest.document, [{ kind: 'replace', node: id, text: '10001' }], TITLE),
        };
      }
  },
});

const TITLE = {
  ko: '`runAsUser: 10001`로 바꾸기(쓰는 파일의 소유자가 맞아야 한다)',
  en: 'Write `runAsUser: 10001` (files it writes to must be its own)',
};

function pod(user: string): string {
  return `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  securityContext:
    runAsNonRoot: true
  containers:
    - name: web
      image: nginx:1.29.0
      securityContext:
        runAsUser: ${user}
`;
}
