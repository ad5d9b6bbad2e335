import type { Sample } from './rule';
import type { Range } from './span';

/** A text with its «marks» taken out, and where they stood (UTF-16 units of the clean text). */
export interface Marked {
  readonly text: string;
  readonly ranges: readonly Range[];
}

/** Reads «marks»; they may touch but not nest. */
export function readMarks(marked: string): Marked {
  const ranges: Range[] = [];
  let text = '';
  let start = 0;
  for (const piece of marked.split(/([«»])/)) {
    if (piece === '«') start = text.length;
    else if (piece === '»') ranges.push({ start, end: text.length });
    else text += piece;
  }
  return { text, ranges };
}

/** The files of a sample by name, the one it is about first. */
export function filesOf(sample: Sample, usualName: string): readonly (readonly [string, string])[] {
  return typeof sample === 'string' ? [[usualName, sample]] : Object.entries(sample.files);
}
