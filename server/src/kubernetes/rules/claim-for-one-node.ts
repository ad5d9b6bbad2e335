import { uriOf } from '../../core/span';
import { numberOf } from '../../yaml/navigate';
import { isRewritten } from '../kustomize/kustomizations';
import type { Manifest } from '../model';
import { referencesOf } from '../references/read';
import { isNeighbour, nearest } from '../relations/nearest';
import { rule } from '../rule';

export default rule({
  id: 'kubernetes/claim-for-one-node',
  severity: 'info',
  scope: 'part',
  what: {
    ko: '여러 Pod가 한 node에만 붙는 volume을 함께 쓴다',
    en: 'Several Pods share a volume that only one node can mount',
  },
  why: {
    ko: '`ReadWriteOnce`는 Pod 하나가 아니라 node 하나를 뜻한다. replica가 다른 node에 놓이면 volume이 붙지 않아 `ContainerCreating`에 머문다. 같은 node에 놓이면 우연히 잘 된다.',
    en: '`ReadWriteOnce` means one node, not one Pod. A replica on another node cannot mount the volume and stays in `ContainerCreating`. It works only as long as all of them happen to run on one node.',
  },
  how: {
    ko: 'Pod마다 데이터를 따로 두려면 StatefulSet의 `volumeClaimTemplates`를 쓴다. 함께 써야 한다면 `ReadWriteMany`를 할 수 있는 스토리지를 고른다. 하나면 충분하다면 `replicas: 1`로 둔다.',
    en: 'For data of their own, use a StatefulSet with `volumeClaimTemplates`. To share data, take storage that can do `ReadWriteMany`. If one Pod is enough, say `replicas: 1`.',
  },
  messages: {
    node: {
      ko: 'PersistentVolumeClaim `{name}`{name|은} `ReadWriteOnce`라 node 하나에만 붙는데, 이 {kind}{kind|은} Pod를 {replicas}개 띄운다.',
      en: 'PersistentVolumeClaim `{name}` is `ReadWriteOnce`: one node. This {kind} runs {replicas} Pods.',
    },
    pod: {
      ko: 'PersistentVolumeClaim `{name}`{name|은} `ReadWriteOncePod`라 Pod 하나만 쓸 수 있는데, 이 {kind}{kind|은} Pod를 {replicas}개 띄운다.',
      en: 'PersistentVolumeClaim `{name}` is `ReadWriteOncePod`: one Pod. This {kind} runs {replicas}.',
    },
    there: { ko: '나눠 쓰는 PersistentVolumeClaim `{name}`', en: 'The PersistentVolumeClaim `{name}`' },
  },
  concepts: ['kubernetes/PersistentVolumeClaim', 'kubernetes/replicas', 'kubernetes/StatefulSet'],
  source: 'https://kubernetes.io/docs/concepts/storage/persistent-volumes/#access-modes',
  also: [],
  examples: [
    {
      bad: { files: { 'deploy/web.yaml': deployment(2, '«data»'), 'pvc/data.yaml': claim('ReadWriteOnce') } },
      good: { files: { 'deploy/web.yaml': deployment(2, 'data'), 'pvc/data.yaml': claim('ReadWriteMany') } },
    },
    {
      bad: `${deployment(3, '«data»')}---\n${claim('ReadWriteOncePod')}`,
      good: `${deployment(1, 'data')}---\n${claim('ReadWriteOncePod')}`,
      message: 'pod',
    },
  ],
  allows: [
    `${deployment(1, 'data')}---\n${claim('ReadWriteOnce')}`,
    `${deployment(2, 'data')}---\n${claim('ReadWriteOnce, ReadWriteMany')}`,
    `${deployment(2, 'data')}---\n${claim('ReadOnlyMany')}`,
    deployment(2, 'data'),
  ],
  *check({ objects, document, file: { uri } }: Manifest, { facts }) {
    if (!facts.complete || document.faults.length > 0 || isRewritten(uri, facts)) return;
    for (const object of objects) {
      const { workload } = object;
      const replicas = numberOf(workload?.replicas) ?? 1;
      if (!workload || replicas < 2) continue;
      for (const { to, name } of referencesOf(object)) {
        if (to.kind !== 'PersistentVolumeClaim') continue;
        const at = { ...(to.namespace !== undefined && { namespace: to.namespace }), name: name.text };
        const [found] = nearest(facts.find('claim', at), uri);
        const home = found && uriOf(found.span.part);
        if (!found || !home || !isNeighbour(home, uri) || isRewritten(home, facts)) continue;
        const { modes } = found.value;
        if (modes.length === 0 || !modes.every((mode) => mode.startsWith('ReadWriteOnce'))) continue;
        yield {
          span: name.span,
          message: modes.every((mode) => mode === 'ReadWriteOncePod') ? 'pod' : 'node',
          values: { name: name.text, kind: workload.kind, replicas },
          related: [{ span: found.span, message: 'there', values: { name: name.text } }],
        };
      }
    }
  },
});

function deployment(replicas: number, claim: string): string {
  return `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  replicas: ${replicas}
  selector:
    matchLabels:
      app: web
  template:
    metadata:
      labels:
        app: web
    spec:
      containers:
        - name: web
          image: nginx:1.29.0
          volumeMounts:
            - name: data
              mountPath: /data
      volumes:
        - name: data
          persistentVolumeClaim:
            claimName: ${claim}
`;
}

function claim(modes: string): string {
  return `apiVersion: v1
kind: PersistentVolumeClaim
metadata:
  name: data
spec:
  accessModes: [${modes}]
  resources:
    requests:
      storage: 1Gi
`;
}
