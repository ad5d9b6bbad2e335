import type { Finding } from '../../core/rule';
import { replaceText } from '../../yaml/edit';
import { asScalar, entriesOf, get, isAbsent, itemsOf } from '../../yaml/navigate';
import type { YamlNode, YamlScalar } from '../../yaml/node';
import type { Manifest } from '../model';
import { type Pod, podsIn } from '../pods/pods';
import { rule } from '../rule';

const OLD = 'node-role.kubernetes.io/master';
const NEW = 'node-role.kubernetes.io/control-plane';

export default rule({
  id: 'kubernetes/master-node-label',
  severity: 'warning',
  scope: 'part',
  what: {
    ko: '사라진 label `node-role.kubernetes.io/master`',
    en: 'The label `node-role.kubernetes.io/master`, which is gone',
  },
  why: {
    ko: 'control plane의 node는 이제 `node-role.kubernetes.io/control-plane`으로 부른다. 1.24부터 kubeadm은 `master` label을 붙이지 않고, 1.25부터는 그 taint도 쓰지 않는다. 옛 이름을 고르는 Pod는 갈 node가 없어서 `Pending`으로 남고, 옛 taint만 견디는 Pod는 control plane에 뜨지 못한다.',
    en: 'The nodes of the control plane are called `node-role.kubernetes.io/control-plane` now. Since 1.24 kubeadm sets no label `master` any more, since 1.25 no such taint. Pods that select the old name find no node and stay `Pending`; pods that tolerate the old taint alone are kept off the control plane.',
  },
  how: {
    ko: '이름을 `node-role.kubernetes.io/control-plane`으로 바꾼다. 옛 cluster에서도 떠야 하는 toleration은 둘 다 적는다.',
    en: 'Change the name to `node-role.kubernetes.io/control-plane`. Tolerations that have to work in old clusters as well name both.',
  },
  messages: {
    label: {
      ko: '1.24부터 어떤 node에도 이 label이 없다. `node-role.kubernetes.io/control-plane`을 쓴다.',
      en: 'Since 1.24 nodes do not get this label; it is `node-role.kubernetes.io/control-plane` now.',
    },
    taint: {
      ko: '1.25부터 control plane의 taint는 `node-role.kubernetes.io/control-plane`이다. 이것만으로는 거기 뜨지 못한다.',
      en: 'Since 1.25 the taint of the control plane is `node-role.kubernetes.io/control-plane`; this alone does not get a pod there.',
    },
  },
  concepts: ['concepts/control-plane', 'kubernetes/node-selector', 'kubernetes/tolerations'],
  source:
    'https://kubernetes.io/docs/reference/labels-annotations-taints/#node-role-kubernetes-io-control-plane',
  also: [],
  fix: 'choice',
  examples: [
    {
      bad: pod(`nodeSelector:\n    «${OLD}»: ""`),
      good: pod(`nodeSelector:\n    ${NEW}: ""`),
    },
    {
      bad: pod(`tolerations:\n    - key: «${OLD}»\n      effect: NoSchedule`),
      good: pod(`tolerations:\n    - key: ${NEW}\n      effect: NoSchedule`),
      message: 'taint',
    },
  ],
  allows: [
    pod(
      `tolerations:\n    - key: ${OLD}\n      effect: NoSchedule\n    - key: ${NEW}\n      effect: NoSchedule`,
    ),
    pod('tolerations:\n    - operator: Exists'),
  ],
  *check(manifest: Manifest, { facts }) {
    for (const pod of podsIn(manifest, facts)) {
      yield* inSelector(pod);
      yield* inAffinity(pod);
      yield* inTolerations(pod);
    }
  },
});

function* inSelector({ spec }: Pod): Generator<Finding> {
  for (const { name, key } of entriesOf(get(spec, 'nodeSelector')))
    if (name === OLD && key.type === 'scalar') yield finding(key, 'label');
}

/** Of several terms one will do, so one that knows the new name is enough. */
function* inAffinity({ spec }: Pod): Generator<Finding> {
  const affinity = get(spec, 'affinity', 'nodeAffinity');
  const terms = [
    ...itemsOf(get(affinity, 'requiredDuringSchedulingIgnoredDuringExecution', 'nodeSelectorTerms')),
    ...itemsOf(get(affinity, 'preferredDuringSchedulingIgnoredDuringExecution')).map((item) =>
      get(item, 'preference'),
    ),
  ];
  yield* told(
    terms.flatMap((term) => itemsOf(get(term, 'matchExpressions'))),
    'label',
  );
}

function* inTolerations({ spec }: Pod): Generator<Finding> {
  const tolerations = itemsOf(get(spec, 'tolerations'));
  const isOpen = tolerations.some(
    (one) => asScalar(get(one, 'operator'))?.text === 'Exists' && !keyOf(one)?.text,
  );
  if (!isOpen) yield* told(tolerations, 'taint');
}

function* told(items: readonly YamlNode[], message: 'label' | 'taint'): Generator<Finding> {
  const keys = items.flatMap((item) => keyOf(item) ?? []);
  if (keys.some(({ text, templated }) => text === NEW || templated)) return;
  for (const key of keys) if (key.text === OLD) yield finding(key, message);
}

function keyOf(item: YamlNode): YamlScalar | undefined {
  const key = asScalar(get(item, 'key'));
  return isAbsent(key) ? undefined : key;
}

function finding(key: YamlScalar, message: 'label' | 'taint'): Finding {
  return {
    span: key.span,
    message,
    fixes: [
      {
        title: { ko: '`control-plane`으로 바꾸기', en: 'Change it to `control-plane`' },
        kind: 'choice',
        edits: [replaceText(key, NEW)],
      },
    ],
  };
}

function pod(spec: string): string {
  return `apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n    - name: web\n      image: nginx:1.29\n  ${spec}\n`;
}
