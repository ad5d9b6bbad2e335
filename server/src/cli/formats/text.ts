import { SEVERITY } from '../../core/labels';
import { SEVERITIES } from '../../core/rule';
import { type Lang, render, type Text } from '../../core/text';
import type { Format } from '../formats';
import type { Report } from '../report';

/** One line per finding, a blank line between files, a summary. */
export const text: Format = (report, { lang, paint }) => {
  const lines = report.findings.map(({ file, line, column, severity, message, rule }, i) => {
    const gap = i > 0 && report.findings[i - 1]!.file !== file ? '\n' : '';
    const place = paint('bold', `${file}:${line}:${column}`);
    const words = message.replaceAll(/\s*\n\s*/g, ' ');
    return `${gap}${place} ${paint(severity, SEVERITY[severity][lang])} ${words}  ${paint('dim', rule)}\n`;
  });
  const gap = lines.length > 0 ? '\n' : '';
  return `${lines.join('')}${gap}${paint('bold', summary(report, lang))}\n`;
};

function summary({ files, findings, repaired }: Report, lang: Lang): string {
  if (findings.length === 0) {
    const clean = repaired ? SUMMARY.repairedAll : files === 1 ? SUMMARY.cleanOne : SUMMARY.clean;
    return render(clean, lang, { files, repaired: repaired ?? 0 });
  }
  const counts = SEVERITIES.map((severity) => ({
    severity,
    count: findings.filter((finding) => finding.severity === severity).length,
  })).filter(({ count }) => count > 0);
  const kinds = counts.map(({ severity, count }) => `${SEVERITY[severity][lang]} ${count}`).join(', ');
  const fixable = findings.filter((finding) => finding.fixable).length;
  return [
    render(SUMMARY.found, lang, { kinds, files }),
    repaired && render(SUMMARY.repaired, lang, { repaired }),
    fixable && render(SUMMARY.fixable, lang, { fixable }),
  ]
    .filter(Boolean)
    .join(' ');
}

const SUMMARY = {
  clean: { ko: '파일 {files}개, 문제 없음.', en: '{files} files, nothing to say.' },
  cleanOne: { ko: '파일 {files}개, 문제 없음.', en: '{files} file, nothing to say.' },
  repairedAll: {
    ko: '파일 {files}개: {repaired}개를 고쳤고 남은 문제는 없다.',
    en: 'Files: {files}. Repaired: {repaired}. Nothing is left to say.',
  },
  repaired: { ko: '{repaired}개를 고쳤다.', en: 'Repaired: {repaired}.' },
  found: { ko: '파일 {files}개: {kinds}.', en: 'Files: {files}. Findings: {kinds}.' },
  fixable: { ko: '이 중 {fixable}개는 --fix로 고친다.', en: '--fix repairs {fixable} of them.' },
} satisfies Record<string, Text>;
