/**
 * Every check of BuildKit, as its directives spell it: capitals count.
 * Source: frontend/dockerfile/linter/ruleset.go.
 */
export const BUILD_CHECKS: ReadonlyMap<string, BuildCheck> = new Map([
  ['ConsistentInstructionCasing', { at: 'file' }],
  ['CopyIgnoredFile', { at: 'instruction' }],
  ['DuplicateStageName', { at: 'file' }],
  ['ExposeInvalidFormat', { at: 'instruction' }],
  ['ExposeProtoCasing', { at: 'instruction' }],
  ['FromAsCasing', { at: 'instruction' }],
  ['FromPlatformFlagConstDisallowed', { at: 'instruction' }],
  ['InvalidBaseImagePlatform', { at: 'file' }],
  ['InvalidDefaultArgInFrom', { at: 'file' }],
  ['InvalidDefinitionDescription', { at: 'instruction', experimental: true }],
  ['JSONArgsRecommended', { at: 'instruction' }],
  ['LegacyKeyValueFormat', { at: 'instruction' }],
  ['MaintainerDeprecated', { at: 'instruction' }],
  ['MultipleInstructionsDisallowed', { at: 'later' }],
  ['NoEmptyContinuation', { at: 'file' }],
  ['RedundantTargetPlatform', { at: 'instruction' }],
  ['ReservedStageName', { at: 'file' }],
  ['SecretsUsedInArgOrEnv', { at: 'instruction' }],
  ['StageNameCasing', { at: 'instruction' }],
  ['UndefinedArgInFrom', { at: 'instruction' }],
  ['UndefinedVar', { at: 'instruction' }],
  ['WorkdirRelativePath', { at: 'instruction' }],
]);

export interface BuildCheck {
  /**
   * Where a comment skips it beside the top of the file: above the instruction, above the later one that replaces
   * the one it is about, or nowhere.
   */
  readonly at: 'instruction' | 'later' | 'file';
  /** Runs only where `experimental=` asks for it, and then no `skip=` holds. */
  readonly experimental?: boolean;
}
