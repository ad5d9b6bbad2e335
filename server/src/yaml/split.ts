import type { Range } from '../core/span';

/**
 * Cuts a text into YAML documents. The ranges tile the text: a document begins with its `---` line, or behind
 * the `...` line that ended the one before; comments, blank lines and `%` directives at the head belong to the
 * first document behind them. A `---` at the start of a line always cuts, also inside scalars, as YAML says.
 *
 * Source: https://yaml.org/spec/1.2.2/#9-document-stream-productions
 */
export function splitDocuments(text: string): Range[] {
  const starts = [0];
  const marker = /(?:^|\n)(?:---|\.\.\.)(?=[ \t\r\n]|$)/g;
  while (marker.test(text)) {
    const at = marker.lastIndex - 3;
    const begun = starts[starts.length - 1]!;
    if (text[at] === '-') {
      if (at > begun && !isHead(text, begun, at)) starts.push(at);
    } else {
      const behind = text.indexOf('\n', at) + 1;
      if (behind > 0 && behind < text.length && !endsStream(text, behind)) starts.push(behind);
    }
  }
  return starts.map((start, i) => ({ start, end: starts[i + 1] ?? text.length }));
}

/**
 * Blank lines, comments and directives only, and no `---` yet: what follows belongs to the same document.
 * A byte order mark counts as white space.
 */
function isHead(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; ) {
    const next = text.indexOf('\n', at) + 1 || text.length;
    const line = text.slice(at, next).trimStart();
    if (line !== '' && line[0] !== '#' && text[at] !== '%') return false;
    at = next;
  }
  return true;
}

/** Behind a `...`: nothing but blank lines and comments up to the end, which need no document of their own. */
function endsStream(text: string, start: number): boolean {
  const rest = /(?:[ \t]*(?:#[^\n]*)?\r?\n)*[ \t]*(?:#[^\n]*)?$/y;
  rest.lastIndex = start;
  return rest.test(text);
}
