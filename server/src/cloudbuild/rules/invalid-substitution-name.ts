import type { Fix } from '../../core/rule';
import type { Span } from '../../core/span';
import { written } from '../../yaml/written';
import { BUILT_IN } from '../facts/substitutions';
import type { Build } from '../model';
import { rule } from '../rule';
import { usesOf } from '../substitution';

export default rule({
  id: 'cloudbuild/invalid-substitution-name',
  severity: 'error',
  scope: 'part',
  what: { ko: '쓸 수 없는 substitution 이름', en: 'A name no substitution can have' },
  why: {
    ko: '직접 정하는 substitution의 이름은 `_`로 시작하고 대문자, 숫자, `_`만 쓴다. 다른 이름은 `substitution key … does not respect format`으로 빌드 전체가 거부된다. `PROJECT_ID` 같은 내장 이름에는 Cloud Build가 값을 준다.',
    en: 'The name of a substitution of your own begins with `_` and has capitals, digits and `_` only. Any other, and the whole build is refused: `substitution key … does not respect format`. Built-in names such as `PROJECT_ID` get their value from Cloud Build.',
  },
  how: {
    ko: '이름 앞에 `_`를 붙이고 대문자로 쓴다. 쓰는 곳의 `$NAME`도 함께 바꾼다.',
    en: 'Put a `_` before it and write it in capitals; change the `$NAME` where it is used, too.',
  },
  messages: {
    format: {
      ko: '`{name}`{name|은} substitution 이름이 될 수 없다. `_`로 시작하는 대문자 이름이어야 한다.',
      en: '`{name}` cannot be the name of a substitution: it has to begin with `_` and be in capitals.',
    },
    builtIn: {
      ko: '`{name}`에는 Cloud Build가 값을 준다. 파일에서 다시 정할 수 없다.',
      en: '`{name}` gets its value from Cloud Build; a file cannot set it.',
    },
  },
  concepts: ['cloudbuild/substitutions', 'cloudbuild/variables'],
  source:
    'https://docs.cloud.google.com/build/docs/configuring-builds/substitute-variable-values#using_user-defined_substitutions',
  also: [],
  fix: 'choice',
  examples: [
    {
      bad: 'steps:\n  - name: ubuntu\n    args: [echo, $REGION]\nsubstitutions:\n  «REGION»: us-central1\n',
      good: 'steps:\n  - name: ubuntu\n    args: [echo, $_REGION]\nsubstitutions:\n  _REGION: us-central1\n',
    },
    {
      bad: 'steps:\n  - name: ubuntu\n    args: [echo, $PROJECT_ID]\nsubstitutions:\n  «PROJECT_ID»: mine\n',
      good: 'steps:\n  - name: ubuntu\n    args: [echo, $PROJECT_ID]\n',
      message: 'builtIn',
    },
  ],
  allows: [
    'steps:\n  - name: ubuntu\n    args: [echo, $_REGION_2]\nsubstitutions:\n  _REGION_2: us-central1\n',
  ],
  *check(build: Build) {
    if (build.sort === 'other') return;
    for (const { name, pair } of build.substitutions) {
      if (/^_[A-Z0-9_]+$/.test(name) || pair.colon === undefined || pair.key.templated) continue;
      const isBuiltIn = Object.hasOwn(BUILT_IN, name);
      yield {
        span: pair.key.span,
        message: isBuiltIn ? 'builtIn' : 'format',
        values: { name },
        fixes: isBuiltIn ? [] : renamed(build, name, pair.key.span),
      };
    }
  },
});

/** The name as it may be, wherever it stands. */
function renamed(build: Build, name: string, key: Span): readonly Fix[] {
  const right = `_${name
    .replace(/^_+/, '')
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replace(/\W/g, '_')
    .toUpperCase()}`;
  const taken = build.substitutions.some((one) => one.name === right);
  if (taken || right === '_' || key.end - key.start !== name.length) return [];
  const uses = usesOf(build).filter(({ use }) => use.name === name && use.operation === '');
  const edits = uses.map(({ node, use }) => ({
    span: { ...node.span, ...written(node, build.document.text).range(use.start, use.end) },
    text: use.braced ? `\${${right}}` : `$${right}`,
    length: use.end - use.start,
  }));
  if (edits.some(({ span, length }) => span.end - span.start !== length)) return [];
  return [
    {
      title: { ko: '`{right}`{right|으로} 고치기', en: 'Call it `{right}`' },
      values: { right },
      kind: 'choice',
      edits: [{ span: key, text: right }, ...edits.map(({ span, text }) => ({ span, text }))],
    },
  ];
}
