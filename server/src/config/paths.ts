import picomatch from 'picomatch';

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
