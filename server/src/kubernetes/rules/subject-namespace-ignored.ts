import { removeEntry } from '../../yaml/edit';
import { asScalar, entry, get, isAbsent, itemsOf } from '../../yaml/navigate';
import { RBAC_GROUP } from '../access/roles';
import { isPatch } from '../kustomize/kustomizations';
import type { Manifest } from '../model';
import { rule } from '../rule';

export default rule({
  id: 'kubernetes/subject-namespace-ignored',
  severity: 'info',
  scope: 'part',
  what: {
    ko: 'User나 Group에 적은 `namespace`',
    en: 'A `namespace` on a User or Group',
  },
  why: {
    ko: 'User와 Group은 Kubernetes의 오브젝트가 아니라 인증이 알려 주는 이름이다. namespace에 속하지 않는다. 적어도 API server는 받아 주고 쓰지 않는다. 읽는 사람은 권한이 그 namespace로 좁혀졌다고 안다.',
    en: 'Users and Groups are no objects of Kubernetes but names that authentication gives, and belong to no namespace. The API server takes what is written and makes no use of it. Readers believe the rights end at that namespace.',
  },
  how: {
    ko: '`namespace`를 지운다. 권한이 통하는 범위는 RoleBinding 자신의 namespace다.',
    en: 'Take it away. How far the rights go is decided by the namespace of the RoleBinding itself.',
  },
  messages: {
    found: {
      ko: '`{kind}`{kind|은} namespace에 속하지 않는다. 이 `namespace`는 권한을 좁히지 않는다.',
      en: 'A `{kind}` belongs to no namespace; this one limits nothing.',
    },
  },
  concepts: ['concepts/namespace', 'kubernetes/namespace'],
  source: 'https://kubernetes.io/docs/reference/access-authn-authz/rbac/#referring-to-subjects',
  also: [],
  fix: 'choice',
  examples: [
    {
      bad: binding('kind: User\n    name: jane@example.com\n    «namespace»: shop'),
      good: binding('kind: User\n    name: jane@example.com'),
    },
  ],
  allows: [
    binding('kind: ServiceAccount\n    name: ci\n    namespace: shop'),
    binding('kind: Group\n    name: developers'),
  ],
  *check({ objects, document, file }: Manifest, { facts }) {
    if (isPatch(file.uri, facts)) return;
    for (const { root, group } of objects) {
      if (group !== RBAC_GROUP) continue;
      for (const subject of itemsOf(get(root, 'subjects'))) {
        const kind = asScalar(get(subject, 'kind'))?.text ?? '';
        const namespace = entry(subject, 'namespace');
        if ((kind !== 'User' && kind !== 'Group') || !namespace || isAbsent(namespace.value)) continue;
        if (asScalar(namespace.value)?.text === '') continue;
        yield {
          span: namespace.key.span,
          values: { kind },
          fixes: [
            {
              title: { ko: '`namespace` 지우기', en: 'Take `namespace` away' },
              kind: 'choice',
              edits: [removeEntry(document, namespace)],
            },
          ],
        };
      }
    }
  },
});

function binding(subject: string): string {
  return `apiVersion: ${RBAC_GROUP}/v1
kind: RoleBinding
metadata:
  name: edit
  namespace: shop
roleRef:
  apiGroup: ${RBAC_GROUP}
  kind: ClusterRole
  name: edit
subjects:
  - ${subject}
`;
}
