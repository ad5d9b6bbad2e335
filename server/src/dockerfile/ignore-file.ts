/**
 * What keeps files out of the build context of a Dockerfile of this name; the first one that is there counts alone.
 * https://docs.docker.com/build/concepts/context/#filename-and-location
 */
export function ignoreFileNames(name: string): readonly string[] {
  return [`${name}.dockerignore`, '.dockerignore'];
}

/** `.dockerignore` as BuildKit reads it. Source: moby/patternmatcher. */
export interface IgnoreFile {
  /** In order, cleaned; those behind a `!` included. */
  readonly patterns: readonly IgnorePattern[];
  /** Some pattern takes files back in: what is left out then depends on what is there. */
  readonly hasExceptions: boolean;
}

export interface IgnorePattern {
  readonly text: string;
  /** Behind a `!`. */
  readonly exception: boolean;
  readonly matches: (path: string) => boolean;
}

export function readIgnoreFile(text: string): IgnoreFile {
  const patterns = text
    .replace(/^\ufeff/, '')
    .split(/\r?\n/)
    .flatMap((line) => readPattern(line) ?? []);
  return { patterns, hasExceptions: patterns.some(({ exception }) => exception) };
}

/**
 * The pattern that leaves a path of the context out; undefined where it stays in, or where exceptions make that
 * uncertain. Source: MatchesOrParentMatches, and validateCopySourcePath in dockerfile2llb/validations.go.
 * @param path `/`-separated, relative to the context, `.` for all of it
 */
export function excludedBy({ patterns, hasExceptions }: IgnoreFile, path: string): IgnorePattern | undefined {
  if (hasExceptions) return undefined;
  if (path === '.') return patterns.find(({ text }) => EVERYTHING.includes(text));
  const names = path.split('/');
  const above = names.map((_, i) => names.slice(0, names.length - i).join('/'));
  return patterns.find(({ matches }) => above.some((one) => matches(one)));
}

/**
 * Whether a file of the context is left out: the last pattern that fits it, or a folder above it, decides. Source:
 * MatchesOrParentMatches.
 */
export function leavesOut({ patterns }: IgnoreFile, file: string): boolean {
  const names = file.split('/');
  const above = names.map((_, i) => names.slice(0, names.length - i).join('/'));
  return patterns.findLast(({ matches }) => above.some((one) => matches(one)))?.exception === false;
}

const EVERYTHING: readonly string[] = ['*', '**', '**/*'];

/** Source: ReadAll in ignorefile.go; patterns are paths from the top of the context, whatever they begin with. */
function readPattern(line: string): IgnorePattern | undefined {
  const trimmed = line.startsWith('#') ? '' : line.trim();
  const exception = trimmed.startsWith('!');
  const written = exception ? trimmed.slice(1).trim() : trimmed;
  if (written === '') return undefined;
  const text = cleaned(written);
  return { text, exception, matches: matcherOf(text) };
}

/** Go's `filepath.Clean`, and without the leading slash. */
function cleaned(path: string): string {
  const names: string[] = [];
  for (const name of path.split('/'))
    if (name === '..' && names.length > 0 && names.at(-1) !== '..') names.pop();
    else if (name !== '' && name !== '.') names.push(name);
  return names.join('/') || '.';
}

/** Source: compile and match in patternmatcher.go. */
function matcherOf(text: string): IgnorePattern['matches'] {
  const ending = /^\*\*([^*?[\]\\]*)$/.exec(text)?.[1];
  // `**/name` is every path that ends so, and the name alone.
  if (ending !== undefined) return (path) => path.endsWith(ending) || `/${path}` === ending;
  let source = '';
  for (const { 0: token, index } of text.matchAll(/\*\*\/?|\[\^?|\\?./gsu)) {
    const last = index + token.length === text.length;
    if (token.startsWith('**')) source += last ? '.*' : '(?:.*/)?';
    else if (token === '*') source += '[^/]*';
    else if (token === '?') source += '[^/]';
    else if (/^(?:\[\^?|[\]-])$/.test(token)) source += token;
    else source += token.replace(/^\\(?=.)/su, '').replace(/[.+()|{}$\\^/*?[\]]/u, '\\$&');
  }
  try {
    const pattern = new RegExp(`^${source}$`, 'su');
    return (path) => pattern.test(path);
  } catch {
    // BuildKit rejects such a file.
    return () => false;
  }
}
