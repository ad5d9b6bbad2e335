import type { AnyRule } from '../core/language';
import type { OptionSpec } from '../core/rule';
import type { SettingPath } from './problem';
import { isMap, type Json, type JsonMap, nameOf, type Reader } from './reader';
import { WRONG } from './wrong';

/** Whether a rule takes this value for an option: what it declares as default says which kind of value it is. */
export function checkOption(
  rule: AnyRule,
  option: string,
  value: Json,
  path: SettingPath,
  read: Reader,
): boolean {
  const specs = (rule.options ?? {}) as Readonly<Record<string, OptionSpec<unknown>>>;
  const spec = Object.hasOwn(specs, option) ? specs[option] : undefined;
  if (!spec) {
    read.unknownOption(rule.id, option, path, Object.keys(specs));
    return false;
  }
  const key = nameOf(path);
  const fits = (ok: boolean, text: (typeof WRONG)[keyof typeof WRONG], values = {}) => {
    if (!ok) read.report(path, 'value', text, { key, ...values });
    return ok;
  };
  const { default: usual, minimum = 0, words: known } = spec;
  const isWord = (one: Json) => typeof one === 'string' && (!known || known.includes(one));
  const word = known ? WRONG.word : WRONG.string;
  if (Array.isArray(usual))
    return (
      fits(Array.isArray(value), WRONG.list) &&
      fits((value as Json[]).every(isWord), word, { known: known ?? [] })
    );
  if (typeof usual === 'number')
    return fits(typeof value === 'number' && value >= minimum, WRONG.number, { minimum });
  if (typeof usual === 'boolean') return fits(typeof value === 'boolean', WRONG.yesNo);
  if (typeof usual === 'string')
    return fits(isWord(value), known ? WRONG.word : WRONG.text, { known: known ?? [] });
  if (!fits(isMap(value), WRONG.map)) return false;
  const wrong = Object.entries(value as JsonMap).find(([, one]) => !isWord(one));
  if (wrong) read.report([...path, wrong[0]], 'value', word, { key: wrong[0], known: known ?? [] });
  return !wrong;
}
