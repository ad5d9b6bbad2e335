import { closest } from '../../core/closest';
import type { Fix } from '../../core/rule';
import { MOUNT_OPTIONS, SHORT_OPTIONS } from '../facts/mounts';
import { dispatchedAs } from '../facts/rejected';
import type { MountOption } from '../model';
import { rule } from '../rule';

export default rule({
  id: 'dockerfile/mount-option-unknown',
  severity: 'error',
  scope: 'section',
  what: { ko: '`--mount`에 없는 옵션', en: 'An option `--mount` does not have' },
  why: {
    ko: '`RUN --mount`의 옵션은 `이름=값`을 쉼표로 잇는다. 모르는 이름이 있으면 BuildKit은 "unexpected key"라며 멈춘다. 쉼표 뒤에 공백을 두면 거기에서 플래그가 끝나고, 나머지는 실행할 명령이 된다.',
    en: 'The options of `RUN --mount` are `name=value`s joined by commas. BuildKit stops at a name it does not know: "unexpected key". A blank behind a comma ends the flag, and the rest becomes the command to run.',
  },
  how: {
    ko: '이름을 고치고, 쉼표 앞뒤에 공백을 두지 않는다. ex) `--mount=type=cache,target=/root/.npm`',
    en: 'Correct the name, and leave no blanks around commas, ex) `--mount=type=cache,target=/root/.npm`.',
  },
  messages: {
    near: {
      ko: '`--mount`에는 `{name}` 옵션이 없다. `{near}`{near|을} 쓰려던 것인가?',
      en: '`--mount` has no option `{name}`. Did you mean `{near}`?',
    },
    unknown: {
      ko: '`--mount`에는 `{name}` 옵션이 없다.',
      en: '`--mount` has no option `{name}`.',
    },
    empty: {
      ko: '쉼표 옆에 옵션이 없다. 옵션은 공백 없이 쉼표로 잇는다.',
      en: 'No option stands beside this comma. Join options by commas without blanks.',
    },
  },
  concepts: ['dockerfile/RUN', 'concepts/build-cache'],
  source: 'https://docs.docker.com/reference/dockerfile/#run---mount',
  also: [],
  fix: 'choice',
  examples: [
    {
      bad: 'FROM node:24\nRUN --mount=type=cache,«tagret»=/root/.npm npm ci\n',
      good: 'FROM node:24\nRUN --mount=type=cache,target=/root/.npm npm ci\n',
    },
    {
      bad: 'FROM node:24\nRUN --mount=type=cache,«path»=/root/.npm npm ci\n',
      good: 'FROM node:24\nRUN --mount=type=cache,target=/root/.npm npm ci\n',
      message: 'unknown',
    },
    {
      bad: 'FROM node:24\nRUN «--mount=type=cache,» target=/root/.npm npm ci\n',
      good: 'FROM node:24\nRUN --mount=type=cache,target=/root/.npm npm ci\n',
      message: 'empty',
    },
  ],
  allows: [
    'FROM a\nRUN --mount=type=bind,src=b,dst=/c,ro,from=d e\n',
    'FROM a\nRUN --mount=TYPE=secret,ID=b,env=C,required d\n',
  ],
  *check(stage) {
    for (const { instruction, lowered } of dispatchedAs(stage, 'RUN')) {
      for (const { flag, options } of instruction.mounts)
        for (const option of options) {
          const { key: name, keySpan } = option;
          if (MOUNT_OPTIONS.includes(name)) continue;
          const near = closest(name, [...MOUNT_OPTIONS, ...SHORT_OPTIONS]);
          const empty = name === '' && !option.value;
          yield {
            span: keySpan.end > keySpan.start ? keySpan : flag.span,
            message: empty ? 'empty' : near ? 'near' : 'unknown',
            values: { name, ...(near && { near }) },
            fixes: near && name !== '' ? [rename(option, near)] : [],
            ...lowered,
          };
        }
    }
  },
});

function rename({ keySpan }: MountOption, near: string): Fix {
  return {
    title: { ko: '`{near}`{near|으로} 바꾸기', en: 'Change to `{near}`' },
    values: { near },
    kind: 'choice',
    edits: [{ span: keySpan, text: near }],
  };
}
