import type { Manifest } from '../model';
import { hostPorts } from '../pod-security/host-ports';
import { fixedBy, violationsIn } from '../pod-security/report';
import { rule } from '../rule';

export default rule({
  id: 'kubernetes/host-port',
  severity: 'info',
  strict: 'warning',
  scope: 'part',
  what: { ko: 'node의 포트를 차지하는 컨테이너', en: 'A container that takes a port of its node' },
  why: {
    ko: '`hostPort`는 node 한 대에 하나뿐이다. 그래서 replica 수가 node 수를 넘으면 남는 Pod는 Pending에 머물고, rolling update에서 새 Pod가 옛 Pod의 포트를 기다린다. node에 닿는 누구나 Service와 Ingress를 거치지 않고 접속한다.',
    en: 'There is one such port per node. With more replicas than nodes the rest stay Pending, and in a rolling update the new Pod waits for the port of the old one. Whoever reaches the node gets in, past Services and Ingresses.',
  },
  how: {
    ko: '`hostPort`를 지우고 Service로 노출한다. node의 포트가 필요하면 `type: NodePort`가 있다. node마다 하나씩 도는 DaemonSet이라면 그대로 두어도 된다.',
    en: 'Take `hostPort` away and expose the Pods with a Service; for a port on the nodes there is `type: NodePort`. In a DaemonSet, one Pod per node, it can make sense.',
  },
  messages: {
    port: {
      ko: 'node의 포트 {port}{port|을} 차지한다. 한 node에 이런 Pod는 하나만 뜬다.',
      en: 'This takes port {port} of the node: one such Pod fits on each.',
    },
  },
  concepts: ['kubernetes/container-ports', 'kubernetes/Service'],
  source: 'https://kubernetes.io/docs/concepts/configuration/overview/#services',
  also: ['polaris/hostPortSet', 'pss/hostPorts'],
  fix: 'choice',
  examples: [{ bad: pod('\n          hostPort: «80»'), good: pod('') }],
  allows: [pod('\n          hostPort: 0')],
  *check(manifest: Manifest, context) {
    for (const { violation } of violationsIn(manifest, context, hostPorts))
      yield {
        span: violation.span,
        values: { port: violation.values },
        ...fixedBy(manifest.document, violation.repairs, TITLE),
      };
  },
});

const TITLE = { ko: '`hostPort` 지우기', en: 'Take `hostPort` away' };

function pod(port: string): string {
  return `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: nginx:1.29.0
      ports:
        - containerPort: 80${port}
`;
}
