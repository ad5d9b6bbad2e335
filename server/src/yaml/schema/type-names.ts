import type { Message, Text } from '../../core/text';
import { contents } from './types';

/** What a type is called in a sentence: "a whole number", "a list of Container". */
export function nameOfType(type: string): Message {
  const held = contents(type);
  if (held.of !== 'value') return { text: HELD[held.of], values: { of: nameOfType(held.type) } };
  const text = Object.hasOwn(NAMES, type) ? NAMES[type] : undefined;
  return text ? { text } : { text: OBJECT, values: { type: type.slice(type.lastIndexOf('.') + 1) } };
}

const HELD = {
  list: { ko: '{of}의 목록', en: 'a list: {of}' },
  map: { ko: '{of}의 map', en: 'a map: {of}' },
} as const;

const OBJECT: Text = { ko: '{type} 오브젝트', en: '{type} object' };

const NAMES: Readonly<Record<string, Text>> = {
  string: { ko: '문자열', en: 'text' },
  word: { ko: '정해진 단어', en: 'one of a few words' },
  boolean: { ko: 'true나 false', en: 'true or false' },
  int32: { ko: '정수', en: 'a whole number' },
  int64: { ko: '정수', en: 'a whole number' },
  double: { ko: '숫자', en: 'a number' },
  quantity: { ko: '양(`500m`, `1Gi` 같은)', en: 'a quantity such as `500m` or `1Gi`' },
  'int-or-string': { ko: '정수나 문자열', en: 'a whole number or text' },
  'date-time': { ko: '시각(`2026-01-31T09:00:00Z` 같은)', en: 'a time such as `2026-01-31T09:00:00Z`' },
  duration: { ko: '기간(`30s` 같은)', en: 'a duration such as `30s`' },
  byte: { ko: 'base64로 적은 값', en: 'base64' },
  any: { ko: '아무 값', en: 'anything' },
};
