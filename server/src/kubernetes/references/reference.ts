import type { Word } from '../../yaml/word';
import type { Relation } from '../facts/reference-places';

/** A place where an object names another one, or parts of it. Plain data: it travels as a fact. */
export interface Reference {
  readonly relation: Relation;
  /** The object that names. */
  readonly owner: Named;
  readonly to: Target;
  readonly name: Word;
  /** Kind and group (or `apiVersion`) where they are values beside the name, and the namespace where one is written. */
  readonly beside: {
    readonly kind: Word | undefined;
    readonly group: Word | undefined;
    readonly namespace: Word | undefined;
  };
  /** The keys of a ConfigMap or Secret, or the port of a Service. */
  readonly parts: readonly PartName[];
  /** `optional: true` is written: it may be missing. */
  readonly optional: boolean;
}

export interface Named {
  readonly kind: string;
  readonly name: string | undefined;
}

/** A kind, and where its objects are looked for. */
export interface Realm {
  readonly kind: string;
  /** Empty for the core group; missing where the place does not say. */
  readonly group: string | undefined;
  /** Missing for cluster-wide kinds, and where it is unknown. */
  readonly namespace: string | undefined;
}

/** What a reference names an object of. */
export interface Target extends Realm {
  /** The namespace is written; where it is not, `kubectl -n` may mean another than `default`. */
  readonly placed: boolean;
}

export interface PartName {
  readonly sort: 'key' | 'port';
  readonly word: Word;
  /** A port's number, where it is one. */
  readonly number: number | undefined;
}

/** What references to an object can be asked for by: they are facts of the namespace it is in. */
export function addressOf(kind: string, name: string): string {
  return `${kind}/${name}`;
}
