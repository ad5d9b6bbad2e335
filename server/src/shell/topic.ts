import type { Topic } from '../core/note';
import type { Range } from '../core/span';
import type { Script } from './script';

/** Words that say what a command does. */
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
export function commandTopic(script: Script, offset: number): CommandTopic | undefined {
  const isAt = ({ start, end }: Range) => start <= offset && offset <= end;
  // What a wrapper such as sudo runs stands behind it, and says more.
  const call = [...callsOf(script)].findLast(({ words }) => words.some(isAt));
  return call && { range: call.words.find(isAt)!, topic: call.topic };
}

/** What each command is called, where its name stands, or what follows a name that is not written. */
export function commandTopics(script: Script): readonly CommandTopic[] {
  return [...callsOf(script)].flatMap(({ words, topic }) => {
    const range = words.find(({ start, end }) => start < end);
    return range ? [{ range, topic }] : [];
  });
}

function* callsOf({ commands }: Script): Generator<{ words: readonly Range[]; topic: Topic }> {
  for (const { name, tool, args } of commands) {
    if (!name?.literal) continue;
    const end = args.findIndex(({ literal, value }) => !literal || !/^[a-z][a-z0-9-]*$/.test(value));
    const said = args.slice(0, end < 0 ? MOST_WORDS : Math.min(end, MOST_WORDS));
    yield {
      words: [name, ...said].map(({ range }) => range),
      topic: { realm: 'command', steps: [tool, ...said.map(({ value }) => value)] },
    };
  }
}

/** `gcloud container clusters create`. */
const MOST_WORDS = 3;
