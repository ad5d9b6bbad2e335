import type * as vscode from 'vscode';

/** What is kept of a lab between windows. */
export interface Progress {
  /** How many hints were taken. */
  readonly hints: number;
  /** It was passed once. */
  readonly passed: boolean;
}

const KEY = 'labs';
const NONE: Progress = { hints: 0, passed: false };

/** How far somebody has come in each lab of this workspace, by its folder. */
export class LabProgress {
  readonly #memento: vscode.Memento;

  constructor(memento: vscode.Memento) {
    this.#memento = memento;
  }

  of(folder: string): Progress {
    return this.#all[folder] ?? NONE;
  }

  async set(folder: string, change: Partial<Progress>): Promise<void> {
    await this.#memento.update(KEY, { ...this.#all, [folder]: { ...this.of(folder), ...change } });
  }

  async forget(folder: string): Promise<void> {
    const { [folder]: _, ...rest } = this.#all;
    await this.#memento.update(KEY, rest);
  }

  get #all(): Readonly<Record<string, Progress>> {
    return this.#memento.get<Record<string, Progress>>(KEY, {});
  }
}
