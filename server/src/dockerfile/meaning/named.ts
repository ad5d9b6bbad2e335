import type { Meaning } from '../../core/meaning';
import type { PartId, Span } from '../../core/span';
import type { Message } from '../../core/text';

/** A word of the file that stands for something. */
export interface Named {
  readonly span: Span;
  readonly text: string;
}

/** Whether a word is under an offset; a cursor behind its last letter still means it. */
export function isUnder({ span }: Named, part: PartId, offset: number): boolean {
  return span.part === part && span.start <= offset && offset <= span.end;
}

/**
 * @param refuse why another name cannot be had; missing where the name is not ours to change
 */
export function meaningOf(
  at: Named,
  definitions: readonly Named[],
  uses: readonly Named[],
  refuse?: (name: string) => Message | undefined,
): Meaning {
  const spans = (words: readonly Named[]) => words.map(({ span }) => span);
  // A stage may be called by its number, which stays.
  const words = [...definitions, ...uses].filter(({ text }) => !/^\d+$/.test(text));
  const rename = (name: string) => {
    const problem = refuse?.(name);
    return problem ? { problem } : { edits: words.map(({ span }) => ({ span, text: name })) };
  };
  return {
    at: at.span,
    text: at.text,
    definitions: spans(definitions),
    uses: spans(uses),
    ...(refuse && { rename }),
  };
}
