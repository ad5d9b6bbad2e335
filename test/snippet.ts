export { expand } from '../client/src/snippetText';

/** The tab stops in the order the cursor visits them, the last one (`0`) last. */
export function stops(body: readonly string[]): string[] {
  const found = [...body.join('\n').matchAll(/(?<!\\)\$\{?(\d+)/g)].map((match) => match[1]!);
  return [...new Set(found)].sort((a, b) => Number(a === '0') - Number(b === '0') || Number(a) - Number(b));
}
