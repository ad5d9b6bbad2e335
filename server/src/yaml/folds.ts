import type { Span } from '../core/span';
import type { Fold } from '../core/view';
import { lineStart } from './lines';
import { walk } from './navigate';
import type { YamlComment, YamlDocument, YamlNode } from './node';

/** What can be folded away in a document: itself, maps, lists, block scalars and blocks of comments. */
export function foldsOf(document: YamlDocument): readonly Fold[] {
  const { root, text, comments, span } = document;
  const folds: Fold[] = commentBlocks(text, comments).map((block) => ({ span: block, comment: true }));
  if (!root || !isLong(text, root.span)) return folds;
  const marker = /^---/m.exec(text.slice(0, root.span.start));
  folds.push({ span: { ...span, start: marker ? marker.index : root.span.start, end: root.span.end } });
  for (const node of walk(root)) {
    const fold = foldOf(node);
    if (fold && isLong(text, fold)) folds.push({ span: fold });
  }
  return folds;
}

/** From the key or dash that holds a value to the value's end. */
function foldOf(node: YamlNode): Span | undefined {
  const { parent, span } = node;
  if (parent?.type === 'pair')
    return parent.value === node ? { ...span, start: parent.key.span.start } : undefined;
  if (parent?.type !== 'seq') return undefined;
  const dash = parent.dashes[parent.items.indexOf(node)];
  return { ...span, start: dash ?? span.start };
}

function isLong(text: string, { start, end }: Span): boolean {
  return text.slice(start, end).trimEnd().includes('\n');
}

/** Comment lines that follow one another directly. */
function commentBlocks(text: string, comments: readonly YamlComment[]): readonly Span[] {
  const blocks: Span[] = [];
  for (const { span, ownLine } of comments) {
    const last = blocks.at(-1);
    if (!ownLine) continue;
    const isNext =
      last &&
      text.slice(last.end, lineStart(text, span.start)).trim() === '' &&
      breaks(text, last.end, span.start) === 1;
    if (isNext) blocks[blocks.length - 1] = { ...last, end: span.end };
    else blocks.push(span);
  }
  return blocks.filter((block) => isLong(text, block));
}

function breaks(text: string, start: number, end: number): number {
  return text.slice(start, end).split('\n').length - 1;
}
