import type { Manifest } from '../model';
import { rule } from '../rule';

export default rule({
  id: 'kubernetes/duplicate-key',
  severity: 'error',
  scope: 'part',
  what: { ko: '같은 key가 한 map에 두 번 있다', en: 'A map has the same key twice' },
  why: {
    ko: '한 map에서 key는 하나뿐이다. kubectl은 두 번째를 만나면 문서를 거부한다. 너그러운 도구는 앞의 값을 소리 없이 버린다.',
    en: 'A map holds each key once. kubectl rejects the document at the second one; more lenient tools silently drop the first value.',
  },
  how: {
    ko: '남길 값을 하나 고르고 다른 줄을 지운다. 둘 다 필요하면 한 key 아래로 합친다.',
    en: 'Decide which value stays and delete the other line. If both are needed, join them below one key.',
  },
  messages: {
    repeated: {
      ko: '`{key}` key가 이 map에 이미 있다. kubectl이 거부한다.',
      en: 'This map already has the key `{key}`; kubectl rejects it.',
    },
    first: { ko: '처음 나온 자리', en: 'The first one is here' },
  },
  concepts: ['concepts/yaml'],
  source: 'https://yaml.org/spec/1.2.2/#3213-node-comparison',
  also: [],
  examples: [
    {
      bad: 'apiVersion: v1\nkind: Namespace\nmetadata:\n  name: web\n  labels:\n    team: a\n  «labels»:\n    tier: b\n',
      good: 'apiVersion: v1\nkind: Namespace\nmetadata:\n  name: web\n  labels:\n    team: a\n    tier: b\n',
    },
  ],
  allows: [
    'apiVersion: v1\nkind: List\nitems:\n  - {apiVersion: v1, kind: Namespace, metadata: {name: a}}\n',
  ],
  *check({ sort, document }: Manifest) {
    if (sort !== 'object' && sort !== 'incomplete' && sort !== 'fragment') return;
    for (const { code, span, related } of document.faults)
      if (code === 'duplicate-key')
        yield {
          span,
          values: { key: document.text.slice(span.start, span.end) },
          related: related && [{ span: related, message: 'first' }],
        };
  },
});
