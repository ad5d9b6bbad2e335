import type { PeerName } from '../../core/rule';
import { brokenArray } from '../facts/broken-array';
import { dispatchedIn } from '../facts/rejected';
import type { ImageState, Instruction } from '../model';
import { rule } from '../rule';

export default rule({
  id: 'dockerfile/json-form-ignored',
  severity: 'warning',
  scope: 'section',
  what: { ko: 'JSON이 되지 못한 배열', en: 'An array that is no JSON' },
  why: {
    ko: '대괄호로 적는 exec 형식은 올바른 JSON이어야 한다. 작은따옴표, 빠진 쉼표, 끝에 남은 쉼표가 하나라도 있으면 BuildKit은 오류 없이 글자 그대로 받는다. CMD는 shell에 `[npm,` 같은 명령을 넘겨 컨테이너가 뜨다 죽고, COPY는 그런 이름의 파일을 찾는다.',
    en: 'The exec form in brackets has to be valid JSON. With single quotes, a comma missing or one too many, BuildKit says nothing and takes the text as it stands: CMD hands the shell a command such as `[npm,` and the container dies at its start, COPY looks for a file of that name.',
  },
  how: {
    ko: '큰따옴표로 감싸고 쉼표로 나눈다. ex) `CMD ["npm", "start"]`',
    en: 'Use double quotes and commas between the words, ex) `CMD ["npm", "start"]`.',
  },
  messages: {
    quotes: {
      ko: '{keyword}의 배열에는 큰따옴표를 써야 한다. 지금은 JSON이 아니라 글자 그대로 읽힌다.',
      en: 'The array of {keyword} needs double quotes: it is no JSON, so its text is taken as it stands.',
    },
    backslash: {
      ko: '{keyword}의 배열이 올바른 JSON이 아니라서 글자 그대로 읽힌다. JSON에서는 `\\`를 `\\\\`로 쓴다.',
      en: 'The array of {keyword} is no valid JSON, so its text is taken as it stands. In JSON `\\` is written `\\\\`.',
    },
    broken: {
      ko: '{keyword}의 배열이 올바른 JSON이 아니라서 글자 그대로 읽힌다. 쉼표와 괄호를 확인한다.',
      en: 'The array of {keyword} is no valid JSON, so its text is taken as it stands. Check its commas and brackets.',
    },
  },
  concepts: ['dockerfile/CMD', 'dockerfile/ENTRYPOINT', 'dockerfile/RUN'],
  source: 'https://docs.docker.com/reference/dockerfile/#exec-form',
  also: ['hadolint/DL3025', 'buildkit/JSONArgsRecommended'],
  fix: 'choice',
  examples: [
    {
      bad: "FROM node:24-slim\nCMD «['npm', 'start']»\n",
      good: 'FROM node:24-slim\nCMD ["npm", "start"]\n',
    },
    {
      bad: 'FROM node:24-slim\nENTRYPOINT «["npm" "start",]»\n',
      good: 'FROM node:24-slim\nENTRYPOINT ["npm", "start"]\n',
      message: 'broken',
    },
    {
      bad: 'FROM mcr.microsoft.com/windows/nanoserver:ltsc2025\nCMD «["C:\\app\\server.exe", "-v"]»\n',
      good: 'FROM mcr.microsoft.com/windows/nanoserver:ltsc2025\nCMD ["C:\\\\app\\\\server.exe", "-v"]\n',
      message: 'backslash',
    },
  ],
  allows: [
    'FROM a\nCMD ["b", "c"]\nRUN [ "$B" = c ] && d\nRUN [ -f b ]\nCMD [b]\n',
    "FROM a\nSHELL ['b']\n",
    'FROM a\nRUN [ "b" = "c,d" ]\n',
  ],
  *check(stage) {
    for (const { instruction, state, lowered } of dispatchedIn(stage)) {
      const { keyword, argumentsSpan } = instruction;
      const broken = brokenArray(instruction);
      // What BuildKit cannot even read is `invalid-variable-expansion`.
      if (!broken || broken.rejected) continue;
      // One word is no destination: `copy-without-destination` says so.
      if ((keyword === 'COPY' || keyword === 'ADD') && instruction.words.length === 1) continue;
      yield {
        span: argumentsSpan,
        message: broken.backslashes ? 'backslash' : broken.text.startsWith('["') ? 'broken' : 'quotes',
        values: { keyword },
        also: namesFor(instruction, state),
        fixes: broken.fixes,
        ...lowered,
      };
    }
  },
});

/** The peers look at no other instructions and no triggers; BuildKit is silent where SHELL was set. */
function namesFor({ keyword, onbuild }: Instruction, { shell }: ImageState): readonly PeerName[] {
  if (onbuild || (keyword !== 'CMD' && keyword !== 'ENTRYPOINT')) return [];
  return shell.set ? ['hadolint/DL3025'] : ['hadolint/DL3025', 'buildkit/JSONArgsRecommended'];
}
