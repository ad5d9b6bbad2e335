import type { Suggestion } from '../../core/completion';
import { nameOfType } from '../schema/type-names';
import { contents, type Field } from '../schema/types';
import type { AskedAt } from './asked';
import { Body } from './body';

/**
 * The fields of the object at the place: those it has to have first, then those people write, then the rest; nothing
 * that only the server writes.
 * @param written names that stand there already
 * @param noteOf where the note of a field belongs
 */
export function fields(
  { schema, habits, found, place, indent, behindColon, step }: AskedAt,
  written: ReadonlySet<string>,
  noteOf: (field: string) => readonly string[] | undefined,
): readonly Suggestion[] {
  const type = schema.type(contents(found.type).type);
  if (!type) return [];
  // Directly behind `spec:` the first key has to go to a line of its own.
  const lead = behindColon ? `\n${indent}${step}` : '';
  const inner = behindColon ? indent + step : indent;
  const write = (field: Field): string => {
    if (place.role === 'key' && place.pair?.colon !== undefined) return field.name;
    const body = new Body(schema, habits, step);
    return place.holder?.flow && !behindColon
      ? body.inline(field)
      : lead + body.field(field, inner, type.name);
  };
  const rank = (field: Field) => Number(habits.isRequired(type.name, field));
  return [...type.fields.values()]
    .filter(({ name, output }) => !written.has(name) && !output)
    .sort((a, b) => rank(b) - rank(a))
    .map((field) => {
      const noted = noteOf(field.name);
      return {
        label: field.name,
        sort: 'field',
        body: write(field),
        detail: nameOfType(field.type),
        ...(noted && { place: noted }),
        ...(field.text !== undefined && { text: field.text }),
      };
    });
}
