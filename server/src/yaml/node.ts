import type { Span } from '../core/span';
import type { Fault } from './fault';

/**
 * One YAML document as written and as Kubernetes reads it. Nodes are immutable, hold spans relative to their
 * document (UTF-16 units) and know who holds them. Aliases stay nodes of their own; `get` and its siblings in
 * `navigate.ts` see through them and through merge keys.
 */
export type YamlNode = YamlMap | YamlSeq | YamlScalar | YamlAlias;

interface NodeBase {
  /** From the node's first character to behind its last; without key, tag, anchor, comments and line ends. */
  readonly span: Span;
  /** The pair it is key or value of, or the list it is an item of; nobody holds a document's root. */
  readonly parent: YamlPair | YamlSeq | undefined;
  /** As written: `!!str`, `!Ref`. */
  readonly tag: string | undefined;
  readonly anchor: string | undefined;
  /**
   * Something else (Helm, Jinja, envsubst) writes a part of it. A scalar: its value is unknown. A map or list:
   * a directive stands between its entries, so there may be fewer or more of them.
   */
  readonly templated: boolean;
}

export interface YamlMap extends NodeBase {
  readonly type: 'map';
  /** Exactly as written, in order, with duplicates and `<<`. */
  readonly pairs: readonly YamlPair[];
  /** As read: merge keys are resolved, and of duplicate keys only the last is left. */
  readonly entries: readonly YamlPair[];
  readonly flow: boolean;
}

export interface YamlSeq extends NodeBase {
  readonly type: 'seq';
  readonly items: readonly YamlNode[];
  /** Where the `-` of each item stands; empty in flow style. */
  readonly dashes: readonly number[];
  readonly flow: boolean;
}

export interface YamlScalar extends NodeBase {
  readonly type: 'scalar';
  /** As Kubernetes reads it: see `scalar.ts`. An absent value (`key:`) is null with an empty span. */
  readonly value: ScalarValue;
  /** The content as a string, before it gets a type: quotes and escapes resolved, block scalars unfolded. */
  readonly text: string;
  readonly style: ScalarStyle;
}

export interface YamlAlias extends NodeBase {
  readonly type: 'alias';
  /** Without its `*`. */
  readonly name: string;
  /** The anchored node, never an alias itself; missing where the anchor is unknown or the alias is inside it. */
  readonly target: YamlMap | YamlSeq | YamlScalar | undefined;
}

export interface YamlPair {
  readonly type: 'pair';
  readonly parent: YamlMap;
  /** The key as Kubernetes reads it: `on:` is named `true`. Empty for keys that are no scalars. */
  readonly name: string;
  readonly key: YamlNode;
  /** Always there: a null scalar with an empty span where nothing is written. */
  readonly value: YamlNode;
  /** Where the `:` stands; missing while a key is half typed. */
  readonly colon: number | undefined;
  /** From the key to the end of the value (or of the colon). */
  readonly span: Span;
}

export type ScalarValue = string | number | boolean | null;
export type ScalarStyle = 'plain' | 'single' | 'double' | 'literal' | 'folded';

export interface YamlComment {
  /** From `#` to the end of the line. */
  readonly span: Span;
  /** Behind the `#`, trimmed. */
  readonly text: string;
  /** Nothing but spaces stands before it on its line. */
  readonly ownLine: boolean;
}

export interface YamlDocument {
  /** The document's exact text, from its `---` to before the next one. */
  readonly text: string;
  /** Missing where nothing but comments is written. */
  readonly root: YamlNode | undefined;
  readonly faults: readonly Fault[];
  readonly comments: readonly YamlComment[];
  /** A template marker stands outside comments and block scalars: the text is not the final manifest. */
  readonly templated: boolean;
  /** The whole document, as a span. */
  readonly span: Span;
}

/** Keys and list indexes, from a root down. */
export type Path = readonly (string | number)[];
