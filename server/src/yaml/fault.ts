import type { Span } from '../core/span';

/** What is wrong with a YAML text; the words for it belong to the rule that shows it. */
export type FaultCode =
  /** A tab where only spaces may indent. */
  | 'tab-indentation'
  /** The line fits no level of indentation that is open here. */
  | 'indentation'
  /** A line without colon among the keys of a map: `rep`. */
  | 'missing-colon'
  /** No space behind a key's colon: `replicas:3`. */
  | 'missing-space'
  /** A second key on the line of the first: `a: b: c`. The span is what needs quotes. */
  | 'nested-mapping'
  | 'unclosed-quote'
  | 'unclosed-bracket'
  /** Between two entries of a flow map or list. */
  | 'missing-comma'
  /** Both keys are located; `related` is the first one. */
  | 'duplicate-key'
  /** `@`, a backtick or `%` cannot start a plain value. */
  | 'reserved-character'
  | 'escape'
  | 'block-header'
  | 'unknown-anchor'
  /** Aliases that would unfold to more nodes than any manifest needs. */
  | 'alias-expansion'
  /** A tag its value does not fit: `!!int x`. */
  | 'tag'
  /** A map or list as key, which JSON and so Kubernetes cannot hold. */
  | 'key'
  /** A colon with nothing before it. */
  | 'missing-key'
  /** `%YAML` or `%TAG`: kubectl cuts it off from its document. */
  | 'directive'
  /** Text behind `---`: kubectl takes only a comment there. */
  | 'separator'
  /** Anything else that cannot stand here. */
  | 'unexpected';

/** One mistake, told once, on the narrowest text that shows it. */
export interface Fault {
  readonly code: FaultCode;
  readonly span: Span;
  readonly related?: Span;
}
