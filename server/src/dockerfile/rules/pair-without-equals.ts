import type { Fix } from '../../core/rule';
import type { Span } from '../../core/span';
import { problemsIn } from '../facts/rejected';
import type { Word } from '../model';
import { rule } from '../rule';

export default rule({
  id: 'dockerfile/pair-without-equals',
  severity: 'error',
  scope: 'part',
  what: { ko: '`=`가 없는 이름과 값', en: 'A name without `=`' },
  why: {
    ko: 'ENV와 LABEL은 `이름=값`을 공백으로 나누어 읽는다. 값에 공백이 있는데 따옴표가 없으면 뒤의 단어를 다음 이름으로 읽고, 거기에 `=`가 없으니 BuildKit은 "can\'t find = in"이라며 멈춘다. 이름만 적은 `ENV NAME`도 값이 없어 안 된다.',
    en: 'ENV and LABEL read `name=value`s with blanks between them. If a value has a blank and no quotes, the word behind the blank is taken for the next name, and it has no `=`: BuildKit stops with "can\'t find = in". A name alone, `ENV NAME`, has no value and fails too.',
  },
  how: {
    ko: '공백이 든 값은 큰따옴표로 감싼다. ex) `LABEL description="my app"`. 빈 값은 `NAME=`으로 적는다.',
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
      bad: 'FROM debian:13\nLABEL description=my «first app»\n',
      good: 'FROM debian:13\nLABEL description="my first app"\n',
    },
    { bad: 'FROM debian:13\nENV «PORT»\n', good: 'FROM debian:13\nENV PORT=\n', message: 'alone' },
  ],
  allows: ['FROM a\nENV a b c\n', 'FROM a\nENV a="b c" d=e\n', 'FROM a\nARG a b\n'],
  *check(unit) {
    for (const { instruction, problem, lowered } of problemsIn(unit, 'pair-without-value')) {
      const { span } = problem;
      const values = { keyword: instruction.keyword, word: instruction.joined.text.split(/\s+/).at(-1)! };
      yield { span, message: 'alone', values, fixes: [emptyValue(span)], ...lowered };
    }
    const found = problemsIn(unit, 'pair-without-equals');
    for (const [i, { instruction, problem, lowered }] of found.entries()) {
      const { words } = instruction;
      const at = words.findIndex(({ span }) => span.start === problem.span.start);
      const lacks = (n: number) => found.some((one) => one.problem.span.start === words[n]?.span.start);
      // Words one behind the other are one value that lacks its quotes.
      if (at < 0 || lacks(at - 1)) continue;
      let last = at;
      while (lacks(last + 1)) last++;
      const fix = i === 0 ? quoted(words.slice(at - 1, last + 1)) : undefined;
      const span = { ...problem.span, end: words[last]!.span.end };
      const word = words[at]!.raw;
      yield { span, message: 'middle', values: { word }, fixes: fix ? [fix] : [], ...lowered };
    }
  },
});

function emptyValue(span: Span): Fix {
  return {
    title: { ko: '빈 값 적기', en: 'Give it an empty value' },
    kind: 'choice',
    edits: [{ span: { ...span, start: span.end }, text: '=' }],
  };
}

/** Quotes around the value of the first word and all behind it, where they stand plainly in one line. */
function quoted(words: readonly Word[]): Fix | undefined {
  const [first, ...more] = words;
  const equals = first?.raw.indexOf('=') ?? -1;
  const plain = words.every(({ raw }) => /^[^"'\\`]+$/.test(raw));
  const near = more.every(({ span }, i) => span.start === words[i]!.span.end + 1);
  if (!first || equals < 0 || more.length === 0 || !plain || !near) return undefined;
  const start = first.span.start + equals + 1;
  const { end } = words.at(-1)!.span;
  return {
    title: { ko: '값을 따옴표로 감싸기', en: 'Quote the value' },
    kind: 'choice',
    edits: [
      { span: { ...first.span, start, end: start }, text: '"' },
      { span: { ...first.span, start: end, end }, text: '"' },
    ],
  };
}
