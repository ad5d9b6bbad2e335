import type { Language, ReadAsset } from '../core/language';
import { claimsBuild } from './detect';
import { hover } from './hover';
import type { Build, BuildFile } from './model';
import { readBuild } from './read';
import { rules } from './rules';
import { buildTypes, loadSchema } from './schema/shipped';

export const cloudbuild: Language<BuildFile, Build> = {
  id: 'cloudbuild',
  usualName: 'cloudbuild.yaml',
  fence: 'yaml',
  rules,
  claims: claimsBuild,
  load,
  parse: readBuild,
  parts: ({ parts }) => parts,
  suppressions: () => [],
  summarise: () => [],
  hover,
};

function load({ parts }: BuildFile, asset: ReadAsset): Promise<void> | undefined {
  if (buildTypes() || parts.every(({ unit }) => unit.sort === 'other')) return undefined;
  return loadSchema(asset);
}
