import { once } from '../core/once';
import type { Span } from '../core/span';
import { commentBlocks, type Fold, regions } from '../core/view';
import type { YamlDocument, YamlNode } from './node';

/** What can be folded away in a document: itself, maps, lists, block scalars and blocks of comments. */
export const foldsOf = once((document: YamlDocument): readonly Fold[] => {
  const { root, text, comments, span } = document;
  const ownLines = comments.filter(({ ownLine }) => ownLine);
  const folds = [...commentBlocks(text, ownLines), ...regions(ownLines)];
  if (!root || !isLong(text, root.span)) return folds;
  const marker = /^---/m.exec(text.slice(0, root.span.start));
  folds.push({ span: { ...span, start: marker ? marker.index : root.span.start, end: root.span.end } });
  addFolds(text, root, folds);
  return folds;
});

/** Each value with its key, each item with its dash. */
function addFolds(text: string, node: YamlNode, folds: Fold[]): void {
  const add = (value: YamlNode, start: number) => {
    if (!isLong(text, { ...value.span, start })) return;
    folds.push({ span: { ...value.span, start } });
    addFolds(text, value, folds);
  };
  if (node.type === 'map') for (const { key, value } of node.pairs) add(value, key.span.start);
  else if (node.type === 'seq')
    for (const [i, item] of node.items.entries()) add(item, node.dashes[i] ?? item.span.start);
}

function isLong(text: string, { start, end }: Span): boolean {
  const next = text.indexOf('\n', start);
  return next >= 0 && next < end;
}
