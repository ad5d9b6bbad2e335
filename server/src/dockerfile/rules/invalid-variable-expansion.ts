import { once } from '../../core/once';
import type { Finding } from '../../core/rule';
import { brokenArray } from '../facts/broken-array';
import { expandedIn } from '../facts/expanded-words';
import { dispatchedIn } from '../facts/rejected';
import { type ImageState, type Instruction, type LexProblem, type Stage, stateBefore } from '../model';
import { rule } from '../rule';

export default rule({
  id: 'dockerfile/invalid-variable-expansion',
  severity: 'error',
  scope: 'file',
  what: { ko: '풀 수 없는 변수와 따옴표', en: 'Variables and quotes that cannot be read' },
  why: {
    ko: 'COPY, ENV, WORKDIR 같은 instruction의 변수와 따옴표는 shell이 아니라 BuildKit이 읽는다. 닫지 않은 `${`나 따옴표, `${var^}`처럼 BuildKit이 모르는 shell 문법이 있으면 그 줄에서 멈춘다. `${var:?}`는 값이 없을 때 일부러 멈추는 문법이다.',
    en: 'In COPY, ENV, WORKDIR and others, BuildKit reads variables and quotes, not a shell. It stops at a `${` or quote that is not closed, and at shell syntax it does not have, such as `${var^}`. `${var:?}` stops on purpose where the variable has no value.',
  },
  how: {
    ko: '괄호와 따옴표를 닫는다. 글자 그대로의 `$`나 따옴표는 앞에 `\\`를 붙인다.',
    en: 'Close the brace or the quote. Put a `\\` before a `$` or quote that is meant as it is.',
  },
  messages: {
    quote: {
      ko: '따옴표가 닫히지 않았다: `{word}`',
      en: 'A quote is not closed: `{word}`',
    },
    brace: {
      ko: '`${`가 `}`로 닫히지 않았다: `{word}`',
      en: 'A `${` is not closed by `}`: `{word}`',
    },
    modifier: {
      ko: 'BuildKit이 모르는 변수 문법이다: `{word}`. `:-`, `:+`, `:?`, `#`, `%`, `/`만 안다.',
      en: 'BuildKit does not know this way to use a variable: `{word}`. It knows `:-`, `:+`, `:?`, `#`, `%` and `/`.',
    },
    slash: {
      ko: '`${var/찾을 것/바꿀 것}`에 두 번째 `/`가 없다: `{word}`',
      en: 'The second `/` of `${var/from/to}` is missing: `{word}`',
    },
    substitution: {
      ko: '`${`와 `}` 사이에 변수 이름이 없다: `{word}`',
      en: 'No name of a variable stands in the braces: `{word}`',
    },
    array: {
      ko: '배열을 작은따옴표로 적어 JSON이 아니고, 글자 그대로는 따옴표가 단어마다 닫히지 않아 빌드가 멈춘다.',
      en: 'This array is no JSON, and as plain text its quotes are not closed within a word: the build stops here.',
    },
    required: {
      ko: '변수 `{name}`에 값이 없어 여기서 멈춘다.',
      en: 'The variable `{name}` has no value, so the build stops here.',
    },
  },
  concepts: ['dockerfile/ENV', 'dockerfile/ARG'],
  source: 'https://docs.docker.com/reference/dockerfile/#environment-replacement',
  also: [],
  fix: 'choice',
  examples: [
    {
      bad: 'FROM node:24\nENV GREETING=«"hello»\n',
      good: 'FROM node:24\nENV GREETING="hello"\n',
      message: 'quote',
    },
    {
      bad: 'FROM node:24\nARG DIR=app\nWORKDIR «/srv/${DIR»\n',
      good: 'FROM node:24\nARG DIR=app\nWORKDIR /srv/${DIR}\n',
      message: 'brace',
    },
    {
      bad: 'FROM node:24\nARG DIR=app\nWORKDIR «/srv/${DIR^}»\n',
      good: 'FROM node:24\nARG DIR=app\nWORKDIR /srv/${DIR}\n',
      message: 'modifier',
    },
    {
      bad: 'FROM node:24\nARG V=1.2\nENV V=«${V/.}»\n',
      good: 'FROM node:24\nARG V=1.2\nENV V=${V/./-}\n',
      message: 'slash',
    },
    {
      bad: 'FROM node:24\nWORKDIR «/srv/${}»\n',
      good: 'FROM node:24\nWORKDIR /srv/app\n',
      message: 'substitution',
    },
    {
      bad: 'FROM node:24\nCOPY <<EOF /srv/app.conf\nroot «${DIR^};»\nEOF\n',
      good: "FROM node:24\nCOPY <<'EOF' /srv/app.conf\nroot ${DIR^};\nEOF\n",
      message: 'modifier',
    },
    {
      bad: 'FROM scratch\nWORKDIR «/srv/${DIR:?}»\n',
      good: 'FROM scratch\nARG DIR=app\nWORKDIR /srv/${DIR:?}\n',
      message: 'required',
    },
    {
      bad: "FROM nginx:1.29\nCOPY «['my site', '/srv']»\n",
      good: 'FROM nginx:1.29\nCOPY ["my site", "/srv"]\n',
      message: 'array',
    },
  ],
  allows: [
    'FROM a\nRUN echo "${b^}"\nCMD ${b\nHEALTHCHECK CMD ${b\nMAINTAINER "c\n',
    "FROM a\nARG b\nENV c=${b:?} d=${e:?}\nLABEL it\\'s='a\"b'\n",
    'FROM a\nCOPY --chown=${b:-1} "c" d/\n',
    "FROM a\nCOPY <<'E' b\n${\nE\nRUN <<E\n${\nE\nCOPY <<E b\n\\${ \" '\nE\n",
  ],
  *check(file) {
    const { outside, globalArgs, stages, states } = file;
    for (const instruction of [...globalArgs, ...outside])
      yield* findingsIn(instruction, states.get(instruction)!);
    for (const stage of stages) yield* findingsOf(stage);
  },
});

