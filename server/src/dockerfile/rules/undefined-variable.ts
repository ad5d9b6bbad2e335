import { closest } from '../../core/closest';
import type { Finding, Fix } from '../../core/rule';
import type { Span } from '../../core/span';
import { rejectedWords } from '../facts/rejected-values';
import { namesOfFrom } from '../facts/undeclared';
import { keywordLike } from '../keyword-case';
import type { Instruction, Stage, VariableReference, Word } from '../model';
import { stateBefore } from '../model';
import { rule } from '../rule';

export default rule({
  id: 'dockerfile/undefined-variable',
  severity: 'warning',
  scope: 'section',
  what: { ko: '아무 데서도 정하지 않은 변수', en: 'A variable nothing sets' },
  why: {
    ko: 'COPY, ENV, LABEL, WORKDIR, USER 같은 instruction의 `$이름`은 BuildKit이 바꿔 넣는다. 이 stage에서 ARG나 ENV로 정하지 않았고 베이스 이미지의 ENV에도 없으면 오류 없이 빈 문자열이 된다. `COPY app /opt/$APP/`이 `/opt//`에 복사하는 식이다. 첫 FROM 위의 ARG도 stage 안에서는 다시 선언해야 보인다.',
    en: 'In COPY, ENV, LABEL, WORKDIR, USER and others BuildKit fills in `$name`. What neither an ARG or ENV of the stage nor an ENV of the base image sets becomes nothing, without an error: `COPY app /opt/$APP/` copies to `/opt//`. An ARG above the first FROM has to be declared again to be seen in a stage.',
  },
  how: {
    ko: '쓰기 전에 ARG나 ENV로 정한다. 첫 FROM 위에 있는 ARG라면 stage 안에 `ARG 이름`만 한 번 더 적는다.',
    en: 'Set it with ARG or ENV before it is used. For an ARG above the first FROM, repeat `ARG name` inside the stage.',
  },
  messages: {
    unknown: {
      ko: '`${name}`{name|을} 이 파일에서는 정하지 않는다. 베이스 이미지의 ENV에도 없으면 빈 문자열이 된다.',
      en: 'Nothing in this file sets `${name}`; unless an ENV of the base image does, it is empty.',
    },
    default: {
      ko: '`${name}`{name|을} 이 파일에서는 정하지 않는다. 베이스 이미지의 ENV에도 없으면 늘 기본값이 쓰인다.',
      en: 'Nothing in this file sets `${name}`; unless an ENV of the base image does, it is always the default.',
    },
    near: {
      ko: '`${name}`{name|을} 정하는 곳이 없다. `${near}`{near|을} 쓰려던 것 같다.',
      en: 'Nothing sets `${name}`. Did you mean `${near}`?',
    },
    global: {
      ko: '`${name}`{name|은} 이 stage에서 보이지 않는다. stage 안에 `ARG {name}`{name|을} 적어야 한다.',
      en: '`${name}` is out of sight in this stage; it takes an `ARG {name}` inside.',
    },
    unset: {
      ko: '`${name}`{name|을} 정하는 곳이 없어서 빈 문자열이 된다.',
      en: 'Nothing sets `${name}`, so it is empty.',
    },
  },
  concepts: ['dockerfile/ARG', 'dockerfile/ENV'],
  source: 'https://docs.docker.com/reference/build-checks/undefined-var/',
  also: ['buildkit/UndefinedVar'],
  fix: 'choice',
  examples: [
    {
      bad: 'FROM debian:13\nARG APP_HOME=/srv/app\nCOPY . «$APP_HOEM»/\n',
      good: 'FROM debian:13\nARG APP_HOME=/srv/app\nCOPY . $APP_HOME/\n',
      message: 'near',
    },
    {
      bad: 'ARG VERSION=1.0\nFROM debian:13\nLABEL version=«$VERSION»\n',
      good: 'ARG VERSION=1.0\nFROM debian:13\nARG VERSION\nLABEL version=$VERSION\n',
      message: 'global',
    },
    {
      bad: 'FROM python:3.14\nENV PYTHONPATH=/app:«$PYTHONPATH»\n',
      good: 'FROM python:3.14\nENV PYTHONPATH=/app\n',
    },
    {
      bad: 'FROM scratch\nCOPY app /«$NAME»\n',
      good: 'FROM scratch\nARG NAME=app\nCOPY app /$NAME\n',
      message: 'unset',
    },
    {
      bad: 'FROM debian:13\nUSER «${APP_USER:-app}»\n',
      good: 'FROM debian:13\nARG APP_USER\nUSER ${APP_USER:-app}\n',
      message: 'default',
    },
  ],
  allows: [
    'FROM debian:13\nENV PATH=/srv/bin:$PATH\n',
    'FROM debian:13\nARG APP\nCOPY . /srv/$APP\n',
    'FROM debian:13 AS base\nENV APP=a\nFROM base\nCOPY . /srv/$APP\n',
    'FROM debian:13\nRUN echo $NAME\nCMD echo $NAME\n',
    'FROM debian:13\nARG A=1 B=$A\n',
  ],
  *check(stage) {
    for (const instruction of stage.instructions) {
      // The variables of EXPOSE are not among those BuildKit checks.
      if (instruction.keyword === 'EXPOSE' || instruction.onbuild || instruction.variables.length === 0)
        continue;
      const before = stateBefore(stage, instruction);
      const rejected = rejectedWords(instruction, before);
      const seen = new Set<string>();
      for (const reference of instruction.variables) {
        const { state, by } = before.scope.get(reference.name);
        const told = seen.has(reference.name) || isSetHere(reference, instruction);
        // Without a value, `${name:?}` is an error by itself.
        const required = state === 'unset' && reference.modifier?.endsWith('?');
        if (told || state === 'set' || by || required) continue;
        if (rejected.some(({ span }) => holds(span, reference.span))) continue;
        seen.add(reference.name);
        yield findingAt(reference, instruction, stage, state === 'unset');
      }
    }
  },
});

