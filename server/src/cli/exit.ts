import type { Message, Text, Values } from '../core/text';

/** What a command ends with. */
export const EXIT = { clean: 0, findings: 1, couldNotRun: 2 } as const;

/** Why a command could not run: what is wrong, where, and what to do. Told on stderr, exit code 2. */
export class CannotRun extends Error {
  readonly text: Message;

  constructor(text: Text, values?: Values) {
    super(text.en);
    this.text = { text, values };
  }
}
