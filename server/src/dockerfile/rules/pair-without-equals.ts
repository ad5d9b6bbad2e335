import type { Fix } from '../../core/rule';
import type { Span } from '../../core/span';
import { problemsIn } from '../facts/rejected';
import type { Instruction } from '../model';
import { rule } from '../rule';

export default rule({
  id: 'dockerfile/pair-without-equals',
  severity: 'error',
  scope: 'part',
  what: { ko: '`=`가 없는 이름과 값', en: 'A name without `=`' },
  why: {
    ko: 'ENV와 LABEL은 `이름=값`을 빈칸으로 나누어 읽는다. 값에 빈칸이 있는데 따옴표가 없으면 뒤의 단어를 다음 이름으로 읽고, 거기에 `=`가 없으니 BuildKit은 "can\'t find = in"이라고 하고 멈춘다. 이름만 적은 `ENV NAME`도 값이 없어 안 된다.',
    en: 'ENV and LABEL read `name=value`s with blanks between them. If a value has a blank and no quotes, the word behind the blank is taken for the next name, and it has no `=`: BuildKit stops with "can\'t find = in". A name alone, `ENV NAME`, has no value and fails too.',
  },
  how: {
    ko: '빈칸이 든 값은 큰따옴표로 감싼다. ex) `LABEL description="my app"`. 빈 값은 `NAME=`으로 적는다.',
    en: 'Put double quotes around a value with blanks, ex) `LABEL description="my app"`. Write an empty value as `NAME=`.',
  },
  messages: {
    middle: {
      ko: '`{word}`에 `=`가 없다. 앞의 값에 이어지는 말이면 따옴표로 감싼다.',
      en: '`{word}` has no `=`. If it belongs to the value before it, quote the whole value.',
    },
    alone: {
      ko: '{keyword}에 이름만 있고 값이 없다. `{word}=값`으로 적는다.',
      en: '{keyword} has a name and no value. Write `{word}=value`.',
    },
  },
  concepts: ['dockerfile/ENV', 'dockerfile/LABEL'],
  source: 'https://docs.docker.com/reference/dockerfile/#env',
  also: [],
  fix: 'choice',
  examples: [
    {
      bad: 'FROM debian:13\nLABEL description=my «app»\n',
      good: 'FROM debian:13\nLABEL description="my app"\n',
    },
    { bad: 'FROM debian:13\nENV «PORT»\n', good: 'FROM debian:13\nENV PORT=\n', message: 'alone' },
  ],
  allows: ['FROM a\nENV a b c\n', 'FROM a\nENV a="b c" d=e\n', 'FROM a\nARG a b\n'],
  *check(unit) {
    const found = problemsIn(unit, 'pair-without-equals', 'pair-without-value');
    for (const { instruction, problem, lowered } of found) {
      const { span, code } = problem;
      const { keyword } = instruction;
      const alone = code === 'pair-without-value';
      const word = wordAt(instruction, span);
      const isFirst = found[0]?.problem === problem;
      const fix = alone ? emptyValue(span) : isFirst ? quoted(instruction, span, word) : undefined;
      const message = alone ? 'alone' : 'middle';
      yield { span, message, values: { keyword, word }, fixes: fix ? [fix] : [], ...lowered };
    }
  },
});

function wordAt(instruction: Instruction, { start }: Span): string {
  if (instruction.keyword !== 'ENV' && instruction.keyword !== 'LABEL') return '';
  const pair = instruction.pairs.find(({ name }) => name.span.start === start);
  return pair?.name.raw ?? instruction.joined.text.split(/\s+/).at(-1)!;
}

function emptyValue(span: Span): Fix {
  return {
    title: { ko: '빈 값 적기', en: 'Give it an empty value' },
    kind: 'choice',
    edits: [{ span: { ...span, start: span.end }, text: '=' }],
  };
}

/** Quotes around the value before it and this word, where both stand plainly in one line. */
function quoted(instruction: Instruction, span: Span, word: string): Fix | undefined {
  if (instruction.keyword !== 'ENV' && instruction.keyword !== 'LABEL') return undefined;
  const value = instruction.pairs.findLast(({ name }) => name.span.end < span.start)?.value;
  const plain = /^[^"'\\`]+$/;
  if (!value || !plain.test(value.raw) || !plain.test(word)) return undefined;
  if (value.span.end + 1 !== span.start) return undefined;
  return {
    title: { ko: '값을 따옴표로 감싸기', en: 'Quote the value' },
    kind: 'choice',
    edits: [
      { span: { ...span, start: value.span.start, end: value.span.start }, text: '"' },
      { span: { ...span, start: span.end }, text: '"' },
    ],
  };
}
