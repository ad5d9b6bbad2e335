import type { PartId } from '../core/span';
import type { Fold, Reach } from '../core/view';
import { spansAround } from '../yaml/around';
import { foldsOf } from '../yaml/folds';
import type { ManifestFile } from './model';
import { isOurs } from './outline';

/** Undefined where no document is ours: other YAML is folded by whoever knows it. */
export function folds({ parts }: ManifestFile): readonly Fold[] | undefined {
  if (!parts.some(({ unit }) => isOurs(unit))) return undefined;
  return parts.flatMap(({ unit }) => foldsOf(unit.document));
}

export function around({ parts }: ManifestFile, part: PartId, offset: number): readonly Reach[] {
  const manifest = parts.find(({ id }) => id === part)?.unit;
  if (!manifest || !isOurs(manifest)) return [];
  return spansAround(manifest.document, offset).map((span) => ({ span }));
}
