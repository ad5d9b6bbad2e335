import type { Span } from './span';

/** Something one part tells the rest of the workspace, such as the labels of a pod template. */
export interface Fact<Facts, K extends keyof Facts = keyof Facts> {
  readonly kind: K;
  readonly namespace?: string;
  readonly name?: string;
  readonly value: Facts[K];
  /** The narrowest text that shows it. */
  readonly span: Span;
}

export interface Place {
  readonly namespace?: string;
  readonly name?: string;
}

/** What is known of the other files of a workspace. Plain data in, plain data out; asking is recorded. */
export interface WorkspaceFacts<Facts> {
  /** False while the workspace is being read: then absence is unknown. */
  readonly complete: boolean;
  find<K extends keyof Facts>(kind: K, at?: Place): readonly Fact<Facts, K>[];
  /**
   * The text of a file that is no text of ours, such as `.dockerignore`: one that the language names in `beside`.
   * Undefined where there is none, and while `complete` is false.
   * @param path absolute, `/`-separated
   */
  file(path: string): string | undefined;
}
