import type { Config } from './config';
import type { Diagnosis } from './diagnosis';
import type { Engine } from './engine';
import type { TextEdit } from './span';

/** Applies edits that do not overlap; two at the same place are applied in the order given. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  let result = '';
  let at = 0;
  for (const edit of edits.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    result += text.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return result + text.slice(at);
}

export function overlap(a: TextEdit, b: TextEdit): boolean {
  if (a.start === a.end && b.start === b.end) return a.start === b.start;
  return a.start < b.end && b.start < a.end;
}

/**
 * The text of a document after every safe fix, applied until nothing is left to apply. Fixes that touch another
 * document, or the same words as one already taken, are left out of a round and looked at again in the next.
 */
export function fixAll(
  engine: Engine,
  uri: string,
  config: Config,
  only?: (diagnosis: Diagnosis) => boolean,
): string {
  const file = engine.file(uri);
  const original = engine.text(uri);
  if (!file || original === undefined) return original ?? '';
  let text = original;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const edits = safeEdits(engine, uri, config, only);
    if (edits.length === 0) break;
    text = applyEdits(text, edits);
    engine.set(file, text);
  }
  engine.set(file, original);
  return text;
}

/** Enough for fixes that make room for others; a pair of fixes that undo each other stops here. */
const MOST_ROUNDS = 20;

function safeEdits(
  engine: Engine,
  uri: string,
  config: Config,
  only: (diagnosis: Diagnosis) => boolean = () => true,
): TextEdit[] {
  const taken: TextEdit[] = [];
  for (const diagnosis of engine.diagnose(uri, config)) {
    const fix = diagnosis.finding.fixes?.find(({ kind }) => kind === 'safe');
    if (!fix || !only(diagnosis)) continue;
    const edits = engine.edits(fix.edits);
    const here = edits?.size === 1 ? edits.get(uri) : undefined;
    if (here && !here.some((edit) => taken.some((other) => overlap(edit, other)))) taken.push(...here);
  }
  return taken;
}
