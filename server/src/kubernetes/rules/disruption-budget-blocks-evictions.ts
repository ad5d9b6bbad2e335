import type { WorkspaceFacts } from '../../core/facts';
import type { Finding, Fix, PeerName } from '../../core/rule';
import type { KubernetesFacts } from '../facts';
import { isPatch, isRewritten } from '../kustomize/kustomizations';
import type { KubernetesObject, Manifest } from '../model';
import { type Guarded, guardedBy, kept, type Policy, policyOf } from '../pods/budget';
import { rule } from '../rule';

export default rule({
  id: 'kubernetes/disruption-budget-blocks-evictions',
  severity: 'warning',
  scope: 'part',
  what: {
    ko: 'Pod를 하나도 내보낼 수 없는 PodDisruptionBudget',
    en: 'A PodDisruptionBudget that lets no pod be evicted',
  },
  why: {
    ko: 'node를 비우는 일(`kubectl drain`, cluster 올리기, autoscaler의 node 정리)은 Pod를 내보내도 되는지 PodDisruptionBudget에 묻는다. 남겨야 할 수가 Pod의 수와 같으면 대답은 늘 "안 된다"이고, drain은 끝나지 않는다. Pod를 지키는 것은 여유가 있을 때뿐이다.',
    en: 'Who drains a node (`kubectl drain`, an upgrade of the cluster, an autoscaler that saves nodes) asks the PodDisruptionBudget whether a pod may go. If as many have to stay as there are, the answer is always no and the drain never ends. A budget protects only where there is one pod to spare.',
  },
  how: {
    ko: '`maxUnavailable: 1`로 한 번에 하나씩 내보내게 하거나 `replicas`를 하나 늘린다. 퍼센트는 올림한다: 1개의 50%는 1개다. 손으로 허락할 때만 내보내려고 일부러 막았다면 그 오브젝트에서 이 규칙을 끈다.',
    en: 'Let them go one by one with `maxUnavailable: 1`, or add a replica. Shares are rounded up: 50% of 1 pod is 1 pod. If evictions are meant to wait for a person, silence this rule for the object.',
  },
  messages: {
    zero: {
      ko: '`maxUnavailable`이 0이면 Pod를 하나도 내보낼 수 없어서 node를 비우지 못한다.',
      en: 'With `maxUnavailable` 0 no pod may ever be evicted: nodes cannot be drained.',
    },
    all: {
      ko: '모두(100%) 남아야 하므로 Pod를 하나도 내보낼 수 없다.',
      en: 'All of them (100%) have to stay: no pod may ever be evicted.',
    },
    replicas: {
      ko: '{workload}의 Pod는 {count}개이고 {kept}개가 남아야 한다. 하나도 내보낼 수 없어서 node를 비우지 못한다.',
      en: '{workload} has {count} pods and {kept} have to stay: none may be evicted, and nodes cannot be drained.',
    },
    scaled: {
      ko: 'HPA가 {workload}{workload|을} {count}개까지 줄이면 {kept}개가 남아야 해서 하나도 내보낼 수 없다.',
      en: 'When the autoscaler goes down to {count} pods of {workload}, {kept} have to stay: none may be evicted.',
    },
    workload: { ko: '이 budget이 지키는 Pod', en: 'The pods this budget is about' },
  },
  concepts: ['kubernetes/PodDisruptionBudget', 'kubernetes/replicas'],
  source: 'https://kubernetes.io/docs/tasks/run-application/configure-pdb/#specifying-a-poddisruptionbudget',
  also: [
    'kube-linter/pdb-max-unavailable',
    'kube-linter/pdb-min-available',
    'polaris/pdbDisruptionsIsZero',
    'polaris/pdbMinAvailableGreaterThanHPAMinReplicas',
  ],
  fix: 'choice',
  examples: [
    {
      bad: budget('maxUnavailable: «0»'),
      good: budget('maxUnavailable: 1'),
    },
    {
      bad: budget('minAvailable: «100%»'),
      good: budget('maxUnavailable: 1'),
      message: 'all',
    },
    {
      bad: `${budget('minAvailable: «2»')}---\n${deployment(2)}`,
      good: `${budget('maxUnavailable: 1')}---\n${deployment(2)}`,
      message: 'replicas',
    },
    {
      bad: `${budget('minAvailable: «2»')}---\n${deployment(9)}---\n${autoscaler(1)}`,
      good: `${budget('maxUnavailable: 1')}---\n${deployment(9)}---\n${autoscaler(1)}`,
      message: 'scaled',
    },
  ],
  allows: [
    `${budget('minAvailable: 1')}---\n${deployment(2)}`,
    `${budget('minAvailable: 50%')}---\n${deployment(2)}`,
    // Rounded up, one may go.
    `${budget('maxUnavailable: 1%')}---\n${deployment(1)}`,
    `${budget('minAvailable: 2')}---\n${deployment(0)}`,
    `${budget('minAvailable: 2')}---\n${deployment(1)}---\n${autoscaler(3)}`,
    budget('minAvailable: 5'),
  ],
  *check({ objects, file }: Manifest, { facts }) {
    if (isPatch(file.uri, facts)) return;
    for (const object of objects) {
      const policy = object.kind.value === 'PodDisruptionBudget' ? policyOf(object) : undefined;
      if (!policy) continue;
      const found = judged(object, policy, file.uri, facts);
      if (found) yield { ...found, span: policy.pair.value.span, fixes: [oneByOne(policy)] };
    }
  },
});

