import { once } from '../../core/once';
import type { Edit } from '../../core/span';
import { keywordLike } from '../keyword-case';
import type { Instruction, Stage } from '../model';
import { rule } from '../rule';

export default rule({
  id: 'dockerfile/inconsistent-instruction-casing',
  severity: 'hint',
  scope: 'file',
  what: { ko: '대소문자가 섞인 instruction', en: 'Instructions in mixed case' },
  why: {
    ko: 'BuildKit은 `RUN`, `run`, `Run`을 똑같이 읽는다. 하지만 한 파일 안에서 섞이면 instruction과 그 인자가 눈에 잘 나뉘지 않고, 검색할 때도 빠뜨린다.',
    en: 'BuildKit reads `RUN`, `run` and `Run` alike. But mixed in one file, instructions stand out less from their arguments, and a search misses some.',
  },
  how: {
    ko: '파일에서 더 많이 쓴 쪽으로 맞춘다. 관례는 대문자다.',
    en: 'Use the case most of the file has. The custom is capitals.',
  },
  messages: {
    differs: {
      ko: '다른 instruction은 대부분 `{wanted}`처럼 쓰였는데 여기는 `{written}`{written|이다}.',
      en: 'Most instructions are written like `{wanted}`, this one is `{written}`.',
    },
  },
  concepts: ['dockerfile/FROM', 'dockerfile/RUN'],
  source: 'https://docs.docker.com/reference/build-checks/consistent-instruction-casing/',
  also: ['buildkit/ConsistentInstructionCasing'],
  fix: 'safe',
  examples: [
    {
      bad: 'FROM debian:13\n«run» make\nCMD ["app"]\n',
      good: 'FROM debian:13\nRUN make\nCMD ["app"]\n',
    },
    { bad: 'from debian:13\nrun make\n«Copy» . /app\n', good: 'from debian:13\nrun make\ncopy . /app\n' },
  ],
  allows: ['FROM debian:13\nRUN make\n', 'from debian:13\nrun make\n', 'arg A\nFROM debian:13\nRUN make\n'],
  // Source: validateCommandCasing, which leaves out the ARGs before FROM and the triggers of ONBUILD.
  *check({ stages }) {
    const all = stages.map(casing);
    const count = (of: 'lower' | 'upper') => all.reduce((sum, one) => sum + one[of], 0);
    const wantsLower = count('lower') > count('upper');
    const odd = all.filter(({ known, lower, upper }) => (wantsLower ? lower : upper) < known.length);
    for (const instruction of odd.flatMap(({ known }) => known)) {
      const { written, keywordSpan } = instruction;
      const wanted = inCase(instruction, wantsLower);
      if (written === wanted) continue;
      yield {
        span: keywordSpan,
        values: { wanted, written },
        fixes: [
          {
            title: { ko: '`{wanted}`{wanted|으로} 바꾸기', en: 'Change to `{wanted}`' },
            values: { wanted },
            kind: 'safe',
            edits: [{ span: keywordSpan, text: wanted }, ...asLike(instruction, wanted)],
          },
        ],
      };
    }
  },
});

/** How many keywords of a stage are in lower and in upper case. */
const casing = once(({ from, instructions }: Stage) => {
  const all = from ? [from, ...instructions] : instructions;
  const known = all.filter(({ keyword }) => keyword !== 'UNKNOWN');
  const count = (lower: boolean) => known.filter((one) => one.written === inCase(one, lower)).length;
  return { known, lower: count(true), upper: count(false) };
});

function inCase({ written }: Instruction, lower: boolean): string {
  return lower ? written.toLowerCase() : written.toUpperCase();
}

/** The AS of a FROM goes with it. */
function asLike(instruction: Instruction, wanted: string): Edit[] {
  const as = instruction.keyword === 'FROM' ? instruction.as : undefined;
  return as ? [{ span: as.span, text: keywordLike({ written: wanted }, 'AS') }] : [];
}
