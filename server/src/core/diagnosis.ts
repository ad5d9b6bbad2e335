import type { AnyRule } from './language';
import { type Finding, SEVERITIES, type Severity } from './rule';
import type { Range } from './span';

/** A finding as it stands in the whole text now: offsets in UTF-16 units of the document. */
export interface Diagnosis extends Range {
  readonly rule: AnyRule;
  readonly finding: Finding;
  readonly severity: Severity;
  readonly names: readonly string[];
}

export interface Location extends Range {
  readonly uri: string;
}

/** The less loud of two severities. */
export function quieter(a: Severity, b: Severity = a): Severity {
  return SEVERITIES.indexOf(a) > SEVERITIES.indexOf(b) ? a : b;
}
