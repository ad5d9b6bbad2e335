import type { Severity } from '../../core/rule';
import type { Format } from '../formats';
import type { More, ReportedFinding } from '../report';

const LEVEL: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  info: 'info',
  hint: 'style',
};

/**
 * What `hadolint --format json` writes, for what reads it already: a list on one line, with hadolint's code where
 * the finding has one and our rule where it has none. Columns are real ones; hadolint's are always 1.
 */
export const hadolintJson: Format = ({ findings, more }) => {
  const list = findings.map((finding) => ({
    code: codeOf(finding, () => more(finding)),
    column: finding.column,
    file: finding.file,
    level: LEVEL[finding.severity],
    line: finding.line,
    message: finding.message,
  }));
  return `${JSON.stringify(list)}\n`;
};

function codeOf({ also, rule }: ReportedFinding, more: () => More): string {
  const code = also.find((name) => name.startsWith('hadolint/'));
  if (code) return code.slice('hadolint/'.length);
  return isRejected(more()) ? 'DL1000' : rule;
}

/** hadolint has one code for every Dockerfile no builder takes. */
function isRejected({ rule, language, lowered }: More): boolean {
  return language.id === 'dockerfile' && rule.severity === 'error' && (lowered ?? 'error') === 'error';
}