type Judged = Omit<Finding, 'span'>;

function judged(
  object: KubernetesObject,
  policy: Policy,
  uri: string,
  facts: WorkspaceFacts<KubernetesFacts>,
): Judged | undefined {
  const { field, amount, isShare } = policy;
  if (field === 'maxUnavailable') return amount === 0 ? { message: 'zero', also: NAMES.zero } : undefined;
  if (isShare && amount >= 100) return { message: 'all', also: NAMES.all };
  const guarded = facts.complete && !isRewritten(uri, facts) ? guardedBy(object, facts) : undefined;
  if (!guarded || guarded.most === 0 || guarded.least === 0) return undefined;
  if (kept(policy, guarded.most) >= guarded.most)
    return { message: 'replicas', also: namesFor(policy, guarded), ...shown(policy, guarded, guarded.most) };
  if (kept(policy, guarded.least) < guarded.least) return undefined;
  // Most of the time there are more.
  const severity = 'info';
  return {
    message: 'scaled',
    severity,
    also: namesFor(policy, guarded),
    ...shown(policy, guarded, guarded.least),
  };
}

const NAMES: Readonly<Record<'zero' | 'all', readonly PeerName[]>> = {
  zero: ['kube-linter/pdb-max-unavailable', 'polaris/pdbDisruptionsIsZero'],
  all: ['kube-linter/pdb-min-available', 'polaris/pdbDisruptionsIsZero'],
};

/** polaris looks at more than the minimum of the autoscaler, of Deployments. */
function namesFor(policy: Policy, { workloads, least, isScaled }: Guarded): PeerName[] {
  const isAbove = isScaled && kept(policy, least) > least;
  const isDeployed = workloads.some(({ value }) => value.kind === 'Deployment');
  return isAbove && isDeployed
    ? ['kube-linter/pdb-min-available', 'polaris/pdbMinAvailableGreaterThanHPAMinReplicas']
    : ['kube-linter/pdb-min-available'];
}

function shown(policy: Policy, { workloads }: Guarded, count: number): Pick<Finding, 'values' | 'related'> {
  return {
    values: {
      workload: workloads.map(({ value, name }) => `${value.kind} ${name ?? '?'}`),
      count,
      kept: kept(policy, count),
    },
    related: workloads.slice(0, 3).map(({ span }) => ({ span, message: 'workload' })),
  };
}

function oneByOne({ pair }: Policy): Fix {
  return {
    title: { ko: '한 번에 하나씩: `maxUnavailable: 1`', en: 'One at a time: `maxUnavailable: 1`' },
    kind: 'choice',
    edits: [{ span: pair.span, text: 'maxUnavailable: 1' }],
  };
}

function budget(policy: string): string {
  return `apiVersion: policy/v1\nkind: PodDisruptionBudget\nmetadata:\n  name: web\nspec:\n  ${policy}\n  selector:\n    matchLabels:\n      app: web\n`;
}

function deployment(replicas: number): string {
  return `apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\nspec:\n  replicas: ${replicas}\n  selector:\n    matchLabels:\n      app: web\n  template:\n    metadata:\n      labels:\n        app: web\n    spec:\n      containers:\n        - name: web\n          image: nginx:1.29.0\n`;
}

function autoscaler(minReplicas: number): string {
  return `apiVersion: autoscaling/v2\nkind: HorizontalPodAutoscaler\nmetadata:\n  name: web\nspec:\n  minReplicas: ${minReplicas}\n  maxReplicas: 5\n  scaleTargetRef:\n    apiVersion: apps/v1\n    kind: Deployment\n    name: web\n`;
}
