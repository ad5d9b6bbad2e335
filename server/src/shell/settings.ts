/** The settings that have a letter. */
const LETTERS: Readonly<Record<string, string>> = {
  a: 'allexport',
  b: 'notify',
  C: 'noclobber',
  e: 'errexit',
  E: 'errtrace',
  f: 'noglob',
  m: 'monitor',
  n: 'noexec',
  T: 'functrace',
  u: 'nounset',
  v: 'verbose',
  x: 'xtrace',
};

/**
 * What the options of a shell or of `set` switch on and off: `-eu`, `-o pipefail`, `+e`; by long name.
 * Source: https://pubs.opengroup.org/onlinepubs/9799919799/utilities/V3_chap02.html#set and bash(1).
 */
export function settingsOf(args: readonly string[], before: Iterable<string> = []): Set<string> {
  const settings = new Set(before);
  for (let i = 0; i < args.length; i++) {
    const arg = args[i]!;
    if (!/^[-+][A-Za-z]/.test(arg)) break;
    for (const letter of arg.slice(1)) {
      if (letter === 'O') i++;
      const name = letter === 'o' ? args[++i] : LETTERS[letter];
      if (name === undefined) continue;
      if (arg.startsWith('-')) settings.add(name);
      else settings.delete(name);
    }
  }
  return settings;
}
