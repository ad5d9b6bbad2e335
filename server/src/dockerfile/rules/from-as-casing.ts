import { asInstruction } from '../model';
import { rule } from '../rule';

export default rule({
  id: 'dockerfile/from-as-casing',
  severity: 'hint',
  scope: 'part',
  what: { ko: 'FROM과 대소문자가 다른 AS', en: 'AS in another case than FROM' },
  why: {
    ko: '`FROM ... as`와 `from ... AS`도 똑같이 빌드된다. 다만 한 줄 안에서 키워드의 대소문자가 섞이면 이미지 이름, 키워드, stage 이름이 눈으로 잘 나뉘지 않는다.',
    en: '`FROM ... as` builds just the same. But with two cases in one line it is harder to tell the image, the keyword and the stage name apart.',
  },
  how: {
    ko: '`FROM`에는 `AS`를, `from`에는 `as`를 쓴다. ex) `FROM golang:1.27 AS build`',
    en: 'Write `AS` behind `FROM` and `as` behind `from`, ex) `FROM golang:1.27 AS build`.',
  },
  messages: {
    differs: {
      ko: '`{as}`의 대소문자가 `{from}`{from|과} 다르다.',
      en: '`{as}` is in another case than `{from}`.',
    },
  },
  concepts: ['dockerfile/FROM', 'concepts/multi-stage-build'],
  source: 'https://docs.docker.com/reference/build-checks/from-as-casing/',
  also: ['buildkit/FromAsCasing'],
  fix: 'safe',
  examples: [
    { bad: 'FROM golang:1.27 «as» build\n', good: 'FROM golang:1.27 AS build\n' },
    { bad: 'from golang:1.27 «AS» build\n', good: 'from golang:1.27 as build\n' },
  ],
  allows: ['FROM golang:1.27 AS build\n', 'from golang:1.27 as build\n', 'From golang:1.27 As build\n'],
  *check(unit) {
    const from = asInstruction(unit, 'FROM');
    if (!from?.as || !from.name) return;
    const { written } = from;
    const lower = written === written.toLowerCase();
    // A mixed `From` is another rule's.
    if (!lower && written !== written.toUpperCase()) return;
    const text = lower ? 'as' : 'AS';
    if (from.as.raw === text) return;
    yield {
      span: from.as.span,
      values: { as: from.as.raw, from: written },
      fixes: [
        {
          title: { ko: '`{text}`{text|으로} 바꾸기', en: 'Change to `{text}`' },
          values: { text },
          kind: 'safe',
          edits: [{ span: from.as.span, text }],
        },
      ],
    };
  },
});
