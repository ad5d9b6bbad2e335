import type { Topic } from '../core/note';
import type { Range } from '../core/span';
import type { Script } from './script';

/** A word that says what a command does. */
export interface CommandTopic {
  /** UTF-16 units of the source. */
  readonly range: Range;
  readonly topic: Topic;
}

/**
 * What the command under the cursor is called: its name and the words before its first option, as in
 * `gcloud run deploy`. Nothing on its other words.
 * @param offset in UTF-16 units of the source the script was read from
 */
export function commandTopic({ commands }: Script, offset: number): CommandTopic | undefined {
  for (const { name, tool, args } of commands) {
    if (!name?.literal) continue;
    const end = args.findIndex(({ literal, value }) => !literal || !/^[a-z][a-z0-9-]*$/.test(value));
    const said = args.slice(0, end < 0 ? MOST_WORDS : Math.min(end, MOST_WORDS));
    const word = [name, ...said].find(({ range }) => range.start <= offset && offset <= range.end);
    if (word)
      return {
        range: word.range,
        topic: { realm: 'command', steps: [tool, ...said.map(({ value }) => value)] },
      };
  }
  return undefined;
}

/** `gcloud container clusters create`. */
const MOST_WORDS = 3;
