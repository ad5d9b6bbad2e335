import type {
  Argument,
  Env,
  From,
  Healthcheck,
  Instruction,
  ModifiableInstruction,
  Onbuild,
} from 'dockerfile-ast';
import { DockerfileParser } from 'dockerfile-ast';
import type { Range } from '../core/span';
import type { EscapeCharacter } from './model';
import { argumentsStart, neutralise, type Splitting } from './neutral';
import { isJsonArray, keywordOf } from './scan';

/**
 * One instruction as dockerfile-ast cuts it; offsets count in its joined line. This is the only file that knows
 * the package. It is handed a neutralised line and asked for places only: every value comes from the line itself.
 */
export interface Cut {
  /** In upper case. */
  readonly keyword: string;
  readonly keywordRange: Range;
  readonly flags: readonly Range[];
  /** All behind the flags; empty at the end of the line where there is nothing. */
  readonly rest: Range;
  /** The words of the rest where BuildKit splits it. */
  readonly words: readonly Range[];
  readonly json: boolean;
  /** ENV and LABEL. */
  readonly pairs: readonly { readonly name: Range; readonly value?: Range }[];
  readonly image?: Range;
  readonly stage?: Range;
  /** The first word behind ONBUILD. */
  readonly trigger?: Range;
  /** The first word behind HEALTHCHECK. */
  readonly type?: Range;
}

const SPLITTING: Readonly<Record<string, Splitting>> = {
  FROM: 'blanks',
  COPY: 'blanks',
  ADD: 'blanks',
  EXPOSE: 'blanks',
  VOLUME: 'blanks',
  ONBUILD: 'blanks',
  ENV: 'quotes',
  LABEL: 'quotes',
  ARG: 'quotes',
};

const TAKES_JSON = new Set(['RUN', 'CMD', 'ENTRYPOINT', 'SHELL', 'COPY', 'ADD', 'VOLUME']);

/** @param line a joined, trimmed instruction. */
export function parseInstruction(line: string, escapeChar: EscapeCharacter): Cut {
  const keyword = keywordOf(line);
  let neutral = neutralise(line, escapeChar, SPLITTING[keyword] ?? 'none');
  // `ENV name value`: the name ends at the first blank, quoted or not, and all the rest is the value.
  const pairs = keyword === 'ENV' || keyword === 'LABEL';
  const legacy = pairs && /^[^=]+$/.test(firstWord(neutral));
  if (legacy) neutral = neutralise(line, escapeChar, 'blanks');
  const rest = { start: Math.min(argumentsStart(neutral), line.length), end: line.length };
  const json = TAKES_JSON.has(keyword) && isJsonArray(line.slice(rest.start));
  const instruction = first(neutral);
  const keywordRange = { start: 0, end: keyword.length };
  if (!instruction) return { keyword, keywordRange, flags: [], rest, words: [], json, pairs: [] };
  const [flags, words] = flagsAndWords(instruction);
  const split = keyword in SPLITTING && !json ? words : [];
  // Classes that know no flags have them among their arguments: these are read from a line without flags.
  const hasFlags = neutral.slice(0, rest.start).includes('--');
  const bare =
    hasFlags && !('getFlags' in instruction)
      ? first(keyword.padEnd(rest.start) + neutral.slice(rest.start))
      : undefined;
  return { keyword, keywordRange, flags, rest, words: split, json, ...special(bare ?? instruction, legacy) };
}

function first(neutral: string): Instruction | undefined {
  return DockerfileParser.parse(neutral).getInstructions()[0];
}

function firstWord(neutral: string): string {
  const start = argumentsStart(neutral);
  return neutral.slice(start, neutral.indexOf(' ', start) < 0 ? undefined : neutral.indexOf(' ', start));
}

/** Some classes of dockerfile-ast know no flags and have them among their arguments. */
function flagsAndWords(instruction: Instruction): [flags: Range[], words: Range[]] {
  const known = 'getFlags' in instruction ? (instruction as ModifiableInstruction).getFlags() : [];
  const words = instruction.getArguments();
  const first = words.findIndex((word) => !word.getValue().startsWith('--'));
  const flags = [...known, ...words.splice(0, first < 0 ? words.length : first)];
  return [flags.map(rangeOf).filter(({ start, end }) => end - start > 2), words.map(rangeOf)];
}

function special(
  instruction: Instruction,
  legacy: boolean,
): Pick<Cut, 'pairs' | 'image' | 'stage' | 'trigger' | 'type'> {
  switch (instruction.getKeyword()) {
    case 'ENV':
    case 'LABEL':
      return { pairs: pairsOf(instruction as Env, legacy) };
    case 'FROM': {
      const image = (instruction as From).getImageRange();
      const stage = (instruction as From).getBuildStageRange();
      return { pairs: [], ...(image && { image: offsets(image) }), ...(stage && { stage: offsets(stage) }) };
    }
    case 'ONBUILD': {
      const trigger = (instruction as Onbuild).getTriggerRange();
      return { pairs: [], ...(trigger && { trigger: offsets(trigger) }) };
    }
    case 'HEALTHCHECK': {
      const type = (instruction as Healthcheck).getSubcommand();
      return { pairs: [], ...(type && { type: rangeOf(type) }) };
    }
    default:
      return { pairs: [] };
  }
}

function pairsOf(instruction: Env, legacy: boolean): Cut['pairs'] {
  return instruction.getProperties().map((property) => {
    const name = offsets(property.getNameRange());
    const { end } = offsets(property.getRange());
    const written = property.getValueRange();
    if (legacy) return { name, ...(written && { value: offsets(written) }) };
    return name.end < end ? { name, value: { start: name.end + 1, end } } : { name };
  });
}

function rangeOf(argument: Pick<Argument, 'getRange'>): Range {
  return offsets(argument.getRange());
}

/** A neutralised text is one line, so that a column is an offset. */
function offsets({ start, end }: { start: { character: number }; end: { character: number } }): Range {
  return { start: start.character, end: end.character };
}
