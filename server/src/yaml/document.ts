import type { PartId, Range, Span } from '../core/span';
import { type Built, build } from './build';
import type { Fault } from './fault';
import { lineEnd, lineStart } from './lines';
import { isInside, type Mask, maskTemplates } from './mask';
import type { YamlComment, YamlDocument } from './node';
import { type Read, readTolerantly } from './repair';

/**
 * Reads one YAML document: templates are masked, faults repaired as far as they can be, and the tree is built
 * with spans of the text as written. Total: any text gives a document.
 */
export function readDocument(text: string, part: PartId): YamlDocument {
  const first = attempt(text, part, []);
  // Only a tree knows what is inside a block scalar; there templates are content, as in a ConfigMap.
  const hasContent = first.masks.some((mask) => isInside(mask, first.built.blocks));
  const { read, masks, built, comments, templated } = hasContent
    ? attempt(text, part, first.built.blocks)
    : first;
  const span = (start: number, end: number): Span => ({ part, start, end });
  return {
    text,
    root: built.root,
    faults: inOrder([
      ...streamFaults(text, part, masks),
      ...read.flaws.map(({ code, start, end }) => ({ code, span: span(start, end) })),
      // What a broken text seems to have as keys is a consequence.
      ...built.faults.filter(
        ({ code }) => read.flaws.length === 0 || !/key$/.test(code) || code === 'duplicate-key',
      ),
    ]),
    comments,
    templated,
    span: span(0, text.length),
  };
}

interface Attempt {
  readonly read: Read;
  readonly masks: readonly Mask[];
  readonly built: Built;
  readonly comments: readonly YamlComment[];
  readonly templated: boolean;
}

/** @param content where templates are left as they are. */
function attempt(text: string, part: PartId, content: readonly Range[]): Attempt {
  const { text: masked, masks } = maskTemplates(text, content);
  const read = readTolerantly(masked);
  const { parsed, toSource } = read;
  const comments = readComments(text, part, read, masks);
  const quiet = comments.map(rangeOf);
  const templated = masks.some((mask) => !isInside(mask, quiet));
  const built = build(parsed.root, { part, source: text, masks, templated, toSource });
  return { read, masks, built, comments, templated };
}

function readComments(
  text: string,
  part: PartId,
  { parsed, toSource }: Read,
  masks: readonly Mask[],
): readonly YamlComment[] {
  const comments: YamlComment[] = [];
  for (const comment of parsed.comments) {
    const start = toSource(comment.start);
    if (text[start] !== '#' || masks.some((mask) => mask.start === start)) continue;
    const end = lineEnd(text, start);
    comments.push({
      span: { part, start, end },
      text: text.slice(start + 1, end).trim(),
      ownLine: text.slice(lineStart(text, start), start).trim() === '',
    });
  }
  return comments;
}

/**
 * What YAML allows and kubectl does not, which cuts at every line that begins with `---` before it reads YAML:
 * anything but a comment on that line, and directives, which are cut off from their document.
 * Source: https://github.com/kubernetes/apimachinery/blob/v0.35.0/pkg/util/yaml/decoder.go (YAMLReader)
 */
function streamFaults(text: string, part: PartId, masks: readonly Mask[]): Fault[] {
  const faults: Fault[] = [];
  const add = (code: Fault['code'], end: number, length: number) => {
    const start = end - length;
    if (!masks.some((mask) => mask.start < end && mask.end > start))
      faults.push({ code, span: { part, start, end } });
  };
  const directive = /^(?:\uFEFF|[ \t]*(?:#.*)?\r?\n)*(%.*)/.exec(text);
  if (directive) add('directive', directive[0].trimEnd().length, directive[1]!.trimEnd().length);
  const separator = /(?:^|\n)---[ \t]*([^\s#].*)/.exec(text);
  if (separator)
    add('separator', separator.index + separator[0].trimEnd().length, separator[1]!.trimEnd().length);
  return faults;
}

function inOrder(faults: readonly Fault[]): readonly Fault[] {
  return faults.length < 2 ? faults : faults.toSorted((a, b) => a.span.start - b.span.start);
}

function rangeOf({ span }: YamlComment): Range {
  return span;
}
