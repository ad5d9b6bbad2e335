// Edits as nobody would make them, the same in every run.

/** A text with one of the bits in some place, or with something gone. */
export function edited(text: string, bits: readonly string[], random: (limit: number) => number): string {
  const start = random(text.length + 1);
  const end = Math.min(text.length, start + (random(3) === 0 ? random(12) : 0));
  return text.slice(0, start) + (random(4) === 0 ? '' : bits[random(bits.length)]!) + text.slice(end);
}

/** Numbers below a limit, the same in every run. */
export function generator(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit;
  };
}
