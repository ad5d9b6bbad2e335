import type { Edit } from '../core/span';
import { lineEnd, lineStart, nextLine } from './lines';
import type { YamlDocument, YamlMap, YamlNode, YamlPair, YamlScalar, YamlSeq } from './node';
import type { JsonObject, JsonValue } from './value';
import { behindColon, inBlock, inFlow, inFlowPairs } from './write';

/**
 * Edits of a document by its nodes, for fixes. They touch nothing but what they change: comments, quotes and
 * order stay as written. Values are given as YAML text, already quoted where that is needed; further lines of a
 * value are indented as if its key stood in the first column.
 */

/** Another value in the place of a scalar, or of a value that is not written yet; quotes stay if it needs none new. */
export function replaceValue(node: YamlNode, value: string): Edit {
  const { span } = node;
  return { span, text: span.start === span.end && node.parent ? ` ${value}` : value };
}

/** The same quotes around another text, or none where it had none. */
export function replaceText(node: YamlScalar, text: string): Edit {
  if (node.style === 'double') return { span: node.span, text: JSON.stringify(text) };
  if (node.style === 'single') return { span: node.span, text: `'${text.replaceAll("'", "''")}'` };
  return replaceValue(node, text);
}

/**
 * Adds a pair to a map, or to the map a key holds or is to hold.
 *
 * @param after the key behind which it goes; the last one when left out or not there.
 */
export function addEntry(
  document: YamlDocument,
  holder: YamlMap | YamlPair,
  key: string,
  value: string,
  after?: string,
): Edit {
  const entry = `${key}:${value.startsWith('\n') ? '' : ' '}${value}`;
  const map = holder.type === 'map' ? holder : holder.value;
  if (map.type === 'map' && map.flow) return addToFlow(map, map.pairs, entry);
  const last =
    map.type === 'map' ? (map.pairs.findLast(({ name }) => name === after) ?? map.pairs.at(-1)) : undefined;
  if (last) return addLine(document, last.span.end, columnOf(document, last.span.start), entry);
  const pair = holder as YamlPair;
  const column = columnOf(document, pair.span.start) + indentUnit(document);
  return addLine(document, pair.span.end, column, entry);
}

/**
 * Adds pairs to a map in the style it has; what an empty one in block style holds goes below its key.
 *
 * @param after the key behind which they go; left out, plain values go before what takes several lines.
 */
export function writeEntries(
  document: YamlDocument,
  map: YamlMap,
  entries: JsonObject,
  after?: string,
): Edit {
  const holder = map.parent?.type === 'pair' ? map.parent : undefined;
  if (map.pairs.length === 0 && holder && !holder.parent.flow) return writeValue(document, holder, entries);
  if (map.flow) return addToFlow(map, map.pairs, inFlowPairs(entries));
  const [first] = map.pairs;
  const column = columnOf(document, first!.span.start);
  const text = inBlock(entries, ' '.repeat(indentUnit(document)));
  const isPlain = after === undefined && Object.values(entries).every((value) => typeof value !== 'object');
  const block = isPlain ? map.pairs.findIndex(({ value }) => isBlock(value)) : -1;
  if (block === 0) {
    const { start } = first!.span;
    return { span: { ...map.span, start, end: start }, text: indentedTo(document, column, `${text}\n`) };
  }
  const last = block > 0 ? map.pairs[block - 1] : map.pairs.findLast(({ name }) => name === after);
  return addLine(document, (last ?? map.pairs.at(-1)!).span.end, column, text);
}

function isBlock(node: YamlNode): boolean {
  return (node.type === 'map' || node.type === 'seq') && !node.flow;
}

