import type { Span } from './span';
import type { Message } from './text';

/** A stretch of a file: one span, or all from a span to the end of another one further down. */
export interface Reach {
  readonly span: Span;
  /** Where it ends, if that is in another part. */
  readonly through?: Span;
}

/** One entry of the outline. */
export interface Entry extends Reach {
  /** As people call it: `Deployment web`, `build`. */
  readonly name: string;
  /** A word beside the name. */
  readonly detail?: string;
  readonly sort: EntrySort;
  /** The word to go to, inside the reach. */
  readonly at: Span;
  readonly entries: readonly Entry[];
}

export type EntrySort =
  | 'object'
  | 'stage'
  | 'instruction'
  | 'container'
  | 'port'
  | 'volume'
  | 'variable'
  | 'key'
  | 'rule'
  | 'item';

/** Lines that can be folded away below their first one. */
export interface Fold extends Reach {
  readonly sort?: 'comment' | 'region';
}

/** A word that leads to a page. */
export interface Link {
  readonly span: Span;
  readonly target: string;
  /** What is there. */
  readonly tip: Message;
}

/** One span that covers both, where they are of one part; else the way from one to the other. */
export function reach(first: Span, last: Span): Reach {
  return first.part === last.part ? { span: { ...first, end: last.end } } : { span: first, through: last };
}

/** From a `# region` to its `# endregion`, as in every other language of the editor. */
export function regions(comments: readonly Remark[]): readonly Fold[] {
  const open: Span[] = [];
  return comments.flatMap(({ span, text }): readonly Fold[] => {
    if (/^region\b/.test(text)) open.push(span);
    const start = /^endregion\b/.test(text) ? open.pop() : undefined;
    return start ? [{ ...reach(start, span), sort: 'region' }] : [];
  });
}

/** A comment on a line of its own; its text is what stands behind the `#`. */
interface Remark {
  readonly span: Span;
  readonly text: string;
}

/** Comments on lines of their own that follow one another directly, several lines at a time. */
export function commentBlocks(text: string, comments: readonly Remark[]): readonly Fold[] {
  const blocks: Span[] = [];
  for (const { span } of comments) {
    const last = blocks.at(-1);
    const isNext = last && /^[ \t]*\r?\n[ \t]*$/.test(text.slice(last.end, span.start));
    if (isNext) blocks[blocks.length - 1] = { ...last, end: span.end };
    else blocks.push(span);
  }
  return blocks
    .filter(({ start, end }) => text.slice(start, end).includes('\n'))
    .map((span) => ({ span, sort: 'comment' as const }));
}
