import type { Span } from '../core/span';
import { indentOf, lineEnd, lineStart } from './lines';
import { pathOf } from './navigate';
import type { Path, YamlDocument, YamlMap, YamlNode, YamlPair, YamlSeq } from './node';

/** What is, or would be, written at an offset of a document. */
export interface Place {
  /**
   * `key`: a key of the map at `path`. `value`: the node at `path` itself, which may become a map whose first
   * key is being typed. `item`: a new item (with its dash) of the list at `path`.
   */
  readonly role: 'key' | 'value' | 'item';
  readonly path: Path;
  /** The word under or before the cursor that this place holds; empty where nothing is typed yet. */
  readonly typed: Span;
  /** The pair whose key or value it is, where there is one. */
  readonly pair: YamlPair | undefined;
  /** The map that holds the key, or the map or list that holds the value. */
  readonly holder: YamlMap | YamlSeq | undefined;
}

/** Finds the place of an offset (UTF-16 units in the document); nothing inside comments and `---` lines. */
export function placeAt(document: YamlDocument, offset: number): Place | undefined {
  const { text, root, comments } = document;
  if (comments.some(({ span }) => span.start < offset && offset <= span.end)) return undefined;
  const line = lineStart(text, offset);
  if (/^(---|\.\.\.)/.test(text.slice(line, offset))) return undefined;
  const here: Span = { ...document.span, start: offset, end: offset };
  if (!root) return { role: 'value', path: [], typed: here, pair: undefined, holder: undefined };
  const { chain, touched } = descend(root, offset);
  if (touched) return touched;
  return inFlow(text, chain, here) ?? inBlock(text, chain, here);
}

type Link = YamlMap | YamlSeq | YamlPair;

/** Down to the scalar that touches the offset, or along the last entries that begin before it. */
function descend(root: YamlNode, offset: number): { chain: Link[]; touched: Place | undefined } {
  const chain: Link[] = [];
  let node: YamlNode | undefined = root;
  while (node) {
    if (node.type === 'scalar' || node.type === 'alias') {
      const touches = node.span.start <= offset && offset <= node.span.end && node.span.start < node.span.end;
      return { chain, touched: touches ? place('value', node, pathOf(node)) : undefined };
    }
    chain.push(node);
    if (node.flow && offset >= node.span.end) break;
    if (node.type === 'seq') {
      const { dashes }: YamlSeq = node;
      node = node.items.findLast(({ span }, i) => (dashes[i] ?? span.start - 1) < offset);
      continue;
    }
    const pair: YamlPair | undefined = node.pairs.findLast(({ span }) => span.start <= offset);
    if (!pair) break;
    if (offset <= pair.key.span.end) return { chain, touched: place('key', pair.key, pathOf(node), pair) };
    chain.push(pair);
    node = pair.value;
  }
  return { chain, touched: undefined };
}

function place(role: 'key' | 'value', node: YamlNode, path: Path, pair?: YamlPair): Place {
  const parent = node.parent;
  const holder = parent?.type === 'pair' ? parent.parent : parent;
  return {
    role,
    path,
    typed: node.span,
    pair: pair ?? (parent?.type === 'pair' ? parent : undefined),
    holder,
  };
}

/** Between the brackets of a flow map or list: the character before decides. */
function inFlow(text: string, chain: readonly Link[], here: Span): Place | undefined {
  const holder = chain.findLast((link) => link.type !== 'pair' && link.flow && link.span.start < here.start);
  if (!holder || holder.type === 'pair' || here.start >= holder.span.end) return undefined;
  const path = pathOf(holder);
  if (holder.type === 'seq') {
    const index = holder.items.filter(({ span }) => span.end < here.start).length;
    return { role: 'value', path: [...path, index], typed: here, pair: undefined, holder };
  }
  const pair = holder.pairs.findLast(({ span }) => span.start < here.start);
  const isValue = pair?.colon !== undefined && !text.slice(pair.colon, here.start).includes(',');
  if (isValue) return { role: 'value', path: pathOf(pair), typed: here, pair, holder };
  return { role: 'key', path, typed: here, pair: undefined, holder };
}

/** On a blank line, or behind a colon or dash: the column decides which of the open levels is meant. */
function inBlock(text: string, chain: readonly Link[], here: Span): Place | undefined {
  const offset = here.start;
  const line = lineStart(text, offset);
  const isBlankLine = text.slice(line, lineEnd(text, line)).trim() === '';
  const column = isBlankLine ? offset - line : indentOf(text, line);
  for (const link of chain.toReversed()) {
    if (link.type === 'pair') {
      if (!isOpen(link.value)) continue;
      const sameLine = link.colon !== undefined && link.colon >= line;
      if (sameLine || column > columnOf(text, link.span.start))
        return { role: 'value', path: pathOf(link), typed: here, pair: link, holder: link.parent };
    } else if (link.type === 'seq') {
      const dash = link.dashes.findLastIndex((at) => at < offset);
      const isOpenItem = dash >= 0 && isOpen(link.items[dash]) && link.dashes[dash]! >= line;
      if (isOpenItem) return value(link, dash, here);
      if (isBlankLine && column === columnOf(text, link.span.start))
        return { role: 'item', path: pathOf(link), typed: here, pair: undefined, holder: link };
    } else if (isBlankLine && (column >= columnOf(text, link.span.start) || link.parent === undefined))
      return { role: 'key', path: pathOf(link), typed: here, pair: undefined, holder: link };
  }
  return undefined;
}

function value(seq: YamlSeq, index: number, here: Span): Place {
  return { role: 'value', path: [...pathOf(seq), index], typed: here, pair: undefined, holder: seq };
}

/** Nothing is written yet. */
function isOpen(node: YamlNode | undefined): boolean {
  return node?.type === 'scalar' && node.span.start === node.span.end;
}

function columnOf(text: string, offset: number): number {
  return offset - lineStart(text, offset);
}
