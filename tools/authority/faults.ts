import { readFileSync } from 'node:fs';
import path from 'node:path';

/** What one heading of faults.txt holds: one entry a line, where ␊, ␍ and ␉ stand for what they are called. */
function entries(heading: string): readonly string[] {
  const [, under = ''] = TEXT.split(`[${heading}]\n`);
  const lines = under
    .split(/\n\n\[/)[0]!
    .trimEnd()
    .split('\n');
  return lines.map((line) => line.replaceAll('␊', '\n').replaceAll('␍', '\r').replaceAll('␉', '\t'));
}

const TEXT = readFileSync(path.join(import.meta.dirname, 'faults.txt'), 'utf8');

/** Each may stand in a word of any instruction. */
const words = entries('variable').flatMap((word) =>
  [
    'WORKDIR /',
    'COPY a /',
    'ENV X=',
    'USER ',
    'LABEL x=',
    'VOLUME /',
    'RUN ',
    'CMD ',
    'ARG X=',
    'ONBUILD USER ',
  ].map((before) => `${before}x${word}`),
);

/** Lines to be put into a sound stage, by kind. Most are faults, some only look like one. */
export const FAULTS: Readonly<Record<string, readonly string[]>> = Object.fromEntries([
  ...[...TEXT.matchAll(/^\[([a-z ]+)\]$/gm)]
    .map(([, heading]) => heading!)
    .filter((heading) => heading !== 'variable' && heading !== 'directive')
    .map((heading) => [heading, entries(heading)]),
  ['variable', words],
]);

/** To be put above everything else, or in the middle, where they are comments. */
export const DIRECTIVES = entries('directive');
