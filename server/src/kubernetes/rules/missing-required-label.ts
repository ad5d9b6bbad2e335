import { entry, keySpan } from '../../yaml/navigate';
import type { Manifest } from '../model';
import { isWhole } from '../pods/pods';
import { rule } from '../rule';

export default rule<{ requiredLabels: readonly string[] }>({
  id: 'kubernetes/missing-required-label',
  severity: 'off',
  scope: 'part',
  what: { ko: '꼭 붙이기로 한 label이 없다', en: 'A label that every object is to have is missing' },
  why: {
    ko: '누가 맡은 오브젝트인지, 어느 비용에 드는지는 오브젝트만 보고는 알 수 없다. 팀은 꼭 붙일 label을 정해 두고, 그것으로 찾고(`kubectl get -l`) 지운다.',
    en: 'An object does not tell whose it is or who pays for it. So teams agree on labels that everything carries, and find (`kubectl get -l`) and clean up by them.',
  },
  how: {
    ko: '`metadata.labels`에 적는다. 목록은 설정의 `requiredLabels`에 적는다.',
    en: 'Write it in `metadata.labels`. The list is `requiredLabels` in the configuration.',
  },
  messages: {
    missing: { ko: 'label이 없다: {labels}', en: 'Missing labels: {labels}.' },
  },
  concepts: ['concepts/label', 'kubernetes/labels'],
  source: 'https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/',
  also: ['kube-linter/required-label-owner'],
  options: {
    requiredLabels: {
      default: ['owner'],
      what: {
        ko: '모든 오브젝트에 있어야 하는 label의 이름',
        en: 'The names of the labels every object is to have.',
      },
    },
  },
  examples: [
    {
      bad: 'apiVersion: v1\nkind: Pod\n«metadata»:\n  name: web\nspec:\n  containers:\n    - name: web\n      image: nginx:1.29\n',
      good: 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\n  labels:\n    owner: shop\nspec:\n  containers:\n    - name: web\n      image: nginx:1.29\n',
    },
    {
      bad: 'apiVersion: v1\nkind: ConfigMap\n«metadata»:\n  name: web\n',
      good: 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: web\n  labels:\n    owner: shop\n',
    },
    {
      bad: 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: web\n  «labels»:\n    app: web\n',
      good: 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: web\n  labels:\n    app: web\n    owner: shop\n',
    },
  ],
  allows: ['apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: web\n  labels:\n    owner: shop\n'],
  *check(manifest: Manifest, { facts, options: { requiredLabels } }) {
    if (!isWhole(manifest, facts)) return;
    for (const { metadata, labels, kind, workload } of manifest.objects) {
      const missing = requiredLabels.filter((wanted) => !labels.some(({ name }) => name === wanted));
      if (missing.length === 0) continue;
      yield {
        span: entry(metadata, 'labels')?.key.span ?? (metadata ? keySpan(metadata) : kind.node.span),
        values: { labels: missing.map((name) => `\`${name}\``) },
        // kube-linter asks what runs pods only.
        also: workload && missing.includes('owner') ? ['kube-linter/required-label-owner'] : [],
      };
    }
  },
});
