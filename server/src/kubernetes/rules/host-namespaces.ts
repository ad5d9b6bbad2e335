import type { PeerName } from '../../core/rule';
import type { Manifest } from '../model';
import { hostNamespaces } from '../pod-security/host-namespaces';
import { fixedBy, violationsIn } from '../pod-security/report';
import { rule } from '../rule';

const NAMES: Readonly<Record<string, readonly PeerName[]>> = {
  hostNetwork: ['kube-linter/host-network', 'polaris/hostNetworkSet', 'pss/hostNamespaces'],
  hostPID: ['kube-linter/host-pid', 'polaris/hostPIDSet', 'pss/hostNamespaces'],
  hostIPC: ['kube-linter/host-ipc', 'polaris/hostIPCSet', 'pss/hostNamespaces'],
};

export default rule({
  id: 'kubernetes/host-namespaces',
  severity: 'info',
  strict: 'warning',
  scope: 'part',
  what: { ko: 'node와 namespace를 나눠 쓰는 Pod', en: 'A Pod that shares namespaces with its node' },
  why: {
    ko: '컨테이너가 따로 노는 것은 kernel의 namespace 덕이다. `hostNetwork`면 node의 IP와 포트를 그대로 쓰고 NetworkPolicy가 잡지 못할 수 있다. `hostPID`면 node의 모든 프로세스가 보이고 신호도 보낸다. `hostIPC`면 다른 프로그램의 공유 메모리에 닿는다.',
    en: 'The namespaces of the kernel are what keeps containers apart. With `hostNetwork` a Pod has the node’s IP and ports, and a NetworkPolicy may not hold it. With `hostPID` it sees all processes of the node and can signal them. With `hostIPC` it reaches the shared memory of other programs.',
  },
  how: {
    ko: '줄을 지운다. 밖에서 접속하게 하려면 Service를, 컨테이너끼리 프로세스를 보려면 `shareProcessNamespace`를 쓴다. node agent나 CNI처럼 node를 다루는 일이 목적이라면 그대로 둔다.',
    en: 'Take the line away. For traffic from outside there are Services; `shareProcessNamespace` lets the containers of one Pod see each other. Where the node itself is the job, as for agents and CNI plugins, it stays.',
  },
  messages: {
    hostNetwork: {
      ko: 'node의 네트워크를 그대로 쓴다. 포트가 node의 것이나 다른 이런 Pod의 것과 부딪힌다.',
      en: 'This uses the network of the node: its ports collide with those of the node and of other such Pods.',
    },
    hostPID: {
      ko: 'node의 모든 프로세스가 보인다. 명령줄과 환경 변수의 비밀도 마찬가지다.',
      en: 'All processes of the node are in sight, with the secrets on their command lines and in their environment.',
    },
    hostIPC: {
      ko: 'node에서 도는 다른 프로그램의 공유 메모리를 읽고 쓸 수 있다.',
      en: 'The shared memory of the other programs on the node can be read and written.',
    },
  },
  concepts: ['kubernetes/host-namespaces', 'concepts/linux-namespace', 'concepts/container'],
  source: 'https://kubernetes.io/docs/concepts/security/pod-security-standards/#baseline',
  also: [...new Set(Object.values(NAMES).flat())],
  fix: 'choice',
  examples: [
    { bad: pod('  «hostNetwork»: true\n'), good: pod('') },
    { bad: pod('  «hostPID»: true\n'), good: pod(''), message: 'hostPID' },
    { bad: pod('  «hostIPC»: true\n'), good: pod(''), message: 'hostIPC' },
  ],
  allows: [pod('  hostNetwork: false\n'), pod('  shareProcessNamespace: true\n')],
  *check(manifest: Manifest, context) {
    for (const { violation } of violationsIn(manifest, context, hostNamespaces)) {
      const [field = ''] = violation.values;
      yield {
        span: violation.span,
        message: field,
        also: NAMES[field]!,
        ...fixedBy(manifest.document, violation.repairs, TITLE),
      };
    }
  },
});

const TITLE = { ko: '줄 지우기', en: 'Take the line away' };

function pod(own: string): string {
  return `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
${own}  containers:
    - name: web
      image: nginx:1.29.0
`;
}
