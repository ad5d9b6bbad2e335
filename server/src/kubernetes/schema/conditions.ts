import { asScalar, get } from '../../yaml/navigate';
import type { Condition } from '../facts/required-fields';
import type { Place } from './places';

/** The value a condition holds with; undefined where it does not hold, or where that cannot be told. */
export function holds({ field, usual, values, not, unless }: Condition, { map }: Place): string | undefined {
  const node = asScalar(get(map, field));
  if (node?.templated || (unless && asScalar(get(map, unless[0]))?.text === unless[1])) return undefined;
  const value = node?.text || usual;
  return value !== '' && values.includes(value) !== (not === true) ? value : undefined;
}
