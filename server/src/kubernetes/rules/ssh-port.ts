import { listensOn } from '../facts/listening-images';
import type { Manifest } from '../model';
import { podsIn } from '../pods/pods';
import { rule } from '../rule';

export default rule({
  id: 'kubernetes/ssh-port',
  severity: 'info',
  scope: 'part',
  what: { ko: '컨테이너의 22번 포트', en: 'Port 22 of a container' },
  why: {
    ko: '22번은 SSH의 포트다. 컨테이너에 SSH 서버를 두면 프로세스가 하나 더 돌고, key와 계정을 따로 관리해야 하고, 들어가서 바꾼 것은 Pod가 다시 뜨면 사라진다. SSH가 아닌 것이 22번을 쓰면 보는 사람이 헷갈린다.',
    en: 'Port 22 is that of SSH. An SSH server in a container is one process more, with keys and accounts to look after, and what is changed by hand is gone when the Pod is replaced. Anything else on 22 misleads whoever reads it.',
  },
  how: {
    ko: '들어가 볼 일이 있으면 `kubectl exec`나 `kubectl debug`를 쓴다. 다른 프로그램이면 다른 포트를 쓴다.',
    en: 'To look inside, use `kubectl exec` or `kubectl debug`. Another program takes another port.',
  },
  messages: {
    found: {
      ko: '22번은 SSH의 포트다. 컨테이너 안은 `kubectl exec`로 들여다본다.',
      en: 'Port 22 is that of SSH; look inside a container with `kubectl exec`.',
    },
  },
  concepts: ['kubernetes/container-ports', 'concepts/container', 'concepts/process'],
  source: 'https://kubernetes.io/docs/tasks/debug/debug-application/get-shell-running-container/',
  also: ['kube-linter/ssh-port'],
  examples: [{ bad: pod('web', '«22»'), good: pod('web', '8080') }],
  allows: [
    pod('web', '22\n          protocol: UDP'),
    pod('web', '2222'),
    // There to be reached by SSH.
    pod('gitea/gitea', '22'),
  ],
  *check(manifest: Manifest, { facts }) {
    for (const { containers } of podsIn(manifest, facts))
      for (const { ports, image } of containers) {
        const port = ports.find(({ number, protocol }) => number?.value === 22 && protocol === 'TCP');
        if (port?.number && !listensOn(image?.value ?? '', 22)) yield { span: port.number.node.span };
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
