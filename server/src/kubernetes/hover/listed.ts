import type { Span } from '../../core/span';
import type { Message, Text } from '../../core/text';
import type { Named } from '../references/reference';

/** `Deployment web (web.yaml:3)`. */
export function named({ kind, name }: Named, place: Span): Message {
  return { text: NAMED, values: { kind, name: name ?? '?', place } };
}

/** The first few, and how many more there are. */
export function listed(things: readonly Message[], most = 3): Message {
  // One more takes no more room than saying so.
  const shown = things.length === most + 1 ? things : things.slice(0, most);
  const more = things.length - shown.length;
  return more > 0
    ? { text: MORE, values: { list: shown, more } }
    : { text: { ko: '{list}', en: '{list}' }, values: { list: shown } };
}

const NAMED: Text = { ko: '{kind} `{name}` ({place})', en: '{kind} `{name}` ({place})' };
const MORE: Text = { ko: '{list} 외 {more}개', en: '{list} and {more} more' };
