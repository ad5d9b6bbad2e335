import type { Edit, Span } from '../core/span';
import { asScalar } from './navigate';
import type { ScalarStyle, YamlNode, YamlScalar } from './node';
import { typeScalar } from './scalar';
import { plainText } from './write';

/** A scalar as plain data: what it says, where, and how it is quoted, so that another file can write it anew. */
export interface Word {
  readonly text: string;
  /** With its quotes. */
  readonly span: Span;
  readonly style: ScalarStyle;
}

/** A scalar's word; nothing where it is empty, or where a template writes it. */
export function wordOf(node: YamlNode | undefined): Word | undefined {
  const scalar = asScalar(node);
  return scalar && isSaid(scalar) ? { text: scalar.text, span: scalar.span, style: scalar.style } : undefined;
}

function isSaid({ text, value, templated }: YamlScalar): boolean {
  return text !== '' && value !== null && !templated;
}

/** What stands between the quotes. */
export function contentOf({ span, style }: Word): Span {
  const quote = style === 'single' || style === 'double' ? 1 : 0;
  return { ...span, start: span.start + quote, end: span.end - quote };
}

/** Another text in its place, with the same quotes; a plain one that would stop being a text gets some. */
export function rewrite({ span, style, text }: Word, next: string): Edit {
  if (style === 'double') return { span, text: JSON.stringify(next) };
  if (style === 'single') return { span, text: `'${next.replaceAll("'", "''")}'` };
  const wasText = typeof typeScalar(text, 'plain', undefined) === 'string';
  return { span, text: wasText ? plainText(next) : next };
}
