import type { WorkspaceFacts } from './facts';
import type { Edit, Span } from './span';
import type { Text, Values } from './text';

/** It breaks; it hurts; a better way; a thought. */
export type Severity = 'error' | 'warning' | 'info' | 'hint';
export const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info', 'hint'];

/** A rule's own id: the language, then the problem: `dockerfile/apt-get-without-yes`. */
export type RuleId = `${string}/${string}`;
/** The name another linter gives the defect: `hadolint/DL3014`. */
export type PeerName =
  `${'hadolint' | 'buildkit' | 'kube-linter' | 'kube-score' | 'polaris' | 'pss'}/${string}`;
/** A note below `server/notes` without its ending: `concepts/layer`. */
export type NoteId = string;

/** A repair. `safe`: same image, same objects; only safe ones join fix-all and `--fix`. */
export interface Fix {
  readonly title: Text;
  readonly values?: Values;
  readonly kind: 'safe' | 'choice';
  /** Never overlap each other; may lie in several documents. */
  readonly edits: readonly Edit[];
}

export interface Finding {
  readonly span: Span;
  /** A key of the rule's `messages`; the first one when left out. */
  readonly message?: string;
  readonly values?: Values;
  /** May lower the rule's severity, never raise it. */
  readonly severity?: Severity;
  /** Narrows the rule's names where one rule answers to several. */
  readonly also?: readonly PeerName[];
  readonly related?: readonly { readonly span: Span; readonly message: string; readonly values?: Values }[];
  readonly fixes?: readonly Fix[];
}

export interface OptionSpec<T> {
  readonly default: T;
  readonly what: Text;
  /** Limits for numbers; the settings schema shows them. */
  readonly minimum?: number;
  /** The words that are taken: of a text, of a list's items, of a map's values. */
  readonly words?: readonly string[];
}

/** What a user may set, as every source of configuration spells it. Names and options are not checked yet. */
export interface Settings {
  readonly profile?: 'learner' | 'strict';
  readonly kubernetesVersion?: string;
  readonly rules?: Readonly<Record<string, Severity | 'off'>>;
  readonly options?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  /** Full names that are heard though they are off by default. */
  readonly wake?: readonly string[];
  /** `false`: comments that ask hadolint for silence are not heard. */
  readonly hadolintPragmas?: boolean;
}

/** The names people may write for rules. */
export interface RuleNames {
  /** Whether a name means something, or is known to mean nothing any more. */
  knows(written: string): boolean;
  /** The name someone probably meant. */
  nearest(written: string): string | undefined;
}

/** A text to lint: one file under a usual name, or several. The first one is the file the example is about. */
export type Sample =
  | string
  | { readonly files: Readonly<Record<string, string>>; readonly settings?: Settings };

/** `bad` marks the expected spans «so»; `good` is the text after the fix, or after fix i where there are several. */
export interface Example {
  readonly bad: Sample;
  readonly good: Sample | readonly Sample[];
  /** The key of the expected message where it is not the first. */
  readonly message?: string;
}

/** What is known around a text. */
export interface Surroundings<Facts> {
  /** The minor version the cluster runs: `1.35`. */
  readonly kubernetesVersion: string;
  readonly facts: WorkspaceFacts<Facts>;
}

export interface Context<Facts, Options> extends Surroundings<Facts> {
  readonly options: Options;
  readonly names: RuleNames;
  /**
   * Where the text lies, absolute and `/`-separated; missing where nothing is known of what lies beside it: for
   * untitled and virtual texts, and outside every folder of the workspace.
   */
  readonly path?: string;
}

/**
 * One defect, declared as data with one pure check.
 *
 * `Unit` is what the check sees and what its result is cached by: a part's model (`scope: 'part'`), that of a
 * section (`scope: 'section'`) or the whole file's (`scope: 'file'`). What it asks of the workspace is recorded, and
 * the check runs again only when one of those answers changes.
 */
export interface Rule<Unit, Facts, Options extends object = object> {
  readonly id: RuleId;
  readonly severity: Severity | 'off';
  /** The severity under `profile: strict`, where it differs; `off` for what strict tells in more detail elsewhere. */
  readonly strict?: Severity | 'off';
  readonly scope: 'part' | 'section' | 'file';
  /** The page: prose without placeholders. */
  readonly what: Text;
  readonly why: Text;
  readonly how: Text;
  /** The finding's texts, with placeholders; the first is the default. */
  readonly messages: Readonly<Record<string, Text>>;
  readonly concepts: readonly NoteId[];
  /** The official page that backs the rule. */
  readonly source: string;
  readonly also: readonly PeerName[];
  readonly options?: { readonly [K in keyof Options]: OptionSpec<Options[K]> };
  /** The kind of the fix its findings usually carry; the tests hold it to the examples. */
  readonly fix?: Fix['kind'];
  readonly examples: readonly Example[];
  /** Texts the rule must stay silent on. */
  readonly allows: readonly Sample[];
  check(unit: Unit, context: Context<Facts, Options>): Iterable<Finding>;
}
