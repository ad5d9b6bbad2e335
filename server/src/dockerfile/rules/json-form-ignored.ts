import type { Fix, PeerName } from '../../core/rule';
import { dispatchedIn } from '../facts/rejected';
import type { ImageState, Instruction } from '../model';
import { rule } from '../rule';

export default rule({
  id: 'dockerfile/json-form-ignored',
  severity: 'warning',
  scope: 'file',
  what: { ko: 'JSON이 되지 못한 배열', en: 'An array that is no JSON' },
  why: {
    ko: '대괄호로 적는 exec 형식은 올바른 JSON이어야 한다. 작은따옴표, 빠진 쉼표, 끝에 남은 쉼표가 하나라도 있으면 BuildKit은 오류 없이 글자 그대로 받는다. CMD는 셸에 `[npm,` 같은 명령을 넘겨 컨테이너가 뜨다 죽고, COPY는 그런 이름의 파일을 찾는다.',
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
  ],
  allows: [
    'FROM a\nCMD ["b", "c"]\nRUN [ "$B" = c ] && d\nRUN [ -f b ]\nCMD [b]\n',
    "FROM a\nSHELL ['b']\n",
    'FROM a\nRUN [ "b" = "c,d" ]\n',
  ],
  *check(file) {
    for (const { instruction, state, lowered } of dispatchedIn(file)) {
      const { keyword, argumentsSpan } = instruction;
      const text = readAsText(instruction);
      if (!text || !/^\[['"“‘]/.test(text)) continue;
      // One word is no destination: `copy-without-destination` says so.
      if ((keyword === 'COPY' || keyword === 'ADD') && instruction.words.length === 1) continue;
      const words = repaired(text);
      yield {
        span: argumentsSpan,
        message: text.startsWith('["') ? 'broken' : 'quotes',
        values: { keyword },
        also: namesFor(instruction, state),
        fixes: words && instruction.comments.length === 0 ? [rewrite(instruction, words)] : [],
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

/** What stands behind the flags, where BuildKit did not read it as JSON. */
function readAsText(instruction: Instruction): string | undefined {
  const { joined, argumentsSpan } = instruction;
  switch (instruction.keyword) {
    case 'RUN':
    case 'CMD':
    case 'ENTRYPOINT':
      return instruction.form === 'shell' ? instruction.command.text : undefined;
    case 'COPY':
    case 'ADD':
    case 'VOLUME': {
      const [first] = instruction.words;
      if (instruction.json || !first) return undefined;
      return joined.text.slice(-(argumentsSpan.end - argumentsSpan.start));
    }
    default:
      return undefined;
  }
}

/** The strings that were meant, in any quotes, with or without commas. */
function repaired(text: string): readonly string[] | undefined {
  const inside = text.replace(/^\[|\]$/g, '');
  const strings = [...inside.matchAll(/"([^"\\]*)"|'([^'\\]*)'|[“‘]([^”’\\]*)[”’]/g)];
  const rest = strings.reduce((left, [string]) => left.replace(string, ''), inside);
  if (!/^[\s,]*$/.test(rest) || strings.length === 0) return undefined;
  return strings.map(([, double, single, curly]) => double ?? single ?? curly ?? '');
}

function rewrite({ argumentsSpan }: Instruction, words: readonly string[]): Fix {
  return {
    title: { ko: '올바른 JSON으로 바꾸기', en: 'Change to valid JSON' },
    kind: 'choice',
    edits: [{ span: argumentsSpan, text: `[${words.map((word) => JSON.stringify(word)).join(', ')}]` }],
  };
}
