import type { Fix } from '../../core/rule';
import { type Add, asInstruction, type Copy } from '../model';
import { rule } from '../rule';

export default rule({
  id: 'dockerfile/copy-without-destination',
  severity: 'error',
  scope: 'part',
  what: { ko: '목적지 없는 COPY와 ADD', en: 'COPY or ADD without a destination' },
  why: {
    ko: 'COPY와 ADD는 마지막 인자를 목적지로 읽고, 그 앞을 모두 원본으로 읽는다. 인자가 하나뿐이면 무엇을 어디에 둘지 알 수 없다. shell의 `cp`처럼 지금 디렉터리로 복사해 주지도 않는다. BuildKit은 파일을 읽다가 "requires at least two arguments, but only one was provided"라며 빌드를 시작하지 않는다.',
    en: 'COPY and ADD take their last argument as the destination and all before it as sources. With one argument there is nothing to copy, or nowhere to put it; the current directory is not assumed. BuildKit stops while it reads the file: "requires at least two arguments, but only one was provided".',
  },
  how: {
    ko: '목적지를 적는다. ex) `COPY app.js ./`은 WORKDIR 안으로, `COPY app.js /srv/app.js`는 그 이름으로 복사한다.',
    en: 'Write the destination, ex) `COPY app.js ./` copies into the WORKDIR, `COPY app.js /srv/app.js` under that very name.',
  },
  messages: {
    missing: {
      ko: '{keyword}에 인자가 `{argument}` 하나뿐이다. 목적지가 없어 빌드가 시작되지 않는다.',
      en: '{keyword} has one argument, `{argument}`, and no destination: the build does not start.',
    },
  },
  concepts: ['dockerfile/COPY', 'dockerfile/ADD'],
  source: 'https://docs.docker.com/reference/dockerfile/#copy',
  also: [],
  fix: 'choice',
  examples: [
    {
      bad: 'FROM node:24-slim\nWORKDIR /app\nCOPY «app.js»\n',
      good: 'FROM node:24-slim\nWORKDIR /app\nCOPY app.js ./\n',
    },
    {
      bad: 'FROM node:24-slim\nWORKDIR /app\nCOPY [«"my app.js"»]\n',
      good: 'FROM node:24-slim\nWORKDIR /app\nCOPY ["my app.js", "./"]\n',
    },
  ],
  allows: [
    'FROM node:24-slim\nCOPY app.js /app/\n',
    'FROM node:24-slim\nCOPY <<EOF /motd\nhello\nEOF\n',
    'FROM node:24-slim\nCOPY ["my app.js", "/app/"]\n',
    'FROM node:24-slim\nCOPY\n',
  ],
  *check(unit) {
    if (!('keyword' in unit)) return;
    const transfer = asInstruction(unit, 'COPY') ?? asInstruction(unit, 'ADD');
    const [only, ...more] = transfer?.words ?? [];
    if (!transfer || !only || more.length > 0) return;
    yield {
      span: only.span,
      values: { keyword: transfer.keyword, argument: only.raw },
      // A heredoc needs a name for its file, which only its author knows.
      fixes: transfer.heredocs.length === 0 ? [toWorkdir(transfer)] : [],
      // BuildKit checks a trigger only when an image is built on this one.
      ...(transfer.onbuild && { severity: 'warning' as const }),
    };
  },
});

function toWorkdir({ json, words: [only], part }: Copy | Add): Fix {
  const { end } = only!.span;
  return {
    title: { ko: 'WORKDIR로 복사하기', en: 'Copy into the WORKDIR' },
    kind: 'choice',
    edits: [{ span: { part, start: end, end }, text: json ? ', "./"' : ' ./' }],
  };
}