const holds = (outer: Span, inner: Span): boolean => outer.start <= inner.start && inner.end <= outer.end;

/**
 * `ARG A=1 B=$A`: each name of an ARG sees those before it, and is itself never expanded. What another pair of an
 * ENV sets is another rule's.
 */
function isSetHere({ name, span }: VariableReference, instruction: Instruction): boolean {
  const pairs = instruction.keyword === 'ENV' ? instruction.pairs : [];
  if (pairs.some((pair) => pair.name.raw === name && !holds(pair.span, span))) return true;
  const definitions = instruction.keyword === 'ARG' ? instruction.definitions : [];
  return definitions.some(
    (one) => holds(one.name.span, span) || (one.name.raw === name && one.span.end <= span.start),
  );
}

function findingAt(
  { name, span, modifier }: VariableReference,
  instruction: Instruction,
  stage: Stage,
  certain: boolean,
): Finding {
  const references = instruction.variables.filter((reference) => reference.name === name);
  const globals = namesOfFrom(stage);
  // `ENV X=$X:…` adds to what the base image has, `ARG X=${X:-…}` copies a shell script: no slips.
  const added = pairsOf(instruction).some(
    (pair) => pair.name.raw === name && pair.value?.variables.some((v) => v.name === name),
  );
  const { scope } = stateBefore(stage, instruction);
  const near = added ? undefined : closest(name, [...scope.names(), ...globals], 2);
  const values = { name, near: near ?? '' };
  const at = (message: string, fixes: readonly Fix[]): Finding => ({ span, message, values, fixes });
  if (globals.includes(name)) return at('global', [declare(name, instruction)]);
  if (near) return at('near', [rename(references, near)]);
  if (modifier === '-' || modifier === ':-') return { ...at('default', []), severity: 'hint' };
  if (certain) return at('unset', []);
  return { ...at('unknown', []), severity: 'hint' };
}

function pairsOf(instruction: Instruction): readonly { readonly name: Word; readonly value?: Word }[] {
  if (instruction.keyword === 'ENV') return instruction.pairs;
  return instruction.keyword === 'ARG' ? instruction.definitions : [];
}

function rename(references: readonly VariableReference[], near: string): Fix {
  return {
    title: { ko: '`${near}`{near|으로} 바꾸기', en: 'Change to `${near}`' },
    values: { near },
    kind: 'choice',
    edits: references.map(({ nameSpan }) => ({ span: nameSpan, text: near })),
  };
}

function declare(name: string, instruction: Instruction): Fix {
  const { part } = instruction;
  return {
    title: { ko: '위에 `ARG {name}` 적기', en: 'Declare `ARG {name}` above' },
    values: { name },
    kind: 'choice',
    edits: [{ span: { part, start: 0, end: 0 }, text: `${keywordLike(instruction, 'ARG')} ${name}\n` }],
  };
}
