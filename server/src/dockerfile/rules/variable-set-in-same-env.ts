import type { Finding, Fix } from '../../core/rule';
import { type Env, type Pair, stateBefore, type VariableReference } from '../model';
import { rule } from '../rule';
import type { Scope } from '../scope';

export default rule({
  id: 'dockerfile/variable-set-in-same-env',
  severity: 'warning',
  scope: 'section',
  what: { ko: '같은 ENV에서 정한 변수를 쓰기', en: 'A variable used in the ENV that sets it' },
  why: {
    ko: 'instruction 하나의 변수는 모두 그 앞의 값으로 한꺼번에 바뀐다. `ENV DIR=/srv BIN=$DIR/bin`에서 `$DIR`은 아직 없거나 예전 값이라, BIN은 `/bin`이 된다. shell처럼 왼쪽부터 차례로 정해지지 않는다. 빌드는 아무 말 없이 성공한다.',
    en: 'Within one instruction every variable is replaced at once, with the values from before it. In `ENV DIR=/srv BIN=$DIR/bin` there is no `$DIR` yet, or an old one: BIN becomes `/bin`. Unlike in a shell, nothing is set from left to right, and the build says nothing.',
  },
  how: {
    ko: 'ENV를 둘로 나눈다. 쓰는 쪽이 다음 ENV에 있어야 새 값을 본다.',
    en: 'Split it into two ENVs: what uses the variable sees the new value in the next one.',
  },
  messages: {
    empty: {
      ko: '`${name}`{name|은} 이 ENV가 정하는 변수라 다음 instruction부터 보인다. 여기서는 빈 문자열이 된다.',
      en: '`${name}` is set by this very ENV and seen from the next instruction on; here it is empty.',
    },
    base: {
      ko: '`${name}`{name|은} 이 ENV가 정하는 변수라 다음 instruction부터 보인다. 여기서는 베이스 이미지의 값이거나 빈 문자열이다.',
      en: '`${name}` is set by this very ENV and seen from the next instruction on; here it is what the base image has, or empty.',
    },
    old: {
      ko: '`${name}`의 새 값은 다음 instruction부터 보인다. 여기서는 예전 값이 쓰인다.',
      en: 'The new value of `${name}` is seen from the next instruction on; here the old one is used.',
    },
  },
  concepts: ['dockerfile/ENV'],
  source: 'https://docs.docker.com/reference/dockerfile/#environment-replacement',
  also: ['hadolint/DL3044', 'buildkit/UndefinedVar'],
  fix: 'choice',
  examples: [
    {
      bad: 'FROM debian:13\nENV DIR=/srv BIN=«$DIR»/bin\n',
      good: 'FROM debian:13\nENV DIR=/srv\nENV BIN=$DIR/bin\n',
      message: 'base',
    },
    {
      bad: 'FROM scratch\nENV DIR=/srv \\\n    BIN=«${DIR}»/bin\n',
      good: 'FROM scratch\nENV DIR=/srv\nENV BIN=${DIR}/bin\n',
    },
    {
      bad: 'FROM debian:13\nENV DIR=/opt\nENV DIR=/srv BIN=«$DIR»/bin\n',
      good: 'FROM debian:13\nENV DIR=/opt\nENV DIR=/srv\nENV BIN=$DIR/bin\n',
      message: 'old',
    },
  ],
  allows: [
    'FROM debian:13\nENV DIR=/srv\nENV BIN=$DIR/bin\n',
    'FROM debian:13\nENV PATH=/srv/bin:$PATH LANG=C.UTF-8\n',
    'FROM debian:13\nARG VERSION\nENV VERSION=$VERSION NAME=app-$VERSION\n',
    "FROM debian:13\nENV DIR=/srv BIN='$DIR/bin' LIB=\\$DIR/lib\n",
  ],
  *check(stage) {
    for (const instruction of stage.instructions) {
      if (instruction.keyword !== 'ENV') continue;
      const { scope } = stateBefore(stage, instruction);
      for (const pair of instruction.pairs)
        for (const reference of pair.value.variables) {
          const setter = instruction.pairs.find((one) => one !== pair && one.name.raw === reference.name);
          if (!setter || isUnchanged(setter, scope)) continue;
          // Who writes the new value behind its use means the old one.
          const meant = setter.span.start > pair.span.start && scope.get(reference.name).state === 'set';
          if (!meant) yield findingAt(reference, setter, pair, instruction, scope);
        }
    }
  },
});

/** `ENV A=$A`, or the value it has anyway: what is used is the same before and after. */
function isUnchanged({ name, value }: Pair, scope: Scope): boolean {
  const [only, ...more] = value.template;
  if (typeof only === 'object' && more.length === 0 && only.reference.name === name.raw) return true;
  const before = scope.get(name.raw).value;
  return before !== undefined && scope.expand(value).value === before;
}

function findingAt(
  { name, span }: VariableReference,
  setter: Pair,
  user: Pair,
  env: Env,
  scope: Scope,
): Finding {
  const { state } = scope.get(name);
  const old = state === 'set';
  return {
    span,
    message: old ? 'old' : state === 'unset' ? 'empty' : 'base',
    values: { name },
    also: old ? ['hadolint/DL3044'] : ['hadolint/DL3044', 'buildkit/UndefinedVar'],
    ...(old && { severity: 'info' as const }),
    fixes:
      setter.span.end < user.span.start && env.comments.length + env.emptyContinuations.length === 0
        ? [split(env, user)]
        : [],
  };
}

function split({ pairs, part, written }: Env, user: Pair): Fix {
  const before = pairs[pairs.indexOf(user) - 1]!;
  const span = { part, start: before.span.end, end: user.span.start };
  return {
    title: { ko: 'ENV를 둘로 나누기', en: 'Split into two ENVs' },
    kind: 'choice',
    edits: [{ span, text: `\n${written} ` }],
  };
}
