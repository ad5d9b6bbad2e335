import type { Language, ReadAsset } from '../core/language';
import { complete } from './completion';
import { claimsManifest } from './detect';
import { expectations } from './expectations';
import type { KubernetesFacts } from './facts';
import { graph } from './graph/graph';
import { hover } from './hover';
import { lenses } from './lenses/lenses';
import { steps } from './lenses/pod-security';
import { links } from './links';
import { meaning } from './meaning/meaning';
import { mentions } from './mentions';
import type { DocumentSort, Manifest, ManifestFile } from './model';
import { objectAt } from './object';
import { outline } from './outline';
import { readManifests } from './read';
import { rules } from './rules';
import { isLoaded, loadSchema, shippedVersions } from './schema/shipped';
import { summarise } from './summarise/summarise';
import { demands, suppress, suppressInObject, suppressions } from './suppress';
import { around, folds } from './views';

export const kubernetes: Language<ManifestFile, Manifest, KubernetesFacts> = {
  id: 'kubernetes',
  usualName: 'manifest.yaml',
  fence: 'yaml',
  rules,
  expectations,
  claims: claimsManifest,
  load,
  parse: readManifests,
  parts: ({ parts }) => parts,
  suppressions,
  demands,
  suppress,
  suppressInObject,
  summarise,
  object: (manifest, offset) => {
    const object = objectAt(manifest, offset);
    return (
      object && {
        kind: object.kind.value,
        apiVersion: object.apiVersion.value,
        name: object.name?.value,
        namespace: object.writtenNamespace?.value,
      }
    );
  },
  hover,
  mentions,
  complete,
  outline,
  folds,
  around,
  links,
  lenses,
  steps,
  meaning,
  graph,
  versions,
};

/** Nobody pays for the schema whose YAML is something else: a compose file, a workflow, a chart's values. */
function load({ parts }: ManifestFile, asset: ReadAsset): Promise<void> | undefined {
  if (isLoaded()) return undefined;
  const isOurs = parts.some(({ unit }) => SPOKEN_OF.has(unit.sort) || unit.document.root?.type === 'scalar');
  return isOurs ? loadSchema(asset) : undefined;
}

function versions({ parts }: ManifestFile): readonly string[] | undefined {
  const isVersioned = parts.some(({ unit: { sort } }) => SPOKEN_OF.has(sort) && !UNVERSIONED.has(sort));
  return isVersioned ? shippedVersions() : undefined;
}

/** Of these the version of the cluster says nothing. */
const UNVERSIONED = new Set<DocumentSort>(['empty', 'custom-resource']);

/** A text that is empty yet may become a manifest: completion offers the kinds. */
const SPOKEN_OF = new Set<DocumentSort>([
  'object',
  'incomplete',
  'fragment',
  'template',
  'custom-resource',
  'empty',
]);
