import type { Manifest } from '../model';
import { refusalOf } from '../pod-security/enforced';
import { editsFor } from '../pod-security/level';
import { isWhole, podsIn } from '../pods/pods';
import { rule } from '../rule';

export default rule({
  id: 'kubernetes/pod-refused-by-namespace',
  severity: 'warning',
  scope: 'part',
  what: { ko: 'namespace가 받지 않을 Pod', en: 'A Pod that its namespace refuses' },
  why: {
    ko: 'Namespace에 `pod-security.kubernetes.io/enforce`가 있으면 API server는 그 단계를 지나지 못하는 Pod를 거부한다. Deployment 같은 것은 경고와 함께 만들어지고 Pod만 생기지 않는다. `kubectl get pods`에는 아무것도 없고, 이유는 ReplicaSet의 Events에만 남는다.',
    en: 'Where a Namespace has the label `pod-security.kubernetes.io/enforce`, the API server refuses Pods that do not pass that level. A Deployment is created, with a warning, and its Pods never come: `kubectl get pods` shows nothing, and the reason is in the events of the ReplicaSet.',
  },
  how: {
    ko: '빠진 것을 `securityContext`에 적는다. node를 다루는 Pod라면 다른 namespace에 둔다.',
    en: 'Write what is missing in the `securityContext`. A Pod that works on its node belongs into another namespace.',
  },
  messages: {
    refused: {
      ko: 'Namespace `{namespace}`{namespace|은} Pod Security {level}만 받는다. 이 {kind}의 Pod는 거부된다: {steps}.',
      en: 'Namespace `{namespace}` enforces Pod Security {level} and refuses the Pods of this {kind}: {steps}.',
    },
    label: { ko: 'namespace가 강제하는 단계', en: 'The level that the namespace enforces' },
  },
  concepts: ['concepts/pod-security', 'kubernetes/security-context', 'kubernetes/namespace'],
  source: 'https://kubernetes.io/docs/concepts/security/pod-security-admission/',
  also: [],
  fix: 'choice',
  examples: [
    {
      bad: { files: { 'web.yaml': marked(pod('')), 'shop.yaml': namespace('restricted') } },
      good: {
        files: {
          'web.yaml': pod(
            '  securityContext:\n    runAsNonRoot: true\n    seccompProfile:\n      type: RuntimeDefault\n',
            '      securityContext:\n        allowPrivilegeEscalation: false\n        capabilities:\n          drop:\n            - ALL\n',
          ),
        },
      },
    },
    {
      bad: { files: { 'web.yaml': marked(pod('  hostPID: true\n')), 'shop.yaml': namespace('baseline') } },
      good: { files: { 'web.yaml': pod('') } },
    },
  ],
  allows: [
    { files: { 'web.yaml': pod(''), 'shop.yaml': namespace('baseline') } },
    { files: { 'web.yaml': pod('  hostPID: true\n'), 'shop.yaml': namespace('privileged') } },
    { files: { 'web.yaml': pod(''), 'shop.yaml': namespace('restricted').replace('enforce', 'warn') } },
    pod('  hostPID: true\n'),
  ],
  *check(manifest: Manifest, { facts, kubernetesVersion }) {
    if (!isWhole(manifest, facts)) return;
    for (const owner of podsIn(manifest, facts)) {
      const refusal = refusalOf(owner, facts, kubernetesVersion);
      const at = owner.object.writtenNamespace?.node;
      if (!refusal || !at) continue;
      const { label, level, steps } = refusal;
      const isMechanical = steps.every(({ mechanical }) => mechanical);
      yield {
        span: at.span,
        values: {
          namespace: at.text,
          level,
          kind: owner.workload.kind,
          steps: steps.map(({ what }) => what),
        },
        related: [{ span: label.valueSpan, message: 'label' }],
        ...(isMechanical && {
          fixes: [{ title: TITLE, kind: 'choice' as const, edits: editsFor(manifest.document, steps) }],
        }),
      };
    }
  },
});

const TITLE = {
  ko: '이 단계를 지나게 고치기(이미지가 그렇게도 도는지 확인한다)',
  en: 'Make it pass (see whether the image still runs)',
};

function namespace(level: string): string {
  return `apiVersion: v1
kind: Namespace
metadata:
  name: shop
  labels:
    pod-security.kubernetes.io/enforce: ${level}
`;
}

function marked(text: string): string {
  return text.replace('namespace: shop', 'namespace: «shop»');
}

function pod(own: string, container = ''): string {
  return `apiVersion: v1
kind: Pod
metadata:
  name: web
  namespace: shop
spec:
${own}  containers:
    - name: web
      image: nginxinc/nginx-unprivileged:1.29
${container}`;
}
