import type { Finding, PeerName } from '../../core/rule';
import type { YamlScalar } from '../../yaml/node';
import { minorOf } from '../fields/typed';
import type { Manifest } from '../model';
import type { Repair } from '../pod-security/repair';
import { fixedBy } from '../pod-security/report';
import { hasOwnUsers, type Scope, scopes } from '../pod-security/scopes';
import { hasOwnId, type User, usersOf, written } from '../pod-security/users';
import { type Pod, podsIn } from '../pods/pods';
import { rule } from '../rule';

const KUBE_LINTER: PeerName = 'kube-linter/run-as-non-root';
const POLARIS: PeerName = 'polaris/runAsRootAllowed';
const KUBE_SCORE: PeerName = 'kube-score/container-security-context-user-group-id';

export default rule({
  id: 'kubernetes/runs-as-root',
  severity: 'info',
  strict: 'warning',
  scope: 'part',
  what: { ko: 'root로 돌라고 적은 Pod', en: 'A Pod told to run as root' },
  why: {
    ko: '컨테이너의 root는 kernel에게 node의 root와 같은 uid 0이다. 컨테이너의 격리가 한 번 뚫리면 node의 root가 된다. `runAsUser: 0`은 이미지가 정해 둔 사용자까지 덮어쓴다. `runAsGroup: 0`이면 root 그룹의 파일을 읽고 쓴다.',
    en: 'Root in a container is the same uid 0 to the kernel as root of the node: one hole in the wall of the container, and it is root there. `runAsUser: 0` overrides even the user that the image chose. With `runAsGroup: 0` the files of the root group are open.',
  },
  how: {
    ko: '`runAsUser`에 10001 같은 번호를 적고 `runAsNonRoot: true`를 함께 둔다. 쓰는 디렉터리는 그 사용자의 것이어야 한다(`fsGroup`, `emptyDir`). root가 필요한 일은 init container 하나로 좁힌다.',
    en: 'Write a number such as 10001 in `runAsUser`, with `runAsNonRoot: true`. The directories it writes to must be its own (`fsGroup`, `emptyDir`). Keep what needs root to one init container.',
  },
  messages: {
    user: {
      ko: '이미지가 정한 사용자와 상관없이 root로 돈다.',
      en: 'Whatever user the image chose, this runs as root.',
    },
    allowed: {
      ko: 'root로 뜨는 것을 막지 않는다. 이미지의 사용자가 root라면 root로 돈다.',
      en: 'Nothing stops it from starting as root; if that is the user of the image, it does.',
    },
    group: {
      ko: 'root 그룹으로 돈다. 그 그룹의 파일을 읽고 쓴다.',
      en: 'This runs in the root group, with its rights to files.',
    },
  },
  concepts: ['kubernetes/security-context', 'dockerfile/USER', 'concepts/process'],
  source: 'https://kubernetes.io/docs/tasks/configure-pod-container/security-context/',
  also: [KUBE_LINTER, KUBE_SCORE, POLARIS, 'pss/runAsNonRoot', 'pss/runAsUser'],
  fix: 'choice',
  examples: [
    { bad: pod('runAsUser: «0»'), good: pod('runAsUser: 10001') },
    { bad: pod('runAsNonRoot: «false»'), good: pod('runAsNonRoot: true'), message: 'allowed' },
    {
      bad: pod('runAsUser: 10001\n        runAsGroup: «0»'),
      good: pod('runAsUser: 10001\n        runAsGroup: 10001'),
      message: 'group',
    },
  ],
  allows: [
    pod('runAsUser: 10001'),
    pod('runAsNonRoot: true'),
    pod('runAsNonRoot: false').replace('spec:', 'spec:\n  hostUsers: false'),
  ],
  *check(manifest: Manifest, { facts, kubernetesVersion }) {
    const told = new Set<number>();
    for (const pod of podsIn(manifest, facts)) {
      if (hasOwnUsers(pod, minorOf(kubernetesVersion))) continue;
      for (const scope of scopes(pod)) {
        const { finding, repairs } = judge(pod, scope) ?? {};
        if (!finding || !repairs || told.has(finding.span.start)) continue;
        told.add(finding.span.start);
        yield { ...finding, ...fixedBy(manifest.document, repairs, TITLE) };
      }
    }
  },
});

const TITLE = {
  ko: 'root가 아닌 사용자로 바꾸기(쓰는 파일의 소유자가 맞아야 한다)',
  en: 'Run as somebody else (files it writes to must be its own)',
};

/** One finding for a scope, at the plainest of what it says. */
function judge(pod: Pod, scope: Scope): { finding: Finding; repairs: Repair[] } | undefined {
  const users = usersOf(pod);
  const under = (node: YamlScalar | undefined, field: 'id' | 'group' | 'nonRoot') =>
    users.filter((user) => user[field] === node);
  const id = zero(scope, 'runAsUser');
  // What the kubelet refuses is another defect.
  const isRefused = under(id, 'id').some((one) => one.nonRoot?.value === true);
  const user = isRefused ? undefined : id;
  const nonRoot = written(scope, 'runAsNonRoot');
  const allowed = nonRoot?.value === false ? nonRoot : undefined;
  const group = zero(scope, 'runAsGroup');
  const first = user ?? allowed ?? group;
  if (!first) return undefined;
  const also = new Set<PeerName>([
    ...(user ? forUser(under(user, 'id')) : []),
    ...(allowed ? forAllowed(under(allowed, 'nonRoot')) : []),
    ...(group && under(group, 'group').length > 0 ? [KUBE_LINTER, KUBE_SCORE] : []),
  ]);
  const isHarmless = first === allowed && !group && under(allowed, 'nonRoot').every(hasOwnId);
  return {
    finding: {
      span: first.span,
      message: user ? 'user' : allowed ? 'allowed' : 'group',
      also: [...also],
      ...(isHarmless && { severity: 'hint' as const }),
    },
    repairs: [user, allowed, group].flatMap((node): Repair[] =>
      node ? [{ kind: 'replace', node, text: node === allowed ? 'true' : '10001' }] : [],
    ),
  };
}

function zero(scope: Scope, field: string): YamlScalar | undefined {
  const node = written(scope, field);
  return node?.value === 0 ? node : undefined;
}

function* forUser(users: readonly User[]): Generator<PeerName> {
  yield 'pss/runAsUser';
  if (users.length === 0) return;
  yield* [KUBE_LINTER, KUBE_SCORE, POLARIS];
  // Nothing else tells that it is not asked for.
  if (users.some(({ nonRoot }) => !nonRoot)) yield 'pss/runAsNonRoot';
}

function* forAllowed(users: readonly User[]): Generator<PeerName> {
  yield 'pss/runAsNonRoot';
  if (users.length > 0) yield POLARIS;
  if (users.some((user) => !hasOwnId(user))) yield KUBE_LINTER;
}

function pod(own: string): string {
  return `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: nginx:1.29.0
      securityContext:
        ${own}
`;
}
