import type { Fix } from '../../core/rule';
import { problemsIn } from '../facts/rejected';
import type { Heredoc, Instruction } from '../model';
import { rule } from '../rule';

export default rule({
  id: 'dockerfile/heredoc-unterminated',
  severity: 'error',
  scope: 'part',
  what: { ko: '끝나지 않은 heredoc', en: 'An unterminated heredoc' },
  why: {
    ko: 'heredoc은 `<<EOF`에 적은 이름만 있는 줄에서 끝난다. 그 줄 앞뒤에 공백이 있으면 끝으로 보지 않는다. 앞의 tab은 `<<-EOF`일 때만 봐준다. 끝이 없으면 파일의 나머지가 모두 heredoc의 내용이 되고, BuildKit은 "unterminated heredoc"이라고 한다.',
    en: 'A heredoc ends at a line with the name from `<<EOF` and nothing else. With blanks around the name it does not count; tabs before it do with `<<-EOF` only. Without that line the rest of the file belongs to the heredoc, and BuildKit says "unterminated heredoc".',
  },
  how: {
    ko: '내용 다음 줄에 이름만 적는다. 줄 끝의 공백도 지운다.',
    en: 'Write the name alone on the line behind the content, without blanks at either end.',
  },
  messages: {
    missing: {
      ko: 'heredoc `{name}`{name|이} 끝나지 않는다. 줄 처음에 `{name}`만 있는 줄이 필요하다.',
      en: 'The heredoc `{name}` does not end: it needs a line that is `{name}` and nothing else.',
    },
    near: {
      ko: 'heredoc `{name}`{name|이} 끝나지 않는다. `{name}` 앞이나 뒤에 공백이 있는 줄은 끝으로 보지 않는다.',
      en: 'The heredoc `{name}` does not end: the line with `{name}` has blanks around it and does not count.',
    },
  },
  concepts: ['dockerfile/RUN', 'dockerfile/COPY'],
  source: 'https://docs.docker.com/reference/dockerfile/#here-documents',
  also: [],
  fix: 'choice',
  examples: [
    {
      bad: 'FROM debian:13\nRUN «<<EOF»\napt-get update\nEOF \n',
      good: 'FROM debian:13\nRUN <<EOF\napt-get update\nEOF\n',
      message: 'near',
    },
    {
      bad: 'FROM debian:13\nCOPY «<<EOF» /motd\nhello\n',
      good: 'FROM debian:13\nCOPY <<EOF /motd\nhello\nEOF\n',
    },
  ],
  allows: ['FROM a\nRUN <<-EOF\n\tb\n\tEOF\n', 'FROM a\nRUN echo "<<EOF"\n'],
  *check(unit) {
    for (const { instruction, problem } of problemsIn(unit, 'heredoc-unterminated')) {
      const heredoc = instruction.heredocs.find(({ span }) => span.start === problem.span.start);
      if (!heredoc) continue;
      const line = nearLine(heredoc);
      yield {
        span: heredoc.span,
        message: line ? 'near' : 'missing',
        values: { name: heredoc.name },
        fixes: [line ? trim(heredoc, line) : append(heredoc, instruction)],
      };
    }
  },
});

interface Line {
  readonly start: number;
  readonly end: number;
}

/** The line that has the name with blanks around it; offsets count in the body. */
function nearLine({ name, body }: Heredoc): Line | undefined {
  let start = 0;
  for (const line of body.split('\n')) {
    const written = line.replace(/\r$/, '');
    if (written.trim() === name) return { start, end: start + written.length };
    start += line.length + 1;
  }
  return undefined;
}

function trim({ name, bodySpan }: Heredoc, { start, end }: Line): Fix {
  const span = { ...bodySpan, start: bodySpan.start + start, end: bodySpan.start + end };
  return {
    title: { ko: '`{name}` 앞뒤의 공백 지우기', en: 'Remove the blanks around `{name}`' },
    values: { name },
    kind: 'choice',
    edits: [{ span, text: name }],
  };
}

function append({ name, body, bodySpan }: Heredoc, { argumentsSpan, heredocs }: Instruction): Fix {
  const { end } = bodySpan;
  // The line above, if nothing follows it.
  const open =
    body === ''
      ? [argumentsSpan, ...heredocs.map(({ terminator }) => terminator)].some((line) => line?.end === end)
      : !body.endsWith('\n');
  return {
    title: { ko: '`{name}` 줄로 끝내기', en: 'End it with a line `{name}`' },
    values: { name },
    kind: 'choice',
    edits: [{ span: { ...bodySpan, start: end }, text: `${open ? '\n' : ''}${name}\n` }],
  };
}
