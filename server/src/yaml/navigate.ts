import type { Span } from '../core/span';
import type { Path, YamlMap, YamlNode, YamlPair, YamlScalar, YamlSeq } from './node';

/**
 * Ways through a document. All of them are total: what is not there, or is of another type, is `undefined` or
 * an empty list. Aliases are seen through, so that a found node may be written elsewhere in the document.
 */
export function get(node: YamlNode | undefined, ...path: Path): YamlNode | undefined {
  let at = resolve(node);
  for (const step of path) {
    if (typeof step === 'string') at = resolve(entry(at, step)?.value);
    else at = at?.type === 'seq' ? resolve(at.items[step]) : undefined;
    if (!at) return undefined;
  }
  return at;
}

/** The node an alias stands for; any other node is itself. */
export function resolve(node: YamlNode | undefined): YamlMap | YamlSeq | YamlScalar | undefined {
  return node?.type === 'alias' ? node.target : node;
}

/** The pair of a map that holds a key. */
export function entry(node: YamlNode | undefined, key: string): YamlPair | undefined {
  const map = resolve(node);
  return map?.type === 'map' ? map.entries.find(({ name }) => name === key) : undefined;
}

export function entriesOf(node: YamlNode | undefined): readonly YamlPair[] {
  const map = resolve(node);
  return map?.type === 'map' ? map.entries : [];
}

export function itemsOf(node: YamlNode | undefined): readonly (YamlMap | YamlSeq | YamlScalar)[] {
  const seq = resolve(node);
  return seq?.type === 'seq' ? seq.items.flatMap((item) => resolve(item) ?? []) : [];
}

export function asMap(node: YamlNode | undefined): YamlMap | undefined {
  const map = resolve(node);
  return map?.type === 'map' ? map : undefined;
}

export function asSeq(node: YamlNode | undefined): YamlSeq | undefined {
  const seq = resolve(node);
  return seq?.type === 'seq' ? seq : undefined;
}

export function asScalar(node: YamlNode | undefined): YamlScalar | undefined {
  const scalar = resolve(node);
  return scalar?.type === 'scalar' ? scalar : undefined;
}

/** A string as Kubernetes reads it; numbers, booleans and null are none. */
export function stringOf(node: YamlNode | undefined): string | undefined {
  const value = asScalar(node)?.value;
  return typeof value === 'string' ? value : undefined;
}

export function numberOf(node: YamlNode | undefined): number | undefined {
  const value = asScalar(node)?.value;
  return typeof value === 'number' ? value : undefined;
}

export function booleanOf(node: YamlNode | undefined): boolean | undefined {
  const value = asScalar(node)?.value;
  return typeof value === 'boolean' ? value : undefined;
}

/** Kubernetes treats a null like a key that is not there. */
export function isAbsent(node: YamlNode | undefined): boolean {
  const found = resolve(node);
  return !found || (found.type === 'scalar' && found.value === null && !found.templated);
}

/** The pair a node is the value of. */
export function pairOf(node: YamlNode): YamlPair | undefined {
  return node.parent?.type === 'pair' ? node.parent : undefined;
}

/** The key a node is the value of; for an item that of its list; for the root its first key. */
export function keySpan(node: YamlNode): Span {
  for (let at: YamlNode | undefined = node; at; at = at.parent?.type === 'seq' ? at.parent : undefined) {
    const pair = pairOf(at);
    if (pair) return pair.key.span;
  }
  return (node.type === 'map' && node.pairs[0]?.key.span) || node.span;
}

/** Keys and indexes from the root to a node (or to the value of a pair). */
export function pathOf(node: YamlNode | YamlPair): Path {
  const path: (string | number)[] = [];
  for (let at: YamlNode | YamlPair | undefined = node; at; ) {
    const parent: YamlMap | YamlPair | YamlSeq | undefined = at.parent;
    if (at.type === 'pair') path.push(at.name);
    else if (parent?.type === 'seq') path.push(parent.items.indexOf(at));
    at = parent;
  }
  return path.reverse();
}

/** A node and all nodes written in it, keys included, in the order of the text; aliases are not followed. */
export function* walk(node: YamlNode): Generator<YamlNode> {
  yield node;
  if (node.type === 'seq') for (const item of node.items) yield* walk(item);
  if (node.type !== 'map') return;
  for (const { key, value } of node.pairs) {
    yield* walk(key);
    yield* walk(value);
  }
}

/** The span of characters `start` to `end` of a scalar's text; all of it where escapes or folding hide where they are. */
export function spanWithin(scalar: YamlScalar, start: number, end: number): Span {
  const { span, style, text } = scalar;
  const quote = style === 'single' || style === 'double' ? 1 : 0;
  if (span.end - span.start - 2 * quote !== text.length || style === 'literal' || style === 'folded')
    return span;
  return { part: span.part, start: span.start + quote + start, end: span.start + quote + end };
}
