import type { AnyRule } from '../core/language';

/** Options so often wanted that they may stand at the top of a configuration. Each rule with such an option gets it. */
export const SHORTHANDS = [
  'maxLayers',
  'trustedRegistries',
  'requiredLabels',
  'labelSchema',
  'strictLabels',
] as const;

export function rulesOfShorthand(
  shorthand: string,
  rules: readonly AnyRule[],
): readonly { readonly rule: AnyRule; readonly option: string }[] {
  return rules
    .filter((rule) => rule.options && Object.hasOwn(rule.options, shorthand))
    .map((rule) => ({ rule, option: shorthand }));
}
