import type { Suggestion } from '../../core/completion';
import { nameOfType } from '../../yaml/schema/type-names';
import { contents, type Field } from '../../yaml/schema/types';
import type { AskedAt } from '../completion';
import { isRequired } from '../facts/required-fields';
import { notePlace } from '../note-place';
import { Body } from './body';
import { rootOf } from './kinds';

/**
 * The fields of the object at the place: those it has to have first, then those people write, then the rest.
 * @param written names that stand there already
 */
export function fields(
  { schema, found, path, place, root, indent, behindColon, step }: AskedAt,
  written: ReadonlySet<string>,
): readonly Suggestion[] {
  const type = schema.type(contents(found.type).type);
  if (!type) return [];
  const entry = root && rootOf(schema, root);
  const above = path.filter((step) => typeof step === 'string');
  // Directly behind `spec:` the first key has to go to a line of its own.
  const lead = behindColon ? `\n${indent}${step}` : '';
  const inner = behindColon ? indent + step : indent;
  const write = (field: Field): string => {
    if (place.role === 'key' && place.pair?.colon !== undefined) return field.name;
    const body = new Body(schema, step);
    return place.holder?.flow && !behindColon ? body.inline(field) : lead + body.field(field, inner);
  };
  return [...type.fields.values()]
    .filter(({ name }) => !written.has(name) && !(path.length === 0 && name === 'status'))
    .sort((a, b) => Number(isRequired(type.name, b)) - Number(isRequired(type.name, a)))
    .map((field) => ({
      label: field.name,
      sort: 'field',
      body: write(field),
      detail: nameOfType(field.type),
      ...(entry && { place: notePlace(entry.group, entry.kind, [...above, field.name]) }),
      ...(field.text !== undefined && { text: field.text }),
    }));
}
