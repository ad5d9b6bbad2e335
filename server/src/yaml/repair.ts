import type { TextEdit } from '../core/span';
import { diagnoseProblem, diagnoseStray, diagnoseUnclosed, type Flaw } from './diagnose';
import { readDirectly } from './direct';
import type { FaultCode } from './fault';
import { lineStart } from './lines';
import { parseDocument } from './parse';
import type { Parsed } from './parsed';
import { Patched } from './patched';

/** The best tree a text gives, with the faults of the text itself. Offsets of the tree are those of `Read.text`. */
export interface Read {
  readonly parsed: Parsed;
  /** Where a character of the repaired text stands in the source. */
  readonly toSource: (offset: number) => number;
  readonly flaws: readonly { readonly code: FaultCode; readonly start: number; readonly end: number }[];
}

/**
 * Parses a text, and as long as something is wrong, repairs the first fault and parses again. So one fault is
 * told once, the text behind it is still read, and a second fault is a second one and no consequence. A line
 * tells one fault; when a repair does not help, the rest keeps silent.
 */
export function readTolerantly(source: string): Read {
  let text = source;
  let parsed = parse(text);
  let toSource = (offset: number) => offset;
  if (parsed.problems.length + parsed.unclosed.length + parsed.stray.length === 0)
    return { parsed, toSource, flaws: [] };
  const flaws: Read['flaws'][number][] = [];
  /** How often each line was repaired, by its start in the source. */
  const tries = new Map<number, number>();
  let budget = Math.max(MOST_TEXT, 2 * source.length);
  for (;;) {
    const { found, edits, hopeless } = examine(text, parsed, tries, (at) => lineStart(source, toSource(at)));
    for (const { code, start, end } of found)
      if (code) flaws.push({ code, start: toSource(start), end: Math.max(toSource(start), toSource(end)) });
    budget -= text.length;
    if (hopeless || edits.length === 0 || budget <= 0) break;
    const patched = new Patched(text, edits);
    const before = toSource;
    toSource = (offset) => before(patched.toSource(offset));
    text = patched.text;
    parsed = parse(text);
  }
  return { parsed, toSource, flaws };
}

function parse(text: string): Parsed {
  return readDirectly(text) ?? parseDocument(text);
}

/** Repairs cost a parse each: small documents get as many as they need, large ones a few. */
const MOST_TEXT = 200_000;
const MOST_TRIES = 3;

interface Examined {
  /** The faults to tell, up to and with the first one that can be repaired. */
  readonly found: readonly Flaw[];
  readonly edits: readonly TextEdit[];
  readonly hopeless: boolean;
}

function examine(
  text: string,
  parsed: Parsed,
  tries: Map<number, number>,
  lineOf: (offset: number) => number,
): Examined {
  const found: Flaw[] = [];
  for (const flaw of flawsOf(text, parsed)) {
    const line = lineOf(flaw.start);
    const tried = tries.get(line);
    if (tried === undefined) found.push(flaw);
    else if (tried === 0) continue;
    else if (tried >= MOST_TRIES) return { found, edits: [], hopeless: true };
    tries.set(line, (tried ?? 0) + (flaw.edits.length > 0 ? 1 : 0));
    for (const other of flaw.lines ?? []) if (!tries.has(lineOf(other))) tries.set(lineOf(other), 1);
    if (flaw.edits.length > 0) return { found, edits: flaw.edits, hopeless: false };
  }
  return { found, edits: [], hopeless: false };
}

/**
 * In the order of the text: what was never closed stands before what the package saw because of it. Of brackets
 * that the same place left open the inner one comes first. A quote that is open swallows the brackets behind it,
 * so those of before wait for it.
 */
function* flawsOf(text: string, parsed: Parsed): Generator<Flaw> {
  const { unclosed, stray, problems } = parsed;
  const quote = unclosed.find(({ opener }) => opener === '"' || opener === "'")?.start ?? -1;
  const outermost = new Map<number, number>();
  for (const { start, end } of unclosed) outermost.set(end, Math.min(start, outermost.get(end) ?? start));
  const causes = [
    ...unclosed.map((cause) => {
      const at = outermost.get(cause.end)!;
      return {
        at: quote > at ? quote + 0.5 : at,
        start: cause.start,
        diagnose: () => diagnoseUnclosed(text, cause),
      };
    }),
    ...stray.map((cause) => ({ at: cause.start, start: cause.start, diagnose: () => diagnoseStray(cause) })),
    ...problems.map((cause) => ({
      at: cause.start,
      start: cause.start,
      diagnose: () => diagnoseProblem(text, parsed, cause),
    })),
  ];
  for (const { diagnose } of causes.sort((a, b) => a.at - b.at || b.start - a.start)) {
    const flaw = diagnose();
    if (flaw) yield flaw;
  }
}
