import { type DiagnosticData, SCHEMA_RULES } from '../../server/src/lsp/protocol';

/** A finding of ours, with the lines of the instruction it is in. */
export interface Own extends DiagnosticData {
  readonly rule: string;
  /** The lines it marks itself, from 0. */
  readonly at: DiagnosticData['lines'];
}

/** What another extension shows. */
export interface Other {
  readonly source: string | undefined;
  readonly code: string | number | undefined;
  /** From 0. */
  readonly lines: DiagnosticData['lines'];
}

/** Whether another extension says the same of the same instruction. */
export function isShown({ rule, also, lines: own, at }: Own, others: readonly Other[]): boolean {
  return others.some(({ source, code, lines }) => {
    // A YAML document is long: there only what marks the same lines can mean the same.
    if (rule.startsWith('kubernetes/')) return meet(lines, at) && saidBy(source).includes(rule);
    if (code === undefined || !meet(lines, own)) return false;
    if (source === DOCKERFILE_UTILS) return DOCKERFILE_RULES[Number(code)]?.includes(rule) ?? false;
    // hadolint and BuildKit's checks are shown under their own names by whoever runs them.
    return also.some((name) => name.slice(name.indexOf('/') + 1) === code);
  });
}

function meet(a: Other['lines'], b: Other['lines']): boolean {
  return a[0] <= b[1] && b[0] <= a[1];
}

/**
 * Our rules for what Red Hat's YAML extension says; its codes tell no kinds apart.
 * Source: YAML_SOURCE and YAML_SCHEMA_PREFIX of https://github.com/redhat-developer/yaml-language-server.
 */
export function saidBy(source: string | undefined): readonly string[] {
  if (source?.startsWith('yaml-schema')) return SCHEMA_RULES;
  return source === 'YAML' ? [...SCHEMA_RULES, ...YAML_RULES] : [];
}

const YAML_RULES = ['kubernetes/yaml-syntax', 'kubernetes/duplicate-key'];

/** Container Tools and Docker DX show what this package finds, under numbers. */
const DOCKERFILE_UTILS = 'dockerfile-utils';

/** Its codes and our rules. Source: ValidationCode of https://github.com/rcjsuen/dockerfile-utils. */
const RULES_OF_CODES: Readonly<Record<number, string>> = {
  0: 'inconsistent-instruction-casing',
  2: 'wrong-argument-count malformed-from copy-without-destination healthcheck-without-type pair-without-equals',
  3: 'wrong-argument-count malformed-from invalid-signal',
  4: 'wrong-argument-count malformed-from',
  5: 'wrong-argument-count pair-without-equals',
  6: 'wrong-argument-count pair-without-equals',
  7: 'wrong-argument-count copy-without-destination',
  8: 'wrong-argument-count malformed-from',
  9: 'wrong-argument-count healthcheck-without-type',
  10: 'duplicate-stage-name',
  11: 'empty-continuation',
  12: 'invalid-stage-name',
  13: 'invalid-flag-value',
  14: 'flag-repeated',
  15: 'invalid-duration',
  16: 'invalid-duration',
  17: 'invalid-duration',
  18: 'invalid-flag-value',
  19: 'invalid-duration',
  20: 'instruction-before-from malformed-from',
  21: 'invalid-escape-directive',
  22: 'malformed-from',
  24: 'invalid-port expose-host-port',
  25: 'invalid-port',
  26: 'invalid-image-reference',
  27: 'invalid-signal',
  28: 'invalid-flag-value',
  29: 'onbuild-forbidden',
  30: 'onbuild-forbidden',
  31: 'invalid-json-form',
  32: 'invalid-json-form wrong-argument-count',
  33: 'pair-without-equals',
  34: 'empty-name',
  35: 'invalid-variable-expansion',
  36: 'invalid-variable-expansion',
  37: 'duplicate-instruction',
  38: 'unknown-instruction',
  39: 'unknown-flag',
  40: 'unknown-flag',
  41: 'unknown-flag',
  42: 'unknown-flag',
  43: 'healthcheck-without-type',
  44: 'invalid-variable-expansion',
  45: 'maintainer-deprecated',
  46: 'wrong-argument-count',
  48: 'invalid-flag-value',
  49: 'json-form-ignored',
  50: 'relative-workdir',
  51: 'undeclared-arg-in-from invalid-default-image',
  52: 'directive-repeated',
};

export const DOCKERFILE_RULES: Readonly<Record<number, readonly string[]>> = Object.fromEntries(
  Object.entries(RULES_OF_CODES).map(([code, names]) => [
    code,
    names.split(' ').map((name) => `dockerfile/${name}`),
  ]),
);
