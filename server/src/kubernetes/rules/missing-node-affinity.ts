import { get, isAbsent } from '../../yaml/navigate';
import type { Manifest } from '../model';
import { isWhole, podsIn } from '../pods/pods';
import { rule } from '../rule';

/** Each of them says where the pods may run. */
const PLACES = [['affinity', 'nodeAffinity'], ['nodeSelector'], ['nodeName']] as const;

export default rule({
  id: 'kubernetes/missing-node-affinity',
  severity: 'off',
  scope: 'part',
  what: { ko: '어떤 node에 둘지 적지 않았다', en: 'Nothing says which nodes the pods may run on' },
  why: {
    ko: '적지 않으면 scheduler가 자리가 있는 아무 node나 고른다. 대개는 그것이 맞다. 일의 종류마다 node pool을 나누어 둔 cluster에서는 팀이 늘 적기로 정하기도 한다.',
    en: 'Left out, the scheduler takes any node that has room, which is mostly right. In clusters with a pool of nodes for each kind of work, teams agree to always name one.',
  },
  how: {
    ko: '`affinity.nodeAffinity`나 `nodeSelector`를 적는다.',
    en: 'Write `affinity.nodeAffinity`, or a `nodeSelector`.',
  },
  messages: {
    missing: {
      ko: '`nodeAffinity`도 `nodeSelector`도 없어서 아무 node에나 놓인다.',
      en: 'With neither `nodeAffinity` nor `nodeSelector` these pods may run on any node.',
    },
  },
  concepts: ['kubernetes/affinity', 'kubernetes/node-selector', 'concepts/scheduler'],
  source: 'https://kubernetes.io/docs/concepts/scheduling-eviction/assign-pod-node/',
  also: ['kube-linter/no-node-affinity'],
  examples: [{ bad: pod('«containers»', ''), good: pod('containers', '  nodeSelector:\n    pool: web\n') }],
  allows: [
    pod(
      'containers',
      '  affinity:\n    nodeAffinity:\n      requiredDuringSchedulingIgnoredDuringExecution:\n        nodeSelectorTerms:\n          - matchExpressions:\n              - key: pool\n                operator: Exists\n',
    ),
  ],
  *check(manifest: Manifest, { facts }) {
    if (!isWhole(manifest, facts)) return;
    for (const { spec, anchor } of podsIn(manifest, facts))
      if (PLACES.every((path) => isAbsent(get(spec, ...path)))) yield { span: anchor };
  },
});

function pod(containers: string, more: string): string {
  return `apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  ${containers}:\n    - name: web\n      image: nginx:1.29\n${more}`;
}
