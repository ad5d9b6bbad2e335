import type { Completion, Suggestion } from '../core/completion';
import type { PartId } from '../core/span';
import { type AskedAt, type Habits, layoutOf, replacedAt, writtenIn } from '../yaml/complete/asked';
import { fields } from '../yaml/complete/fields';
import { items } from '../yaml/complete/items';
import { words } from '../yaml/complete/words';
import { get } from '../yaml/navigate';
import { placeAt } from '../yaml/place';
import { fieldAt, type Path } from '../yaml/schema/decode';
import { contents } from '../yaml/schema/types';
import { isDollarAt, substitutions } from './completion/substitutions';
import { values } from './completion/values';
import { USUAL_FIELDS } from './facts/usual-fields';
import type { Build, BuildFile } from './model';
import { isUnsaid, jsonName } from './schema/names';
import { ROOT } from './schema/schema';
import { buildTypes } from './schema/shipped';

/** What may stand at the cursor: keys, words, builders, steps to wait for, images, substitutions. */
export function complete({ parts }: BuildFile, part: PartId, offset: number): Completion | undefined {
  const build = parts.find(({ id }) => id === part)?.unit;
  const types = buildTypes();
  if (!build || !types || build.sort === 'other') return undefined;
  const dollar = isDollarAt(build, offset);
  if (dollar) return substitutions(build, dollar);
  const place = placeAt(build.document, offset);
  const found = place && fieldAt(types, ROOT, place.path);
  if (!place || !found) return undefined;
  const layout = layoutOf(build.document, place, offset);
  const asked = { schema: types, habits, place, path: place.path, found, ...layout };
  return { span: replacedAt(build.document, place), items: suggestions(build, asked) };
}

function suggestions(build: Build, asked: AskedAt): readonly Suggestion[] {
  const { schema, found, place, path } = asked;
  const held = contents(found.type);
  if (place.role === 'item') return [...values(build, asked), ...items(asked)];
  if (held.of === 'list') return place.role === 'value' ? items(asked) : [];
  if (schema.type(held.type) && held.of === 'value') {
    const written = writtenIn(get(build.root, ...path), place);
    return fields(asked, new Set(written.map(jsonName)), noteOf(path));
  }
  return held.of === 'map' ? [] : [...values(build, asked), ...words(asked).filter(isSaid)];
}

function noteOf(path: Path): (field: string) => readonly string[] {
  const above = path.flatMap((step) => (typeof step === 'string' ? jsonName(step) : []));
  return (field) => [...above, field];
}

function isSaid({ label }: Suggestion): boolean {
  return !isUnsaid(label);
}

const habits: Habits = {
  isRequired: (_, { required }) => required,
  usual: ({ name, fields: known }) =>
    USUAL_FIELDS[name] ?? [...known.values()].flatMap((field) => (field.required ? field.name : [])),
};
