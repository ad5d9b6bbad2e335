import type { Build } from '../model';
import { rule } from '../rule';

export default rule({
  id: 'cloudbuild/duplicate-key',
  severity: 'warning',
  scope: 'part',
  what: { ko: '같은 key가 한 map에 두 번 있다', en: 'A map has the same key twice' },
  why: {
    ko: '둘 가운데 하나만 남는다. 도구에 따라 오류가 나거나, 앞의 값이 소리 없이 버려진다. `steps`가 두 번 나오면 앞의 step은 하나도 실행되지 않는다.',
    en: 'Only one of the two counts. Some tools refuse the file, others drop the first value in silence: with a second `steps`, none of the first ones runs.',
  },
  how: {
    ko: '하나로 합치거나 한쪽을 지운다. step 하나에 `args`가 두 번 필요하다면 step을 둘로 나눈다.',
    en: 'Join the two or delete one. Where one step seems to need `args` twice, it is two steps.',
  },
  messages: {
    repeated: {
      ko: '`{key}` key가 이 map에 이미 있다. 둘 가운데 하나만 남는다.',
      en: 'This map already has the key `{key}`; only one of the two counts.',
    },
    first: { ko: '처음 나온 자리', en: 'The first one is here' },
  },
  concepts: ['concepts/yaml'],
  source: 'https://yaml.org/spec/1.2.2/#3213-node-comparison',
  also: [],
  examples: [
    {
      bad: "steps:\n  - name: ubuntu\n    args: ['true']\n    «args»: ['false']\n",
      good: "steps:\n  - name: ubuntu\n    args: ['true']\n",
    },
  ],
  allows: ["steps:\n  - {name: ubuntu, args: ['true']}\n  - {name: ubuntu, args: ['true']}\n"],
  *check({ sort, document }: Build) {
    if (sort !== 'build') return;
    for (const { code, span, related } of document.faults)
      if (code === 'duplicate-key')
        yield {
          span,
          values: { key: document.text.slice(span.start, span.end) },
          related: related && [{ span: related, message: 'first' }],
        };
  },
});
