/**
 * What VS Code inserts when every placeholder is left as it is. Reads what our snippets use of its syntax: tab stops,
 * placeholders without nesting, choices and escapes. Anything else stands out as a `$` in the text.
 */
export function expand(body: readonly string[]): string {
  const values = new Map<string, string>();
  const text = body.join('\n');
  for (const [, stop = '', value, choices] of text.matchAll(PLACEHOLDER))
    if (!values.has(stop)) values.set(stop, unescaped(value ?? choices?.split(',')[0] ?? ''));
  return text
    .replace(PLACEHOLDER, (_, stop: string) => values.get(stop) ?? '')
    .replace(/(?<!\\)\$(\d+)/g, (_, stop: string) => values.get(stop) ?? '')
    .replace(/\\([$}\\])/g, '$1');
}

/** Whether two texts are one but for their indentation and line ends, which an editor adapts. */
export function sameText(a: string, b: string): boolean {
  return bare(a) === bare(b);
}

function bare(text: string): string {
  return text.replace(/[ \t]*\r?\n[ \t]*/g, '\n').trim();
}

const PLACEHOLDER = /(?<!\\)\$\{(\d+)(?::((?:\\.|[^}\\])*)|\|((?:\\.|[^|\\])*)\|)?\}/g;

function unescaped(text: string): string {
  return text.replace(/\\(.)/g, '$1');
}
