import { type Span, uriOf } from '../../core/span';

/**
 * Of things of one name in several folders, those that lie nearest to a document: a workspace of examples has many a
 * `web`, each with a world of its own around it.
 */
export function nearest<T extends { readonly span: Span }>(things: readonly T[], uri: string): readonly T[] {
  if (things.length < 2) return things;
  const ranked = things.map((thing) => ({ thing, steps: stepsBetween(uriOf(thing.span.part), uri) }));
  const least = Math.min(...ranked.map(({ steps }) => steps));
  return ranked.flatMap(({ thing, steps }) => (steps === least ? [thing] : []));
}

export function sameFolder(a: string, b: string): boolean {
  const [left, right] = [a.lastIndexOf('/'), b.lastIndexOf('/')];
  return a === b || (left > 0 && left === right && a.startsWith(b.slice(0, right + 1)));
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

/** How many folders one goes up and down from one document to another; none within a document. */
function stepsBetween(a: string, b: string): number {
  if (a === b) return -1;
  const [left, right] = [a.split('/').slice(0, -1), b.split('/').slice(0, -1)];
  const at = left.findIndex((step, i) => step !== right[i]);
  const shared = at < 0 ? left.length : at;
  return left.length + right.length - 2 * shared;
}
