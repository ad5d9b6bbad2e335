import type { Manifest } from '../model';
import { violationsIn } from '../pod-security/report';
import { restrictedVolumes } from '../pod-security/volumes';
import { rule } from '../rule';

export default rule({
  id: 'kubernetes/restricted-volume-type',
  severity: 'off',
  strict: 'info',
  scope: 'part',
  what: { ko: 'Pod가 직접 붙이는 스토리지', en: 'Storage that a Pod connects to by itself' },
  why: {
    ko: '`nfs`나 `iscsi`를 Pod에 바로 적으면 주소와 접속 정보가 manifest에 남고, Pod를 만들 수 있는 사람은 누구나 그 서버의 아무 경로나 붙일 수 있다. 다른 cluster로 옮기면 고쳐야 한다. Pod Security restricted는 claim을 거친 것만 받는다.',
    en: 'With `nfs` or `iscsi` written into a Pod, addresses and ways in stand in the manifest, and whoever may create Pods may mount any path of that server. In another cluster it has to be rewritten. Pod Security `restricted` takes storage through a claim only.',
  },
  how: {
    ko: '관리자가 PersistentVolume을 만들고 Pod는 `persistentVolumeClaim`으로 쓴다. `configMap`, `secret`, `emptyDir`, `projected`, `csi`, `ephemeral`, `image`도 된다.',
    en: 'Let an administrator make a PersistentVolume and use it with a `persistentVolumeClaim`. `configMap`, `secret`, `emptyDir`, `projected`, `csi`, `ephemeral` and `image` are fine too.',
  },
  messages: {
    type: {
      ko: '`{type}` volume은 Pod Security restricted에서 쓸 수 없다. claim을 거친다.',
      en: 'Pod Security `restricted` has no `{type}` volumes; go through a claim.',
    },
  },
  concepts: ['concepts/pod-security', 'kubernetes/volumes', 'kubernetes/PersistentVolumeClaim'],
  source: 'https://kubernetes.io/docs/concepts/security/pod-security-standards/#restricted',
  also: ['pss/restrictedVolumes'],
  examples: [
    {
      bad: pod('«nfs»:\n        server: nfs.example.com\n        path: /data'),
      good: pod('persistentVolumeClaim:\n        claimName: data'),
    },
  ],
  allows: [pod('emptyDir: {}'), pod('hostPath:\n        path: /data')],
  *check(manifest: Manifest, context) {
    for (const { violation } of violationsIn(manifest, context, restrictedVolumes)) {
      const [type = ''] = violation.values;
      // That one has a rule of its own.
      if (type !== 'hostPath') yield { span: violation.span, values: { type } };
    }
  },
});

function pod(source: string): string {
  return `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: nginx:1.29.0
  volumes:
    - name: data
      ${source}
`;
}
