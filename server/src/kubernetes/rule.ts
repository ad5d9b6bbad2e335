import type { LanguageRule } from '../core/language';
import type { Rule } from '../core/rule';
import type { KubernetesFacts } from './facts';
import type { Manifest, ManifestFile } from './model';

type FileRule<Options extends object> = Rule<ManifestFile, KubernetesFacts, Options> & {
  readonly scope: 'file';
};
type PartRule<Options extends object> = Rule<Manifest, KubernetesFacts, Options> & { readonly scope: 'part' };

/** Declares a rule. `scope: 'part'` sees one YAML document and the workspace's facts; `'file'` sees all documents. */
export function rule<Options extends object = object>(rule: FileRule<Options>): AnyRule;
export function rule<Options extends object = object>(rule: PartRule<Options>): AnyRule;
export function rule(rule: AnyRule): AnyRule {
  return rule;
}

type AnyRule = LanguageRule<ManifestFile, Manifest, KubernetesFacts>;
