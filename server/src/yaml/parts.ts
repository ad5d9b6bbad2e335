import { align } from '../core/align';
import type { PartOf } from '../core/language';
import { type PartId, partId } from '../core/span';
import { splitDocuments } from './split';

/** The documents of one text, each with what was read from it. */
export interface Parts<Unit> {
  /** They tile the text. */
  readonly parts: readonly PartOf<Unit>[];
  /** The serial number the next new part gets. */
  readonly nextSerial: number;
}

/**
 * Cuts a text into documents and reads those that changed. A document with the same text keeps its id and its
 * unit, the same object; an edited one keeps its id.
 *
 * @param previous what was read from the text before the edit.
 */
export function readParts<Unit>(
  text: string,
  uri: string,
  previous: Parts<Unit> | undefined,
  read: (text: string, part: PartId) => Unit,
): Parts<Unit> {
  const ranges = splitDocuments(text);
  const texts = ranges.map(({ start, end }) => text.slice(start, end));
  const before = previous?.parts ?? [];
  const pairings = align(
    before.map((part) => part.text),
    texts,
  );
  let nextSerial = previous?.nextSerial ?? 0;
  const parts = texts.map((own, i): PartOf<Unit> => {
    const { start } = ranges[i]!;
    const pairing = pairings[i];
    const old = pairing && before[pairing.index];
    if (old && pairing.same) return old.start === start ? old : { ...old, start };
    const id = old ? old.id : partId(uri, nextSerial++);
    const kept = previous ? detach(own) : own;
    return { id, start, text: kept, unit: read(kept, id) };
  });
  return { parts, nextSerial };
}

/**
 * The same text without the memory of the whole file behind it: engines keep a slice as a view into the string
 * it was cut from, and after some edits every document would hold another version of the file.
 */
function detach(slice: string): string {
  return ` ${slice}`.slice(1);
}
