import { below } from '../core/address';
import type { Location } from '../core/diagnosis';
import type { Message, Where } from '../core/text';
import { type Lang, render, renderMessage, type Text } from '../core/text';
import type { Checked, Result } from '../labs/check';
import type { LabFolder } from '../labs/folder';
import { Lines } from './lines';
import type { Paint } from './terminal';

/** What a check of one lab found. */
export interface LabReport {
  readonly lab: LabFolder;
  readonly result: Result;
  /** The lab's directory as given. */
  readonly name: string;
}

interface Look {
  readonly lang: Lang;
  readonly paint: Paint;
}

export function reportOn(lab: LabFolder, result: Result, name: string): LabReport {
  return { lab, result, name };
}

/** One line for each expectation, what is in the way below it, and what to do next. */
export function labText(report: LabReport, hints: number, { lang, paint }: Look): string {
  const { lab, result, name } = report;
  const lines = result.checks.flatMap(({ goal, miss }) => {
    const mark = miss ? paint('error', '✗') : paint('info', '✓');
    const told =
      miss &&
      `      ${[placeOf(report, miss.place), say(report, miss.told, lang)].filter(Boolean).join(' ')}`;
    return [`  ${mark} ${say(report, goal, lang)}`, ...(told ? [told] : [])];
  });
  const shown = lab.lab.hints.slice(0, hints).map((hint) => `  ? ${hint[lang]}`);
  const { remark, next, hints: all } = lab.lab;
  const left = result.checks.filter(({ miss }) => miss).length;
  const tail = result.passed
    ? [`${paint('bold', TEXTS.passed[lang])} ${remark[lang].trim()}`, render(TEXTS.next, lang, { next })]
    : [
        paint('bold', render(TEXTS.left, lang, { left })),
        hints < all.length
          ? render(TEXTS.hint, lang, { name, hints: ' --hint'.repeat(hints + 1) })
          : TEXTS.noHint[lang],
      ];
  return `${[paint('bold', lab.lab.title[lang]), ...lines, ...(result.passed ? [] : shown), ...tail].join('\n')}\n`;
}

/** Its keys are a contract. */
export function labJson(report: LabReport, hints: number, lang: Lang): string {
  const { lab, result, name } = report;
  const { title, hints: all, remark, next } = lab.lab;
  const checks = result.checks.map(({ goal, miss }) => ({
    goal: say(report, goal, lang),
    done: !miss,
    ...(miss && { told: say(report, miss.told, lang), ...positionOf(report, miss) }),
  }));
  return `${JSON.stringify({
    version: 1,
    lab: lab.id,
    folder: name,
    title: title[lang],
    passed: result.passed,
    checks,
    hints: all.slice(0, hints).map((hint) => hint[lang]),
    hintsLeft: Math.max(0, all.length - hints),
    ...(result.passed && { remark: remark[lang].trim(), next }),
  })}\n`;
}

export function labListText(reports: readonly LabReport[], { lang, paint }: Look): string {
  const width = Math.max(...reports.map(({ name }) => name.length));
  const lines = reports.map(({ lab, result: { checks, passed }, name }) => {
    const done = checks.filter(({ miss }) => !miss).length;
    const mark = passed ? paint('info', '✓') : '·';
    const count = `${done}/${checks.length}`.padStart(5);
    return `${mark} ${paint('bold', name.padEnd(width))} ${count}  ${lab.lab.title[lang]}\n`;
  });
  const passed = reports.filter(({ result }) => result.passed).length;
  const summary = render(TEXTS.summary, lang, { passed, count: reports.length });
  return `${lines.join('')}\n${paint('bold', summary)}\n`;
}

function say(report: LabReport, message: Message, lang: Lang): string {
  const where: Where = (span) => placeOf(report, report.result.locate(span));
  return renderMessage(message, lang, where).replaceAll(/\s*\n\s*/g, ' ');
}

/** `labs/03-layers/Dockerfile:7:1` */
function placeOf(report: LabReport, place: Location | undefined): string {
  if (!place) return '';
  const { file, line, column } = startOf(report, place);
  return `${report.name === '.' ? '' : `${report.name}/`}${file}:${line}:${column}`;
}

function positionOf(report: LabReport, { place }: NonNullable<Checked['miss']>) {
  if (!place) return {};
  const { file, line, column } = startOf(report, place);
  const end = new Lines(report.result.text(place.uri) ?? '').at(place.end);
  return { file, line, column, endLine: end.line, endColumn: end.column };
}

function startOf({ lab, result }: LabReport, { uri, start }: Location) {
  return { file: below(lab.folder, uri) ?? uri, ...new Lines(result.text(uri) ?? '').at(start) };
}

const TEXTS = {
  passed: { ko: '통과.', en: 'Passed.' },
  next: {
    ko: '다음으로 읽을 것: container-tutor explain {next}',
    en: 'To read next: container-tutor explain {next}',
  },
  left: { ko: '아직 {left}가지 남았다.', en: 'Not yet: {left} to go.' },
  hint: {
    ko: '막히면: container-tutor lab check {name}{hints}',
    en: 'Stuck? container-tutor lab check {name}{hints}',
  },
  noHint: {
    ko: '힌트는 여기까지다. solution/에 푼 것이 하나 있다.',
    en: 'There are no more hints. solution/ holds one way to do it.',
  },
  summary: { ko: '실습 {count}개 중 {passed}개 통과.', en: 'Labs passed: {passed} of {count}.' },
} satisfies Record<string, Text>;
