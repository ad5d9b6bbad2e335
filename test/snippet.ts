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

/** The tab stops in the order the cursor visits them, the last one (`0`) last. */
export function stops(body: readonly string[]): string[] {
  const found = [...body.join('\n').matchAll(/(?<!\\)\$\{?(\d+)/g)].map((match) => match[1]!);
  return [...new Set(found)].sort((a, b) => Number(a === '0') - Number(b === '0') || Number(a) - Number(b));
}

const PLACEHOLDER = /(?<!\\)\$\{(\d+)(?::((?:\\.|[^}\\])*)|\|((?:\\.|[^|\\])*)\|)?\}/g;

function unescaped(text: string): string {
  return text.replace(/\\(.)/g, '$1');
}
