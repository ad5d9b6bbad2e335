import type { ObjectRef } from '../core/language';
import type { Severity } from '../core/rule';

/** What a run found; every format is written from this. */
export interface Report {
  /** Files linted. */
  readonly files: number;
  /** Findings that `--fix` took away before the others were written down. */
  readonly repaired?: number;
  /** Sorted by file, position and rule. */
  readonly findings: readonly ReportedFinding[];
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
  readonly object?: ObjectRef;
}
