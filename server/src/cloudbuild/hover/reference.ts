import type { Reference } from '../../core/note';
import type { Message, Text } from '../../core/text';
import type { Path } from '../../yaml/node';
import type { Found } from '../../yaml/schema/decode';
import { nameOfType } from '../../yaml/schema/type-names';
import type { Field, Types } from '../../yaml/schema/types';
import { isUnsaid, jsonName } from '../schema/names';

/** What the API's own reference says of a place: where it is, its type, whether it has to be written. */
export function referenceOf(types: Types, path: Path, { type, field }: Found): Reference {
  const isItem = field !== undefined && field.type !== type;
  const text = isItem || !field ? types.type(type)?.text : field.text;
  return {
    path: path.reduce<string>(join, ''),
    about: [nameOfType(type), ...(isItem || !field ? [] : presence(field))],
    ...(text !== undefined && { text }),
  };
}

/** Items are shown without their number: what is said holds for all of them. */
function join(shown: string, step: string | number): string {
  if (typeof step === 'number') return `${shown}[]`;
  return shown === '' ? jsonName(step) : `${shown}.${jsonName(step)}`;
}

function presence({ output, required, deprecated, values }: Field): readonly Message[] {
  const about: Message[] = [
    { text: output ? TEXTS.output : required ? TEXTS.required : TEXTS.optional },
    ...(deprecated ? [{ text: TEXTS.deprecated }] : []),
  ];
  if (values)
    about.push({
      text: TEXTS.values,
      values: { list: [...values.keys()].filter((one) => !isUnsaid(one)).map((one) => `\`${one}\``) },
    });
  return about;
}

const TEXTS = {
  required: { ko: '꼭 써야 한다', en: 'required' },
  optional: { ko: '안 써도 된다', en: 'optional' },
  output: { ko: 'Cloud Build가 채운다', en: 'written by Cloud Build' },
  deprecated: { ko: '더는 권하지 않는다', en: 'deprecated' },
  values: { ko: '{list} 가운데 하나', en: 'one of {list}' },
} satisfies Record<string, Text>;
