import { asInstruction } from '../model';
import { rule } from '../rule';

export default rule({
  id: 'dockerfile/expose-protocol-casing',
  severity: 'hint',
  scope: 'part',
  what: { ko: '대문자로 쓴 EXPOSE protocol', en: 'An EXPOSE protocol in capitals' },
  why: {
    ko: 'BuildKit은 `80/TCP`를 `80/tcp`로 바꿔 이미지에 적는다. 결과는 같지만 `docker ps`와 문서에는 늘 소문자로 보이니, 파일에서도 그렇게 써야 찾기 쉽다.',
    en: 'BuildKit writes `80/TCP` into the image as `80/tcp`. The result is the same, but `docker ps` and the documentation show lower case, and a search finds what is written alike.',
  },
  how: {
    ko: '`tcp`, `udp`, `sctp`로 적는다. TCP는 기본값이라 `EXPOSE 80`만으로 된다.',
    en: 'Write `tcp`, `udp` or `sctp`. TCP is the default: `EXPOSE 80` is enough.',
  },
  messages: {
    capitals: {
      ko: 'protocol {protocol:은} 소문자로 쓴다.',
      en: 'Write the protocol {protocol} in lower case.',
    },
  },
  concepts: ['dockerfile/EXPOSE'],
  source: 'https://docs.docker.com/reference/build-checks/expose-proto-casing/',
  also: ['buildkit/ExposeProtoCasing'],
  fix: 'safe',
  examples: [{ bad: 'FROM bind9\nEXPOSE 53/«UDP» 53\n', good: 'FROM bind9\nEXPOSE 53/udp 53\n' }],
  allows: [
    'FROM bind9\nEXPOSE 53/udp 53/tcp\n',
    'FROM bind9\nEXPOSE 53/$PROTO\n',
    'FROM bind9\nEXPOSE 80/HTTP\n',
  ],
  *check(unit) {
    for (const { raw, span } of asInstruction(unit, 'EXPOSE')?.ports ?? []) {
      const [, protocol] = /\/(tcp|udp|sctp)$/i.exec(raw) ?? [];
      const lower = protocol?.toLowerCase();
      if (!protocol || lower === undefined || lower === protocol) continue;
      const written = { ...span, start: span.end - protocol.length };
      yield {
        span: written,
        values: { protocol },
        fixes: [
          {
            title: { ko: '`{lower}`{lower|으로} 바꾸기', en: 'Change to `{lower}`' },
            values: { lower },
            kind: 'safe',
            edits: [{ span: written, text: lower }],
          },
        ],
      };
    }
  },
});
