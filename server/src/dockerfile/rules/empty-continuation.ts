import type { Span } from '../../core/span';
import type { Instruction } from '../model';
import { rule } from '../rule';

export default rule({
  id: 'dockerfile/empty-continuation',
  severity: 'warning',
  scope: 'part',
  what: { ko: '이어지는 줄 사이의 빈 줄', en: 'A blank line in a continued instruction' },
  why: {
    ko: '줄 끝의 `\\`는 다음 줄을 잇는다. 그 다음 줄이 비어 있으면 BuildKit은 지금은 건너뛰고 계속 잇지만, 앞으로는 오류로 만들겠다고 한다. 끝난 줄 알았던 instruction이 빈 줄 너머의 다음 instruction까지 삼키는 일도 여기서 생긴다.',
    en: 'A `\\` at the end of a line joins the next one. Where that is blank, BuildKit skips it and goes on joining, for now: it is going to be an error. It is also how an instruction you took for finished swallows the one below the blank line.',
  },
  how: {
    ko: '빈 줄을 지운다. 나눠 보이게 하고 싶으면 `#`로 시작하는 주석 줄을 둔다. 그 줄은 그냥 빠진다.',
    en: 'Delete the blank line. To set things apart, use a comment line, which is simply left out.',
  },
  messages: {
    blank: {
      ko: '이 {keyword}의 이어지는 줄 사이에 빈 줄이 있다. BuildKit은 앞으로 이것을 오류로 본다.',
      en: 'There is a blank line between the continued lines of this {keyword}; BuildKit is going to reject that.',
    },
    line: { ko: '빈 줄', en: 'The blank line' },
  },
  concepts: ['dockerfile/RUN'],
  source: 'https://docs.docker.com/reference/build-checks/no-empty-continuation/',
  also: ['buildkit/NoEmptyContinuation'],
  fix: 'safe',
  examples: [
    {
      bad: 'FROM debian:13\nRUN apt-get update && \\\n\n    «apt-get install -y nginx»\n',
      good: 'FROM debian:13\nRUN apt-get update && \\\n    apt-get install -y nginx\n',
    },
  ],
  allows: [
    'FROM debian:13\nRUN apt-get update && \\\n    # the web server\n    apt-get install -y nginx\n',
    'FROM debian:13\nRUN <<EOF\na\n\nb\nEOF\n',
  ],
  *check(unit) {
    if (!('keyword' in unit) || unit.emptyContinuations.length === 0) return;
    yield {
      span: lastLine(unit),
      values: { keyword: unit.keyword },
      related: unit.emptyContinuations.map((span) => ({
        span: { ...span, end: span.start },
        message: 'line',
      })),
      fixes: [
        {
          title: { ko: '빈 줄 지우기', en: 'Delete the blank lines' },
          kind: 'safe',
          edits: unit.emptyContinuations.map((span) => ({ span, text: '' })),
        },
      ],
    };
  },
});

/** The line BuildKit names: the last one it joined, blank or not. */
function lastLine({ joined, part, emptyContinuations }: Instruction): Span {
  const { start, end } = emptyContinuations.at(-1)!;
  const { text } = joined;
  if (text === '' || joined.toSource(text.length) <= start) return { part, start, end };
  let at = text.length - 1;
  while (at > 0 && joined.toSource(at - 1) === joined.toSource(at) - 1) at--;
  while (/\s/.test(text[at]!)) at++;
  return { part, ...joined.range(at, text.length) };
}
