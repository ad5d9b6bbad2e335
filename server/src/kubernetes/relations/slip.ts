import { closest } from '../../core/closest';

/**
 * Two names that differ by a slip of the pen in one of their words. `web-a` and `web-b`, `v1` and `v2`, `order`
 * and `order-worker` are two things, not one misspelt.
 */
export function isSlip(a: string, b: string): boolean {
  const [left, right] = [a.split(/[-_.]/), b.split(/[-_.]/)];
  if (left.length !== right.length) return false;
  const pairs = left.map((word, i) => [word, right[i]!] as const).filter(([one, other]) => one !== other);
  const [[one, other] = ['', '']] = pairs;
  if (pairs.length !== 1 || one.length < 3 || other.length < 3) return pairs.length === 0;
  if (one.replace(/\d+/g, '') === other.replace(/\d+/g, '')) return one.toLowerCase() === other.toLowerCase();
  const isNear = closest(one, [other]) !== undefined && Math.abs(one.length - other.length) < 2;
  return isNear || one.startsWith(other) || other.startsWith(one);
}
