import { join, relative } from 'node:path';

export interface Problem {
  file: string;
  line: number;
  column: number;
  severity: string;
  message: string;
}

/** Reads what the rows of the Problems panel say to a screen reader: a row for a file, then one for each finding. */
export function readProblems(labels: readonly string[], folder: string): Problem[] {
  let file = '';
  const problems: Problem[] = [];
  for (const label of labels) {
    const [, name, parent] = /^\d+ problems? in file (.+?) of folder (.*)$/.exec(label) ?? [];
    if (name) file = relative(folder, join(folder, parent ?? '', name));
    const row = /^(\w+): (.*) at line (\d+) and character (\d+)/s.exec(label);
    if (!row) continue;
    const [, severity = '', message = '', line, column] = row;
    problems.push({
      file,
      line: Number(line),
      column: Number(column),
      severity: severity.toLowerCase(),
      message,
    });
  }
  return problems;
}
