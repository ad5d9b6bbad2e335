import type { Fix, PeerName } from '../../core/rule';
import type { Instruction } from '../model';
import { rule } from '../rule';

const ONCE = {
  CMD: 'hadolint/DL4003',
  ENTRYPOINT: 'hadolint/DL4004',
  HEALTHCHECK: 'hadolint/DL3012',
} as const;

export default rule({
  id: 'dockerfile/duplicate-instruction',
  severity: 'warning',
  scope: 'section',
  what: {
    ko: '나중 것에 덮이는 CMD, ENTRYPOINT, HEALTHCHECK',
    en: 'A CMD, ENTRYPOINT or HEALTHCHECK that a later one replaces',
  },
  why: {
    ko: '이미지에는 CMD, ENTRYPOINT, HEALTHCHECK 자리가 하나씩뿐이다. 한 stage에 두 번 적으면 마지막 것만 남고, 앞에 적은 것은 실행되지 않는다. 오류도 나지 않는다. 프로그램 두 개를 띄우려고 CMD를 두 번 적어도 하나만 뜬다.',
    en: 'An image has one place for each of CMD, ENTRYPOINT and HEALTHCHECK. Write one twice in a stage and only the last stays; the earlier never runs, and nothing says so. Two CMDs do not start two programs.',
  },
  how: {
    ko: '쓰지 않는 앞줄을 지운다. 프로그램이 둘이면 컨테이너를 둘로 나눈다.',
    en: 'Delete the line that has no effect. Two programs are better off in two containers.',
  },
  messages: {
    dead: {
      ko: '이 {keyword:은} 쓰이지 않는다. 같은 stage에서 나중에 적은 {keyword}만 남는다.',
      en: 'This {keyword} has no effect: only the later {keyword} of the stage stays.',
    },
    last: { ko: '이것이 남는다', en: 'This one stays' },
  },
  concepts: ['dockerfile/CMD', 'dockerfile/ENTRYPOINT', 'dockerfile/HEALTHCHECK', 'concepts/process'],
  source: 'https://docs.docker.com/reference/build-checks/multiple-instructions-disallowed/',
  also: ['hadolint/DL3012', 'hadolint/DL4003', 'hadolint/DL4004', 'buildkit/MultipleInstructionsDisallowed'],
  fix: 'choice',
  examples: [
    {
      bad: 'FROM nginx:1.29\n«CMD» ["nginx"]\nEXPOSE 80\nCMD ["nginx", "-g", "daemon off;"]\n',
      good: 'FROM nginx:1.29\nEXPOSE 80\nCMD ["nginx", "-g", "daemon off;"]\n',
    },
  ],
  allows: [
    'FROM nginx:1.29\nENTRYPOINT ["nginx"]\nCMD ["-g", "daemon off;"]\n',
    'FROM nginx:1.29 AS a\nCMD ["a"]\nFROM a\nCMD ["b"]\n',
    'FROM nginx:1.29\nONBUILD CMD ["a"]\nCMD ["b"]\n',
  ],
  *check({ instructions }) {
    for (const keyword of Object.keys(ONCE) as (keyof typeof ONCE)[]) {
      const all = instructions.filter((instruction) => instruction.keyword === keyword);
      const last = all.at(-1);
      const also: PeerName[] = [ONCE[keyword], 'buildkit/MultipleInstructionsDisallowed'];
      for (const dead of all.slice(0, -1))
        yield {
          span: dead.keywordSpan,
          values: { keyword },
          also,
          related: [{ span: last!.keywordSpan, message: 'last' }],
          fixes: [remove(dead)],
        };
    }
  },
});

function remove({ part, partText, keyword }: Instruction): Fix {
  return {
    title: { ko: '이 {keyword} 지우기', en: 'Delete this {keyword}' },
    values: { keyword },
    kind: 'choice',
    edits: [{ span: { part, start: 0, end: partText.length }, text: '' }],
  };
}
