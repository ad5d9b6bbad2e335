import { Joined } from '../core/joined';
import type { Range } from '../core/span';
import { readExec, readShell, type Script, settingsOf } from '../shell/script';
import { heredocWord } from './heredoc';
import type { CommandLine, ShellInForce } from './instruction';
import { readJsonArray } from './json';
import { isJsonArray, type Lines } from './scan';
import { isPosix, shebangProgram } from './shells';
import type { Source } from './source';

/** A command line, and whether its JSON array holds something else than strings. */
export interface ReadCommand {
  readonly line: CommandLine;
  readonly mixed: boolean;
}

/** @param lines where the heredocs of a RUN are; other commands take none. */
export function readCommand(source: Source, rest: Range, shell: ShellInForce, lines?: Lines): ReadCommand {
  const text = source.slice(rest);
  if (isJsonArray(text)) {
    const { words, strings, mixed } = readJsonArray(source, rest, false);
    const line = { form: 'json', words, command: new Joined('', []), shell } as const;
    return { line: withScript(line, () => (mixed ? undefined : readExec(strings))), mixed };
  }
  if (text === '')
    return { line: { form: 'empty', words: [], command: new Joined('', []), shell }, mixed: false };
  const alone = lines?.heredocs.length && heredocWord(text) !== undefined;
  const command = alone ? script(source, lines) : shellText(source, rest, lines);
  const interpreter = alone ? shebangProgram(command.text) : undefined;
  const posix = interpreter === undefined ? shell.family === 'posix' : isPosix(interpreter);
  const line: CommandLine = {
    form: alone ? 'heredoc' : 'shell',
    words: [],
    command,
    shell,
    ...(interpreter !== undefined && { interpreter }),
  };
  const settings = settingsOf(shell.command.slice(1));
  return {
    line: withScript(line, () => (posix ? readShell(command, { settings }) : undefined)),
    mixed: false,
  };
}

/** Adds `script`, read on first use. Not enumerable, so that copies and comparisons do not read it. */
export function withScript<T extends object>(line: T, read: () => Script | undefined): T {
  let known: { script: Script | undefined } | undefined;
  const get = (): Script | undefined => {
    known ??= { script: read() };
    return known.script;
  };
  return Object.defineProperty(line, 'script', { get, enumerable: false });
}

/** The lines of a single heredoc, which are the script. */
function script(source: Source, { heredocs }: Lines): Joined {
  const { body, word } = heredocs[0]!;
  return new Joined(source.text, linesOf(source.text, body, word.chomp));
}

/** The line behind the flags, and the heredocs below it as the shell gets them. Source: dispatchRun. */
function shellText(source: Source, rest: Range, lines?: Lines): Joined {
  if (!lines?.heredocs.length) return source.joinedAt(rest);
  const slices: Range[] = [];
  for (let at = rest.start; at < rest.end; at++) slices.push(source.joined.range(at, at + 1));
  slices.push({ start: lines.bodyStart - 1, end: lines.bodyStart });
  for (const { body, word, terminator } of lines.heredocs) {
    slices.push(...linesOf(source.text, body, word.chomp));
    if (terminator) slices.push(terminator, ...newlineAt(source.text, terminator.end));
  }
  return new Joined(source.text, slices);
}

/** Each line with its line feed, without carriage returns before it and, if asked, without leading tabs. */
function linesOf(text: string, { start, end }: Range, chomp: boolean): Range[] {
  const slices: Range[] = [];
  for (let at = start; at < end; ) {
    const feed = text.indexOf('\n', at);
    const stop = feed < 0 || feed >= end ? end : feed;
    let from = at;
    if (chomp) while (text[from] === '\t' && from < stop) from++;
    let to = stop;
    while (to > from && text[to - 1] === '\r') to--;
    slices.push({ start: from, end: to });
    if (stop < end) slices.push({ start: stop, end: stop + 1 });
    at = stop + 1;
  }
  return slices;
}

function newlineAt(text: string, at: number): Range[] {
  const feed = text.indexOf('\n', at);
  return feed < 0 ? [] : [{ start: feed, end: feed + 1 }];
}
