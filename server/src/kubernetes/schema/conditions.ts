import { asScalar, get, resolve } from '../../yaml/navigate';
import { has, isWithin, type Place } from '../../yaml/schema/places';
import type { Condition } from '../facts/field-conditions';

/** The value a condition holds with; undefined where it does not hold, or where that cannot be told. */
export function holds(condition: Condition, place: Place): string | undefined {
  const { field, usual, values, not, unless, within } = condition;
  const node = asScalar(get(place.map, field));
  if (within !== undefined && !isWithin(place, within)) return undefined;
  if (node?.templated || (unless && isExcused(place, unless))) return undefined;
  const value = node?.text || usual;
  return value !== '' && values.includes(value) !== (not === true) ? value : undefined;
}

function isExcused(place: Place, [field, value]: NonNullable<Condition['unless']>): boolean {
  return value === undefined ? has(place, field) : asScalar(get(place.map, field))?.text === value;
}

/** Whether a field says anything: an empty text or list does not, nor does a port of 0. */
export function says(place: Place, field: string): boolean {
  if (!has(place, field)) return false;
  const value = resolve(get(place.map, field));
  if (value?.type === 'seq') return value.items.length > 0 || value.templated;
  if (value?.type !== 'scalar' || value.templated) return true;
  return value.value !== '' && !(value.value === 0 && /Port$/.test(field));
}
