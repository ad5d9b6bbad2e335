import type * as vscode from 'vscode';

/** A question that is asked again and again: only while somebody looks, and only the last answer counts. */
export class Question<T> implements vscode.Disposable {
  readonly #isWatched: () => boolean;
  readonly #ask: () => Promise<T>;
  readonly #answered: (answer: T | undefined) => void;
  #waiting?: ReturnType<typeof setTimeout>;
  #asked = 0;

  /** @param answered is given nothing where there was no answer */
  constructor(isWatched: () => boolean, ask: () => Promise<T>, answered: (answer: T | undefined) => void) {
    this.#isWatched = isWatched;
    this.#ask = ask;
    this.#answered = answered;
  }

  /** @param pause in milliseconds */
  soon(pause = 0): void {
    clearTimeout(this.#waiting);
    this.#waiting = setTimeout(() => void this.#now(), pause);
  }

  dispose(): void {
    clearTimeout(this.#waiting);
  }

  async #now(): Promise<void> {
    if (!this.#isWatched()) return;
    const turn = ++this.#asked;
    const answer = await this.#ask().catch(() => undefined);
    if (turn === this.#asked) this.#answered(answer);
  }
}

/** As long as somebody types, nothing needs to be drawn. In milliseconds. */
export const PAUSE = 100;
