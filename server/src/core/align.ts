/**
 * Pairs the pieces of an edited text with those of the text before, so that unchanged parts keep their model
 * and their identity. Common head and tail are paired first; between them equal texts are paired in order,
 * and if as many pieces are left on both sides, the edited ones are paired by position.
 *
 * @returns for each new piece, the index of the old one and whether its text is the same.
 */
export function align(before: readonly string[], after: readonly string[]): (Pairing | undefined)[] {
  const result: (Pairing | undefined)[] = new Array(after.length).fill(undefined);
  let head = 0;
  while (head < before.length && head < after.length && before[head] === after[head]) {
    result[head] = { index: head, same: true };
    head++;
  }
  let tail = 0;
  const most = Math.min(before.length, after.length) - head;
  while (tail < most && before[before.length - 1 - tail] === after[after.length - 1 - tail]) {
    result[after.length - 1 - tail] = { index: before.length - 1 - tail, same: true };
    tail++;
  }
  const oldEnd = before.length - tail;
  const newEnd = after.length - tail;
  const byText = new Map<string, number[]>();
  for (let i = head; i < oldEnd; i++) {
    const known = byText.get(before[i]!);
    if (known) known.push(i);
    else byText.set(before[i]!, [i]);
  }
  const taken = new Set<number>();
  for (let i = head; i < newEnd; i++) {
    const index = byText.get(after[i]!)?.shift();
    if (index === undefined) continue;
    taken.add(index);
    result[i] = { index, same: true };
  }
  const oldLeft = range(head, oldEnd).filter((i) => !taken.has(i));
  const newLeft = range(head, newEnd).filter((i) => result[i] === undefined);
  if (oldLeft.length === newLeft.length)
    newLeft.forEach((i, n) => {
      result[i] = { index: oldLeft[n]!, same: false };
    });
  return result;
}

export interface Pairing {
  readonly index: number;
  readonly same: boolean;
}

function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i);
}
