import type { PeerName } from '../../core/rule';
import { replaceText } from '../../yaml/edit';
import { asScalar, get } from '../../yaml/navigate';
import type { Manifest } from '../model';
import { type Pod, podsIn } from '../pods/pods';
import { servicesFor } from '../relations/selecting';
import { rule } from '../rule';

const KEYS: Readonly<Record<string, string>> = {
  Deployment: 'strategy',
  StatefulSet: 'updateStrategy',
  DaemonSet: 'updateStrategy',
};

export default rule({
  id: 'kubernetes/no-rolling-update',
  severity: 'off',
  strict: 'info',
  scope: 'part',
  what: { ko: 'rolling update를 하지 않는다', en: 'An update strategy other than a rolling one' },
  why: {
    ko: '`Recreate`는 옛 Pod를 모두 지운 다음 새 Pod를 띄운다. 그 사이에는 아무도 대답하지 않는다. `OnDelete`는 Pod를 손으로 지울 때까지 옛 버전을 그대로 둔다.',
    en: '`Recreate` takes all old pods away before it starts new ones; in between nobody answers. `OnDelete` leaves the old version running until somebody deletes the pods by hand.',
  },
  how: {
    ko: '`type: RollingUpdate`로 바꾸거나 지운다(기본값이다). 한 번에 한 Pod만 붙일 수 있는 volume을 쓰거나 두 버전이 함께 돌면 안 되는 프로그램이라면 `Recreate`가 맞다.',
    en: 'Write `type: RollingUpdate`, or leave it out: it is the default. `Recreate` is right for a volume that only one pod can have, and for programs of which two versions must not run side by side.',
  },
  messages: {
    recreate: {
      ko: '`Recreate`는 옛 Pod를 모두 지우고 나서 새로 띄운다. 그동안 대답할 Pod가 없다.',
      en: '`Recreate` takes all old pods away first: until the new ones are up nobody answers.',
    },
    'on-delete': {
      ko: '`OnDelete`는 Pod를 손으로 지울 때까지 옛 버전을 둔다.',
      en: 'With `OnDelete` the old version runs on until somebody deletes the pods.',
    },
  },
  concepts: ['concepts/rolling-update', 'kubernetes/strategy', 'concepts/zero-downtime'],
  source: 'https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#strategy',
  also: ['kube-linter/no-rolling-update-strategy', 'kube-score/deployment-strategy'],
  fix: 'choice',
  examples: [
    {
      bad: `${workload('Deployment', 'strategy', '«Recreate»')}---\n${service()}`,
      good: `${workload('Deployment', 'strategy', 'RollingUpdate')}---\n${service()}`,
    },
    {
      bad: workload('DaemonSet', 'updateStrategy', '«OnDelete»'),
      good: workload('DaemonSet', 'updateStrategy', 'RollingUpdate'),
      message: 'on-delete',
    },
  ],
  allows: [
    workload('Deployment', 'strategy', 'RollingUpdate'),
    // Only one pod at a time can have such a volume.
    `${workload('Deployment', 'strategy', 'Recreate')}      volumes:\n        - name: data\n          persistentVolumeClaim:\n            claimName: data\n`,
  ],
  *check(manifest: Manifest, { facts }) {
    for (const pod of podsIn(manifest, facts)) {
      const { kind, spec } = pod.workload;
      const key = KEYS[kind];
      const type = key === undefined ? undefined : asScalar(get(spec, key, 'type'));
      if (!type || (type.text !== 'Recreate' && type.text !== 'OnDelete') || claims(pod)) continue;
      const names: PeerName[] = ['kube-linter/no-rolling-update-strategy'];
      if (kind === 'Deployment' && servicesFor(pod.template.labels, pod.object.namespace, facts).length > 0)
        names.push('kube-score/deployment-strategy');
      yield {
        span: type.span,
        message: type.text === 'OnDelete' ? 'on-delete' : 'recreate',
        also: names,
        fixes: [
          {
            title: { ko: '`RollingUpdate`로 바꾸기', en: 'Change it to `RollingUpdate`' },
            kind: 'choice',
            edits: [replaceText(type, 'RollingUpdate')],
          },
        ],
      };
    }
  },
});

function claims({ workload: { kind }, template: { volumes } }: Pod): boolean {
  return kind === 'Deployment' && volumes.some(({ source }) => source === 'persistentVolumeClaim');
}

function workload(kind: string, key: string, type: string): string {
  return `apiVersion: apps/v1
kind: ${kind}
metadata:
  name: web
spec:
  ${key}:
    type: ${type}
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
`;
}

function service(): string {
  return 'apiVersion: v1\nkind: Service\nmetadata:\n  name: web\nspec:\n  selector:\n    app: web\n  ports:\n    - port: 80\n';
}
