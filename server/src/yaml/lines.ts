/** Where lines begin, end and how far they are indented. Offsets are UTF-16 units of the given text. */

export function lineStart(text: string, offset: number): number {
  return offset <= 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1;
}

/** Before the line's `\n` or `\r\n`, or the text's end. */
export function lineEnd(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  if (end < 0) return text.length;
  return end > offset && text[end - 1] === '\r' ? end - 1 : end;
}

/** Behind the line's end; the text's length on the last line. */
export function nextLine(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  return end < 0 ? text.length : end + 1;
}

/** The number of spaces the line at `start` begins with. */
export function indentOf(text: string, start: number): number {
  let at = start;
  while (text[at] === ' ') at++;
  return at - start;
}

/** Nothing but white space from `start` to the line's end. */
export function isBlank(text: string, start: number): boolean {
  return text.slice(start, lineEnd(text, start)).trim() === '';
}

/** Where the line's content ends: before its comment, trailing spaces and line end. */
export function contentEnd(text: string, from: number): number {
  const line = text.slice(from, lineEnd(text, from));
  const comment = /(^|[ \t])#/.exec(line);
  return from + (comment ? line.slice(0, comment.index) : line).trimEnd().length;
}
