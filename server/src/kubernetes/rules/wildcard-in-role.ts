import { asScalar, get, itemsOf } from '../../yaml/navigate';
import type { YamlMap, YamlScalar } from '../../yaml/node';
import { isOfTheSystem, policyRulesOf, readRole } from '../access/roles';
import { isPatch } from '../kustomize/kustomizations';
import type { Manifest } from '../model';
import { rule } from '../rule';

export default rule({
  id: 'kubernetes/wildcard-in-role',
  severity: 'off',
  strict: 'info',
  scope: 'part',
  what: { ko: 'Role의 규칙에 `*`를 적었다', en: 'A `*` in the rules of a Role' },
  why: {
    ko: '`*`는 지금 있는 것만이 아니라 앞으로 생길 것까지 뜻한다. 내일 설치한 CustomResourceDefinition도, 다음 버전의 Kubernetes가 더하는 동사도 이 역할에 들어간다. 아무도 그렇게 정한 적이 없는데도.',
    en: '`*` is not only what there is today but everything to come. A CustomResourceDefinition installed tomorrow and a verb added by the next Kubernetes are in this role, though nobody decided so.',
  },
  how: {
    ko: '필요한 resource와 verb를 하나씩 적는다. 어떤 것이 있는지는 `kubectl api-resources -o wide`가 보여 준다.',
    en: 'Name the resources and verbs that are needed. `kubectl api-resources -o wide` shows what there is.',
  },
  messages: {
    resources: {
      ko: '`*`는 앞으로 생길 것까지 모든 resource다.',
      en: '`*` is every resource, those to come included.',
    },
    verbs: { ko: '`*`는 지우기까지 모든 verb다.', en: '`*` is every verb, deleting included.' },
    both: {
      ko: '모든 resource에 모든 verb를 허용한다. 앞으로 생길 것까지.',
      en: 'Every verb on every resource, those to come included.',
    },
  },
  concepts: ['kubernetes/Role', 'kubernetes/RoleBinding'],
  source: 'https://kubernetes.io/docs/concepts/security/rbac-good-practices/#least-privilege',
  also: ['kube-linter/wildcard-in-rules'],
  examples: [
    { bad: role('[pods]', '[«"*"»]'), good: role('[pods]', '[get, list, watch]'), message: 'verbs' },
    { bad: role('[«"*"»]', '[get]'), good: role('[pods]', '[get]') },
    { bad: role('[«"*"»]', '["*"]'), good: role('[pods]', '[get]'), message: 'both' },
  ],
  allows: [
    role('[pods]', '[get, list]'),
    // Every API group has pods only once.
    role('[pods]', '[get]').replace('[""]', '["*"]'),
    role('[pods]', '["*"]').replace('name: reader', 'name: system:reader'),
  ],
  *check({ objects, file }: Manifest, { facts }) {
    for (const object of objects) {
      if (!readRole(object) || isOfTheSystem(object.name?.value) || isPatch(file.uri, facts)) continue;
      for (const { node } of policyRulesOf(object.root)) {
        const resource = wildcardIn(node, 'resources');
        const verb = wildcardIn(node, 'verbs');
        const found = resource ?? verb;
        if (!found) continue;
        yield { span: found.span, message: resource && verb ? 'both' : resource ? 'resources' : 'verbs' };
      }
    }
  },
});

function wildcardIn(node: YamlMap, key: string): YamlScalar | undefined {
  return itemsOf(get(node, key)).flatMap((item) =>
    asScalar(item)?.text === '*' ? [item as YamlScalar] : [],
  )[0];
}

function role(resources: string, verbs: string): string {
  return `apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata:
  name: reader
rules:
  - apiGroups: [""]
    resources: ${resources}
    verbs: ${verbs}
`;
}
