import type { Manifest } from '../model';
import { hostProbes } from '../pod-security/host-probes';
import { fixedBy, violationsIn } from '../pod-security/report';
import { rule } from '../rule';

export default rule({
  id: 'kubernetes/host-probe',
  severity: 'info',
  strict: 'warning',
  scope: 'part',
  what: { ko: '다른 곳에 묻는 probe나 hook', en: 'A probe or hook that asks somebody else' },
  why: {
    ko: 'probe와 lifecycle hook은 kubelet이 node에서 보낸다. `host`를 적지 않으면 Pod의 IP로 가고, 적으면 거기로 간다. Pod가 아닌 것에 묻는 셈이라 Pod가 살아 있는지 알 수 없다. node에서만 닿는 주소에 남이 대신 접속하게 할 수도 있어서 1.34부터 baseline이 막는다.',
    en: 'The kubelet sends probes and lifecycle hooks from the node. Without `host` they go to the IP of the Pod; with it, to that host, which says nothing about the Pod. It also lets somebody knock at addresses that only the node reaches, so that since 1.34 baseline forbids it.',
  },
  how: {
    ko: '`host`를 지운다. 가상 host의 이름이 필요하면 `httpHeaders`에 `Host`를 적는다.',
    en: 'Take `host` away. For the name of a virtual host, put `Host` into `httpHeaders`.',
  },
  messages: {
    host: {
      ko: 'Pod가 아니라 `{host}`에 묻는다. Pod가 어떤지는 알 수 없다.',
      en: 'This asks `{host}`, not the Pod: it says nothing of how the Pod is.',
    },
  },
  concepts: ['concepts/probe', 'concepts/pod-security'],
  source:
    'https://kubernetes.io/docs/tasks/configure-pod-container/configure-liveness-readiness-startup-probes/#http-probes',
  also: ['pss/hostProbesAndHostLifecycle'],
  fix: 'choice',
  examples: [{ bad: pod('\n          host: «10.0.0.1»'), good: pod('') }],
  allows: [
    pod('\n          host: ""'),
    { files: { 'web.yaml': pod('\n          host: 10.0.0.1') }, settings: { kubernetesVersion: '1.33' } },
  ],
  *check(manifest: Manifest, context) {
    for (const { violation } of violationsIn(manifest, context, hostProbes))
      yield {
        span: violation.span,
        values: { host: violation.values },
        ...fixedBy(manifest.document, violation.repairs, TITLE),
      };
  },
});

const TITLE = { ko: '`host` 지우기', en: 'Take `host` away' };

function pod(host: string): string {
  return `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: nginx:1.29.0
      readinessProbe:
        httpGet:
          path: /
          port: 80${host}
`;
}
