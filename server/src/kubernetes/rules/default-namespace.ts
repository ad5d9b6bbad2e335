import { keySpan } from '../../yaml/navigate';
import { isMoved } from '../kustomize/kustomizations';
import type { Manifest } from '../model';
import { isWhole } from '../pods/pods';
import { rule } from '../rule';

export default rule({
  id: 'kubernetes/default-namespace',
  severity: 'off',
  scope: 'part',
  what: { ko: 'namespace를 적지 않았거나 `default`다', en: 'No namespace, or `default`' },
  why: {
    ko: 'namespace는 이름, 권한(RBAC), 할당량, NetworkPolicy를 나누는 칸막이다. 모두 `default`에 두면 나눌 것이 없고, 적지 않으면 그때 고른 context에 따라 아무 데나 놓인다.',
    en: 'Namespaces keep names, rights (RBAC), quotas and NetworkPolicies apart. With everything in `default` there is nothing to keep apart; without a namespace an object lands wherever the context of the day points.',
  },
  how: {
    ko: '`metadata.namespace`를 적거나 kustomization의 `namespace`로 정한다.',
    en: 'Write `metadata.namespace`, or set the `namespace` of a kustomization.',
  },
  messages: {
    missing: {
      ko: 'namespace를 적지 않아서 `default`이거나 그때의 context를 따른다.',
      en: 'No namespace: it is `default`, or whatever the context says.',
    },
    default: { ko: '`default` namespace에 둔다.', en: 'This is put into the namespace `default`.' },
  },
  concepts: ['concepts/namespace', 'kubernetes/namespace'],
  source: 'https://kubernetes.io/docs/concepts/overview/working-with-objects/namespaces/',
  also: ['kube-linter/use-namespace'],
  examples: [
    { bad: service('«metadata»', ''), good: service('metadata', '\n  namespace: shop') },
    {
      bad: service('metadata', '\n  namespace: «default»'),
      good: service('metadata', '\n  namespace: shop'),
      message: 'default',
    },
  ],
  allows: [
    service('metadata', '\n  namespace: shop'),
    'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: web\n',
    {
      files: {
        'web.yaml': service('metadata', ''),
        'kustomization.yaml': 'resources: [web.yaml]\nnamespace: shop\n',
      },
    },
  ],
  *check(manifest: Manifest, { facts }) {
    if (!isWhole(manifest, facts)) return;
    if (isMoved(manifest.file.uri, facts)) return;
    for (const { kind, workload, namespace, writtenNamespace, metadata } of manifest.objects) {
      if ((!workload && kind.value !== 'Service') || namespace !== 'default') continue;
      const node = writtenNamespace?.node;
      if (node?.templated || !metadata) continue;
      yield node ? { span: node.span, message: 'default' } : { span: keySpan(metadata), message: 'missing' };
    }
  },
});

function service(metadata: string, namespace: string): string {
  return `apiVersion: v1\nkind: Service\n${metadata}:\n  name: web${namespace}\nspec:\n  selector:\n    app: web\n  ports:\n    - port: 80\n`;
}
