import { mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { canonical, childOf } from '../core/address';
import { closest } from '../core/closest';
import { START } from '../core/lab-folder';
import { NameIndex } from '../core/names';
import { type Message, renderMessage, type Text } from '../core/text';
import { NodeFiles, uriOfPath } from '../files/node';
import { checkLab } from '../labs/check';
import {
  currentTexts,
  findLabs,
  givenTexts,
  type LabAccess,
  type LabFolder,
  readLabFolder,
} from '../labs/folder';
import { languages } from '../languages';
import { choose, readArguments } from './arguments';
import { CannotRun, EXIT } from './exit';
import { type LabReport, labJson, labListText, labText, reportOn } from './labReport';
import { Lines } from './lines';
import type { World } from './main';
import { paintFor } from './terminal';

const COMMANDS: Readonly<Record<string, (args: readonly string[], world: World) => Promise<number>>> = {
  check,
  list,
  reset,
};

/** `container-tutor lab check|list|reset`. @returns the exit code */
export async function lab([command = '', ...rest]: readonly string[], world: World): Promise<number> {
  const run = Object.hasOwn(COMMANDS, command) ? COMMANDS[command] : undefined;
  if (run) return run(rest, world);
  const known = Object.keys(COMMANDS);
  const near = closest(command, known);
  throw near ? new CannotRun(WRONG.near, { command, near }) : new CannotRun(WRONG.command, { known });
}

async function check(args: readonly string[], { lang, env, out }: World): Promise<number> {
  const { values, positionals } = readArguments(args, {
    format: { type: 'string', default: 'text' },
    language: { type: 'string', default: 'auto' },
    hint: { type: 'boolean', multiple: true, default: [] },
  });
  const format = choose('--format', values.format, ['text', 'json']);
  choose('--language', values.language, ['auto', 'ko', 'en']);
  const [name, ...more] = positionals;
  if (name === undefined || more.length > 0) throw new CannotRun(WRONG.usage, { command: 'check' });
  const report = await attempt(name, access());
  const hints = values.hint.length;
  const paint = paintFor(out, env);
  out.write(format === 'json' ? labJson(report, hints, lang) : labText(report, hints, { lang, paint }));
  return report.result.passed ? EXIT.clean : EXIT.findings;
}

async function list(args: readonly string[], { lang, env, out }: World): Promise<number> {
  const { values, positionals } = readArguments(args, {
    format: { type: 'string', default: 'text' },
    language: { type: 'string', default: 'auto' },
  });
  const format = choose('--format', values.format, ['text', 'json']);
  choose('--language', values.language, ['auto', 'ko', 'en']);
  const [name = '.', ...more] = positionals;
  if (more.length > 0) throw new CannotRun(WRONG.usage, { command: 'list' });
  const known = access();
  const found = await findLabs(await folderNamed(name), known);
  if (found.length === 0) throw new CannotRun(WRONG.none, { name });
  const reports: LabReport[] = [];
  for (const folder of found) reports.push(await attempt(relative(folder), known));
  const plain = reports.map((report) => JSON.parse(labJson(report, 0, lang)));
  if (format === 'json') out.write(`${JSON.stringify({ version: 1, labs: plain })}\n`);
  else out.write(labListText(reports, { lang, paint: paintFor(out, env) }));
  return EXIT.clean;
}

async function reset(args: readonly string[], { lang, out }: World): Promise<number> {
  const { values, positionals } = readArguments(args, { language: { type: 'string', default: 'auto' } });
  choose('--language', values.language, ['auto', 'ko', 'en']);
  const [name, ...more] = positionals;
  if (name === undefined || more.length > 0) throw new CannotRun(WRONG.usage, { command: 'reset' });
  const known = access();
  const lab = await labNamed(name, known);
  const start = await givenTexts(lab, START, known);
  for (const file of lab.lab.files) {
    const target = fileURLToPath(childOf(lab.folder, file));
    const text = start.get(file);
    await mkdir(path.dirname(target), { recursive: true });
    await (text === undefined ? rm(target, { force: true }) : writeFile(target, text)).catch(
      (error: NodeJS.ErrnoException) => {
        throw new CannotRun(WRONG.write, { name: `${name}/${file}`, reason: error.code ?? error.message });
      },
    );
  }
  out.write(`${renderMessage({ text: DONE, values: { name, files: lab.lab.files } }, lang)}\n`);
  return EXIT.clean;
}

async function attempt(name: string, known: LabAccess): Promise<LabReport> {
  const lab = await labNamed(name, known);
  const [start, now] = [await givenTexts(lab, START, known), await currentTexts(lab, known)];
  const asset = (file: string) => readFile(path.join(__dirname, file), 'utf8');
  const result = await checkLab({ folder: lab.folder, lab: lab.lab, start, now }, languages, asset);
  return reportOn(
    lab,
    result,
    name
      .split(path.sep)
      .join('/')
      .replace(/(?<=.)\/+$/, ''),
  );
}

async function labNamed(name: string, known: LabAccess): Promise<LabFolder> {
  const folder = await folderNamed(name);
  const lab = await readLabFolder(folder, known);
  if (!lab) throw new CannotRun(WRONG.noLab, { name });
  const lines = new Lines(lab.text);
  const problems = lab.problems.map(({ start, message }): Message => {
    const { line, column } = lines.at(start);
    return { text: WRONG.broken, values: { name: plain(name), line, column, problem: message } };
  });
  const [first, ...more] = problems;
  if (first) {
    const all = more.reduce((above, next) => ({ text: WRONG.both, values: { above, next } }), first);
    throw new CannotRun(all.text, all.values);
  }
  return lab;
}

async function folderNamed(name: string): Promise<string> {
  const kind = await stat(name).catch(() => undefined);
  if (!kind?.isDirectory()) throw new CannotRun(WRONG.missing, { name });
  return canonical(uriOfPath(path.resolve(name))).replace(/\/$/, '');
}

/** As it is called in what we say. */
function plain(name: string): string {
  return name
    .split(path.sep)
    .join('/')
    .replace(/(?<=.)\/+$/, '');
}

function relative(folder: string): string {
  return path.relative('', fileURLToPath(folder)) || '.';
}

function access(): LabAccess {
  const names = new NameIndex(languages.flatMap(({ rules }) => rules));
  return { files: new NodeFiles(), names, languages };
}

const DONE: Text = {
  ko: '{name}: 처음으로 되돌렸다 ({files})',
  en: '{name}: back to how it began ({files})',
};

const WRONG = {
  command: {
    ko: 'lab 뒤에는 할 일을 쓴다: {known}. 예: container-tutor lab check labs/01-first-dockerfile',
    en: 'Say what to do behind lab: {known}. Such as: container-tutor lab check labs/01-first-dockerfile',
  },
  near: {
    ko: 'lab {command} 명령은 없다. lab {near}{near|을} 쓰려던 것일까?',
    en: 'There is no command lab {command}. Did you mean lab {near}?',
  },
  usage: {
    ko: 'lab {command}에는 실습 디렉터리가 하나 있어야 한다. 예: container-tutor lab {command} labs/01-first-dockerfile',
    en: 'lab {command} needs the directory of one lab, such as: container-tutor lab {command} labs/01-first-dockerfile',
  },
  missing: {
    ko: '{name}: 이런 디렉터리가 없다. 경로를 확인한다',
    en: '{name}: there is no such directory. Check the path',
  },
  noLab: {
    ko: '{name}: lab.yaml이 없어 실습이 아니다. `container-tutor lab list {name}`이 아래에 있는 실습을 보여 준다',
    en: '{name}: has no lab.yaml, so it is no lab. `container-tutor lab list {name}` shows those below it',
  },
  none: {
    ko: '{name}: 실습이 없다. 실습은 lab.yaml과 start/가 있는 디렉터리다',
    en: '{name}: there are no labs. A lab is a directory with a lab.yaml and a start/',
  },
  broken: {
    ko: '{name}/lab.yaml:{line}:{column}: {problem}',
    en: '{name}/lab.yaml:{line}:{column}: {problem}',
  },
  both: { ko: '{above}\n{next}', en: '{above}\n{next}' },
  write: {
    ko: '{name}: 쓸 수 없다 ({reason}). 권한을 확인한다',
    en: '{name}: cannot be written ({reason}). Check its permissions',
  },
} satisfies Record<string, Text>;
