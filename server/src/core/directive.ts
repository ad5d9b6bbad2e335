import { withLineEndsOf } from './line-ends';
import type { Range, TextEdit } from './span';

/** `# container-tutor ignore=a,b -- why`, as written in a comment of any language. */
export interface IgnoreDirective {
  readonly scope: 'next' | 'file';
  readonly names: readonly string[];
  /** The same with their places. */
  readonly written: readonly WrittenName[];
  /** Where the list of names ends, in UTF-16 units of the comment's text: here another name is added. */
  readonly namesEnd: number;
}

/** A rule's name in a comment, in UTF-16 units of the comment's text. */
export interface WrittenName extends Range {
  readonly name: string;
}

const DIRECTIVE =
  /^(\s*container-tutor\s+ignore(-file)?\s*=\s*)([\w./:-]+(?:\s*,\s*[\w./:-]+)*)(?=\s*(?:--|$)|\s)/;

/** Reads our own suppression from a comment; `text` is what follows the `#`. */
export function readIgnore(text: string): IgnoreDirective | undefined {
  const [, before, file, list] = DIRECTIVE.exec(text) ?? [];
  if (before === undefined || list === undefined) return undefined;
  const written = readNames(list, before.length);
  return {
    scope: file ? 'file' : 'next',
    names: written.map(({ name }) => name),
    written,
    namesEnd: before.length + list.length,
  };
}

/** A list of names with commas between them; `at`: where it begins. Empty ones stay. */
export function readNames(list: string, at: number): readonly WrittenName[] {
  let from = at;
  return list.split(',').map((item) => {
    const name = item.trim();
    const start = name === '' ? from : from + item.indexOf(name);
    from += item.length + 1;
    return { name, start, end: start + name.length };
  });
}

export function writeIgnore(scope: IgnoreDirective['scope'], name: string): string {
  return `# container-tutor ${scope === 'file' ? 'ignore-file' : 'ignore'}=${name}`;
}

/**
 * The edit that silences a name for the whole of a text: a directive that is already there gets one name more,
 * else one is written at the top, below the first lines that tools read as their own (`# syntax=`, `#!`).
 */
export function ignoreInFile(text: string, name: string): TextEdit {
  for (const { index, 0: line } of text.matchAll(/^[ \t]*#.*$/gm)) {
    const hash = line.indexOf('#') + 1;
    const known = readIgnore(line.slice(hash));
    if (known?.scope !== 'file') continue;
    const at = index + hash + known.namesEnd;
    return { start: at, end: at, text: `,${name}` };
  }
  const at = /^\uFEFF?(?:(?:#!|#[ \t]*[\w-]+[ \t]*=|%).*(?:\r?\n|$))*/.exec(text)![0].length;
  const open = at > 1 && !text.slice(0, at).endsWith('\n');
  const line = `${open ? '\n' : ''}${writeIgnore('file', name)}\n`;
  return { start: at, end: at, text: withLineEndsOf(text, line) };
}
