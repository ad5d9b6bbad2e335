import { removeEntry } from '../../yaml/edit';
import type { Build } from '../model';
import { rule } from '../rule';
import { isLoose, isMapped, usesOf } from '../substitution';

export default rule({
  id: 'cloudbuild/unused-substitution',
  severity: 'warning',
  scope: 'part',
  what: { ko: '쓰이지 않는 substitution', en: 'A substitution that nothing uses' },
  why: {
    ko: '`gcloud builds submit`은 준 이름과 쓰는 이름이 정확히 맞아야 빌드를 시작한다(`MUST_MATCH`). 쓰지 않는 이름이 하나라도 있으면 `is not matched in the template`으로 거부된다. trigger가 시작한 빌드는 그냥 넘어가므로 손으로 실행할 때 처음 드러나기도 한다.',
    en: '`gcloud builds submit` wants what is given and what is used to match (`MUST_MATCH`): one name that nothing uses, and the build is refused with `is not matched in the template`. Builds of triggers are lenient, so that it may show only when somebody runs the build by hand.',
  },
  how: {
    ko: '그 줄을 지운다. trigger마다 다르게 쓰려고 남겨 둔다면 `options`에 `substitutionOption: ALLOW_LOOSE`를 적는다.',
    en: 'Delete it. Where some triggers need it and others do not, set `substitutionOption: ALLOW_LOOSE` in `options`.',
  },
  messages: {
    unused: {
      ko: '`{name}`{name|을} 쓰는 곳이 없다. `gcloud builds submit`이 빌드를 거부한다.',
      en: 'Nothing uses `{name}`; `gcloud builds submit` refuses the build.',
    },
  },
  concepts: ['cloudbuild/substitutions', 'cloudbuild/variables'],
  source:
    'https://docs.cloud.google.com/build/docs/configuring-builds/substitute-variable-values#using_user-defined_substitutions',
  also: [],
  fix: 'choice',
  examples: [
    {
      bad: 'steps:\n  - name: ubuntu\n    args: [echo, $_A]\nsubstitutions:\n  _A: a\n  «_B»: b\n',
      good: 'steps:\n  - name: ubuntu\n    args: [echo, $_A]\nsubstitutions:\n  _A: a\n',
    },
  ],
  allows: [
    'steps:\n  - name: ubuntu\nsubstitutions:\n  _B: b\noptions:\n  substitutionOption: ALLOW_LOOSE\n',
    'steps:\n  - name: ubuntu\n    script: echo $_B\n    automapSubstitutions: true\nsubstitutions:\n  _B: b\n',
    "steps:\n  - name: ubuntu\n    args: [echo, $_A]\nsubstitutions:\n  _A: '${_B}-a'\n  _B: b\noptions:\n  dynamicSubstitutions: true\n",
  ],
  *check(build: Build) {
    if (build.sort !== 'build' || isLoose(build)) return;
    // Where the environment has them all, any script may use them.
    if (build.steps.some(({ node }) => isMapped(build, node))) return;
    const used = new Set(usesOf(build).map(({ use }) => use.name));
    for (const { name, pair } of build.substitutions)
      if (/^_[A-Z0-9_]+$/.test(name) && !used.has(name))
        yield {
          span: pair.key.span,
          values: { name },
          fixes: [
            {
              title: { ko: '지우기', en: 'Delete it' },
              kind: 'choice',
              edits: [removeEntry(build.document, pair)],
            },
          ],
        };
  },
});
