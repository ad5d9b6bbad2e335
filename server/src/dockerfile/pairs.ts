import type { Range } from '../core/span';
import type { ArgDefinition, Pair } from './instruction';
import type { Cut } from './parse';
import type { Source } from './source';
import type { Word } from './word';

/** `name` or `name=default` of an ARG. */
export function readDefinition(source: Source, { start, end }: Range): ArgDefinition {
  const equals = source.slice({ start, end }).indexOf('=');
  const nameEnd = equals < 0 ? end : start + equals;
  const shared = { span: source.span({ start, end }), name: source.word({ start, end: nameEnd }, false) };
  return equals < 0 ? shared : { ...shared, value: source.word({ start: nameEnd + 1, end }) };
}

/** What ENV and LABEL set; in the legacy form one name and all behind it. */
export function readPairs(source: Source, cut: Cut): { words: Word[]; pairs: Pair[]; legacy: boolean } {
  const pairs = cut.pairs.flatMap(({ name, value }) => {
    if (!value) return [];
    const span = source.span({ start: name.start, end: value.end });
    return [{ span, name: source.word(name), value: source.word(value) }];
  });
  const first = cut.pairs[0];
  const legacy = first?.value !== undefined && source.joined.text[first.name.end] !== '=';
  const words = legacy
    ? pairs.flatMap(({ name, value }) => [name, value])
    : cut.words.map((range) => source.word(range));
  return { words, pairs, legacy };
}
