import type { Fix } from '../../core/rule';
import { type ExposedPort, exposedBy } from '../facts/ports';
import { rule } from '../rule';

export default rule({
  id: 'dockerfile/expose-repeated',
  severity: 'hint',
  scope: 'section',
  what: { ko: '두 번 적은 EXPOSE', en: 'A port exposed twice' },
  why: {
    ko: 'EXPOSE는 이미지 설정의 목록에 포트를 더할 뿐이라, 같은 포트를 다시 적어도 달라지지 않는다. `80`과 `80/tcp`도 같은 것이다. 남아 있으면 다른 번호를 적으려던 것은 아닌지 읽는 사람이 따져 봐야 한다.',
    en: 'EXPOSE adds a port to a list in the image’s settings; adding it again changes nothing. `80` and `80/tcp` are the same. Left in place, it makes the reader wonder whether another number was meant.',
  },
  how: { ko: '하나만 남긴다.', en: 'Keep one of them.' },
  messages: {
    again: {
      ko: '{port:은} 위에서 이미 적었다.',
      en: '{port} is exposed above already.',
    },
  },
  concepts: ['dockerfile/EXPOSE'],
  source: 'https://docs.docker.com/reference/dockerfile/#expose',
  also: [],
  fix: 'safe',
  examples: [
    {
      bad: 'FROM node:24-slim\nEXPOSE 8080 «8080/tcp»\n',
      good: 'FROM node:24-slim\nEXPOSE 8080\n',
    },
    {
      bad: 'FROM node:24-slim\nEXPOSE 8080\nENV PORT=8080\nEXPOSE «8080»\n',
      good: 'FROM node:24-slim\nEXPOSE 8080\nENV PORT=8080\n',
    },
  ],
  allows: [
    'FROM bind9\nEXPOSE 53/tcp 53/udp\n',
    'FROM node:24 AS dev\nEXPOSE 8080\nFROM node:24-slim\nEXPOSE 8080\n',
    'FROM node:24-slim\nARG PORT=8080\nEXPOSE 8080 $PORT\n',
  ],
  *check(stage) {
    const exposed = exposedBy(stage, stage.instructions) ?? [];
    for (const [i, port] of exposed.entries())
      if (exposed.slice(0, i).some((earlier) => isSame(earlier, port)))
        yield { span: port.word.span, values: { port: port.word.raw }, fixes: removed(port) };
  },
});

function isSame(a: ExposedPort, b: ExposedPort): boolean {
  return a.from === b.from && a.to === b.to && a.protocol === b.protocol;
}

/** The word with the blank before it, or the whole instruction where it is all there is. */
function removed({ by, word }: ExposedPort): Fix[] {
  const { span } = word;
  const before = by.ports[by.ports.indexOf(word) - 1];
  // What stands between two words may be a comment.
  if (by.comments.length > 0 || (!before && by.ports.length > 1)) return [];
  const whole = { part: by.part, start: 0, end: by.partText.length };
  return [
    {
      title: { ko: '지우기', en: 'Remove' },
      kind: 'safe',
      edits: [{ span: before ? { ...span, start: before.span.end } : whole, text: '' }],
    },
  ];
}
