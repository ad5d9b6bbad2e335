import type { LanguageRule } from '../core/language';
import type { Rule } from '../core/rule';
import type { Build, BuildFile } from './model';

type AnyRule = LanguageRule<BuildFile, Build, unknown>;

/** Declares a rule. It sees one YAML document, which is the whole build. */
export function rule<Options extends object = object>(
  rule: Rule<Build, unknown, Options> & { readonly scope: 'part' },
): AnyRule {
  return rule;
}
