import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parentOf, pathOf } from '../../server/src/core/address';
import { Engine } from '../../server/src/core/engine';
import type { FactStore } from '../../server/src/core/store';
import { decode, NodeFiles, uriOfPath } from '../../server/src/files/node';
import type { KubernetesFacts } from '../../server/src/kubernetes/facts';
import { isPatch } from '../../server/src/kubernetes/kustomize/kustomizations';
import { kubernetes } from '../../server/src/kubernetes/language';
import type { DocumentSort, ManifestFile } from '../../server/src/kubernetes/model';

/** A file of whole objects: whatever reads it reads the same. */
export interface PlainManifest {
  readonly file: string;
  readonly objects: readonly ObjectName[];
}

/** An object as it is written, and where. */
export interface ObjectName {
  readonly kind: string;
  /** Empty where none is written. */
  readonly namespace: string;
  readonly name: string;
  /** From 1. */
  readonly line: number;
}

/**
 * The manifests below a folder that can be applied as they stand, in order. Templates, charts, patches and
 * kustomizations are not among them: each linter renders them in its own way, or not at all.
 */
export async function plainManifestsBelow(folder: string): Promise<readonly PlainManifest[]> {
  const engine = new Engine([kubernetes]);
  engine.roots = ['/'];
  const files = new NodeFiles();
  const charts = new Set<string>();
  for await (const uri of files.list(uriOfPath(path.resolve(folder)), (uri) => kubernetes.claims({ uri }))) {
    if (/\/Chart\.ya?ml$/.test(uri)) charts.add(`${parentOf(uri)}/`);
    const text = decode(readFileSync(fileURLToPath(uri)));
    if (text !== undefined) engine.set({ uri, path: pathOf(uri) }, text);
  }
  return engine.uris.toSorted().flatMap((uri) => {
    const { model, facts } = engine.at(uri, 0)!;
    const { parts } = model as ManifestFile;
    const sorts = parts.map(({ unit }) => unit.sort);
    const isWhole = sorts.every((sort) => WHOLE.has(sort)) && sorts.some((sort) => sort !== 'empty');
    const isInChart = [...charts].some((chart) => uri.startsWith(chart));
    if (!isWhole || isInChart || isPatch(uri, facts as FactStore<KubernetesFacts>)) return [];
    return [{ file: fileURLToPath(uri), objects: objectsIn(engine.text(uri)!, model as ManifestFile) }];
  });
}

const WHOLE: ReadonlySet<DocumentSort> = new Set(['object', 'custom-resource', 'empty']);

function objectsIn(text: string, { parts }: ManifestFile): readonly ObjectName[] {
  return parts.flatMap(({ start, unit }) =>
    unit.outline.map(({ kind, writtenNamespace, name, root }) => ({
      kind: kind.value,
      namespace: writtenNamespace?.value ?? '',
      name: name?.value ?? '',
      line: text.slice(0, start + root.span.start).split('\n').length,
    })),
  );
}
