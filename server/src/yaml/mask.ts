import type { Range } from '../core/span';
import { lineEnd, lineStart } from './lines';

/** A piece of another language inside YAML: Helm and Go `{{ … }}`, Jinja `{% … %}`. */
export interface Mask extends Range {
  /** It fills its line: a directive (`{{- if … }}`) or a block of generated lines, not a value. */
  readonly line: boolean;
}

export interface Masked {
  readonly text: string;
  readonly masks: readonly Mask[];
}

/**
 * Replaces templates by text of the same length that YAML can read: a value becomes a word, a line that holds
 * nothing else a comment. The masks are in order and tell which nodes nothing is known of. A template that is
 * not closed reaches to the end of its line.
 *
 * @param content where templates are left alone.
 */
export function maskTemplates(text: string, content: readonly Range[] = []): Masked {
  if (!text.includes('{{') && !text.includes('{%')) return { text, masks: [] };
  const found = findTemplates(text).filter((range) => !isInside(range, content));
  const rest = blank(text, found);
  const masks = found.map((range) => ({ ...range, line: fillsLine(rest, range) }));
  let masked = '';
  let from = 0;
  for (const { start, end, line } of masks) {
    masked += text.slice(from, start) + cover(text.slice(start, end), line);
    from = end;
  }
  return { text: masked + text.slice(from), masks };
}

function findTemplates(text: string): Range[] {
  const found: Range[] = [];
  const open = /\{[{%]/g;
  for (let match = open.exec(text); match; match = open.exec(text)) {
    const end = templateEnd(text, match.index);
    found.push({ start: match.index, end });
    open.lastIndex = end;
  }
  return found;
}

/** Behind the closing braces; Go's string literals and comments may hold braces of their own. */
function templateEnd(text: string, start: number): number {
  const close = text[start + 1] === '%' ? '%}' : '}}';
  const inside = /\/\*[\s\S]*?\*\/|"(?:[^"\\\n]|\\.)*"|`[^`]*`|\}\}|%\}|\{[{%]/g;
  inside.lastIndex = start + 2;
  for (let match = inside.exec(text); match; match = inside.exec(text)) {
    if (match[0] === close) return inside.lastIndex;
    if (match[0][0] === '{') break;
  }
  return lineEnd(text, start);
}

/** @param rest the text without its templates. */
function fillsLine(rest: string, mask: Range): boolean {
  return /^\s*(#.*)?$/.test(rest.slice(lineStart(rest, mask.start), lineEnd(rest, mask.end)));
}

function blank(text: string, ranges: readonly Range[]): string {
  let blanked = '';
  let from = 0;
  for (const { start, end } of ranges) {
    blanked += text.slice(from, start) + text.slice(start, end).replace(/[^\r\n]/g, ' ');
    from = end;
  }
  return blanked + text.slice(from);
}

function cover(template: string, line: boolean): string {
  if (line) return `#${template.slice(1).replace(/[^\r\n]/g, ' ')}`;
  const firstBreak = template.search(/[\r\n]/);
  if (firstBreak < 0) return 'x'.repeat(template.length);
  return 'x'.repeat(firstBreak) + template.slice(firstBreak).replace(/[^\r\n]/g, ' ');
}

/** The first mask that ends behind `offset`; masks are in order. */
export function maskBehind(masks: readonly Mask[], offset: number): Mask | undefined {
  let low = 0;
  let high = masks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (masks[middle]!.end > offset) high = middle;
    else low = middle + 1;
  }
  return masks[low];
}

export function isInside(range: Range, ranges: readonly Range[]): boolean {
  return ranges.some(({ start, end }) => start < range.start && range.end <= end);
}
