import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import type { AnyLanguage } from '../server/src/core/language';
import type { NotesFile } from '../server/src/core/note';
import { readCourse } from './gen/course';
import { writeDocs } from './gen/docs';
import { holdTogether, readDrawings } from './gen/drawings';
import { Output } from './gen/files';
import { readNotes } from './gen/notes';
import { writeNotices } from './gen/notices';
import { writeSettings } from './gen/settings';

/**
 * Writes everything that follows from the rules and notes: rule indexes, the notes as a file, docs/, the rule
 * tables of the READMEs, the settings of package.json, the schema of the configuration file.
 * With --check nothing is written, and a difference is an error.
 */
const output = new Output(process.argv.includes('--check'));
const LANGUAGES = ['dockerfile', 'kubernetes', 'cloudbuild'];

const notes = readNotes();
const course = readCourse(notes);
const drawings = readDrawings();
holdTogether(notes, drawings);
for (const language of LANGUAGES) {
  writeIndex(`server/src/${language}/rules`, 'rules');
  writeIndex(`server/src/${language}/expectations`, 'expectations');
}
writeNotes({ course, notes, drawings });
if (output.stale.length === 0 || !process.argv.includes('--check')) {
  // Only now does the index hold every rule.
  const { languages } = require('../server/src/languages') as { languages: readonly AnyLanguage[] };
  writeDocs(output, languages, { course, notes, drawings });
  writeSettings(output, languages);
  writeNotices(output);
}
if (output.stale.length > 0) {
  const verb = process.argv.includes('--check') ? 'out of date' : 'written';
  console.log(`${verb}:\n${output.stale.map((name) => `  ${name}`).join('\n')}`);
}
if (process.argv.includes('--check') && output.stale.length > 0) {
  console.error('Run `npm run gen` and commit what it writes.');
  process.exitCode = 1;
}

/** A rule, or what labs can expect, is in the product by being a file in this folder. */
function writeIndex(folder: string, list: string): void {
  if (!existsSync(folder)) return;
  const names = readdirSync(folder)
    .filter((name) => name.endsWith('.ts') && name !== 'index.ts')
    .map((name) => path.basename(name, '.ts'))
    .sort();
  output.file(
    `${folder}/index.ts`,
    `// Written by \`npm run gen\`: one line for each file of this folder.
${names.map((name) => `import ${identifier(name)} from './${name}';`).join('\n')}

export const ${list} = [${names.map((name) => `\n  ${identifier(name)},`).join('')}\n];
`,
  );
}

function identifier(name: string): string {
  return name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
}

/** A file of its own, which nobody reads before somebody asks; a line for each note keeps differences readable. */
function writeNotes({ course, notes, drawings }: NotesFile): void {
  const lines = (list: readonly unknown[]) => list.map((one) => JSON.stringify(one)).join(',\n');
  const drawn = Object.entries(drawings).map(([id, one]) => `${JSON.stringify(id)}:${JSON.stringify(one)}`);
  const text = `{"course":[\n${lines(course)}\n],\n"notes":[\n${lines(notes)}\n],\n"drawings":{\n${drawn.join(',\n')}\n}}\n`;
  output.file('server/src/generated/notes.json', text);
}
