import type { Language, ReadAsset } from '../core/language';
import { ignoreAt, ignoredIn } from '../yaml/ignore';
import { complete } from './completion';
import { claimsBuild } from './detect';
import { expectations } from './expectations';
import { hover } from './hover';
import { mentions } from './mentions';
import type { Build, BuildFile } from './model';
import { readBuild } from './read';
import { rules } from './rules';
import { buildTypes, loadSchema } from './schema/shipped';
import { around, folds, links, outline } from './views';

export const cloudbuild: Language<BuildFile, Build> = {
  id: 'cloudbuild',
  usualName: 'cloudbuild.yaml',
  fence: 'yaml',
  rules,
  expectations,
  claims: claimsBuild,
  load,
  parse: readBuild,
  parts: ({ parts }) => parts,
  suppressions: ({ parts }) => parts.flatMap(({ unit }) => ignoredIn(unit.document)),
  suppress: ({ parts }, span, name) => {
    const build = parts.find(({ id }) => id === span.part)?.unit;
    return build ? ignoreAt(build.document, span, name) : [];
  },
  summarise: () => [],
  hover,
  mentions,
  triggers: ['$'],
  complete,
  outline,
  folds,
  around,
  links,
};

function load({ parts }: BuildFile, asset: ReadAsset): Promise<void> | undefined {
  if (buildTypes() || parts.every(({ unit }) => unit.sort === 'other')) return undefined;
  return loadSchema(asset);
}
