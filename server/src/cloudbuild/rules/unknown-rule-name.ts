import { unknownNames } from '../../core/directive-check';
import type { Build } from '../model';
import { rule } from '../rule';

export default rule({
  id: 'cloudbuild/unknown-rule-name',
  severity: 'warning',
  scope: 'part',
  what: { ko: '없는 규칙을 끄는 주석', en: 'A comment that silences a rule nobody knows' },
  why: {
    ko: '이름이 한 글자만 틀려도 그 주석은 아무것도 끄지 못한다. 주석이라 오류도 나지 않는다.',
    en: 'One letter off, and the comment silences nothing. It is a comment, so nothing complains.',
  },
  how: {
    ko: '이름을 고치거나 주석을 지운다. `container-tutor rules`가 모든 이름을 보여 준다.',
    en: 'Correct the name, or delete the comment. `container-tutor rules` lists every name.',
  },
  messages: {
    unknown: {
      ko: '`{name}`{name|이라}는 규칙은 없다. 이 이름으로는 아무것도 꺼지지 않는다.',
      en: 'There is no rule `{name}`, so this name silences nothing.',
    },
    near: {
      ko: '`{name}`{name|이라}는 규칙은 없다. `{near}`{near|을} 쓰려던 것일까?',
      en: 'There is no rule `{name}`. Did you mean `{near}`?',
    },
  },
  concepts: ['concepts/suppression'],
  source: 'https://yaml.org/spec/1.2.2/#66-comments',
  also: [],
  fix: 'choice',
  examples: [
    {
      bad: '# container-tutor ignore=«cloudbuild/no-step»\nsteps:\n  - name: ubuntu\n',
      good: '# container-tutor ignore=cloudbuild/no-steps\nsteps:\n  - name: ubuntu\n',
      message: 'near',
    },
  ],
  allows: [
    '# container-tutor ignore-file=cloudbuild/no-steps -- a sketch\nsteps:\n  - name: ubuntu\n',
    '# container-tutor is run in CI\nsteps:\n  - name: ubuntu\n',
  ],
  *check({ document, sort }: Build, { names }) {
    if (sort === 'other') return;
    for (const { span } of document.comments) {
      const from = span.start + 1;
      const text = document.text.slice(from, span.end);
      const at = (range: { start: number; end: number }) => ({
        ...span,
        start: from + range.start,
        end: from + range.end,
      });
      yield* unknownNames(text, at, names);
    }
  },
});
