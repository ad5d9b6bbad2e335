import type { Assignment, Expansion, Redirect, Word } from './model';
import type { Origin } from './origin';
import type { Leaf, Piece, Redirection, Setting } from './tree';

/** Makes the words rules see, and remembers where each came from for those that turn out to be scripts. */
export class WordReader {
  readonly #written = new Map<Word, { origin: Origin; leaf: Leaf }>();

  word(leaf: Leaf, origin: Origin): Word {
    const value = leaf.pieces
      .map((piece) => piece.value ?? origin.text.slice(piece.start, piece.end))
      .join('');
    const expansions = leaf.holes.map(({ quoted, start, end }): Expansion => {
      return {
        ...expansion(origin.text.slice(start, end)),
        quoted,
        range: origin.place({ start, end }).range,
      };
    });
    const word: Word = {
      value,
      text: origin.text.slice(leaf.start, leaf.end),
      ...origin.place(leaf),
      literal: expansions.length === 0 && !origin.isExpanded(leaf),
      quoted: leaf.quoted,
      glob: leaf.glob,
      expansions,
    };
    this.#written.set(word, { origin, leaf });
    return word;
  }

  assignment(setting: Setting, origin: Origin): Assignment {
    const { name, append } = setting;
    return { name, append, value: this.word(setting.value, origin), range: origin.place(setting).range };
  }

  redirect(redirect: Redirection, origin: Origin): Redirect {
    const { operator, descriptor, target, heredoc } = redirect;
    return {
      operator,
      ...(descriptor !== undefined && { descriptor }),
      ...(target && { target: this.word(target, origin) }),
      ...(heredoc && { heredoc: this.word(heredoc, origin) }),
      range: origin.place(redirect).range,
    };
  }

  /** A word such as `NAME=value` before the command of `env`. */
  assigned(word: Word): Assignment {
    const [, name, plus] = /^(\w+)(\+?)=/.exec(word.value)!;
    const { origin, leaf } = this.#written.get(word)!;
    const written = `${name}${plus}=`;
    // Quotes around the name too are rare: then the value's place is the whole word.
    const start = word.text.startsWith(written) ? leaf.start + written.length : leaf.start;
    const value = this.word({ ...leaf, start, pieces: behind(leaf.pieces, written.length) }, origin);
    return { name: name!, append: plus === '+', value, range: word.range };
  }

  /** The text that words make for `sh -c` or `eval`, joined by blanks as `eval` does. */
  script(words: readonly Word[]): Origin | undefined {
    const first = this.#written.get(words[0]!);
    if (!first) return undefined;
    const pieces: Piece[] = [];
    for (const word of words) {
      const { leaf, origin } = this.#written.get(word) ?? first;
      if (origin !== first.origin) continue;
      const blank = { start: leaf.start - 1, end: leaf.start };
      // A line break between words is not one between commands.
      const isBlank = /[ \t]/.test(origin.text.slice(blank.start, blank.end));
      if (pieces.length > 0) pieces.push(isBlank ? blank : { ...blank, value: ' ' });
      pieces.push(...leaf.pieces);
    }
    return first.origin.excerpt(pieces);
  }
}

function expansion(text: string): Pick<Expansion, 'kind' | 'name'> {
  if (text.startsWith('$((') || text.startsWith('$[')) return { kind: 'arithmetic' };
  if (text.startsWith('$(') || text.startsWith('`')) return { kind: 'command' };
  if (text.startsWith('<') || text.startsWith('>')) return { kind: 'process' };
  const name = /^\$\{?[!#]?(\w+|[@*#?$!-])/.exec(text)?.[1];
  return text.startsWith('$') ? { kind: 'parameter', ...(name && { name }) } : { kind: 'brace' };
}

/** What remains of pieces when the first units of their value are taken away. */
function behind(pieces: readonly Piece[], units: number): Piece[] {
  let left = units;
  return pieces.flatMap((piece) => {
    const length = piece.value?.length ?? piece.end - piece.start;
    const gone = Math.min(left, length);
    left -= gone;
    if (gone === length) return length === 0 ? [piece] : [];
    return [
      piece.value === undefined
        ? { ...piece, start: piece.start + gone }
        : { ...piece, value: piece.value.slice(gone) },
    ];
  });
}
