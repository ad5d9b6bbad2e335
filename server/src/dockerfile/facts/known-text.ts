import type { Word } from '../../shell/script';
import type { Scope } from '../scope';

/**
 * What a word of a RUN is worth where ARG and ENV know all its variables; undefined otherwise. What the script
 * itself assigns is not looked at, so names that a script sets are best left to ENV's habit: upper case.
 */
export function knownText(word: Word, scope: Scope): string | undefined {
  if (word.literal) return word.value;
  if (word.expansions.some(({ kind, name = '' }) => kind !== 'parameter' || !/^[A-Z_]\w*$/.test(name)))
    return undefined;
  let known = true;
  const value = word.value.replace(/\$(?:(\w+)|\{(\w+)\})/g, (_, plain?: string, braced?: string) => {
    const found = scope.get(plain ?? braced!).value;
    known &&= found !== undefined;
    return found ?? '';
  });
  // `${name:-x}` and the like are left.
  return known && !value.includes('$') ? value : undefined;
}
