import { walk } from '../../yaml/navigate';
import type { Manifest } from '../model';
import { rule } from '../rule';

export default rule({
  id: 'kubernetes/unsorted-keys',
  severity: 'off',
  scope: 'part',
  what: { ko: 'key가 알파벳순이 아니다', en: 'Keys that are not in alphabetical order' },
  why: {
    ko: 'YAML에서 key의 순서에는 의미가 없다. 그래도 늘 같은 순서면 두 manifest를 나란히 놓고 비교하기 쉽고 diff가 작아진다. `apiVersion`과 `kind`부터 적는 보통의 순서와는 다르므로 팀이 정했을 때만 켠다.',
    en: 'The order of keys means nothing in YAML. Always the same order makes two manifests easier to hold side by side, and diffs smaller. It is not the usual order, which begins with `apiVersion` and `kind`, so switch it on only where a team agreed on it.',
  },
  how: { ko: 'key를 알파벳순으로 옮긴다.', en: 'Put the keys in alphabetical order.' },
  messages: {
    unsorted: {
      ko: '`{key}`{key|은} `{before}`보다 앞에 와야 알파벳순이다.',
      en: 'In alphabetical order `{key}` comes before `{before}`.',
    },
  },
  concepts: ['concepts/yaml'],
  source: 'https://yaml.org/spec/1.2.2/#3221-mapping-key-order',
  also: ['kube-linter/sorted-keys'],
  examples: [
    {
      bad: 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  namespace: shop\n  «name»: web\n',
      good: 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: web\n  namespace: shop\n',
    },
  ],
  allows: ['apiVersion: v1\ndata:\n  a: b\nkind: ConfigMap\nmetadata:\n  name: web\n'],
  *check({ objects, document }: Manifest) {
    if (objects.length === 0 || !document.root) return;
    for (const node of walk(document.root)) {
      if (node.type !== 'map') continue;
      // One for each map, as moving one key often sorts the others.
      const at = node.pairs.findIndex(({ name }, i) => i > 0 && name < node.pairs[i - 1]!.name);
      const [before, late] = [node.pairs[at - 1], node.pairs[at]];
      if (before && late) yield { span: late.key.span, values: { key: late.name, before: before.name } };
    }
  },
});
