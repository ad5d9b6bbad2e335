import type { WorkspaceFacts } from './facts';
import type { Span } from './span';
import type { Message } from './text';

/** What a field of an expectation takes; one that ends in `?` may be left out. */
export type FieldType = keyof Values | `${keyof Values}?`;

interface Values {
  text: string;
  number: number;
  /** A text, a number or a boolean: as the field of an object has it. */
  value: string | number | boolean;
  texts: readonly string[];
  /** A number for each name. */
  numbers: Readonly<Record<string, number>>;
}

/** What a lab asks for, as its fields say it. */
export type AskedOf<F extends Fields> = {
  readonly [K in keyof F as F[K] extends `${string}?` ? never : K]: F[K] extends keyof Values
    ? Values[F[K]]
    : never;
} & {
  readonly [K in keyof F as F[K] extends `${string}?`
    ? K
    : never]?: F[K] extends `${infer T extends keyof Values}?` ? Values[T] : never;
};

export type Fields = Readonly<Record<string, FieldType>>;

/** Why something expected does not hold yet, and the narrowest text to look at where there is one. */
export interface Miss {
  readonly told: Message;
  readonly at?: Span;
}

/** The texts of one language in a lab, as they are now. */
export interface Evidence<Model, Facts> {
  /** By name, `/`-separated, relative to the lab's folder. */
  readonly models: ReadonlyMap<string, Model>;
  readonly facts: WorkspaceFacts<Facts>;
  /** The lab's folder: absolute, `/`-separated. */
  readonly folder: string;
}

/**
 * One kind of fact that a lab can ask for: `layers: {atMost: 4}`. Evaluated on the models the rules see, never by
 * running anything.
 */
export interface Expectation<Model, Facts, F extends Fields = Fields> {
  /** The key in a lab.yaml. */
  readonly name: string;
  readonly fields: F;
  /** What is expected, for the learner: a sentence without an end. */
  goal(asked: AskedOf<F>): Message;
  /** @returns undefined where it holds */
  check(asked: AskedOf<F>, evidence: Evidence<Model, Facts>): Miss | undefined;
}

// Fields differ from kind to kind, and lab.yaml is checked against them before anything is asked.
// biome-ignore lint/suspicious/noExplicitAny: see above
type Erased = any;
export type AnyExpectation = Expectation<Erased, Erased, Erased>;
