/** What is put into a text, with its line ends: rules write `\n`. */
export function withLineEndsOf(around: string, text: string): string {
  return text.includes('\n') && around.includes('\r\n') ? text.replace(/\r?\n/g, '\r\n') : text;
}
