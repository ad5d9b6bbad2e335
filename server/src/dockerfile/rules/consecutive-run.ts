import type { Finding, Fix } from '../../core/rule';
import { APT } from '../facts/apt';
import { commentsAbove, type Dockerfile, type Instruction, type Run } from '../model';
import { rule } from '../rule';

export default rule({
  id: 'dockerfile/consecutive-run',
  severity: 'hint',
  strict: 'info',
  scope: 'file',
  what: { ko: '잇달아 나오는 짧은 RUN', en: 'Short RUNs one after the other' },
  why: {
    ko: 'RUN 하나가 레이어 하나다. 앞 RUN이 만든 파일을 뒤 RUN이 고치거나 지워도 앞 레이어의 것은 그대로 남는다. 한 줄짜리 RUN이 잇달아 있으면 대개 하나로 묶을 수 있다. 나누는 데도 이유는 있다. 따로 두면 뒤의 것만 고쳤을 때 앞의 것이 캐시에서 나온다.',
    en: 'Each RUN is a layer. What one RUN writes and the next changes or deletes stays in the first layer. RUNs of one command in a row can usually be one. There is a reason to keep them apart, too: edit only the last and those before it come from the cache.',
  },
  how: {
    ko: '같이 바뀌는 명령이면 `&&`로 잇는다. ex) `RUN a && b`. 여럿이면 heredoc이 읽기 좋다. 캐시 때문에 나눈 것이면 그대로 둔다.',
    en: 'Join commands that change together with `&&`, ex) `RUN a && b`; for many, a heredoc reads better. Leave them apart if the cache is the reason.',
  },
  messages: {
    next: {
      ko: '바로 위 RUN과 한 레이어로 묶을 수 있다.',
      en: 'This RUN could share a layer with the one above.',
    },
    above: { ko: '위의 RUN', en: 'The RUN above' },
  },
  concepts: ['concepts/layer', 'concepts/build-cache', 'dockerfile/RUN'],
  source: 'https://docs.docker.com/build/building/best-practices/#run',
  also: ['hadolint/DL3059'],
  fix: 'choice',
  examples: [
    {
      bad: 'FROM debian:13\nRUN mkdir /srv/app\n\n# who runs it\n«RUN» useradd app\n',
      good: 'FROM debian:13\nRUN mkdir /srv/app \\\n# who runs it\n    && useradd app\n',
    },
  ],
  allows: [
    'FROM debian:13\nRUN a && b\nRUN c\n',
    'FROM debian:13\nRUN a\nCOPY b c\nRUN d\n',
    'FROM debian:13\nRUN --mount=type=cache,target=/a b\nRUN c\n',
    'FROM debian:13 AS build\nRUN a\nRUN b\nFROM scratch\nCOPY --from=build /c /c\n',
    'FROM scratch\nRUN ["/a"]\nRUN ["/b"]\n',
  ],
  // Of what is thrown away no layer counts.
  *check(file) {
    for (const { instructions } of file.finalChain)
      for (const [i, run] of instructions.entries()) {
        const above = instructions[i - 1];
        if (!above || !isShort(above) || !isShort(run) || flagsOf(above) !== flagsOf(run)) continue;
        // `apt-get-update-alone` says it with a better reason.
        if (above.script!.find(APT, 'update').length > 0) continue;
        yield findingAt(above, run, file);
      }
  },
});

/** At most one command, read by a shell: what hadolint leaves alone beyond that has a reason to stand apart. */
function isShort(instruction: Instruction): instruction is Run {
  if (instruction.keyword !== 'RUN' || instruction.form === 'json' || !instruction.script) return false;
  const { commands } = instruction.script;
  return commands.filter(({ via }) => via.length === 0).length <= 1;
}

/** In any order. */
function flagsOf({ flags }: Run): string {
  return flags
    .map(({ name, value }) => `${name}=${value?.raw}`)
    .sort()
    .join(' ');
}

function findingAt(above: Run, run: Run, file: Dockerfile): Finding {
  const mergeable = isPlain(above) && isPlain(run) && !leavesState(above);
  return {
    span: run.keywordSpan,
    related: [{ span: above.keywordSpan, message: 'above' }],
    fixes: mergeable ? merged(above, run, file) : [],
  };
}

function isPlain({ heredocs, script, command }: Run): boolean {
  return (
    heredocs.length === 0 &&
    script!.faults.length === 0 &&
    script!.commands.length > 0 &&
    !/[;&]\s*$|(?:^|[\s;])#/.test(command.text)
  );
}

/** What the next command would notice in the same shell. */
function leavesState({ script }: Run): boolean {
  return script!.commands.some(
    ({ tool, via }) =>
      via.length === 0 &&
      /^(?:|\.|alias|cd|eval|exec|exit|export|popd|pushd|read|set|shopt|source|trap|ulimit|umask|unset)$/.test(
        tool,
      ),
  );
}

/** The second RUN continues the first; comments between them stay, blank lines would warn. */
function merged(above: Run, run: Run, file: Dockerfile): Fix[] {
  const comments = commentsAbove(file, run.part);
  if (comments.some(({ text }) => /\b(?:ignore|check|shell)\s*=/.test(text))) return [];
  const between = file.parts[file.parts.findIndex(({ id }) => id === run.part) - 1]!;
  const blank = between.kind === 'trivia' ? [...between.text.matchAll(/(?<=^|\n)[ \t]*\r?\n/g)] : [];
  return [
    {
      title: { ko: '위의 RUN과 합치기', en: 'Merge with the RUN above' },
      kind: 'choice',
      edits: [
        {
          span: {
            ...above.argumentsSpan,
            start: above.argumentsSpan.end,
            end: above.partText.replace(/\r?\n$/, '').length,
          },
          text: ` ${above.escape}`,
        },
        ...blank.map(({ index, 0: line }) => ({
          span: { part: between.id, start: index, end: index + line.length },
          text: '',
        })),
        { span: { part: run.part, start: 0, end: run.argumentsSpan.start }, text: '    && ' },
      ],
    },
  ];
}
