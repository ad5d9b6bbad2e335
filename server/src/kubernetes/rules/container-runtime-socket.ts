import type { PeerName } from '../../core/rule';
import { isRuntimeSocket } from '../facts/runtime-sockets';
import type { Manifest } from '../model';
import { hostPathOf } from '../pod-security/host-paths';
import { violationsIn } from '../pod-security/report';
import { hostPathVolumes } from '../pod-security/volumes';
import { rule } from '../rule';

const ALWAYS: readonly PeerName[] = ['polaris/hostPathSet', 'pss/hostPathVolumes', 'pss/restrictedVolumes'];
const DOCKER: PeerName = 'kube-linter/docker-sock';
const WRITABLE: PeerName = 'kube-linter/writable-host-mount';

export default rule({
  id: 'kubernetes/container-runtime-socket',
  severity: 'warning',
  scope: 'part',
  what: { ko: '컨테이너 runtime의 socket을 받은 Pod', en: 'A Pod with the socket of the container runtime' },
  why: {
    ko: 'runtime의 socket에 닿는 프로그램은 node의 `/`를 mount한 컨테이너를 아무 때나 띄울 수 있다. 곧 node의 root다. `readOnly`로 mount해도 socket에 명령을 보내는 것은 막지 못한다. 게다가 지금 Kubernetes의 node에는 대개 Docker가 없어서 `docker.sock`도 없다.',
    en: 'A program that reaches the runtime’s socket can start a container with the node’s `/` mounted, whenever it likes: it is root of the node. Mounting it with `readOnly` does not stop commands. And most nodes of today have no Docker, so no `docker.sock` either.',
  },
  how: {
    ko: '이미지를 만들려면 BuildKit이나 buildah를, 컨테이너를 보려면 kubelet이나 Kubernetes API를 쓴다.',
    en: 'To build images use BuildKit or buildah; to watch containers ask the kubelet or the Kubernetes API.',
  },
  messages: {
    socket: {
      ko: '`{path}`{path|으로} 누구나 node에 아무 컨테이너나 띄운다. node의 root와 같다.',
      en: 'Whoever reaches `{path}` starts any container on the node, which makes it root there.',
    },
  },
  concepts: ['concepts/container-runtime', 'concepts/container', 'concepts/build-tools'],
  source: 'https://kubernetes.io/docs/concepts/storage/volumes/#hostpath',
  also: [DOCKER, WRITABLE, ...ALWAYS],
  examples: [
    {
      bad: pod('«hostPath»:\n        path: /var/run/docker.sock'),
      good: pod('emptyDir: {}'),
    },
    {
      bad: pod('«hostPath»:\n        path: /run/containerd/containerd.sock\n        type: Socket'),
      good: pod('emptyDir: {}'),
    },
  ],
  allows: [pod('hostPath:\n        path: /var/run'), pod('hostPath:\n        path: /run/my-docker.sock')],
  *check(manifest: Manifest, context) {
    for (const { pod: owner, violation } of violationsIn(manifest, context, hostPathVolumes)) {
      const { path, isMounted, isWritable } = hostPathOf(owner, violation);
      if (!path || !isRuntimeSocket(path.text)) continue;
      const isDocker = isMounted && path.text.endsWith('docker.sock');
      yield {
        span: violation.span,
        values: { path: path.text },
        also: [...ALWAYS, ...(isDocker ? [DOCKER] : []), ...(isWritable ? [WRITABLE] : [])],
      };
    }
  },
});

function pod(source: string): string {
  return `apiVersion: v1
kind: Pod
metadata:
  name: ci
spec:
  containers:
    - name: ci
      image: jenkins/agent:3355.v388858a_47b_33-1
      volumeMounts:
        - name: runtime
          mountPath: /runtime
  volumes:
    - name: runtime
      ${source}
`;
}
