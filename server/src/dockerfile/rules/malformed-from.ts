import type { Fix } from '../../core/rule';
import { problemsIn } from '../facts/rejected';
import { splitTag } from '../facts/split-tag';
import { keywordLike } from '../keyword-case';
import type { Instruction } from '../model';
import { rule } from '../rule';

export default rule({
  id: 'dockerfile/malformed-from',
  severity: 'error',
  scope: 'part',
  what: { ko: '형식이 틀린 FROM', en: 'A malformed FROM' },
  why: {
    ko: 'FROM 뒤에는 이미지 하나, 또는 `이미지 AS 이름` 세 단어가 온다. 단어가 둘이거나 넷이면, 또는 가운데가 AS가 아니면 BuildKit은 "FROM requires either one or three arguments"라며 멈춘다. 줄 끝에 붙인 `#`도 주석이 아니라 인자다.',
    en: 'FROM takes one image, or three words: `image AS name`. With two or four words, or another word than AS in the middle, BuildKit stops: "FROM requires either one or three arguments". A `#` at the end of the line starts no comment, it is an argument too.',
  },
  how: {
    ko: '`FROM 이미지`나 `FROM 이미지 AS 이름`으로 적는다. 주석은 윗줄에 따로 적는다.',
    en: 'Write `FROM image` or `FROM image AS name`. A comment has its own line above.',
  },
  messages: {
    as: {
      ko: '이미지와 stage 이름 사이에 `AS`가 없다.',
      en: '`AS` is missing between the image and the name of the stage.',
    },
    tag: {
      ko: '이미지와 tag `{tag}` 사이에는 공백 없이 `:`만 온다.',
      en: 'Nothing but a `:` stands between an image and its tag `{tag}`, no blank.',
    },
    name: { ko: '`AS` 뒤에 stage 이름이 없다.', en: 'No stage name follows `AS`.' },
    comment: {
      ko: '줄 끝의 `#`은 주석이 아니라 FROM의 인자다.',
      en: 'A `#` behind an instruction starts no comment: these words are arguments of FROM.',
    },
    words: {
      ko: 'FROM은 `이미지`나 `이미지 AS 이름`만 받는다.',
      en: 'FROM takes `image` or `image AS name`, nothing else.',
    },
  },
  concepts: ['dockerfile/FROM', 'concepts/multi-stage-build'],
  source: 'https://docs.docker.com/reference/dockerfile/#from',
  also: [],
  fix: 'choice',
  examples: [
    {
      bad: 'FROM golang:1.27 «build»\nRUN go build .\n',
      good: 'FROM golang:1.27 AS build\nRUN go build .\n',
    },
    {
      bad: 'FROM nginx:1.29 «# the web server»\n',
      good: '# the web server\nFROM nginx:1.29\n',
      message: 'comment',
    },
    {
      bad: 'FROM node «24»\nCMD ["node", "app.js"]\n',
      good: 'FROM node:24\nCMD ["node", "app.js"]\n',
      message: 'tag',
    },
    { bad: 'FROM golang:1.27 «AS»\n', good: 'FROM golang:1.27 AS build\n', message: 'name' },
    {
      bad: 'FROM golang:1.27 «IS build»\n',
      good: 'FROM golang:1.27 AS build\n',
      message: 'words',
    },
  ],
  allows: ['FROM a\n', 'FROM a as b\n', 'FROM --platform=linux/amd64 a AS b\n', 'FROM\n'],
  *check(unit) {
    for (const { instruction, problem } of problemsIn(unit, 'from-arguments')) {
      const { argumentsSpan } = instruction;
      const message = messageOf(instruction);
      const tagged = message === 'tag';
      yield {
        span: tagged ? problem.span : { ...problem.span, end: argumentsSpan.end },
        message,
        ...(tagged && { values: { tag: tagOf(instruction.words) } }),
        fixes: FIXES[message]?.(instruction) ?? [],
      };
    }
  },
});

function messageOf(instruction: Instruction): string {
  const [, second, ...more] = instruction.words;
  if (second?.raw.startsWith('#')) return 'comment';
  if (splitTag(instruction)) return 'tag';
  if (more.length > 0) return 'words';
  return /^as$/i.test(second?.raw ?? '') ? 'name' : 'as';
}

const FIXES: Readonly<Record<string, (instruction: Instruction) => Fix[]>> = {
  as: (instruction) => [insert(instruction)],
  comment: (instruction) => [above(instruction)],
  tag: ({ words }) => [join(words)],
};

const tagOf = (words: Instruction['words']): string => words[1]!.raw.replace(/^:/, '');

function join(words: Instruction['words']): Fix {
  const [image, tag] = words;
  const span = { ...image!.span, start: image!.span.end, end: tag!.span.end };
  const text = `${image!.raw.endsWith(':') ? '' : ':'}${tagOf(words)}`;
  return {
    title: { ko: '이미지에 붙이기', en: 'Join them' },
    kind: 'choice',
    edits: [{ span, text }],
  };
}

function insert(from: Instruction): Fix {
  const name = from.words[1]!.span;
  return {
    title: { ko: '`AS` 넣기', en: 'Insert `AS`' },
    kind: 'choice',
    edits: [{ span: { ...name, end: name.start }, text: `${keywordLike(from, 'AS')} ` }],
  };
}

function above({ words, keywordSpan, argumentsSpan, joined }: Instruction): Fix {
  const comment = joined.text.slice(joined.text.indexOf('#'));
  const { start } = keywordSpan;
  return {
    title: { ko: '주석을 윗줄로 옮기기', en: 'Move the comment to a line above' },
    kind: 'choice',
    edits: [
      { span: { ...keywordSpan, end: start }, text: `${comment}\n` },
      { span: { ...argumentsSpan, start: words[0]!.span.end }, text: '' },
    ],
  };
}
