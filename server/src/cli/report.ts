import type { AnyLanguage, AnyRule, ObjectRef } from '../core/language';
import type { Severity } from '../core/rule';

/** What a run found; every format is written from this. */
export interface Report {
  /** Files linted. */
  readonly files: number;
  /** Findings that `--fix` took away before the others were written down. */
  readonly repaired?: number;
  /** Sorted by file, position and rule. */
  readonly findings: readonly ReportedFinding[];
  /** What a format may want to know of a finding beside its keys; worked out when it is asked for. */
  readonly more: (finding: ReportedFinding) => More;
}

export interface More {
  readonly rule: AnyRule;
  readonly language: AnyLanguage;
  /** The finding may be lower than its rule is; missing where it is not. */
  readonly lowered?: Severity;
  /** Of the object the finding is about. */
  readonly apiVersion?: string;
  readonly place: Place;
  readonly related: readonly (Place & { readonly message: string })[];
  readonly fixes: readonly ReportedFix[];
}

export interface ReportedFix {
  readonly title: string;
  readonly safe: boolean;
  readonly edits: readonly (Place & { readonly text: string })[];
}

/** Lines and columns from 1, in UTF-16 units. */
export interface Place {
  readonly uri: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** Its keys are those of `--format json`. */
export interface ReportedFinding {
  /** As given, `/`-separated. */
  readonly file: string;
  /** From 1, in UTF-16 units. */
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly rule: string;
  /** Names other linters give the defect. */
  readonly also: readonly string[];
  readonly severity: Severity;
  readonly message: string;
  readonly url: string;
  /** Whether `--fix` repairs it. */
  readonly fixable: boolean;
  readonly object?: Omit<ObjectRef, 'apiVersion'>;
}