/** Another value behind a key, or the first one. */
export function writeValue(document: YamlDocument, pair: YamlPair, value: JsonValue): Edit {
  const { span } = pair.value;
  const start = pair.key.span.end;
  // An anchor or a tag stays where it is.
  const isBare = /^[\s:]*$/.test(document.text.slice(start, span.start));
  if (pair.parent.flow || !isBare) return replaceValue(pair.value, inFlow(value));
  const text = behindColon(value, ' '.repeat(indentUnit(document)));
  const lines = indentedTo(document, columnOf(document, pair.span.start), text);
  return { span: { ...span, start }, text: `:${lines}` };
}

/** Adds an item behind the last one of a list. */
export function addItem(document: YamlDocument, seq: YamlSeq, item: string): Edit {
  if (seq.flow) return addToFlow(seq, seq.items, item);
  return addLine(document, seq.span.end, columnOf(document, seq.span.start), `- ${item}`);
}

/** Takes a pair away, and what holds nothing without it. */
export function removeEntry(document: YamlDocument, pair: YamlPair): Edit {
  const map = pair.parent;
  if (map.pairs.length === 1) return removeEmpty(document, map);
  return removeOne(document, map, map.pairs, map.pairs.indexOf(pair), pair.span.start);
}

/** Takes an item of a list away, and what holds nothing without it. */
export function removeItem(document: YamlDocument, seq: YamlSeq, index: number): Edit {
  if (seq.items.length === 1) return removeEmpty(document, seq);
  return removeOne(document, seq, seq.items, index, seq.dashes[index] ?? seq.items[index]!.span.start);
}

/** How far the document indents: its smallest step, 2 where there is none. */
export function indentUnit({ text }: YamlDocument): number {
  const steps = [...text.matchAll(/^ +(?=[^\s#])/gm)].map(([spaces]) => spaces.length);
  return steps.length > 0 ? Math.min(...steps.slice(0, 50)) : 2;
}

function addLine(document: YamlDocument, behind: number, column: number, entry: string): Edit {
  const end = lineEnd(document.text, behind);
  const text = indentedTo(document, column, `\n${entry}`);
  return { span: { ...document.span, start: end, end }, text };
}

function indentedTo({ text }: YamlDocument, column: number, lines: string): string {
  return lines.replaceAll('\n', `${text.includes('\r\n') ? '\r\n' : '\n'}${' '.repeat(column)}`);
}

function addToFlow(
  node: YamlMap | YamlSeq,
  entries: readonly { readonly span: Edit['span'] }[],
  entry: string,
): Edit {
  const last = entries.at(-1);
  const at = last ? last.span.end : node.span.start + 1;
  return { span: { ...node.span, start: at, end: at }, text: last ? `, ${entry}` : entry };
}

/** A collection that would be empty goes with its key; an item or the root becomes an empty collection. */
function removeEmpty(document: YamlDocument, node: YamlMap | YamlSeq): Edit {
  if (node.parent?.type === 'pair') return removeEntry(document, node.parent);
  if (node.parent) return removeItem(document, node.parent, node.parent.items.indexOf(node));
  return { span: node.span, text: node.type === 'map' ? '{}' : '[]' };
}

function removeOne(
  { text, span }: YamlDocument,
  node: YamlMap | YamlSeq,
  entries: readonly { readonly span: Edit['span'] }[],
  index: number,
  start: number,
): Edit {
  const next = entries[index + 1];
  const { end } = entries[index]!.span;
  const cut = (from: number, to: number): Edit => ({ span: { ...span, start: from, end: to }, text: '' });
  if (node.flow) return next ? cut(start, next.span.start) : cut(entries[index - 1]!.span.end, end);
  const line = lineStart(text, start);
  // The first pair of a list item shares its line with the dash.
  if (text.slice(line, start).trim() !== '' && next) return cut(start, next.span.start);
  const behind = nextLine(text, end);
  const isLast = behind === text.length && !text.endsWith('\n');
  return isLast ? cut(lineEnd(text, Math.max(0, line - 1)), behind) : cut(line, behind);
}

function columnOf({ text }: YamlDocument, offset: number): number {
  return offset - lineStart(text, offset);
}
