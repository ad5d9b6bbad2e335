import { entry, isAbsent, stringOf } from '../../yaml/navigate';
import type { Manifest } from '../model';
import { isWhole, podsIn } from '../pods/pods';
import { rule } from '../rule';

export default rule({
  id: 'kubernetes/missing-priority-class',
  severity: 'off',
  scope: 'part',
  what: { ko: 'PriorityClass를 적지 않았다', en: 'No PriorityClass is named' },
  why: {
    ko: '적지 않으면 기본 PriorityClass이고, 그것도 없으면 우선순위는 0이다. 자리가 모자랄 때 무엇이 먼저 나가야 하는지를 팀이 정해 둔 cluster에서는 모든 workload가 스스로 밝히게 한다.',
    en: 'Left out it is the default class, or priority 0 where there is none. In clusters where a team has settled what goes first when room gets scarce, every workload is to say what it is.',
  },
  how: {
    ko: '`priorityClassName`에 cluster에 있는 PriorityClass의 이름을 적는다.',
    en: 'Write the name of a PriorityClass of the cluster in `priorityClassName`.',
  },
  messages: {
    missing: { ko: '`priorityClassName`이 없다.', en: 'There is no `priorityClassName`.' },
  },
  concepts: ['concepts/scheduler', 'kubernetes/Pod'],
  source: 'https://kubernetes.io/docs/concepts/scheduling-eviction/pod-priority-preemption/',
  also: ['polaris/priorityClassNotSet'],
  examples: [{ bad: pod('«containers»', ''), good: pod('containers', '  priorityClassName: urgent\n') }],
  allows: [pod('containers', '  priorityClassName: urgent\n')],
  *check(manifest: Manifest, { facts }) {
    if (!isWhole(manifest, facts)) return;
    for (const { spec, anchor } of podsIn(manifest, facts)) {
      const written = entry(spec, 'priorityClassName');
      if (isAbsent(written?.value) || stringOf(written?.value) === '')
        yield { span: written?.key.span ?? anchor };
    }
  },
});

function pod(containers: string, more: string): string {
  return `apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  ${containers}:\n    - name: web\n      image: nginx:1.29\n${more}`;
}
