import { type Arg, commentsAbove, type Dockerfile, type From, type TriviaComment } from '../model';
import { rule } from '../rule';

export default rule({
  id: 'dockerfile/invalid-description',
  severity: 'off',
  scope: 'file',
  what: { ko: '이름으로 시작하지 않는 설명', en: 'A description that does not start with the name' },
  why: {
    ko: '`docker build --call=outline`과 `--call=targets`는 ARG와 이름 있는 FROM 바로 위의 주석을 설명으로 보여 준다. 그 주석이 ARG나 stage의 이름으로 시작할 때만 그렇다. 다른 말로 시작하면 설명은 비어 있다. BuildKit에서 아직 실험 중인 검사라 기본으로는 꺼져 있다.',
    en: '`docker build --call=outline` and `--call=targets` show the comment right above an ARG or a named FROM as its description, if it starts with the name of the ARG or stage. Otherwise there is none. The check is experimental in BuildKit and off by default here too.',
  },
  how: {
    ko: '설명이면 이름으로 시작한다. ex) `# VERSION 설치할 Node.js 버전`. 설명이 아니면 `#`만 있는 줄로 떼어 놓는다.',
    en: 'Start a description with the name, ex) `# VERSION is the Node.js to install`. If it is not meant as one, set it apart with a line that holds only `#`.',
  },
  messages: {
    name: {
      ko: '{keyword}의 설명이 되려면 주석이 {name:으로} 시작해야 한다.',
      en: 'To describe this {keyword} the comment has to start with {name}.',
    },
  },
  concepts: ['dockerfile/ARG', 'dockerfile/FROM'],
  source: 'https://docs.docker.com/reference/build-checks/invalid-definition-description/',
  also: ['buildkit/InvalidDefinitionDescription'],
  fix: 'choice',
  examples: [
    {
      bad: '«# The Node.js to install»\nARG VERSION=24\nFROM node:$VERSION\n',
      good: '# The Node.js to install\n#\nARG VERSION=24\nFROM node:$VERSION\n',
    },
    {
      bad: '«# compiles»\nFROM golang:1.27 AS build\nRUN go build .\n',
      good: '# compiles\n#\nFROM golang:1.27 AS build\nRUN go build .\n',
    },
  ],
  allows: [
    '# VERSION is the Node.js to install\nARG VERSION=24\nFROM node:$VERSION\n',
    '# syntax=docker/dockerfile:1\nARG VERSION=24\nFROM node:$VERSION\n',
    'ARG VERSION=24\n# the base\nFROM node:$VERSION\n',
    '# settings\n#\nARG VERSION=24\nFROM node:$VERSION\n',
  ],
  *check(file) {
    for (const instruction of file.instructions) {
      if (instruction.keyword !== 'ARG' && instruction.keyword !== 'FROM') continue;
      const names = namesOf(instruction);
      const comment = describing(file, instruction);
      if (!comment || names.length === 0 || names.includes(comment.text.split(' ')[0]!)) continue;
      const { part } = instruction;
      yield {
        span: comment.span,
        values: { keyword: instruction.keyword, name: names },
        fixes: [
          {
            title: { ko: '`#` 줄로 떼어 놓기', en: 'Set it apart with a `#` line' },
            kind: 'choice',
            edits: [{ span: { part, start: 0, end: 0 }, text: '#\n' }],
          },
        ],
      };
    }
  },
});

function namesOf(instruction: Arg | From): readonly string[] {
  if (instruction.keyword === 'FROM') return instruction.name ? [instruction.name.raw.toLowerCase()] : [];
  return instruction.definitions.map(({ name }) => name.raw);
}

/** The nearest comment line above, across blank lines as well; directives are none. */
function describing(file: Dockerfile, { part }: Arg | From): TriviaComment | undefined {
  const comment = commentsAbove(file, part).at(-1);
  if (!comment || comment.text === '') return undefined;
  const { span } = comment;
  const directive = file.directives.some(
    (one) => one.span.part === span.part && one.span.start === span.start,
  );
  return directive ? undefined : comment;
}
