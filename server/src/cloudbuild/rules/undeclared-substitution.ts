import { closest } from '../../core/closest';
import type { Finding } from '../../core/rule';
import { writeAt } from '../../yaml/change';
import { written } from '../../yaml/written';
import { GITHUB } from '../facts/substitutions';
import type { Build } from '../model';
import { rule } from '../rule';
import { type Placed, usesOf } from '../substitution';

export default rule({
  id: 'cloudbuild/undeclared-substitution',
  severity: 'warning',
  scope: 'part',
  what: { ko: '이 파일이 값을 주지 않는 `$_NAME`', en: 'A `$_NAME` to which this file gives no value' },
  why: {
    ko: '`_`로 시작하는 이름에는 누군가 값을 주어야 한다. 이 파일의 `substitutions`가 아니면 trigger나 `gcloud builds submit --substitutions`다. 아무도 주지 않으면 빌드가 시작되지 않거나(`ALLOW_LOOSE`나 trigger에서는) 빈 문자열이 된다.',
    en: 'Somebody has to give a name that begins with `_` its value: the `substitutions` of this file, the trigger, or `gcloud builds submit --substitutions`. If nobody does, the build does not start, or (with `ALLOW_LOOSE`, and in triggers) the name becomes an empty text.',
  },
  how: {
    ko: '이름의 철자를 본다. 늘 밖에서 주는 값이라면 그대로 두어도 되지만, `substitutions`에 기본값을 적어 두면 손으로 실행할 때도 빌드된다.',
    en: 'Look at the spelling. What always comes from outside may stay as it is; a default in `substitutions` lets the build run by hand, too.',
  },
  messages: {
    near: {
      ko: '`{name}`에 값을 주는 곳이 없다. `{near}`{near|을} 쓰려던 것일까?',
      en: 'Nothing here gives `{name}` a value; did you mean `{near}`?',
    },
    outside: {
      ko: '`{name}`의 값이 이 파일에 없다. trigger나 `--substitutions`가 주어야 한다.',
      en: 'This file gives `{name}` no value: the trigger or `--substitutions` has to.',
    },
    declared: { ko: '값을 주는 곳', en: 'Here the value is given' },
  },
  concepts: ['cloudbuild/substitutions', 'cloudbuild/variables'],
  source:
    'https://docs.cloud.google.com/build/docs/configuring-builds/substitute-variable-values#using_user-defined_substitutions',
  also: [],
  fix: 'choice',
  examples: [
    {
      bad: 'steps:\n  - name: ubuntu\n    args: [echo, $_REGION, «$_REGIN»]\nsubstitutions:\n  _REGION: us-central1\n',
      good: 'steps:\n  - name: ubuntu\n    args: [echo, $_REGION, $_REGION]\nsubstitutions:\n  _REGION: us-central1\n',
    },
    {
      bad: 'steps:\n  - name: ubuntu\n    args: [echo, «$_CLUSTER»]\n',
      good: 'steps:\n  - name: ubuntu\n    args: [echo, $_CLUSTER]\nsubstitutions:\n  _CLUSTER: prod\n',
      message: 'outside',
    },
  ],
  allows: [
    'steps:\n  - name: ubuntu\n    args: [echo, $_PR_NUMBER, $$_HOME]\n',
    'steps:\n  - name: ubuntu\n    args: [echo, "${_TAG:-latest}"]\nsubstitutions:\n  _TAG: ""\n',
  ],
  *check(build: Build) {
    if (build.sort === 'other') return;
    const declared = new Map(build.substitutions.map(({ name, pair }) => [name, pair]));
    const told = new Set<string>();
    for (const { node, use } of usesOf(build)) {
      const { name } = use;
      if (!name.startsWith('_') || declared.has(name) || GITHUB.has(name) || told.has(name)) continue;
      told.add(name);
      yield findingOf(build, { node, use }, declared);
    }
  },
});

type Declared = ReadonlyMap<string, Build['substitutions'][number]['pair']>;

function findingOf(build: Build, { node, use }: Placed, declared: Declared): Finding {
  const { name, braced, operation } = use;
  const range = written(node, build.document.text).range(use.start, use.end);
  const span = { ...node.span, ...range };
  const near = closest(name, declared.keys(), 2);
  if (near === undefined || isOnlyNumbered(name, near))
    return { span, message: 'outside', values: { name }, severity: 'hint' };
  const text = braced ? `\${${near}${operation}}` : `$${near}`;
  return {
    span,
    message: 'near',
    values: { name, near },
    related: [{ span: declared.get(near)!.key.span, message: 'declared' }],
    ...(range.end - range.start === use.end - use.start && { fixes: [writeAt(span, text)] }),
  };
}

/** `_ZONE_1` and `_ZONE_2` are two names, not a slip. */
function isOnlyNumbered(a: string, b: string): boolean {
  return a.replace(/\d+/g, '0') === b.replace(/\d+/g, '0');
}
