import type { Language } from '../core/language';
import { claimsManifest } from './detect';
import type { KubernetesFacts } from './facts';
import { hover } from './hover';
import type { Manifest, ManifestFile } from './model';
import { objectAt } from './object';
import { readManifests } from './read';
import { rules } from './rules';
import { loadSchema } from './schema/shipped';
import { summarise } from './summarise';
import { suppress, suppressions } from './suppress';

export const kubernetes: Language<ManifestFile, Manifest, KubernetesFacts> = {
  id: 'kubernetes',
  usualName: 'manifest.yaml',
  fence: 'yaml',
  rules,
  claims: claimsManifest,
  load: loadSchema,
  parse: readManifests,
  parts: ({ parts }) => parts,
  suppressions,
  suppress,
  summarise,
  object: (manifest, offset) => {
    const object = objectAt(manifest, offset);
    return (
      object && {
        kind: object.kind.value,
        name: object.name?.value,
        namespace: object.writtenNamespace?.value,
      }
    );
  },
  hover,
};
