/**
 * What `npm run gen:schema` writes: every built-in kind of several Kubernetes versions in one file. Most things
 * are the same in all versions and stand there once; what is not says in which it is.
 */
export interface SchemaFile {
  /** Minor versions, oldest first: `1.34`. Bit i of a `VersionMask` stands for the i-th. */
  readonly versions: readonly string[];
  readonly kinds: readonly KindEntry[];
  /** By short name: `core.v1.Container`, `meta.v1.ObjectMeta`. */
  readonly types: Readonly<Record<string, TypeEntry>>;
  /** The API's own descriptions, each once. */
  readonly texts: readonly string[];
}

/** The versions something exists in; left out where it is in all. */
export type VersionMask = number;

export interface KindEntry {
  /** Empty for the core group. */
  readonly group: string;
  readonly version: string;
  readonly kind: string;
  /** A key of `types`. */
  readonly type: string;
  /** As in the URL and in RBAC: `deployments`. Missing for kinds that only stand inside or answer others. */
  readonly plural?: string;
  readonly clusterScoped?: true;
  /** It has a `scale` subresource: an autoscaler can aim at it. */
  readonly scalable?: true;
  readonly in?: VersionMask;
}

export interface TypeEntry {
  readonly text?: TextIndex;
  readonly fields: Readonly<Record<string, FieldEntry | readonly FieldEntry[]>>;
  /** Fields of which one may be set, as the API declares them. */
  readonly unions?: readonly (readonly string[])[];
}

/** Index into `texts`. */
export type TextIndex = number;

export interface FieldEntry {
  /**
   * `string`, `boolean`, `int32`, `int64`, `double`, `quantity`, `int-or-string`, `date-time`, `duration`, `byte`,
   * `any`; the name of a type; `[]` before it for a list, `{}` for a map of them.
   */
  readonly type: string;
  readonly text?: TextIndex;
  readonly required?: true;
  /** The values, each with what the API says of it. */
  readonly enum?: Readonly<Record<string, TextIndex>>;
  /** What the API server puts there if the field is left out. */
  readonly default?: unknown;
  /** What tells the items of a list apart; no two may agree in all of them. */
  readonly keys?: readonly string[];
  /** A list whose items may not repeat. */
  readonly set?: true;
  readonly in?: VersionMask;
}
