import type { Span } from '../core/span';
import { lineStart } from './lines';
import type { YamlDocument, YamlNode, YamlScalar } from './node';

/** What an offset of a document lies in, the narrowest first: a value, its pair, the map, … the document. */
export function spansAround({ root, text, span, comments }: YamlDocument, offset: number): readonly Span[] {
  const whole = { ...span, end: span.start + text.trimEnd().length };
  const comment = comments.find((one) => covers(one.span, offset));
  if (!root || !covers(root.span, offset)) return comment ? [comment.span, whole] : [whole];
  const spans: Span[] = [whole];
  for (let at: YamlNode | undefined = root; at; ) {
    spans.push(wholeLines(text, at), at.span);
    if (at.type === 'scalar') spans.push(insideQuotes(at));
    at =
      at.type === 'map'
        ? intoMap(at.pairs, offset, spans)
        : at.type === 'seq'
          ? intoList(at, offset, spans)
          : undefined;
  }
  if (comment) spans.push(comment.span);
  return spans.toReversed();
}

function intoMap(
  pairs: Extract<YamlNode, { type: 'map' }>['pairs'],
  offset: number,
  spans: Span[],
): YamlNode | undefined {
  const pair = pairs.findLast((one) => covers(one.span, offset));
  if (!pair) return undefined;
  spans.push(pair.span);
  return covers(pair.key.span, offset) ? pair.key : covers(pair.value.span, offset) ? pair.value : undefined;
}

function intoList(
  { items, dashes, span }: Extract<YamlNode, { type: 'seq' }>,
  offset: number,
  spans: Span[],
): YamlNode | undefined {
  const index = items.findLastIndex((item, i) =>
    covers({ ...item.span, start: dashes[i] ?? item.span.start }, offset),
  );
  const item = items[index];
  if (!item) return undefined;
  spans.push({ ...span, start: dashes[index] ?? item.span.start, end: item.span.end });
  return covers(item.span, offset) ? item : undefined;
}

/** A block that begins on a line of its own, with the indentation of its first line. */
function wholeLines(text: string, { span, type }: YamlNode): Span {
  const start = lineStart(text, span.start);
  const isBlock = type !== 'scalar' && text.slice(start, span.start).trim() === '';
  return isBlock ? { ...span, start } : span;
}

function insideQuotes({ span, style }: YamlScalar): Span {
  const isQuoted = (style === 'single' || style === 'double') && span.end - span.start >= 2;
  return isQuoted ? { ...span, start: span.start + 1, end: span.end - 1 } : span;
}

function covers({ start, end }: Span, offset: number): boolean {
  return start <= offset && offset <= end;
}
