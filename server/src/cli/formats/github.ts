import type { Severity } from '../../core/rule';
import type { Format } from '../formats';

/** GitHub knows three levels. */
const COMMAND: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  info: 'notice',
  hint: 'notice',
};

/**
 * Workflow commands, which GitHub Actions shows beside the lines of a pull request. Nothing where nothing was found.
 * https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
 */
export const github: Format = ({ findings }) =>
  findings
    .map(({ severity, file, line, endLine, column, endColumn, rule, message }) => {
      const properties = { file, line, endLine, col: column, endColumn, title: rule };
      const written = Object.entries(properties).map(([name, value]) => `${name}=${property(String(value))}`);
      return `::${COMMAND[severity]} ${written.join(',')}::${data(message)}\n`;
    })
    .join('');

function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
