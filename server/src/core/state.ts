import type { Checked } from './check';
import type { Demands } from './demand';
import type { AnyFact, AnyFacts, AnyLanguage, AnyStore, FileInfo, PartOf } from './language';
import type { PartId } from './span';
import type { Silencer } from './suppress';

/** What the engine knows of one text. */
export interface TextState {
  readonly file: FileInfo;
  readonly language: AnyLanguage;
  readonly text: string;
  readonly model: unknown;
  readonly parts: ReadonlyMap<PartId, PartState>;
  readonly sections: readonly SectionState[];
  readonly store: AnyStore;
  /** The model is forgotten: see `rest`. */
  readonly resting?: boolean;
  /** What the rules said that look at the whole file. */
  checked?: Checked;
  silencer?: Silencer;
  demands?: Demands;
}

export interface PartState {
  part: PartOf<unknown>;
  readonly facts: readonly AnyFact[];
  /** What the rules said that look at this part only. */
  checked?: Checked;
}

export interface SectionState {
  readonly unit: unknown;
  /** What the rules said that look at this section only. */
  checked?: Checked;
}

/** With what the rules said of those that were there before. */
export function sectionsOf(
  units: readonly unknown[],
  before: readonly SectionState[] = [],
): readonly SectionState[] {
  const known = new Map(before.map((section) => [section.unit, section]));
  return units.map((unit) => known.get(unit) ?? { unit });
}

/** What a language feature is asked about: one part and an offset from its start. */
export interface Position {
  readonly language: AnyLanguage;
  readonly model: unknown;
  readonly part: PartOf<unknown>;
  readonly offset: number;
  readonly facts: AnyFacts;
}

/** A text as its language understands it, with what is known around it. */
export interface Whole {
  readonly language: AnyLanguage;
  readonly model: unknown;
  readonly facts: AnyFacts;
}

/** The same without models: where the parts stand and what they told the workspace. */
export function atRest({ file, language, text, store, parts }: TextState): TextState {
  const resting = [...parts].map(([id, { part, facts }]): [PartId, PartState] => [
    id,
    { part: { id, start: part.start, text: part.text, unit: undefined }, facts },
  ]);
  const model = undefined;
  return { file, language, text, store, parts: new Map(resting), sections: [], model, resting: true };
}
