import { unknownName, unknownNames } from '../../core/directive-check';
import { namedChecks } from '../peer-annotations';
import { rule } from '../rule';

export default rule({
  id: 'kubernetes/unknown-rule-name',
  severity: 'warning',
  scope: 'part',
  what: {
    ko: '없는 규칙을 끄는 주석이나 annotation',
    en: 'A comment or annotation that silences a rule nobody knows',
  },
  why: {
    ko: '규칙을 끄는 주석은 이름이 한 글자만 틀려도 아무것도 끄지 못한다. 주석과 annotation에는 무엇이든 쓸 수 있으니 오류도 나지 않는다. 꺼진 줄 알고 지나가지 않도록 알려 준다.',
    en: 'A comment that silences a rule does nothing once the name is off by a letter. Comments and annotations may hold anything, so nothing complains, and the rule you believe silent is not.',
  },
  how: {
    ko: '이름을 고치거나 지운다. `container-tutor rules`가 모든 이름을 보여 준다.',
    en: 'Correct the name, or delete it. `container-tutor rules` lists every name.',
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
    {
      bad: 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: web\n  annotations:\n    ignore-check.kube-linter.io/«use-namespaces»: a sketch\n',
      good: 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: web\n  annotations:\n    ignore-check.kube-linter.io/use-namespace: a sketch\n',
      message: 'near',
    },
  ],
  allows: [
    '# container-tutor ignore-file=missing-replicas,kube-linter/dangling-service -- a sketch\napiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: web\n',
    'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: web\n  annotations:\n    kube-score/ignore: label-values, stable-version\n    polaris.fairwinds.com/our-own-check-exempt: "true"\n',
    '# container-tutor is run in CI\napiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: web\n',
  ],
  *check({ document, sort, objects }, { names }) {
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
    for (const { name, span } of objects.flatMap((object) => [...namedChecks(object)])) {
      const [linter] = name.split('/');
      const near = names.knows(name) ? undefined : names.nearest(name);
      // Who writes checks of their own gives them names of their own.
      if (!near?.startsWith(`${linter}/`)) continue;
      yield unknownName(span, bare(name), bare(near), 'near');
    }
  },
});

function bare(name: string): string {
  return name.slice(name.indexOf('/') + 1);
}
