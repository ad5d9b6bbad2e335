import type { Span } from '../core/span';
import { pathOf } from './navigate';
import type { Path } from './node';
import type { Place } from './place';

export interface Target {
  readonly span: Span;
  /** Keys and indexes from the document's root. */
  readonly path: Path;
  readonly isKey: boolean;
}

/** The word that is pointed at; empty brackets are one. */
export function targetOf({ typed, path, role, pair, holder }: Place): Target {
  const isEmpty = holder?.flow && (holder.type === 'map' ? holder.pairs : holder.items).length === 0;
  if (typed.start === typed.end && isEmpty) return { span: holder.span, path: pathOf(holder), isKey: false };
  const isKey = role === 'key';
  return { span: typed, path: [...path, ...(isKey && pair ? [pair.name] : [])], isKey };
}
