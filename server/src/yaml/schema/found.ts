import type { Fix } from '../../core/rule';
import type { Message, Text } from '../../core/text';
import type { YamlNode, YamlScalar } from '../node';

/** What a rule says of a value of another type than the field's, wherever it stands. */
export const WRONG_TYPE_TEXTS = {
  scalar: {
    ko: '`{field}`에는 {wanted:이} 와야 하는데, YAML은 `{written}`{written|을} {found:으로} 읽는다.',
    en: '`{field}` takes {wanted}; YAML reads `{written}` as {found}.',
  },
  structure: {
    ko: '`{field}`에는 {wanted:이} 와야 하는데, 여기에는 {found:이} 있다.',
    en: '`{field}` takes {wanted}; here is {found}.',
  },
} satisfies Record<string, Text>;

/** What a value is, in a sentence. */
export function nameOfNode(node: YamlNode): Message {
  if (node.type !== 'scalar') return { text: FOUND[node.type] };
  const sort = typeof node.value;
  return { text: FOUND[sort === 'number' || sort === 'boolean' ? sort : 'string'] };
}

const FOUND = {
  map: { ko: 'map(`key: value`)', en: 'a map (`key: value`)' },
  seq: { ko: '목록', en: 'a list' },
  alias: { ko: '다른 값', en: 'another value' },
  number: { ko: '숫자', en: 'a number' },
  boolean: { ko: 'true/false', en: 'true or false' },
  string: { ko: '문자열', en: 'text' },
} as const;

/** The very characters that are written, as text. */
export function quoted({ value, text, style, span }: YamlScalar): Fix | undefined {
  if (typeof value === 'string' || style !== 'plain') return undefined;
  return {
    title: { ko: '따옴표로 감싸기', en: 'Put it in quotes' },
    kind: 'safe',
    edits: [{ span, text: `"${text}"` }],
  };
}

/** Without the quotes that make a text of it. */
export function unquoted({ text, style, span }: YamlScalar): Fix | undefined {
  if (style !== 'single' && style !== 'double') return undefined;
  return { title: { ko: '따옴표 빼기', en: 'Take the quotes off' }, kind: 'safe', edits: [{ span, text }] };
}

/** `[PROJECT_ID]`: a list of one word, as courses and READMEs write what the reader is to replace. */
export function onlyWord(node: YamlNode): string | undefined {
  const [item, ...more] = node.type === 'seq' && node.flow ? node.items : [];
  return more.length === 0 && item?.type === 'scalar' && item.style === 'plain' ? item.text : undefined;
}
