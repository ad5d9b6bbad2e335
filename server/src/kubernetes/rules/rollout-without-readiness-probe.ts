import type { Manifest } from '../model';
import { isWhole, podsIn } from '../pods/pods';
import { readinessFix, servicesOf, tellsReady } from '../pods/probes';
import { rule } from '../rule';

const ROLLED = new Set(['Deployment', 'StatefulSet', 'DaemonSet']);

export default rule({
  id: 'kubernetes/rollout-without-readiness-probe',
  severity: 'hint',
  strict: 'off',
  scope: 'part',
  what: {
    ko: 'Service 뒤의 Pod에 `readinessProbe`가 없다',
    en: 'Pods behind a Service without a `readinessProbe`',
  },
  why: {
    ko: '`readinessProbe`가 없으면 컨테이너가 시작하자마자 준비된 것으로 친다. 아직 열리지 않은 포트로 요청이 가고, rolling update는 새 Pod가 받을 수 있기도 전에 옛 Pod를 지운다. 새 버전이 제대로 뜨지 않아도 배포는 성공한 것처럼 끝난다.',
    en: 'Without a `readinessProbe` a pod counts as ready the moment its containers have started. Requests go to a port that is not open yet, and a rolling update takes old pods away before the new ones can answer. Even a version that never answers rolls out as if all were well.',
  },
  how: {
    ko: '요청을 받을 수 있을 때만 성공하는 `readinessProbe`를 적는다. HTTP라면 `httpGet`, 아니면 `tcpSocket`이나 `exec`를 쓴다.',
    en: 'Write a `readinessProbe` that succeeds only when the container can answer: `httpGet` for HTTP, else `tcpSocket` or `exec`.',
  },
  messages: {
    missing: {
      ko: 'Service `{service}`{service|이} 이 Pod로 요청을 보내는데 준비됐는지 알려 주는 `readinessProbe`가 없다.',
      en: 'The Service `{service}` sends requests here, and no `readinessProbe` tells when these pods can take them.',
    },
    service: { ko: '요청을 보내는 Service', en: 'The Service that sends requests' },
  },
  concepts: ['concepts/zero-downtime', 'kubernetes/readiness-probe', 'concepts/rolling-update'],
  source: 'https://kubernetes.io/docs/concepts/workloads/pods/probes/',
  also: ['kube-score/pod-probes'],
  fix: 'choice',
  examples: [
    {
      bad: { files: { 'web.yaml': deployment('«containers»', ''), 'service.yaml': service() } },
      good: {
        files: {
          'web.yaml': deployment(
            'containers',
            '          readinessProbe:\n            tcpSocket:\n              port: 80\n',
          ),
          'service.yaml': service(),
        },
      },
    },
  ],
  allows: [
    // Nobody sends anything there.
    deployment('containers', ''),
    {
      files: {
        'web.yaml': deployment(
          'containers',
          '          readinessProbe:\n            httpGet:\n              path: /\n              port: 80\n',
        ),
        'service.yaml': service(),
      },
    },
  ],
  *check(manifest: Manifest, { facts }) {
    if (!isWhole(manifest, facts)) return;
    for (const pod of podsIn(manifest, facts)) {
      if (!ROLLED.has(pod.workload.kind) || tellsReady(pod)) continue;
      const [service] = servicesOf(pod, facts);
      if (!service || pod.template.containers.length === 0) continue;
      const fix = pod.template.containers
        .map((container) => readinessFix(manifest.document, container))
        .find((one) => one !== undefined);
      yield {
        span: pod.anchor,
        values: { service: service.name ?? '?' },
        related: [{ span: service.span, message: 'service' }],
        fixes: fix ? [fix] : [],
      };
    }
  },
});

function deployment(containers: string, probe: string): string {
  return `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  replicas: 2
  selector:
    matchLabels:
      app: web
  template:
    metadata:
      labels:
        app: web
    spec:
      ${containers}:
        - name: web
          image: nginx:1.29.0
          ports:
            - containerPort: 80
${probe}`;
}

function service(): string {
  return 'apiVersion: v1\nkind: Service\nmetadata:\n  name: web\nspec:\n  selector:\n    app: web\n  ports:\n    - port: 80\n';
}
