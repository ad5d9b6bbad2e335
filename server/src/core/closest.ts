/**
 * The known word someone probably meant; undefined when none is near. Case does not matter.
 * @param most how many letters it may differ by at most, however long it is.
 */
export function closest(written: string, known: Iterable<string>, most = Infinity): string | undefined {
  const lower = written.toLowerCase();
  let best: string | undefined;
  // Some letter has to be the same.
  let least = Math.min(most + 1, Math.max(1, Math.floor(written.length / 3)) + 1, written.length);
  for (const word of known) {
    // A bare name is compared with the bare part of a full one.
    const bare = lower.includes('/') ? word : word.slice(word.lastIndexOf('/') + 1);
    if (Math.abs(bare.length - lower.length) >= least) continue;
    const steps = distance(lower, bare.toLowerCase());
    if (steps < least) [best, least] = [word, steps];
  }
  return best;
}

/** How many letters must be put in, taken out, replaced or swapped to get from one word to the other. */
function distance(a: string, b: string): number {
  let before: number[] = [];
  let above = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      row[j] = Math.min(above[j]! + 1, row[j - 1]! + 1, above[j - 1]! + (same ? 0 : 1));
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (swapped) row[j] = Math.min(row[j]!, before[j - 2]! + 1);
    }
    [before, above] = [above, row];
  }
  return above[b.length]!;
}