const MESSAGES: Readonly<Record<LexProblem, string | undefined>> = {
  'single-quote-unterminated': 'quote',
  'double-quote-unterminated': 'quote',
  'brace-unterminated': 'brace',
  'slash-missing': 'slash',
  'bad-substitution': 'substitution',
  'modifier-unsupported': 'modifier',
  'nested-too-deep': undefined,
};

const findingsOf = once((stage: Stage): readonly Finding[] => {
  const { from } = stage;
  // That is expanded whatever the build needs.
  const own = from ? [...findingsIn(from, stateBefore(stage, from))] : [];
  const all = dispatchedIn(stage).flatMap(({ instruction, state, lowered }) =>
    [...findingsIn(instruction, state)].map((found) => ({ ...found, ...lowered })),
  );
  return [...own, ...all];
});

function* findingsIn(instruction: Instruction, { scope }: ImageState): Generator<Finding> {
  for (const { problem, body, bodySpan } of instruction.heredocs) {
    const message = problem && MESSAGES[problem.code];
    if (!message) continue;
    const { start, end } = problem.span;
    const word = body.slice(start - bodySpan.start, end - bodySpan.start);
    yield { span: problem.span, message, values: { word, name: word } };
  }
  const array = brokenArray(instruction);
  if (array?.rejected) {
    yield { span: instruction.argumentsSpan, message: 'array', fixes: array.fixes };
    return;
  }
  for (const word of expandedIn(instruction)) {
    if (!word.problem && word.variables.length === 0) continue;
    const { problem, overridable } = word.problem ? {} : scope.expand(word);
    const required = problem === 'variable-required' && !overridable;
    const message = word.problem ? MESSAGES[word.problem] : required ? 'required' : undefined;
    if (!message) continue;
    const asking = word.variables.find(({ modifier }) => modifier?.endsWith('?'));
    yield { span: word.span, message, values: { word: word.raw, name: asking?.name ?? word.raw } };
  }
}
