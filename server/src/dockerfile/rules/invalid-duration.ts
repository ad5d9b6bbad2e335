import type { Fix } from '../../core/rule';
import { flagKind } from '../facts/instructions';
import { readFlags } from '../facts/read-flags';
import { instructionsIn } from '../facts/rejected';
import type { Word } from '../model';
import { rule } from '../rule';

export default rule({
  id: 'dockerfile/invalid-duration',
  severity: 'error',
  scope: 'part',
  what: { ko: '시간이 아닌 값', en: 'A value that is no duration' },
  why: {
    ko: 'HEALTHCHECK의 간격은 `30s`, `1m30s`처럼 숫자에 단위를 붙여 적는다. 단위는 ms, s, m, h이고 소문자다. 날(d)은 없다. 숫자만 적으면 BuildKit은 "missing unit in duration"이라며 멈춘다. 1ms보다 짧아도 안 된다. 변수는 여기에서 풀리지 않는다.',
    en: 'The times of a HEALTHCHECK are numbers with a unit: `30s`, `1m30s`. The units are ms, s, m and h in lower case; there are no days. At a number alone BuildKit stops with "missing unit in duration". Less than 1ms is rejected too, and variables are not expanded here.',
  },
  how: { ko: '단위를 붙인다. ex) `--interval=30s`', en: 'Add a unit, ex) `--interval=30s`.' },
  messages: {
    unit: {
      ko: '`--{name}`의 `{value}`에 단위가 없다. `30s`처럼 적는다.',
      en: 'The `{value}` of `--{name}` has no unit. Write it like `30s`.',
    },
    invalid: {
      ko: '`--{name}`의 `{value}`{value|은} 시간이 아니다. `30s`나 `1m30s`처럼 적는다.',
      en: 'The `{value}` of `--{name}` is no duration. Write it like `30s` or `1m30s`.',
    },
    short: {
      ko: '`--{name}`의 `{value}`{value|은} 1ms보다 짧다. 1ms 이상이거나 0이어야 한다.',
      en: 'The `{value}` of `--{name}` is less than 1ms. It has to be 0, or 1ms at least.',
    },
  },
  concepts: ['dockerfile/HEALTHCHECK'],
  source: 'https://docs.docker.com/reference/dockerfile/#healthcheck',
  also: [],
  fix: 'choice',
  examples: [
    {
      bad: 'FROM nginx:1.29\nHEALTHCHECK --interval=«30» CMD curl -f http://localhost/\n',
      good: 'FROM nginx:1.29\nHEALTHCHECK --interval=30s CMD curl -f http://localhost/\n',
    },
    {
      bad: 'FROM nginx:1.29\nHEALTHCHECK --timeout=«5sec» CMD curl -f http://localhost/\n',
      good: 'FROM nginx:1.29\nHEALTHCHECK --timeout=5s CMD curl -f http://localhost/\n',
      message: 'invalid',
    },
    {
      bad: 'FROM nginx:1.29\nHEALTHCHECK --start-period=«10us» CMD curl -f http://localhost/\n',
      good: 'FROM nginx:1.29\nHEALTHCHECK --start-period=10ms CMD curl -f http://localhost/\n',
      message: 'short',
    },
  ],
  allows: [
    'FROM a\nHEALTHCHECK --interval=1m30s --timeout=.5s --start-period=0 --start-interval=1000us CMD b\n',
    'FROM a\nHEALTHCHECK --interval=30 NONE\n',
    'FROM a\nHEALTHCHECK --interval= CMD b\n',
  ],
  *check(unit) {
    for (const { instruction, lowered } of instructionsIn(unit))
      for (const { name, value } of readFlags(instruction)) {
        if (!value?.raw || flagKind(instruction.keyword, name)?.takes !== 'duration') continue;
        const message = wrongIn(value.raw);
        if (!message) continue;
        yield {
          span: value.span,
          message,
          values: { name, value: value.raw },
          fixes: corrected(value),
          ...lowered,
        };
      }
  },
});

const NANOSECONDS: Readonly<Record<string, number>> = {
  ns: 1,
  us: 1e3,
  µs: 1e3,
  μs: 1e3,
  ms: 1e6,
  s: 1e9,
  m: 60e9,
  h: 3600e9,
};
const PIECE = /(\d+\.?\d*|\.\d+)([nuµμm]s|[smh])/gy;

/** As Go's time.ParseDuration reads it. */
function wrongIn(written: string): string | undefined {
  const text = written.replace(/^[+-]/, '');
  if (text === '0') return undefined;
  const pieces = [...text.matchAll(PIECE)];
  const read = pieces.reduce((length, [piece]) => length + piece.length, 0);
  if (read !== text.length || text === '') return /^\d+(?:\.\d*)?$/.test(text) ? 'unit' : 'invalid';
  const total = pieces.reduce((sum, [, number, unit]) => sum + Number(number) * NANOSECONDS[unit!]!, 0);
  if (total >= 2 ** 63) return 'invalid';
  return total !== 0 && (written.startsWith('-') || total < 1e6) ? 'short' : undefined;
}

const UNITS: readonly (readonly [RegExp, string, number])[] = [
  [/^$|^s(?:ec(?:ond)?s?)?$/i, 's', 1],
  [/^m(?:in(?:ute)?s?)?$/i, 'm', 1],
  [/^h(?:(?:ou)?rs?)?$/i, 'h', 1],
  [/^d(?:ays?)?$/i, 'h', 24],
];

function corrected({ raw, span }: Word): Fix[] {
  const [, number, unit = ''] = /^(\d+)([a-z]*)$/i.exec(raw) ?? [];
  const meant = UNITS.find(([pattern]) => pattern.test(unit));
  if (!number || !meant) return [];
  const near = Number(number) * meant[2] + meant[1];
  if (wrongIn(near)) return [];
  return [
    {
      title: { ko: '`{near}`{near|으로} 바꾸기', en: 'Change to `{near}`' },
      values: { near },
      kind: 'choice',
      edits: [{ span, text: near }],
    },
  ];
}
