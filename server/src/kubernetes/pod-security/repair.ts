import type { Edit } from '../../core/span';
import {
  addEntry,
  addItem,
  indentUnit,
  removeEntry,
  removeItem,
  replaceText,
  replaceValue,
} from '../../yaml/edit';
import { asMap, entry } from '../../yaml/navigate';
import type { YamlDocument, YamlMap, YamlPair, YamlScalar, YamlSeq } from '../../yaml/node';

/**
 * A change as data, so that several of one pod can be made together: two fields of a `securityContext` that is not
 * there are one new `securityContext`.
 */
export type Repair =
  | {
      readonly kind: 'set';
      readonly holder: YamlMap;
      readonly path: readonly string[];
      readonly value: string | readonly string[];
    }
  | { readonly kind: 'replace'; readonly node: YamlScalar; readonly text: string }
  | { readonly kind: 'add'; readonly seq: YamlSeq; readonly item: string }
  | { readonly kind: 'remove'; readonly pair: YamlPair }
  | { readonly kind: 'remove-item'; readonly seq: YamlSeq; readonly index: number };

/** New keys by name: a value, a list, or keys again. */
interface Tree extends Map<string, Value> {}
type Value = string | readonly string[] | Tree;

/** The edits that make all changes at once; none of them overlaps another. */
export function editsOf(document: YamlDocument, repairs: readonly Repair[]): readonly Edit[] {
  const additions = new Map<YamlMap | YamlPair, Tree>();
  const edits: Edit[] = [];
  for (const repair of new Set(repairs)) {
    if (repair.kind === 'set') edits.push(...plan(repair, additions));
    if (repair.kind === 'replace') edits.push(replaceText(repair.node, repair.text));
    if (repair.kind === 'add') edits.push(addItem(document, repair.seq, repair.item));
  }
  const removed = removals(repairs, additions);
  for (const [holder, tree] of additions) edits.push(add(document, holder, tree, removed));
  for (const part of removed)
    edits.push(
      'pair' in part ? removeEntry(document, part.pair) : removeItem(document, part.seq, part.index),
    );
  return join(edits);
}

/** Puts what is to be written where its path ends so far; a value that is there is another value at once. */
function plan(
  { holder, path, value }: Repair & { kind: 'set' },
  additions: Map<YamlMap | YamlPair, Tree>,
): Edit[] {
  let at: YamlMap | YamlPair = holder;
  let rest = path;
  for (const [i, key] of path.entries()) {
    const pair: YamlPair | undefined = at.type === 'map' ? entry(at, key) : undefined;
    if (!pair) break;
    rest = path.slice(i + 1);
    const inner = asMap(pair.value);
    at = inner && inner.pairs.length > 0 ? inner : pair;
  }
  if (at.type === 'pair' && rest.length === 0) return [replaceValue(at.value, flow(value))];
  let tree = additions.get(at) ?? new Map();
  additions.set(at, tree);
  for (const key of rest.slice(0, -1)) {
    const inner: Tree = (tree.get(key) as Tree | undefined) ?? new Map();
    tree.set(key, inner);
    tree = inner;
  }
  tree.set(rest.at(-1)!, value);
  return [];
}

type Removal = { readonly pair: YamlPair } | { readonly seq: YamlSeq; readonly index: number };

/** What is left empty goes too, unless something new comes into it. */
function removals(
  repairs: readonly Repair[],
  additions: ReadonlyMap<YamlMap | YamlPair, Tree>,
): Set<Removal> {
  const pairs = new Set(repairs.flatMap((one) => (one.kind === 'remove' ? one.pair : [])));
  const items = new Map<YamlSeq, Set<number>>();
  for (const one of repairs)
    if (one.kind === 'remove-item') items.set(one.seq, (items.get(one.seq) ?? new Set()).add(one.index));
  for (const [seq, indexes] of items) {
    if (indexes.size < seq.items.length || seq.parent?.type !== 'pair') continue;
    pairs.add(seq.parent);
    items.delete(seq);
  }
  for (const pair of pairs) {
    const map = pair.parent;
    if (map.pairs.length < 2 || additions.has(map) || !map.pairs.every((one) => pairs.has(one))) continue;
    if (map.parent?.type !== 'pair') continue;
    for (const one of map.pairs) pairs.delete(one);
    pairs.add(map.parent);
  }
  return new Set([
    ...[...pairs].map((pair) => ({ pair })),
    ...[...items].flatMap(([seq, indexes]) => [...indexes].map((index) => ({ seq, index }))),
  ]);
}

