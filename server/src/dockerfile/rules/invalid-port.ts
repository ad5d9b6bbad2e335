import { closest } from '../../core/closest';
import type { Finding, Fix } from '../../core/rule';
import type { Span } from '../../core/span';
import { isMapped, isRange } from '../facts/port-text';
import { dispatchedAs } from '../facts/rejected';
import type { ImageState, Word } from '../model';
import { rule } from '../rule';

export default rule({
  id: 'dockerfile/invalid-port',
  severity: 'error',
  scope: 'section',
  what: { ko: '포트가 아닌 EXPOSE', en: 'EXPOSE with something that is no port' },
  why: {
    ko: 'EXPOSE는 0부터 65535까지의 번호나 `8000-8010` 같은 범위를 받고, 뒤에 `/tcp`, `/udp`, `/sctp`를 붙일 수 있다. 다른 것이 오면 BuildKit은 "invalid containerPort"라며 멈춘다. 여러 포트는 쉼표가 아니라 공백으로 나누고, 줄 끝의 `#`은 주석이 되지 않는다.',
    en: 'EXPOSE takes a number from 0 to 65535 or a range such as `8000-8010`, with `/tcp`, `/udp` or `/sctp` behind it if you like. BuildKit stops at anything else: "invalid containerPort". Several ports have blanks between them, no commas, and a `#` at the end of the line starts no comment.',
  },
  how: {
    ko: '컨테이너 안에서 프로그램이 listen하는 포트를 적는다. ex) `EXPOSE 80 443/udp`',
    en: 'Write the ports the program listens on inside the container, ex) `EXPOSE 80 443/udp`.',
  },
  messages: {
    port: {
      ko: '`{port}`{port|은} 포트가 아니다. 0부터 65535까지의 번호나 범위를 적는다.',
      en: '`{port}` is no port: write a number from 0 to 65535, or a range.',
    },
    protocol: {
      ko: '`{protocol}`{protocol|이라}는 protocol은 없다. tcp, udp, sctp 중 하나를 적는다.',
      en: 'There is no protocol `{protocol}`: write tcp, udp or sctp.',
    },
    comment: {
      ko: '줄 끝의 `#`은 주석이 아니라 EXPOSE의 인자다.',
      en: 'A `#` behind an instruction starts no comment: EXPOSE takes these words for ports.',
    },
  },
  concepts: ['dockerfile/EXPOSE'],
  source: 'https://docs.docker.com/reference/dockerfile/#expose',
  also: ['hadolint/DL3011'],
  fix: 'choice',
  examples: [
    { bad: 'FROM nginx:1.29\nEXPOSE «80,443»\n', good: 'FROM nginx:1.29\nEXPOSE 80 443\n' },
    { bad: 'FROM nginx:1.29\nEXPOSE «80800»\n', good: 'FROM nginx:1.29\nEXPOSE 8080\n' },
    {
      bad: 'FROM bind9:9\nEXPOSE «53/upd»\n',
      good: 'FROM bind9:9\nEXPOSE 53/udp\n',
      message: 'protocol',
    },
    {
      bad: 'FROM nginx:1.29\nEXPOSE 80 «# the site»\n',
      good: 'FROM nginx:1.29\nEXPOSE 80\n',
      message: 'comment',
    },
  ],
  allows: [
    'FROM a\nEXPOSE 0 80 8000-8010 53/UDP 9/sctp\n',
    'FROM a\nEXPOSE $PORT ${PORT}/tcp 8080:80\n',
    'FROM a\nARG PORT=b\nEXPOSE $PORT\n',
  ],
  *check(stage) {
    for (const { instruction, state, lowered } of dispatchedAs(stage, 'EXPOSE')) {
      const { ports, argumentsSpan } = instruction;
      const comment = ports.findIndex(({ raw }) => raw.startsWith('#'));
      for (const word of comment < 0 ? ports : ports.slice(0, comment)) {
        const found = findingIn(word, state);
        if (found) yield { ...found, ...lowered };
      }
      if (comment >= 0) {
        const span = { ...ports[comment]!.span, end: argumentsSpan.end };
        const before = ports[comment - 1]?.span.end;
        yield {
          span,
          message: 'comment',
          fixes: before ? [remove({ ...span, start: before })] : [],
          ...lowered,
        };
      }
    }
  },
});

const PROTOCOLS = ['tcp', 'udp', 'sctp'];

function findingIn(word: Word, { scope }: ImageState): Finding | undefined {
  const { value, overridable } = scope.expand(word);
  if (value === undefined || overridable) return undefined;
  for (const one of value.split(/\s+/).filter((text) => text !== '')) {
    if (!isMapped(one)) return { span: word.span, values: { port: one }, fixes: apart(word, one) };
    const [, protocol = ''] = one.slice(one.lastIndexOf(':') + 1).split(/\/(.*)/s);
    if (protocol && !PROTOCOLS.includes(protocol.toLowerCase())) {
      const near = closest(protocol, PROTOCOLS);
      const fixes = near && word.raw.endsWith(`/${protocol}`) ? [change(word, protocol, near)] : [];
      return { span: word.span, message: 'protocol', values: { protocol }, fixes };
    }
  }
  return undefined;
}

function apart({ span, raw }: Word, port: string): Fix[] {
  const ports = port.split(',').filter((one) => one !== '');
  if (raw !== port || ports.length < 2 || !ports.every((one) => isRange(one.split('/')[0]!))) return [];
  return [
    {
      title: { ko: '공백으로 나누기', en: 'Put blanks between them' },
      kind: 'choice',
      edits: [{ span, text: ports.join(' ') }],
    },
  ];
}

function change({ span, raw }: Word, protocol: string, near: string): Fix {
  return {
    title: { ko: '{near:으로} 바꾸기', en: 'Change to {near}' },
    values: { near },
    kind: 'choice',
    edits: [{ span, text: raw.slice(0, -protocol.length) + near }],
  };
}

function remove(span: Span): Fix {
  return {
    title: { ko: '지우기', en: 'Remove' },
    kind: 'choice',
    edits: [{ span, text: '' }],
  };
}
