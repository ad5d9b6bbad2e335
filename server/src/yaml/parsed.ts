import type { Range } from '../core/span';
import type { ScalarStyle } from './node';

export interface Parsed extends Marks {
  readonly root: ParsedNode | undefined;
  readonly problems: readonly Problem[];
}

/** An error of the package: its code and place; its prose stays behind. */
export interface Problem extends Range {
  readonly code: string;
}

export interface Marks {
  readonly comments: Range[];
  readonly unclosed: Unclosed[];
  /** Closing brackets of the other kind than those open. */
  readonly stray: Range[];
  /** The outermost closed flow maps and lists. */
  readonly flows: Range[];
}

export interface Unclosed extends Range {
  /** `"`, `'`, `[` or `{`, which stands at `start`; `end` is where the package gave up. */
  readonly opener: string;
}

export type ParsedNode = ParsedScalar | ParsedAlias | ParsedMap | ParsedSeq;

interface ParsedBase extends Range {
  readonly tag: string | undefined;
  readonly anchor: string | undefined;
}
export interface ParsedScalar extends ParsedBase {
  readonly type: 'scalar';
  readonly text: string;
  readonly style: ScalarStyle;
}
export interface ParsedAlias extends ParsedBase {
  readonly type: 'alias';
  readonly name: string;
}
export interface ParsedMap extends ParsedBase {
  readonly type: 'map';
  readonly flow: boolean;
  readonly pairs: readonly ParsedPair[];
}
export interface ParsedSeq extends ParsedBase {
  readonly type: 'seq';
  readonly flow: boolean;
  readonly items: readonly ParsedNode[];
  readonly dashes: readonly number[];
}
export interface ParsedPair {
  readonly key: ParsedNode;
  readonly colon: number | undefined;
  readonly value: ParsedNode;
}
