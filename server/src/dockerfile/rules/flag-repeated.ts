import { flagKind } from '../facts/instructions';
import { readFlags } from '../facts/read-flags';
import { instructionsIn } from '../facts/rejected';
import { rule } from '../rule';

export default rule({
  id: 'dockerfile/flag-repeated',
  severity: 'error',
  scope: 'part',
  what: { ko: '두 번 적은 플래그', en: 'A flag given twice' },
  why: {
    ko: '여러 번 적을 수 있는 플래그는 `--mount`, `--device`, `--exclude`뿐이다. 나머지를 두 번 적으면 마지막 것이 이기는 게 아니라, BuildKit이 "duplicate flag specified"라며 멈춘다.',
    en: 'Only `--mount`, `--device` and `--exclude` may be given several times. Of any other the last one does not win: BuildKit stops with "duplicate flag specified".',
  },
  how: { ko: '하나만 남긴다.', en: 'Keep one of them.' },
  messages: {
    repeated: {
      ko: '`--{name}`{name|이} 이미 앞에 있다. 한 번만 적을 수 있다.',
      en: '`--{name}` is given before; it may be given once only.',
    },
  },
  concepts: ['dockerfile/COPY', 'dockerfile/ADD'],
  source: 'https://docs.docker.com/reference/dockerfile/#copy',
  also: [],
  fix: 'choice',
  examples: [
    {
      bad: 'FROM node:24-slim\nCOPY --chown=node «--chown=root» app.js /app/\n',
      good: 'FROM node:24-slim\nCOPY --chown=node app.js /app/\n',
    },
  ],
  allows: [
    'FROM a\nRUN --mount=type=cache,target=/a --mount=type=cache,target=/b c\nCOPY --exclude=a --exclude=b c d\n',
  ],
  *check(unit) {
    for (const { instruction, lowered } of instructionsIn(unit)) {
      const flags = readFlags(instruction);
      for (const [i, { name, span }] of flags.entries()) {
        const kind = flagKind(instruction.keyword, name);
        if (!kind || kind.repeats || !flags.slice(0, i).some((flag) => flag.name === name)) continue;
        const start = flags[i - 1]!.span.end;
        yield {
          span,
          values: { name },
          fixes: [
            {
              title: { ko: '`--{name}` 지우기', en: 'Remove `--{name}`' },
              values: { name },
              kind: 'choice',
              edits: [{ span: { ...span, start }, text: '' }],
            },
          ],
          ...lowered,
        };
      }
    }
  },
});
