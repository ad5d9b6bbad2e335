import type { Fix } from '../../core/rule';
import { dispatchedAs } from '../facts/rejected';
import { isRemote } from '../facts/transfer';
import { keywordLike } from '../keyword-case';
import type { Copy } from '../model';
import { rule } from '../rule';

export default rule({
  id: 'dockerfile/copy-from-url',
  severity: 'error',
  scope: 'section',
  what: { ko: 'COPY에 적은 URL', en: 'A URL in COPY' },
  why: {
    ko: 'COPY는 build context나 다른 stage에 있는 파일만 복사한다. 인터넷에서 받아 오는 것은 ADD다. URL이 있으면 BuildKit은 "source can\'t be a URL for COPY"라며 멈춘다.',
    en: 'COPY takes files of the build context or of another stage. ADD is the one that downloads. At a URL BuildKit stops: "source can\'t be a URL for COPY".',
  },
  how: {
    ko: 'ADD를 쓴다. `--checksum`을 함께 적으면 받은 파일이 그 파일인지 확인한다.',
    en: 'Use ADD. With `--checksum` it also checks that the file is the one you meant.',
  },
  messages: {
    url: {
      ko: 'COPY는 `{url}`{url|을} 내려받지 못한다. ADD를 쓴다.',
      en: 'COPY does not download `{url}`; ADD does.',
    },
  },
  concepts: ['dockerfile/COPY', 'dockerfile/ADD'],
  source: 'https://docs.docker.com/reference/dockerfile/#add',
  also: [],
  fix: 'choice',
  examples: [
    {
      bad: 'FROM alpine:3.24\nCOPY «https://example.com/app.tar.gz» /tmp/\n',
      good: 'FROM alpine:3.24\nADD https://example.com/app.tar.gz /tmp/\n',
    },
  ],
  allows: ['FROM a\nADD https://example.com/b /c\n', 'FROM a\nCOPY $B https/ /c/\n'],
  *check(stage) {
    for (const { instruction, state, lowered } of dispatchedAs(stage, 'COPY')) {
      for (const { span, ...word } of instruction.sources) {
        const { value: url, overridable } = state.scope.expand(word);
        if (url === undefined || overridable || !isRemote(url)) continue;
        yield { span, values: { url }, fixes: toAdd(instruction), ...lowered };
      }
    }
  },
});

function toAdd(copy: Copy): Fix[] {
  const { flags, keywordSpan } = copy;
  // ADD has neither.
  if (flags.some(({ name }) => name === 'from' || name === 'parents')) return [];
  return [
    {
      title: { ko: 'ADD로 바꾸기', en: 'Change to ADD' },
      kind: 'choice',
      edits: [{ span: keywordSpan, text: keywordLike(copy, 'ADD') }],
    },
  ];
}
