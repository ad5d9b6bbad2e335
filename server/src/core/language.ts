import type { Completion } from './completion';
import type { AnyExpectation } from './expectation';
import type { Fact, WorkspaceFacts } from './facts';
import type { Graph } from './graph';
import type { Lens } from './lens';
import type { Meaning } from './meaning';
import type { Card, Mention } from './note';
import type { Fix, Rule, Surroundings } from './rule';
import type { Edit, Part, PartId, Span } from './span';
import type { Stack } from './stack';
import type { FactStore } from './store';
import type { Entry, Fold, Link, Reach } from './view';

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
  /** The linter it is written for. hadolint's are not always heard, and BuildKit's skip what it warns of only. */
  readonly by?: 'hadolint' | 'buildkit';
}

/** A directive with which a text asks for more than silence. */
export interface Demand {
  /** `on`: heard though it is off by default. `error`: a finding with one of the names fails the build. */
  readonly kind: 'on' | 'error';
  readonly names: readonly string[];
  /** Findings that start inside are meant; without it, those of the whole file. */
  readonly span?: Span;
}

/** The object a finding is about, for reports. */
export interface ObjectRef {
  readonly kind: string;
  readonly apiVersion?: string;
  readonly name?: string;
  readonly namespace?: string;
}

/**
 * One kind of text the product reads. `Model` is the whole file, `Unit` the model of one part, `Section` that of
 * several which rules look at together. Everything here is total: half-typed text gives a model, never an exception.
 */
export interface Language<Model = unknown, Unit = unknown, Facts = unknown, Section = never> {
  readonly id: string;
  /** The file name an example has where it names none. */
  readonly usualName: string;
  /** What a Markdown fence calls it. */
  readonly fence: string;
  readonly rules: readonly LanguageRule<Model, Unit, Facts, Section>[];
  /** The facts that labs can ask for. */
  readonly expectations?: readonly AnyExpectation[];
  /**
   * Whether a text is of this language; of several that claim one, the last has it.
   * @param text missing where only the name is known: then whether it may be
   */
  claims(file: FileInfo, text?: string): boolean;
  /**
   * Loads what it takes to speak of a text, once somebody asks about it; the only asynchronous step.
   * @param asset reads a file that ships beside the program; rejects where there is none
   * @returns undefined where all of it is in memory
   */
  load?(model: Model, asset: ReadAsset): Promise<void> | undefined;
  /**
   * The files in the folder of a text that its rules ask for and that are no texts of ours: `.dockerignore`.
   * @param name the text's own
   */
  beside?(name: string): readonly string[];
  /** Reuses the parts of `previous` whose text is unchanged, as the same objects with the same ids. */
  parse(text: string, file: FileInfo, previous?: Model): Model;
  parts(model: Model): readonly PartOf<Unit>[];
  /** Each the same object for as long as all that can be reached from it says the same, whatever was edited elsewhere. */
  sections?(model: Model): readonly Section[];
  suppressions(model: Model): Iterable<Suppression>;
  demands?(model: Model): Iterable<Demand>;
  /**
   * The edits that silence one name at a span, extending a directive that is already there.
   * @param also what other linters call it: their directives may be extended too
   */
  suppress?(model: Model, span: Span, name: string, also?: readonly string[]): readonly Edit[];
  /** The edit that silences it for the file in a comment of another linter; none where there is no such comment. */
  suppressInFile?(model: Model, also: readonly string[]): Edit | undefined;
  /** The edit that silences it for an object by what another linter reads there, and the name that is silenced. */
  suppressInObject?(
    model: Model,
    span: Span,
    also: readonly string[],
  ): { readonly edit: Edit; readonly name: string } | undefined;
  /** What this part tells the workspace. */
  summarise(unit: Unit): readonly Fact<Facts>[];
  /** The object at an offset of the part. */
  object?(unit: Unit, offset: number): ObjectRef | undefined;
  /** `offset` counts from the part's start. */
  hover?(model: Model, part: PartId, offset: number, around: Surroundings<Facts>): Card | undefined;
  /**
   * What `hover` is about, for all of a text: lists in the order of the parts, each the same object for as long as it
   * says the same, so that typing in one part of a long text leaves the others alone. Words that only brief notes
   * explain may be left out.
   */
  mentions?(model: Model): Iterable<readonly Mention[]>;
  /** What the word at an offset of the part stands for, elsewhere too. */
  meaning?(model: Model, part: PartId, offset: number, around: Surroundings<Facts>): Meaning | undefined;
  /** Characters behind which something begins that `complete` knows, besides a space. */
  readonly triggers?: readonly string[];
  /** As for `hover`; what is half typed at the offset is part of the answer. */
  complete?(model: Model, part: PartId, offset: number, around: Surroundings<Facts>): Completion | undefined;
  /** What the file is made of, in the order of the text; undefined where it is not ours. */
  outline?(model: Model): readonly Entry[] | undefined;
  /** As for `outline`, in any order. */
  folds?(model: Model): readonly Fold[] | undefined;
  /** What an offset of a part lies in, the narrowest first. */
  around?(model: Model, part: PartId, offset: number): readonly Reach[];
  /**
   * The versions a text may be written for, oldest first, where one decides what holds for it; undefined for a text
   * that is the same in all.
   */
  versions?(model: Model): readonly string[] | undefined;
  /**
   * What a build makes of the file; undefined where there is no build.
   * @param before the file at its last build, as far as anybody knows: what it no longer shares is marked as changed
   */
  stack?(model: Model, before?: Model): Stack | undefined;
  /** What the objects of the workspace are to each other. */
  graph?(facts: WorkspaceFacts<Facts>): Graph;
  links?(model: Model, around: Surroundings<Facts>): readonly Link[];
  /** What stands above lines, in any order. */
  lenses?(model: Model, around: Surroundings<Facts>): readonly Lens[];
  /** Repairs of what is no defect, in the order to make them in: offered where a lens leads to them. */
  steps?(model: Model, part: PartId, offset: number, around: Surroundings<Facts>): readonly Fix[];
}

export interface PartOf<Unit> extends Part {
  readonly unit: Unit;
}

// Options differ from rule to rule; the engine hands each rule its own, so their type is erased here.
// biome-ignore lint/suspicious/noExplicitAny: see above
type Erased = any;

export type LanguageRule<Model, Unit, Facts, Section = never> =
  | (Rule<Unit, Facts, Erased> & { readonly scope: 'part' })
  | (Rule<Section, Facts, Erased> & { readonly scope: 'section' })
  | (Rule<Model, Facts, Erased> & { readonly scope: 'file' });

export type AnyLanguage = Language<Erased, Erased, Erased, Erased>;
export type AnyRule = LanguageRule<Erased, Erased, Erased, Erased>;
export type AnyFact = Fact<Erased>;
export type AnyFacts = WorkspaceFacts<Erased>;
export type AnyStore = FactStore<Erased>;
