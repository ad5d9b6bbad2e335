import { readIgnore, writeIgnore } from '../core/directive';
import type { Suppression } from '../core/language';
import { once } from '../core/once';
import type { Edit, PartId, Span } from '../core/span';
import { lineEnd, lineStart, nextLine } from './lines';
import type { YamlComment, YamlDocument, YamlNode, YamlPair } from './node';

/** What our own comments in a document silence. */
export const ignoredIn = once((document: YamlDocument): readonly Suppression[] =>
  document.comments.flatMap((comment) => [...fromComment(document, comment)]),
);

/** Above a node: that node and all below it; before the first key: the document; `ignore-file`: the file. */
function* fromComment(document: YamlDocument, comment: YamlComment): Iterable<Suppression> {
  const ignore = readIgnore(wordsOf(document, comment));
  if (!ignore) return;
  const { names, scope } = ignore;
  if (scope === 'file') yield { names };
  else yield { names, span: silencedBy(document, comment) };
}

function silencedBy(document: YamlDocument, { span, ownLine }: YamlComment): Span {
  const { root, text } = document;
  if (!root || span.start < root.span.start) return document.span;
  const entry = ownLine
    ? firstEntry(root, span.end)
    : lastEntry(root, lineStart(text, span.start), span.start);
  return entry ? wholeLines(document, entry) : { ...span, end: span.start };
}

/** The outermost entry that begins behind an offset. */
function firstEntry(node: YamlNode, offset: number): Span | undefined {
  for (const { span, value } of entriesIn(node)) {
    if (span.start >= offset) return span;
    if (span.end > offset) return firstEntry(value, offset);
  }
  return undefined;
}

/** The outermost entry that begins on a line: a comment behind it means it and what is nested in it. */
function lastEntry(node: YamlNode, from: number, to: number): Span | undefined {
  for (const { span, value } of entriesIn(node)) {
    if (span.start >= from && span.start < to) return span;
    if (span.start < from && span.end > from) return lastEntry(value, from, to);
  }
  return undefined;
}

/** The pairs of a map or the items of a list, dashes included. */
function entriesIn(node: YamlNode): readonly { readonly span: Span; readonly value: YamlNode }[] {
  if (node.type === 'map') return node.pairs;
  if (node.type !== 'seq') return [];
  return node.items.map((value, i) => {
    const start = node.dashes[i] ?? value.span.start;
    return { span: { ...value.span, start }, value };
  });
}

function wholeLines({ text }: YamlDocument, { part, start, end }: Span): Span {
  return { part, start, end: Math.max(end, lineEnd(text, end)) };
}

/**
 * The edit that silences one name for the node at a span: an own comment that already stands above it gets one
 * name more, else one is written above the line on which the node's entry begins.
 */
export function ignoreAt(document: YamlDocument, span: Span, name: string): readonly Edit[] {
  const { text, root } = document;
  const { part } = span;
  const line = lineStart(text, blockStart(document, span.start));
  const known = root && ignoreAbove(document, line);
  if (known !== undefined) return [{ span: { part, start: known, end: known }, text: `,${name}` }];
  const indent = /^ */.exec(text.slice(line))![0];
  // What stands before the `---` belongs to the document above.
  const above = /^---(\s|$)/.test(text.slice(line, line + 4)) ? nextLine(text, line) : line;
  const breaks = text.includes('\r\n') ? '\r\n' : '\n';
  return [{ span: at(part, above), text: `${indent}${writeIgnore('next', name)}${breaks}` }];
}

function at(part: PartId, offset: number): Span {
  return { part, start: offset, end: offset };
}

/** A comment cannot stand inside a flow collection or block scalar that began on an earlier line. */
function blockStart({ root }: YamlDocument, offset: number): number {
  let start = offset;
  for (let node: YamlNode | undefined = root; node; ) {
    if (node.type === 'scalar' || node.type === 'alias' || node.flow) return Math.min(start, node.span.start);
    const inner: { span: Span; value: YamlNode } | undefined = entriesIn(node).find(
      ({ span }) => span.start <= offset && offset <= span.end,
    );
    if (!inner) return start;
    start = inner.span.start;
    if (isKey(node, inner.value, offset)) return start;
    node = inner.value;
  }
  return start;
}

function isKey(node: YamlNode, value: YamlNode, offset: number): boolean {
  const pair: YamlPair | undefined =
    node.type === 'map' ? node.pairs.find((own) => own.value === value) : undefined;
  return pair !== undefined && offset <= pair.key.span.end;
}

/** Behind the names of an own comment on the lines directly above. */
function ignoreAbove(document: YamlDocument, line: number): number | undefined {
  for (let from = line; from > 0; ) {
    from = lineStart(document.text, from - 1);
    const comment = document.comments.find(
      ({ span, ownLine }) => ownLine && lineStart(document.text, span.start) === from,
    );
    if (!comment) return undefined;
    const ignore = readIgnore(wordsOf(document, comment));
    if (ignore?.scope === 'next') return comment.span.start + 1 + ignore.namesEnd;
  }
  return undefined;
}

function wordsOf({ text }: YamlDocument, { span }: YamlComment): string {
  return text.slice(span.start + 1, span.end);
}
