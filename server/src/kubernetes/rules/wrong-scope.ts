import { removeEntry } from '../../yaml/edit';
import { entry } from '../../yaml/navigate';
import { isPatch } from '../kustomize/kustomizations';
import type { Manifest } from '../model';
import { rule } from '../rule';

export default rule({
  id: 'kubernetes/wrong-scope',
  severity: 'warning',
  scope: 'part',
  what: {
    ko: 'cluster 전체에 하나뿐인 오브젝트에 namespace를 적었다',
    en: 'A namespace on an object that belongs to the whole cluster',
  },
  why: {
    ko: 'Namespace, Node, PersistentVolume, ClusterRole 같은 오브젝트는 어느 namespace에도 속하지 않는다. API server는 적힌 `namespace`를 말없이 지운다. 읽는 사람은 그 namespace 안의 것으로 알지만, 이름이 같으면 다른 팀의 것을 덮어쓴다.',
    en: 'A Namespace, a Node, a PersistentVolume, a ClusterRole belong to no namespace. The API server drops a `namespace` without a word. Readers take the object for one of that namespace, while it overwrites that of another team with the same name.',
  },
  how: {
    ko: '`namespace` 줄을 지운다. namespace 안에서만 통하는 권한이라면 ClusterRole 대신 Role을 쓴다.',
    en: 'Take the line away. Rights within one namespace are a Role, not a ClusterRole.',
  },
  messages: {
    cluster: {
      ko: '`{kind}`{kind|은} namespace에 속하지 않는다. API server는 이 `namespace`를 버린다.',
      en: 'A `{kind}` belongs to no namespace; the API server drops this one.',
    },
  },
  concepts: ['concepts/namespace', 'kubernetes/namespace'],
  source:
    'https://kubernetes.io/docs/concepts/overview/working-with-objects/namespaces/#not-all-objects-are-in-a-namespace',
  also: [],
  fix: 'safe',
  examples: [
    {
      bad: 'apiVersion: v1\nkind: PersistentVolume\nmetadata:\n  name: data\n  «namespace»: shop\nspec:\n  capacity:\n    storage: 1Gi\n  accessModes:\n    - ReadWriteOnce\n  hostPath:\n    path: /data\n',
      good: 'apiVersion: v1\nkind: PersistentVolume\nmetadata:\n  name: data\nspec:\n  capacity:\n    storage: 1Gi\n  accessModes:\n    - ReadWriteOnce\n  hostPath:\n    path: /data\n',
    },
  ],
  allows: [
    'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: web\n  namespace: shop\n',
    'apiVersion: example.com/v1\nkind: Widget\nmetadata:\n  name: web\n  namespace: shop\n',
  ],
  *check({ objects, document, file }: Manifest, { facts }) {
    if (isPatch(file.uri, facts)) return;
    for (const { type, kind, metadata, writtenNamespace } of objects) {
      const pair = metadata && entry(metadata, 'namespace');
      if (type?.namespaced !== false || !pair || !writtenNamespace?.value) continue;
      yield {
        span: pair.key.span,
        values: { kind: kind.value },
        fixes: [
          {
            title: { ko: '`namespace` 지우기', en: 'Take `namespace` away' },
            kind: 'safe',
            edits: [removeEntry(document, pair)],
          },
        ],
      };
    }
  },
});
