import type { Fact, WorkspaceFacts } from './facts';
import type { Card } from './note';
import type { Rule } from './rule';
import type { Edit, Part, PartId, Span } from './span';
import type { FactStore } from './store';

/** What is known of a text before it is read. */
export interface FileInfo {
  readonly uri: string;
  /** Absolute, `/`-separated; missing for untitled and virtual texts, which have no workspace. */
  readonly path?: string;
  /** The editor's language id, where there is an editor. */
  readonly languageId?: string;
}

export type ReadAsset = (name: string) => Promise<string>;

/** A comment, annotation or directive that asks for silence. */
export interface Suppression {
  /** Rule names as written, or `'all'`. */
  readonly names: readonly string[] | 'all';
  /** Findings that start inside are silenced; without it, those of the whole file. */
  readonly span?: Span;
}

/** The object a finding is about, for reports. */
export interface ObjectRef {
  readonly kind: string;
  readonly name?: string;
  readonly namespace?: string;
}

/**
 * One kind of text the product reads. `Model` is the whole file, `Unit` the model of one part. Everything here
 * is total: half-typed text gives a model, never an exception.
 */
export interface Language<Model = unknown, Unit = unknown, Facts = unknown> {
  readonly id: string;
  /** The file name an example has where it names none. */
  readonly usualName: string;
  /** What a Markdown fence calls it. */
  readonly fence: string;
  readonly rules: readonly LanguageRule<Model, Unit, Facts>[];
  claims(file: FileInfo): boolean;
  /**
   * Loads what is needed and not in memory yet; the only asynchronous step.
   * @param asset reads a file that ships beside the program; rejects where there is none
   */
  load?(asset: ReadAsset): Promise<void>;
  /** Reuses the parts of `previous` whose text is unchanged, as the same objects with the same ids. */
  parse(text: string, file: FileInfo, previous?: Model): Model;
  parts(model: Model): readonly PartOf<Unit>[];
  suppressions(model: Model): Iterable<Suppression>;
  /** The edits that silence one name at a span, extending a directive that is already there. */
  suppress?(model: Model, span: Span, name: string): readonly Edit[];
  /** What this part tells the workspace. */
  summarise(unit: Unit): readonly Fact<Facts>[];
  /** The object at an offset of the part. */
  object?(unit: Unit, offset: number): ObjectRef | undefined;
  /** `offset` counts from the part's start. */
  hover?(model: Model, part: PartId, offset: number, facts: WorkspaceFacts<Facts>): Card | undefined;
}

export interface PartOf<Unit> extends Part {
  readonly unit: Unit;
}

// Options differ from rule to rule; the engine hands each rule its own, so their type is erased here.
// biome-ignore lint/suspicious/noExplicitAny: see above
type Erased = any;

export type LanguageRule<Model, Unit, Facts> =
  | (Rule<Unit, Facts, Erased> & { readonly scope: 'part' })
  | (Rule<Model, Facts, Erased> & { readonly scope: 'file' });

export type AnyLanguage = Language<Erased, Erased, Erased>;
export type AnyRule = LanguageRule<Erased, Erased, Erased>;
export type AnyFact = Fact<Erased>;
export type AnyFacts = WorkspaceFacts<Erased>;
export type AnyStore = FactStore<Erased>;
