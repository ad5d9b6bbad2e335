import { listensOn } from '../facts/listening-images';
import type { Manifest } from '../model';
import { podsIn } from '../pods/pods';
import { rule } from '../rule';

export default rule({
  id: 'kubernetes/privileged-port',
  severity: 'off',
  scope: 'part',
  what: { ko: '1024보다 낮은 컨테이너 포트', en: 'A container port below 1024' },
  why: {
    ko: 'Linux에서 1024보다 낮은 포트는 root나 `NET_BIND_SERVICE`가 있는 프로세스만 연다. 그런 포트를 쓰면 root로 돌리거나 capability를 더하게 된다. Docker와 containerd는 요즘 이 제한을 풀지만 모든 node가 그렇지는 않다.',
    en: 'On Linux only root, or a process with `NET_BIND_SERVICE`, opens ports below 1024. Such a port is a reason to run as root or to add a capability. Docker and containerd lift the limit these days, but not on every node.',
  },
  how: {
    ko: '프로그램은 8080 같은 높은 포트를 listen하게 하고, 밖에 보이는 80번은 Service의 `port`에 적는다.',
    en: 'Let the program listen on a high port such as 8080. The 80 that others see is the `port` of the Service.',
  },
  messages: {
    found: {
      ko: '1024보다 낮은 {port}번은 root나 `NET_BIND_SERVICE`가 있어야 연다.',
      en: 'Port {port} is below 1024: it takes root or `NET_BIND_SERVICE` to open it.',
    },
  },
  concepts: ['kubernetes/container-ports', 'kubernetes/security-context', 'kubernetes/Service'],
  source: 'https://kubernetes.io/docs/concepts/security/pod-security-standards/#restricted',
  also: ['kube-linter/privileged-ports'],
  examples: [{ bad: pod('registry.example.com/web', '«80»'), good: pod('registry.example.com/web', '8080') }],
  allows: [
    // It listens there unless it is told otherwise.
    pod('nginx', '80'),
    pod('registry.example.com/web', '1024'),
    // That it is SSH is told elsewhere.
    pod('registry.example.com/web', '22'),
  ],
  *check(manifest: Manifest, { facts }) {
    for (const { containers } of podsIn(manifest, facts))
      for (const { ports, image } of containers) {
        const port = ports.find(
          ({ number, protocol }) =>
            number !== undefined &&
            number.value > 0 &&
            number.value < 1024 &&
            !(number.value === 22 && protocol === 'TCP') &&
            !listensOn(image?.value ?? '', number.value),
        )?.number;
        if (port) yield { span: port.node.span, values: { port: port.value } };
      }
  },
});

function pod(image: string, port: string): string {
  return `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: ${image}:1.0
      ports:
        - containerPort: ${port}
`;
}
