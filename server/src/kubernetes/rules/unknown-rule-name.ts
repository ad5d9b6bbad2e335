import { unknownNames } from '../../core/directive-check';
import { rule } from '../rule';

export default rule({
  id: 'kubernetes/unknown-rule-name',
  severity: 'warning',
  scope: 'part',
  what: { ko: '없는 규칙을 끄는 주석', en: 'A comment that silences a rule nobody knows' },
  why: {
    ko: '규칙을 끄는 주석은 이름이 한 글자만 틀려도 아무것도 끄지 못한다. YAML에서 주석은 무엇이든 쓸 수 있으니 오류도 나지 않는다. 꺼진 줄 알고 지나가지 않도록 알려준다.',
    en: 'A comment that silences a rule does nothing once the name is off by a letter. A YAML comment may hold anything, so nothing complains, and the rule you believe silent is not.',
  },
  how: {
    ko: '이름을 고치거나 주석을 지운다. `container-tutor rules`가 모든 이름을 보여준다.',
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
      bad: '# container-tutor ignore=«missing-replica»\napiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: web\n',
      good: '# container-tutor ignore=kubernetes/missing-replicas\napiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: web\n',
      message: 'near',
    },
  ],
  allows: [
    '# container-tutor ignore-file=missing-replicas,kube-linter/dangling-service -- a sketch\napiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: web\n',
    '# container-tutor is run in CI\napiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: web\n',
  ],
  *check({ document, sort }, { names }) {
    // What is not ours may speak to whom it likes.
    if (sort === 'other' || sort === 'skaffold') return;
    for (const { span } of document.comments) {
      const from = span.start + 1;
      const text = document.text.slice(from, span.end);
      yield* unknownNames(
        text,
        ({ start, end }) => ({ ...span, start: from + start, end: from + end }),
        names,
      );
    }
  },
});
