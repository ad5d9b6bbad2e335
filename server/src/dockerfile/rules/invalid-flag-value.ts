import { closest } from '../../core/closest';
import type { Fix } from '../../core/rule';
import { type FlagKind, flagKind, NETWORKS, SECURITIES } from '../facts/instructions';
import { readFlags } from '../facts/read-flags';
import { instructionsIn } from '../facts/rejected';
import type { Flag } from '../model';
import { rule } from '../rule';

export default rule({
  id: 'dockerfile/invalid-flag-value',
  severity: 'error',
  scope: 'part',
  what: { ko: '플래그에 맞지 않는 값', en: 'A value its flag does not take' },
  why: {
    ko: 'BuildKit은 플래그의 값을 파일을 읽을 때 확인한다. 값은 공백이 아니라 `=`로 잇는다. `--from build`라고 적으면 `--from`에는 값이 없고 `build`는 복사할 파일이 된다. `--link` 같은 플래그는 true와 false만, `--network`는 default, none, host만 받는다.',
    en: 'BuildKit checks the values of flags while it reads the file. A value follows `=`, not a blank: in `--from build`, `--from` has no value and `build` is a file to copy. Flags such as `--link` take true and false only, and `--network` takes default, none and host.',
  },
  how: {
    ko: '`--이름=값`으로 붙여 적고, 그 플래그가 받는 값을 쓴다.',
    en: 'Write `--name=value` without blanks, with a value the flag takes.',
  },
  messages: {
    missing: {
      ko: '`--{name}`에 값이 없다. `--{name}=값`으로 붙여 적는다.',
      en: '`--{name}` has no value. Write `--{name}=value` without blanks.',
    },
    boolean: {
      ko: '`--{name}`{name|은} true나 false만 받는다. `{value}`{value|은} 안 된다.',
      en: '`--{name}` takes true or false, not `{value}`.',
    },
    number: {
      ko: '`--{name}`{name|은} 0 이상의 정수를 받는다. `{value}`{value|은} 안 된다.',
      en: '`--{name}` takes a whole number from 0, not `{value}`.',
    },
    choice: {
      ko: '`--{name}`{name|은} {known} 중 하나를 받는다. `{value}`{value|은} 안 된다.',
      en: '`--{name}` takes one of {known}, not `{value}`.',
    },
  },
  concepts: ['dockerfile/COPY', 'dockerfile/RUN', 'dockerfile/HEALTHCHECK'],
  source: 'https://docs.docker.com/reference/dockerfile/#copy',
  also: [],
  fix: 'choice',
  examples: [
    {
      bad: 'FROM node:24 AS build\nFROM node:24-slim\nCOPY «--from» build /app /app\n',
      good: 'FROM node:24 AS build\nFROM node:24-slim\nCOPY --from=build /app /app\n',
    },
    {
      bad: 'FROM node:24-slim\nCOPY --link=«yes» app.js /app/\n',
      good: 'FROM node:24-slim\nCOPY --link=true app.js /app/\n',
      message: 'boolean',
    },
    {
      bad: 'FROM node:24-slim\nRUN --network=«hots» npm ci\n',
      good: 'FROM node:24-slim\nRUN --network=host npm ci\n',
      message: 'choice',
    },
    {
      bad: 'FROM node:24-slim\nHEALTHCHECK --retries=«three» CMD node ping.js\n',
      good: 'FROM node:24-slim\nHEALTHCHECK --retries=3 CMD node ping.js\n',
      message: 'number',
    },
  ],
  allows: [
    'FROM a\nCOPY --link b c\nCOPY --link=FALSE b c\nRUN --network=default b\n',
    'FROM a\nHEALTHCHECK --retries=0 CMD b\nHEALTHCHECK --retries= CMD b\n',
    'FROM a\nARG --link=yes b\n',
  ],
  *check(unit) {
    for (const { instruction, lowered } of instructionsIn(unit))
      for (const flag of readFlags(instruction)) {
        const kind = flagKind(instruction.keyword, flag.name);
        const message = kind && wrongIn(flag, kind);
        if (!kind || !message) continue;
        const { name, value } = flag;
        // There the next word is no value.
        const typed = instruction.keyword === 'HEALTHCHECK' && instruction.type !== undefined;
        const known = knownBy(kind);
        yield {
          span: value && value.span.end > value.span.start ? value.span : flag.span,
          message,
          values: { name, value: value?.raw ?? '', known },
          fixes: value
            ? corrected(flag, kind, known)
            : typed
              ? []
              : joined(flag, instruction.argumentsSpan.start),
          ...lowered,
        };
      }
  },
});

function wrongIn({ value }: Flag, { takes }: FlagKind): string | undefined {
  const raw = value?.raw;
  if (raw === undefined) return takes === 'boolean' ? undefined : 'missing';
  switch (takes) {
    case 'boolean':
      return /^(?:true|false)$/i.test(raw) ? undefined : 'boolean';
    case 'mount':
      return raw === '' ? 'missing' : undefined;
    case 'number':
      return raw === '' || (/^[+-]?\d+$/.test(raw) && Number(raw) >= 0 && Number(raw) < 2 ** 31)
        ? undefined
        : 'number';
    case 'network':
      return (NETWORKS as readonly string[]).includes(raw) ? undefined : 'choice';
    case 'security':
      return (SECURITIES as readonly string[]).includes(raw) ? undefined : 'choice';
    default:
      return undefined;
  }
}

function knownBy({ takes }: FlagKind): readonly string[] {
  return takes === 'network' ? NETWORKS : takes === 'security' ? SECURITIES : [];
}

const MEANT: Readonly<Record<string, string>> = {
  yes: 'true',
  on: 'true',
  1: 'true',
  no: 'false',
  off: 'false',
  0: 'false',
};

function corrected({ value }: Flag, { takes }: FlagKind, known: readonly string[]): Fix[] {
  const { raw, span } = value!;
  const near = takes === 'boolean' ? MEANT[raw.toLowerCase()] : closest(raw, known);
  return near ? [{ ...TO_NEAR, values: { near }, edits: [{ span, text: near }] }] : [];
}

const TO_NEAR = {
  title: { ko: '{near:으로} 바꾸기', en: 'Change to {near}' },
  kind: 'choice',
} as const;

/** `--from build`: the next word was meant. */
function joined({ name, span }: Flag, next: number): Fix[] {
  if (next <= span.end) return [];
  return [
    {
      title: { ko: '`--{name}=`으로 붙이기', en: 'Join as `--{name}=`' },
      values: { name },
      kind: 'choice',
      edits: [{ span: { ...span, start: span.end, end: next }, text: '=' }],
    },
  ];
}
