import { closest } from '../../core/closest';
import type { Finding, Fix } from '../../core/rule';
import { CHOICES, wrongValue } from '../facts/mount-values';
import { BARE_OPTIONS, MOUNT_OPTIONS } from '../facts/mounts';
import { dispatchedAs } from '../facts/rejected';
import { checkedOptions } from '../facts/rejected-values';
import type { ImageState, MountOption } from '../model';
import { rule } from '../rule';

export default rule({
  id: 'dockerfile/invalid-mount-value',
  severity: 'error',
  scope: 'section',
  what: { ko: '`--mount` 옵션에 맞지 않는 값', en: 'A value its `--mount` option does not take' },
  why: {
    ko: '`RUN --mount`의 `type`은 bind, cache, tmpfs, secret, ssh, `sharing`은 shared, private, locked 중 하나다. `uid`와 `gid`는 이름이 아니라 번호고, `mode`는 8진수, `size`는 `64m` 같은 크기다. 어긋나면 BuildKit은 그 줄에서 멈춘다.',
    en: 'In `RUN --mount`, `type` is bind, cache, tmpfs, secret or ssh; `sharing` is shared, private or locked; `uid` and `gid` are numbers, no names; `mode` is octal, `size` is a size such as `64m`. BuildKit stops at any other value.',
  },
  how: { ko: '옵션이 받는 값을 적는다.', en: 'Write a value the option takes.' },
  messages: {
    choice: {
      ko: '`{key}`{key|은} {known} 중 하나다. `{value}`{value|은} 안 된다.',
      en: '`{key}` is one of {known}, not `{value}`.',
    },
    boolean: {
      ko: '`{key}`{key|은} true나 false다. `{value}`{value|은} 안 된다.',
      en: '`{key}` is true or false, not `{value}`.',
    },
    number: {
      ko: '`{key}`{key|은} 번호다. `{value}`{value|은} 안 된다.',
      en: '`{key}` is a number, not `{value}`.',
    },
    octal: {
      ko: '`mode`는 `0755` 같은 8진수다. `{value}`{value|은} 안 된다.',
      en: '`mode` is octal such as `0755`, not `{value}`.',
    },
    size: {
      ko: '`size`는 `64m`이나 `1g` 같은 크기다. `{value}`{value|은} 안 된다.',
      en: '`size` is a size such as `64m` or `1g`, not `{value}`.',
    },
    missing: {
      ko: '`{key}`에 값이 없다. `{key}=값`으로 적는다.',
      en: '`{key}` has no value. Write `{key}=value`.',
    },
  },
  concepts: ['dockerfile/RUN', 'concepts/build-cache'],
  source: 'https://docs.docker.com/reference/dockerfile/#run---mount',
  also: [],
  fix: 'choice',
  examples: [
    {
      bad: 'FROM node:24\nRUN --mount=type=«cahce»,target=/root/.npm npm ci\n',
      good: 'FROM node:24\nRUN --mount=type=cache,target=/root/.npm npm ci\n',
    },
    {
      bad: 'FROM node:24\nRUN --mount=type=cache,target=/c,uid=«node» npm ci\n',
      good: 'FROM node:24\nRUN --mount=type=cache,target=/c,uid=1000 npm ci\n',
      message: 'number',
    },
    {
      bad: 'FROM node:24\nRUN --mount=type=secret,id=npmrc,required=«yes» npm ci\n',
      good: 'FROM node:24\nRUN --mount=type=secret,id=npmrc,required=true npm ci\n',
      message: 'boolean',
    },
    {
      bad: 'FROM node:24\nRUN --mount=type=cache,target=/c,mode=«rwx» npm ci\n',
      good: 'FROM node:24\nRUN --mount=type=cache,target=/c,mode=0700 npm ci\n',
      message: 'octal',
    },
    {
      bad: 'FROM node:24\nRUN --mount=type=tmpfs,target=/tmp,size=«64megabytes» npm ci\n',
      good: 'FROM node:24\nRUN --mount=type=tmpfs,target=/tmp,size=64m npm ci\n',
      message: 'size',
    },
    {
      bad: 'FROM node:24\nRUN --mount=type=cache,«target» npm ci\n',
      good: 'FROM node:24\nRUN --mount=type=cache,target=/root/.npm npm ci\n',
      message: 'missing',
    },
  ],
  allows: [
    'FROM a\nRUN --mount=type=Cache,target=/b,sharing=LOCKED,uid=0,gid=1,mode=700,ro=0 c\n',
    'FROM a\nARG T U\nRUN --mount=type=$T,target=/b,uid=$U c\n',
    'FROM a\nRUN --mount=type=secret,id=b,required c\n',
  ],
  *check(stage) {
    for (const { instruction, state, lowered } of dispatchedAs(stage, 'RUN'))
      for (const option of instruction.mounts.flatMap(checkedOptions)) {
        const found = findingIn(option, state);
        if (found) yield { ...found, ...lowered };
      }
  },
});

function findingIn({ key, keySpan, value }: MountOption, { scope }: ImageState): Finding | undefined {
  if (!MOUNT_OPTIONS.includes(key)) return undefined;
  if (!value)
    return BARE_OPTIONS.includes(key) ? undefined : { span: keySpan, message: 'missing', values: { key } };
  const expansion = scope.expand(value);
  const text = expansion.value;
  if (text === undefined || expansion.overridable) return undefined;
  const message = wrongValue(key, text);
  if (!message) return undefined;
  const known = CHOICES[key] ?? [];
  const near = message === 'boolean' ? MEANT[text.toLowerCase()] : closest(text, known);
  const fix: Fix | undefined = near
    ? { ...TO_NEAR, values: { near }, edits: [{ span: value.span, text: near }] }
    : undefined;
  const span = value.span.end > value.span.start ? value.span : keySpan;
  return { span, message, values: { key, value: text, known }, fixes: fix ? [fix] : [] };
}

const MEANT: Readonly<Record<string, string>> = { yes: 'true', on: 'true', no: 'false', off: 'false' };

const TO_NEAR = {
  title: { ko: '{near:으로} 바꾸기', en: 'Change to {near}' },
  kind: 'choice',
} as const;
