import { asScalar, get, isAbsent } from '../../yaml/navigate';
import type { Manifest } from '../model';
import { podsIn } from '../pods/pods';
import { rule } from '../rule';

export default rule<{ acceptedPriorityClasses: readonly string[] }>({
  id: 'kubernetes/unexpected-priority-class',
  severity: 'off',
  scope: 'part',
  what: {
    ko: '쓰기로 한 것이 아닌 PriorityClass',
    en: 'A PriorityClass that is not one of those agreed on',
  },
  why: {
    ko: '우선순위가 높은 Pod는 자리가 없으면 낮은 Pod를 내보내고 들어간다. 아무나 높은 것을 쓰면 의미가 없어지므로, cluster를 돌보는 팀이 쓸 수 있는 이름을 정해 둔다.',
    en: 'A pod with a high priority may push others out when there is no room. That means little once everyone takes a high one, so whoever runs the cluster settles which classes are used.',
  },
  how: {
    ko: '목록에 있는 이름을 쓴다. 목록은 설정의 `acceptedPriorityClasses`에 적는다.',
    en: 'Use one of the list, which is `acceptedPriorityClasses` in the configuration.',
  },
  messages: {
    unexpected: {
      ko: 'PriorityClass `{name}`{name|은} 쓰기로 한 것이 아니다: {accepted}',
      en: 'The PriorityClass `{name}` is not one of {accepted}.',
    },
  },
  concepts: ['concepts/scheduler', 'kubernetes/Pod'],
  source: 'https://kubernetes.io/docs/concepts/scheduling-eviction/pod-priority-preemption/',
  also: ['kube-linter/priority-class-name'],
  options: {
    acceptedPriorityClasses: {
      default: ['system-cluster-critical', 'system-node-critical'],
      what: {
        ko: '써도 되는 PriorityClass의 이름',
        en: 'The names of the PriorityClasses that may be used.',
      },
    },
  },
  examples: [{ bad: pod('«urgent»'), good: pod('system-cluster-critical') }],
  allows: [pod('""'), pod('system-node-critical')],
  *check(manifest: Manifest, { facts, options: { acceptedPriorityClasses: accepted } }) {
    for (const { spec } of podsIn(manifest, facts)) {
      const name = asScalar(get(spec, 'priorityClassName'));
      if (!name?.text.trim() || isAbsent(name) || name.templated || accepted.includes(name.text)) continue;
      yield {
        span: name.span,
        values: { name: name.text, accepted: accepted.map((one) => `\`${one}\``) },
      };
    }
  },
});

function pod(name: string): string {
  return `apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  priorityClassName: ${name}\n  containers:\n    - name: web\n      image: nginx:1.29\n`;
}
