/** What Bash makes of `{a,b}` in a word: `/var/{lib,cache}/apt` is two paths. Braces without a comma stay. */
export function expandBraces(text: string): string[] {
  const [all, before, inside, behind] = /^(.*?)(?<!\$)\{([^{}]*,[^{}]*)\}(.*)$/s.exec(text) ?? [];
  if (all === undefined || inside === undefined) return [text];
  return inside.split(',').flatMap((one) => expandBraces(`${before}${one}${behind}`));
}
