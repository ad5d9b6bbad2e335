import picomatch from 'picomatch';
import { pathOf } from '../core/address';

/**
 * Whether a path is meant by one of the patterns. A pattern without slash means a name at any depth
 * (`*.dev.yaml`), one that names a folder means all below it (`vendor`, `charts/old/`).
 * @param path `/`-separated, relative to where the patterns were written
 */
export function matcher(patterns: readonly string[]): (path: string) => boolean {
  if (patterns.length === 0) return () => false;
  const globs = patterns.flatMap((pattern) => {
    const plain = pattern.replace(/^\.?\//, '').replace(/\/+$/, '');
    const anchored = /^\.?\/|\/./.test(pattern);
    return anchored ? [plain, `${plain}/**`] : [plain, `**/${plain}`, `**/${plain}/**`];
  });
  return picomatch(globs, { dot: true });
}

/**
 * Whether an absolute path is meant by one of kube-linter's patterns: `**` is any number of folders, a pattern that
 * names a folder means nothing below it.
 * https://github.com/bmatcuk/doublestar#patterns
 * @param folder the URI that relative patterns count from
 * @param home of the user; without it `~` means nothing
 */
export function wholePaths(
  patterns: readonly string[] = [],
  folder?: string,
  home?: string,
): (path: string) => boolean {
  const globs = patterns.flatMap((pattern) => {
    if (/^~($|\/)/.test(pattern)) return home === undefined ? [] : resolved(home, pattern.slice(1));
    if (pattern.startsWith('/')) return resolved('', pattern);
    return folder === undefined ? [] : resolved(pathOf(folder), pattern);
  });
  return globs.length === 0
    ? () => false
    : picomatch(globs, { dot: true, nonegate: true, noextglob: true, strictBrackets: false });
}

/** A pattern below a folder, whose own name is no pattern; `..` leads out of it. */
function resolved(folder: string, pattern: string): string {
  const steps = folder.split('/').map((step) => step.replace(/[[\]{}()*?!+@\\]/g, '\\$&'));
  for (const step of pattern.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '.' && step !== '') steps.push(step);
  }
  return `/${steps.filter((step) => step !== '').join('/')}`;
}
