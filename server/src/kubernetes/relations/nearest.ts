import { parentOf } from '../../core/address';
import { type Span, uriOf } from '../../core/span';

/**
 * Of things of one name in several folders, those that lie nearest to a document: a workspace of examples has many a
 * `web`, each with a world of its own around it.
 */
export function nearest<T extends { readonly span: Span }>(things: readonly T[], uri: string): readonly T[] {
  if (things.length < 2) return things;
  const ranked = things.map((thing) => ({ thing, shared: sharedWay(uriOf(thing.span.part), uri) }));
  const most = Math.max(...ranked.map(({ shared }) => shared));
  return ranked.flatMap(({ thing, shared }) => (shared === most ? [thing] : []));
}

export function sameFolder(a: string, b: string): boolean {
  return a === b || (parentOf(a) !== undefined && parentOf(a) === parentOf(b));
}

/**
 * Whether two documents are likely to be applied together: `svc/` and `deploy/` of one project are, two examples at
 * different ends of a repository are not.
 */
export function isNeighbour(a: string, b: string): boolean {
  const [left, right] = [a.split('/'), b.split('/')];
  const at = left.findIndex((step, i) => step !== right[i]);
  return at < 0 || Math.max(left.length, right.length) - 1 - at <= STEPS;
}

/** So many folders below the one they share. */
const STEPS = 2;

/** How many folders two documents have in common, from the top; the same document is nearest of all. */
function sharedWay(a: string, b: string): number {
  if (a === b) return Infinity;
  const [left, right] = [a.split('/').slice(0, -1), b.split('/').slice(0, -1)];
  const at = left.findIndex((step, i) => step !== right[i]);
  return at < 0 ? left.length : at;
}
