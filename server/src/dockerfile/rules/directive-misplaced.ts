import type { Fix } from '../../core/rule';
import type { DirectiveProblem, Dockerfile } from '../model';
import { rule } from '../rule';

export default rule({
  id: 'dockerfile/directive-misplaced',
  severity: 'warning',
  scope: 'file',
  what: { ko: '제자리에 없는 directive', en: 'A parser directive out of place' },
  why: {
    ko: '`# syntax=`과 `# escape=`는 파일 맨 위에 있을 때만 directive다. 다른 주석이나 빈 줄, instruction이 먼저 나오면 그 뒤로는 그냥 주석이 되고, 아무 말 없이 무시된다.',
    en: '`# syntax=` and `# escape=` are parser directives at the very top of the file only. Behind another comment, a blank line or an instruction they are plain comments, and nobody says that they are ignored.',
  },
  how: { ko: '파일의 첫 줄로 옮긴다.', en: 'Move it to the first line of the file.' },
  messages: {
    misplaced: {
      ko: '`# {name}=` directive가 맨 위에 있지 않아 그냥 주석으로 읽힌다.',
      en: '`# {name}=` is not at the top of the file, so it is read as a plain comment.',
    },
  },
  concepts: ['dockerfile/FROM'],
  source: 'https://docs.docker.com/reference/dockerfile/#parser-directives',
  also: [],
  fix: 'choice',
  examples: [
    {
      bad: '# the web server\n«# syntax=docker/dockerfile:1»\nFROM nginx:1.29\n',
      good: '# syntax=docker/dockerfile:1\n# the web server\nFROM nginx:1.29\n',
    },
  ],
  allows: ['# syntax=docker/dockerfile:1\nFROM a\n', 'FROM a\n# set syntax=on in vim\n'],
  *check(file) {
    for (const problem of file.directiveProblems) {
      if (problem.code !== 'directive-misplaced') continue;
      const { span, name } = problem;
      yield { span, values: { name }, fixes: toTop(problem, file) };
    }
  },
});

function toTop({ span, name }: DirectiveProblem, file: Dockerfile): Fix[] {
  const { parts, directives, directiveProblems } = file;
  const first = parts[0]!;
  const text = parts.find(({ id }) => id === span.part)!.text;
  const start = text.lastIndexOf('\n', span.start - 1) + 1;
  const end = text.indexOf('\n', span.end) + 1 || text.length;
  const twice = directiveProblems.filter((one) => one.name === name).length > 1;
  const taken = twice || directives.some((one) => one.name === name);
  // Who wrote the rest did without it.
  const continued = file.escape === '`' ? /`[ \t]*$/m : /\\[ \t]*$/m;
  const breaks =
    name === 'escape' && parts.some((one) => one.kind === 'instruction' && continued.test(one.text));
  if (taken || breaks || /^(?:\ufeff|#!)/.test(first.text) || (span.part === first.id && start === 0))
    return [];
  return [
    {
      title: { ko: '첫 줄로 옮기기', en: 'Move to the first line' },
      kind: 'choice',
      edits: [
        { span: { part: first.id, start: 0, end: 0 }, text: `${text.slice(span.start, span.end)}\n` },
        { span: { ...span, start, end }, text: '' },
      ],
    },
  ];
}
