import type { FileInfo, PartOf } from '../core/language';
import type { PartId, Span } from '../core/span';
import type { Script } from '../shell/model';
import type { YamlDocument, YamlMap, YamlPair, YamlScalar } from '../yaml/node';

/** A file of Cloud Build; a document whose text is unchanged is the same `Build` after the next reading. */
export interface BuildFile {
  readonly file: FileInfo;
  /** They tile the text; Cloud Build takes one document. */
  readonly parts: readonly PartOf<Build>[];
  /** The serial number the next new part gets. */
  readonly nextSerial: number;
}

/** One YAML document: the unit that rules check. */
export interface Build {
  readonly part: PartId;
  readonly file: FileInfo;
  /** Text, root node, comments and YAML faults. */
  readonly document: YamlDocument;
  readonly sort: BuildSort;
  readonly root: YamlMap | undefined;
  readonly steps: readonly Step[];
  /** Each name below `images` and `artifacts.images`: pushed after the last step. */
  readonly images: readonly YamlScalar[];
  /** What the file gives values of its own, in order. */
  readonly substitutions: readonly Substitution[];
}

export type BuildSort =
  /** Everything applies, YAML faults included. */
  | 'build'
  /** Something else writes parts of it: what is not there may come. */
  | 'template'
  /** Comments only. */
  | 'empty'
  /** Has the name and is something else: a trigger, a manifest. */
  | 'other';

export interface Step {
  readonly node: YamlMap;
  /** From 0. */
  readonly index: number;
  /** The builder: an image. */
  readonly name: YamlScalar | undefined;
  readonly id: YamlScalar | undefined;
  readonly entrypoint: YamlScalar | undefined;
  readonly args: readonly YamlScalar[];
  readonly script: YamlScalar | undefined;
  readonly env: readonly YamlScalar[];
  /** Missing where none is written; empty means the same. */
  readonly waitFor: readonly YamlScalar[] | undefined;
  /** Where to say what the step as a whole lacks: its id, else its name, else its first key. */
  readonly anchor: Span;
  /** What it runs, as far as its builder is known; undefined where that is nobody's to say. */
  readonly commands: Script | undefined;
}

/** An entry of `substitutions`. */
export interface Substitution {
  readonly name: string;
  readonly pair: YamlPair;
  /** Undefined where it is no text. */
  readonly value: YamlScalar | undefined;
}
