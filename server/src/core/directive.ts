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
