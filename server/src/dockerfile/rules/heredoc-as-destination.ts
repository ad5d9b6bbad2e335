import { problemsIn } from '../facts/rejected';
import { rule } from '../rule';

export default rule({
  id: 'dockerfile/heredoc-as-destination',
  severity: 'error',
  scope: 'part',
  what: { ko: '목적지 자리의 heredoc', en: 'A heredoc as destination' },
  why: {
    ko: 'COPY와 ADD의 마지막 인자는 목적지다. heredoc은 파일의 내용이라 원본 자리에만 올 수 있다. 순서가 바뀌면 BuildKit은 "cannot accept a heredoc as a destination"이라며 멈춘다.',
    en: 'The last argument of COPY and ADD is the destination. A heredoc is the content of a file, so it can only be a source. BuildKit stops when it comes last: "cannot accept a heredoc as a destination".',
  },
  how: { ko: 'heredoc을 앞에, 경로를 뒤에 적는다.', en: 'Write the heredoc first and the path behind it.' },
  messages: {
    last: {
      ko: 'heredoc `{heredoc}`{heredoc|이} 목적지 자리에 있다. 경로가 그 뒤에 와야 한다.',
      en: 'The heredoc `{heredoc}` stands where the destination belongs; the path comes behind it.',
    },
  },
  concepts: ['dockerfile/COPY', 'dockerfile/ADD'],
  source: 'https://docs.docker.com/reference/dockerfile/#here-documents',
  also: [],
  fix: 'choice',
  examples: [
    {
      bad: 'FROM debian:13\nCOPY /motd «<<EOF»\nhello\nEOF\n',
      good: 'FROM debian:13\nCOPY <<EOF /motd\nhello\nEOF\n',
    },
  ],
  allows: ['FROM a\nCOPY <<EOF b\nc\nEOF\n', 'FROM a\nCOPY <<EOF\nc\nEOF\n'],
  *check(unit) {
    for (const { instruction, problem, lowered } of problemsIn(unit, 'heredoc-as-destination')) {
      const [path, heredoc, ...more] = instruction.words;
      const swap = path && heredoc && more.length === 0 && instruction.heredocs.length === 1;
      yield {
        span: problem.span,
        values: { heredoc: instruction.words.at(-1)!.raw },
        fixes: swap
          ? [
              {
                title: { ko: '자리 바꾸기', en: 'Swap them' },
                kind: 'choice',
                edits: [
                  { span: path.span, text: heredoc.raw },
                  { span: heredoc.span, text: path.raw },
                ],
              },
            ]
          : [],
        ...lowered,
      };
    }
  },
});
