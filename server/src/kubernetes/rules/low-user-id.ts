import type { Finding } from '../../core/rule';
import type { YamlDocument } from '../../yaml/node';
import { minorOf } from '../fields/typed';
import type { Manifest } from '../model';
import { fixedBy } from '../pod-security/report';
import { isWindows, narrowest, podScope, setting } from '../pod-security/scopes';
import { type User, usersOf } from '../pod-security/users';
import { isWhole, type Pod, podsIn } from '../pods/pods';
import { rule } from '../rule';

export default rule<{ lowestId: number }>({
  id: 'kubernetes/low-user-id',
  severity: 'off',
  strict: 'info',
  scope: 'part',
  what: {
    ko: '사용자 번호와 그룹 번호가 없거나 작은 Pod',
    en: 'A Pod without a user and group number of its own',
  },
  why: {
    ko: '컨테이너의 사용자 번호는 node의 사용자 번호와 같은 것이다. 작은 번호는 node의 시스템 계정이나 사람이 이미 쓰고 있을 수 있어서, 컨테이너를 벗어난 프로세스나 `hostPath`의 파일이 그 사람의 것이 된다. 큰 번호는 겹칠 일이 드물다.',
    en: 'User numbers in a container are those of the node. Small ones may belong to accounts or people there, so that a process that breaks out, or a file in a `hostPath`, is theirs. Large numbers hardly ever meet anybody.',
  },
  how: {
    ko: '`runAsUser`와 `runAsGroup`에 10000 이상의 번호를 적는다. 이미지의 파일을 그 사용자가 읽고 쓸 수 있어야 한다.',
    en: 'Write numbers of 10000 and above in `runAsUser` and `runAsGroup`. The files of the image must be readable for them.',
  },
  messages: {
    missing: {
      ko: '`runAsUser`와 `runAsGroup`에 {lowest} 이상의 번호가 없다.',
      en: 'There are no numbers of {lowest} and above in `runAsUser` and `runAsGroup`.',
    },
  },
  concepts: ['dockerfile/USER', 'concepts/process'],
  source: 'https://kubernetes.io/docs/tasks/configure-pod-container/security-context/',
  also: ['kube-score/container-security-context-user-group-id'],
  options: {
    lowestId: {
      default: 10000,
      minimum: 1,
      what: { ko: '받아들이는 가장 작은 번호', en: 'The smallest number that is accepted' },
    },
  },
  fix: 'choice',
  examples: [
    {
      bad: pod('', '«containers»'),
      good: pod('  securityContext:\n    runAsUser: 10001\n    runAsGroup: 10001\n'),
    },
    {
      bad: pod('  securityContext:\n    runAsUser: «1000»\n    runAsGroup: 20000\n'),
      good: pod('  securityContext:\n    runAsUser: 10001\n    runAsGroup: 20000\n'),
    },
  ],
  allows: [
    pod('  securityContext:\n    runAsUser: 10001\n    runAsGroup: 10001\n'),
    pod('  os:\n    name: windows\n'),
  ],
  *check(manifest: Manifest, { facts, kubernetesVersion, options: { lowestId } }) {
    if (!isWhole(manifest, facts)) return;
    const told = new Set<number>();
    for (const owner of podsIn(manifest, facts)) {
      if (isWindows(owner, minorOf(kubernetesVersion))) continue;
      for (const finding of findings(owner, lowestId, manifest.document)) {
        if (told.has(finding.span.start)) continue;
        told.add(finding.span.start);
        yield { ...finding, values: { lowest: lowestId } };
      }
    }
  },
});

const TITLE = {
  ko: '10001로 적기(이미지의 파일을 읽고 쓸 수 있어야 한다)',
  en: 'Write 10001 (it must be able to use the files of the image)',
};

/** For the pod where that is true of all its containers, else for each of them. */
function findings(owner: Pod, lowest: number, document: YamlDocument): readonly Finding[] {
  // Who asks for root is told so.
  const users = usersOf(owner).filter(({ id, group }) => id?.value !== 0 && group?.value !== 0);
  const low = users.filter((user) => fieldsOf(user, lowest).length > 0);
  const isAll = low.length === owner.containers.length;
  return low.flatMap((user): Finding[] => {
    const fields = fieldsOf(user, lowest);
    const scope = isAll ? podScope(owner) : user.scope;
    const written = [user.id, user.group].find(
      (node) => typeof node?.value === 'number' && node.value < lowest,
    );
    const repairs = fields.map((field) => {
      const node = field === 'runAsUser' ? user.id : user.group;
      return node ? { kind: 'replace' as const, node, text: '10001' } : setting(scope, [field], '10001');
    });
    return [
      { span: written?.span ?? narrowest(scope, fields.slice(0, 1)), ...fixedBy(document, repairs, TITLE) },
    ];
  });
}

function fieldsOf({ id, group }: User, lowest: number): ('runAsUser' | 'runAsGroup')[] {
  const isLow = (value: unknown) => !(typeof value === 'number' && value >= lowest);
  return [
    ...(isLow(id?.value) ? ['runAsUser' as const] : []),
    ...(isLow(group?.value) ? ['runAsGroup' as const] : []),
  ];
}

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
