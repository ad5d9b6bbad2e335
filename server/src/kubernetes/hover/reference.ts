import type { Reference } from '../../core/note';
import type { Message, Text } from '../../core/text';
import type { Found, Path } from '../../yaml/schema/decode';
import { nameOfType } from '../../yaml/schema/type-names';
import { contents } from '../../yaml/schema/types';
import { isRequired } from '../facts/required-fields';
import type { KubernetesObject } from '../model';
import type { Schema } from '../schema/schema';

/**
 * What the API's own reference says of a place: where it is, its type, whether it has to be written.
 */
export function referenceOf(
  schema: Schema,
  { group, version, kind: { value: kind } }: KubernetesObject,
  path: Path,
  { type, field, owner }: Found,
): Reference {
  const shown = [kind, ...path].reduce<string>(join, '');
  // The reference says of both the same for all kinds; a reader wants to know what this kind is.
  if (shown === `${kind}.kind` || shown === `${kind}.apiVersion`) {
    const type = path[0] === 'kind' ? schema.kind(group, version, kind)?.type : undefined;
    const text = type === undefined ? undefined : schema.type(type)?.text;
    return { path: shown, about: [{ text: TEXTS.required }], ...(text !== undefined && { text }) };
  }
  const isItem = field !== undefined && field.type !== type;
  const text = isItem || !field ? schema.type(type)?.text : field.text;
  return {
    path: shown,
    about: [nameOfType(type), ...(isItem || !field ? [] : presence(path, field, owner?.name ?? ''))],
    ...(text !== undefined && { text }),
  };
}

/** Items are shown without their number: what is said holds for all of them. */
function join(shown: string, step: string | number): string {
  if (typeof step === 'number') return `${shown}[]`;
  return shown === '' ? step : `${shown}.${step}`;
}

function presence(path: Path, field: NonNullable<Found['field']>, owner: string): readonly Message[] {
  const about: Message[] = [];
  if (path[0] === 'status') about.push({ text: TEXTS.status });
  else if (field.default !== undefined)
    about.push({ text: TEXTS.usual, values: { value: JSON.stringify(field.default).replace(/^"|"$/g, '') } });
  else about.push({ text: isName(path) || isRequired(owner, field) ? TEXTS.required : TEXTS.optional });
  if (field.values)
    about.push({ text: TEXTS.values, values: { list: [...field.values.keys()].map((one) => `\`${one}\``) } });
  if (field.keys && contents(field.type).of === 'list')
    about.push({ text: TEXTS.keys, values: { list: field.keys.map((one) => `\`${one}\``) } });
  return about;
}

/** No type says it, since `generateName` may stand in for it. */
function isName(path: Path): boolean {
  return path.join('.') === 'metadata.name';
}

const TEXTS = {
  required: { ko: '꼭 써야 한다', en: 'required' },
  optional: { ko: '안 써도 된다', en: 'optional' },
  usual: { ko: '안 쓰면 `{value}`', en: '`{value}` if left out' },
  status: { ko: 'cluster가 채운다', en: 'written by the cluster' },
  values: { ko: '{list} 가운데 하나', en: 'one of {list}' },
  keys: { ko: '항목은 {list}로 구별한다', en: 'items are told apart by {list}' },
} satisfies Record<string, Text>;
