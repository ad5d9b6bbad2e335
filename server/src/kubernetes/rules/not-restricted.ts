import { keySpan } from '../../yaml/navigate';
import type { Manifest } from '../model';
import { refusalOf } from '../pod-security/enforced';
import { editsFor, podSecurity, type Step } from '../pod-security/level';
import { isWhole, type Pod, podsIn } from '../pods/pods';
import { rule } from '../rule';

export default rule({
  id: 'kubernetes/not-restricted',
  severity: 'hint',
  strict: 'off',
  scope: 'part',
  what: { ko: 'Pod Security restricted까지 남은 것', en: 'What is left for Pod Security restricted' },
  why: {
    ko: 'Pod Security는 Pod가 node에 얼마나 닿을 수 있는지를 privileged, baseline, restricted 세 단계로 나눈다. 아무것도 적지 않은 Pod는 baseline이다. 대부분의 앱은 몇 줄만 더 적으면 가장 엄한 restricted를 지나고, 그러면 앱이 뚫려도 할 수 있는 일이 적다.',
    en: 'Pod Security parts Pods into three levels by how far they reach into their node: privileged, baseline, restricted. A Pod that says nothing is baseline. Most apps are a few lines away from restricted, the strictest, and then a hole in the app leads to little.',
  },
  how: {
    ko: '빠진 것을 `securityContext`에 적는다. quick fix가 한 번에 적어 준다. 이미지가 root로 뜬다면 먼저 root가 아닌 사용자를 쓰는 이미지로 바꾼다.',
    en: 'Write what is missing in the `securityContext`; the quick fix writes all of it. If the image runs as root, change to one that does not first.',
  },
  messages: {
    baseline: {
      ko: 'Pod Security baseline이다. restricted까지 {count}가지 남았다: {steps}.',
      en: 'Pod Security: baseline. {count} to go for restricted: {steps}.',
    },
    privileged: {
      ko: '적어 둔 것 말고도 Pod Security restricted에는 {count}가지가 빠졌다: {steps}.',
      en: 'Besides what it says, this lacks {count} for Pod Security restricted: {steps}.',
    },
  },
  concepts: ['concepts/pod-security', 'kubernetes/security-context', 'concepts/container'],
  source: 'https://kubernetes.io/docs/concepts/security/pod-security-standards/',
  also: [],
  fix: 'choice',
  examples: [
    { bad: pod('').replace('spec:', '«spec»:'), good: restricted() },
    {
      bad: pod('  hostNetwork: true\n  «securityContext»:\n    fsGroup: 10001\n'),
      good: restricted()
        .replace('  securityC', '  hostNetwork: true\n  securityC')
        .replace('    runAs', '    fsGroup: 10001\n    runAs'),
      message: 'privileged',
    },
  ],
  allows: [
    restricted(),
    pod('').replace('name: web\nspec', 'name: web\n  namespace: kube-system\nspec'),
    // The agent of a node is told what it costs, not that it is none.
    'apiVersion: apps/v1\nkind: DaemonSet\nmetadata:\n  name: agent\nspec:\n  selector:\n    matchLabels:\n      app: agent\n  template:\n    metadata:\n      labels:\n        app: agent\n    spec:\n      hostPID: true\n      containers:\n        - name: agent\n          image: prom/node-exporter:v1.9.1\n',
  ],
  *check(manifest: Manifest, { facts, kubernetesVersion }) {
    if (!isWhole(manifest, facts)) return;
    for (const owner of podsIn(manifest, facts)) {
      // What is refused for it is told so.
      const isTold = refusalOf(owner, facts, kubernetesVersion) !== undefined;
      if (isSystem(owner) || isTold || owner.containers.length === 0) continue;
      const { level, steps } = podSecurity(owner, kubernetesVersion);
      const missing = steps.flatMap(missingOf);
      const [first] = missing.flatMap(({ violations }) => violations);
      if (!first || (level === 'privileged' && owner.workload.kind === 'DaemonSet')) continue;
      yield {
        // What a pod lacks as a whole belongs in its spec; `containers` is where resources and probes are missed.
        span: first.span.start === owner.anchor.start ? keySpan(owner.spec) : first.span,
        message: level === 'privileged' ? level : 'baseline',
        values: { count: missing.length, steps: missing.map(({ what }) => what) },
        fixes: [
          {
            title: TITLE,
            kind: 'choice',
            // Nearly every pod lacks something, and few of the edits are asked for.
            get edits() {
              return editsFor(manifest.document, missing);
            },
          },
        ],
      };
    }
  },
});

const TITLE = {
  ko: '모두 적기(이미지가 root로 뜨면 Pod가 뜨지 못한다)',
  en: 'Write all of it (an image that runs as root will not start)',
};

/** What a step adds; what it takes back is told by rules of its own. */
function missingOf(step: Step): readonly Step[] {
  const violations = step.violations.filter(
    ({ missing, repairs }) => missing && !repairs.some(({ kind }) => kind === 'remove'),
  );
  return violations.length > 0 ? [{ ...step, violations }] : [];
}

/** Where the cluster's own programs live. */
function isSystem({ object: { namespace = '' } }: Pod): boolean {
  return /^(?:kube|openshift|gke)-|-system$/.test(namespace);
}

function restricted(): string {
  return pod(
    '  securityContext:\n    runAsNonRoot: true\n    seccompProfile:\n      type: RuntimeDefault\n',
    '      securityContext:\n        allowPrivilegeEscalation: false\n        capabilities:\n          drop:\n            - ALL\n',
  );
}

function pod(own: string, container = ''): string {
  return `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
${own}  containers:
    - name: web
      image: nginxinc/nginx-unprivileged:1.29
${container}`;
}
