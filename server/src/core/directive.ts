import type { TextEdit } from './span';

/** `# container-tutor ignore=a,b -- why`, as written in a comment of any language. */
export interface IgnoreDirective {
  readonly scope: 'next' | 'file';
  readonly names: readonly string[];
  /** Where the list of names ends, in UTF-16 units of the comment's text: here another name is added. */
  readonly namesEnd: number;
}

const DIRECTIVE =
  /^(\s*container-tutor\s+ignore(-file)?\s*=\s*)([\w./:-]+(?:\s*,\s*[\w./:-]+)*)(?=\s*(?:--|$)|\s)/;

/** Reads our own suppression from a comment; `text` is what follows the `#`. */
export function readIgnore(text: string): IgnoreDirective | undefined {
  const [, before, file, list] = DIRECTIVE.exec(text) ?? [];
  if (before === undefined || list === undefined) return undefined;
  return {
    scope: file ? 'file' : 'next',
    names: list.split(',').map((name) => name.trim()),
    namesEnd: before.length + list.length,
  };
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
  const at = /^(?:\uFEFF?(?:#!|#[ \t]*[\w-]+[ \t]*=|%).*(?:\r?\n|$))*/.exec(text)?.[0].length ?? 0;
  const open = at > 0 && !text.slice(0, at).endsWith('\n');
  return { start: at, end: at, text: `${open ? '\n' : ''}${writeIgnore('file', name)}\n` };
}