/** One edit for all that comes into a map; it takes the place of what goes from there. */
function add(document: YamlDocument, holder: YamlMap | YamlPair, tree: Tree, removed: Set<Removal>): Edit {
  const map = holder.type === 'map' ? holder : asMap(holder.value);
  const isFlow = map?.flow === true;
  const gone = [...removed].find((one) => 'pair' in one && one.pair.parent === holder);
  if (gone && 'pair' in gone) {
    removed.delete(gone);
    const { span } = gone.pair;
    return { span, text: isFlow ? inFlow(tree) : indented(document, inBlock(document, tree), span.start) };
  }
  if (holder.type === 'pair' && !map && holder.value.span.start < holder.value.span.end)
    return { span: holder.value.span, text: `{ ${inFlow(tree)} }` };
  const first = map?.pairs[0];
  if (map && first && !isFlow && isContainers(first)) return addAbove(document, first, tree);
  const [[key, value], ...others] = [...tree] as [[string, Value]];
  const rest: Tree = new Map(others);
  const more = rest.size === 0 ? '' : isFlow ? `, ${inFlow(rest)}` : `\n${inBlock(document, rest)}`;
  const text = isFlow ? flow(value) : block(document, value);
  return addEntry(
    document,
    holder,
    key,
    text + more,
    map?.pairs[map.pairs.findIndex(isContainers) - 1]?.name,
  );
}

/** A pod's `securityContext` is read before its containers. */
function isContainers({ name }: YamlPair): boolean {
  return name === 'containers' || name === 'initContainers';
}

function addAbove(document: YamlDocument, { span }: YamlPair, tree: Tree): Edit {
  const text = indented(document, `${inBlock(document, tree)}\n`, span.start);
  return { span: { ...span, end: span.start }, text };
}

/** Lines as they stand where the first of them begins at an offset. */
function indented({ text }: YamlDocument, lines: string, start: number): string {
  const column = start - text.lastIndexOf('\n', start - 1) - 1;
  return lines.replaceAll('\n', `${text.includes('\r\n') ? '\r\n' : '\n'}${' '.repeat(column)}`);
}

function block(document: YamlDocument, value: Value): string {
  if (typeof value === 'string') return value;
  const unit = ' '.repeat(indentUnit(document));
  const lines =
    value instanceof Map
      ? inBlock(document, value)
      : (value as readonly string[]).map((one) => `- ${one}`).join('\n');
  return `\n${lines}`.replaceAll('\n', `\n${unit}`);
}

function inBlock(document: YamlDocument, tree: Tree): string {
  return [...tree]
    .map(([key, value]) => `${key}:${typeof value === 'string' ? ' ' : ''}${block(document, value)}`)
    .join('\n');
}

function flow(value: Value): string {
  if (typeof value === 'string') return value;
  return value instanceof Map ? `{ ${inFlow(value)} }` : `[${(value as readonly string[]).join(', ')}]`;
}

function inFlow(tree: Tree): string {
  return [...tree].map(([key, value]) => `${key}: ${flow(value)}`).join(', ');
}

/** New lines behind the same line are one edit: the deeper ones belong to what stands above them. */
function join(edits: readonly Edit[]): readonly Edit[] {
  const joined = new Map<string, Edit[]>();
  for (const edit of edits) {
    const key = `${edit.span.start} ${edit.span.end}`;
    const known = joined.get(key);
    if (known) known.push(edit);
    else joined.set(key, [edit]);
  }
  return [...joined.values()].map((same) => ({
    span: same[0]!.span,
    text: [...new Set(same.map(({ text }) => text))].sort((a, b) => depth(b) - depth(a)).join(''),
  }));
}

function depth(text: string): number {
  return /^\r?\n( *)/.exec(text)?.[1]?.length ?? 0;
}
