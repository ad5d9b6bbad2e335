import { Joined } from '../core/joined';
import type { Range } from '../core/span';
import type { YamlScalar } from './node';

/**
 * A scalar's text with the places its characters were written at, in UTF-16 units of the document. Exact for text
 * without escapes and folds; elsewhere what is found in it stands where the scalar does.
 * @param source the document's text
 */
export function written(scalar: YamlScalar, source: string): Pick<Joined, 'text' | 'range'> {
  const { span, style, text } = scalar;
  const quote = style === 'single' || style === 'double' ? 1 : 0;
  const slices =
    style === 'literal' ? linesOf(source, span) : [{ start: span.start + quote, end: span.end - quote }];
  const exact = new Joined(source, slices);
  if (exact.text.trimEnd() === text.trimEnd()) return exact;
  return { text, range: () => ({ start: span.start, end: span.end }) };
}

/** The lines of a literal block without what indents them, line ends included. */
function linesOf(source: string, { start, end }: Range): readonly Range[] {
  const header = source.indexOf('\n', start) + 1;
  if (header === 0 || header > end) return [];
  const body = source.slice(header, end);
  const [, digit] = /[|>][-+]?(\d)/.exec(source.slice(start, header)) ?? [];
  const indent = digit === undefined ? (/^ +(?=\S)/m.exec(body)?.[0].length ?? 0) : undefined;
  if (indent === undefined) return [];
  const lines: Range[] = [];
  for (let at = header; at < end; ) {
    const next = Math.min(end, source.indexOf('\n', at) + 1 || end);
    const blank = /^ */.exec(source.slice(at, next))![0].length;
    const start = at + Math.min(indent, blank);
    // A line end is one character to whoever reads the text.
    if (source.startsWith('\r\n', next - 2))
      lines.push({ start, end: next - 2 }, { start: next - 1, end: next });
    else lines.push({ start, end: next });
    at = next;
  }
  return lines;
}
