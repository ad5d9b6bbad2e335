import type { Meaning, Renaming } from '../../core/meaning';
import type { Span } from '../../core/span';
import type { Message } from '../../core/text';
import { contentOf, rewrite, type Word } from '../../yaml/word';
import { FORMATS, type FormatName } from '../facts/formats';

/** The words that stand for one thing. */
export interface Words {
  readonly definitions: readonly Word[];
  readonly uses: readonly Word[];
}

/**
 * @param format what the API server takes as such a name
 * @param clash why another name cannot be had, where it cannot
 */
export function meaningOf(
  at: Word,
  { definitions, uses }: Words,
  format: FormatName | undefined,
  clash: (name: string) => Message | undefined = () => undefined,
): Meaning {
  const words = distinct([...definitions, ...uses]);
  return {
    at: contentOf(at),
    text: at.text,
    definitions: distinct(definitions).map(contentOf),
    uses: distinct(uses).map(contentOf),
    ...(format && { rename: (name: string) => renaming(words, name, format, clash) }),
  };
}

function renaming(
  words: readonly Word[],
  name: string,
  format: FormatName,
  clash: (name: string) => Message | undefined,
): Renaming {
  const { what, fault } = FORMATS[format];
  if (name === '' || fault(name) !== undefined)
    return { problem: { text: NOT_A_NAME, values: { name, what } } };
  const problem = clash(name);
  return problem ? { problem } : { edits: words.map((word) => rewrite(word, name)) };
}

const NOT_A_NAME = {
  ko: '`{name}`{name|은} 쓸 수 없다. 여기에 올 수 있는 것: {what}',
  en: '`{name}` cannot stand here; what can is {what}.',
};

/** An alias or a merge key makes one word belong to several objects. */
function distinct(words: readonly Word[]): readonly Word[] {
  const seen = new Set<string>();
  return words.filter(({ span: { part, start } }) => {
    const key = `${part} ${start}`;
    return !seen.has(key) && seen.add(key);
  });
}

/** Whether a word is under an offset; a cursor behind its last letter still means it. */
export function isUnder({ span }: { readonly span: Span }, offset: number): boolean {
  return span.start <= offset && offset <= span.end;
}
