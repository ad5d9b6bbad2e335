import type { PartId } from '../core/span';
import { type ReadCommand, readCommand, withScript } from './command';
import { heredocWord, readHeredocs } from './heredoc';
import type { CommandLine, Common, Healthcheck, Instruction, ShellInForce } from './instruction';
import { type JsonArray, readJsonArray } from './json';
import type { EscapeCharacter } from './model';
import { readMount } from './mount';
import { readDefinition, readPairs } from './pairs';
import { type Cut, parseInstruction } from './parse';
import { problemsOf } from './problem';
import { type Lines, readLines } from './scan';
import { Source } from './source';
import { skipSpace } from './space';
import type { VariableReference, Word } from './word';

/** What an instruction is read under, besides its text. */
export interface Surroundings {
  readonly escapeChar: EscapeCharacter;
  readonly shell: ShellInForce;
}

/** Reads the text of one part: whole lines that hold one instruction. Total: any text gives an instruction. */
export function readInstruction(
  text: string,
  part: PartId,
  { escapeChar, shell }: Surroundings,
): Instruction {
  const lines = readLines(text, 0, escapeChar);
  return read(new Source(lines.joined, text, part, escapeChar), { shell, lines, onbuild: false });
}

interface Context {
  readonly shell: ShellInForce;
  readonly lines: Lines;
  readonly onbuild: boolean;
}

function read(source: Source, context: Context): Instruction {
  const cut = parseInstruction(source.joined.text, source.escape);
  const common = readCommon(source, cut, context);
  const instruction = typed(source, cut, common, context);
  const problems = problemsOf(instruction, source, cut);
  // Not spread: copying would read the script.
  return Object.assign(instruction, { problems, variables: expandedIn(instruction) });
}

function readCommon(source: Source, cut: Cut, { lines, onbuild }: Context): Common<string> {
  const last = lines.heredocs.at(-1);
  const start = source.joined.toSource(0);
  const line = source.joined.range(0, source.joined.text.length).end;
  const end = Math.max(line, last?.terminator?.end ?? last?.body.end ?? 0);
  const takesHeredocs = cut.keyword === 'RUN' || cut.keyword === 'COPY' || cut.keyword === 'ADD';
  return {
    keyword: cut.keyword,
    part: source.part,
    partText: source.text,
    escape: source.escape,
    span: source.written({ start, end }),
    keywordSpan: source.span(cut.keywordRange),
    written: source.slice(cut.keywordRange),
    joined: source.joined,
    flags: cut.flags.map((range) => source.flag(range)),
    argumentsSpan: source.span(cut.rest),
    words: [],
    heredocs: takesHeredocs ? readHeredocs(source, lines, cut.keyword !== 'RUN') : [],
    comments: lines.comments.map((range) => ({
      span: source.written(range),
      text: source.text.slice(range.start + 1, range.end).trim(),
    })),
    emptyContinuations: lines.emptyLines.map((range) => source.written(range)),
    variables: [],
    problems: [],
    onbuild,
  };
}

function typed(source: Source, cut: Cut, common: Common<string>, context: Context): Instruction {
  const { shell, lines } = context;
  const as = <K extends string>(keyword: K): Common<K> => ({ ...common, keyword });
  const words = cut.words.map((range) => source.word(range));
  const only = cut.rest.end > cut.rest.start ? [source.word(cut.rest, cut.keyword !== 'MAINTAINER')] : [];
  switch (cut.keyword) {
    case 'FROM': {
      const image = cut.image && source.word(cut.image);
      const [second, third, ...more] = cut.words.slice(1).map((range) => source.word(range, false));
      const named = /^as$/i.test(second?.raw ?? '');
      const platform = common.flags.find((flag) => flag.name === 'platform');
      const parts = {
        ...(image && { image }),
        ...(named && second && { as: second }),
        ...(cut.stage && third && { name: third }),
        ...(platform && { platform }),
      };
      return { ...as('FROM'), words: [image, second, third, ...more].filter((word) => !!word), ...parts };
    }
    case 'RUN': {
      const mounts = cut.flags.flatMap((range, i) => {
        const value = source.flagValue(range);
        return common.flags[i]!.name === 'mount' && value ? [readMount(source, common.flags[i]!, value)] : [];
      });
      return commanded({ ...as('RUN'), mounts }, readCommand(source, cut.rest, shell, lines));
    }
    case 'CMD':
      return commanded(as('CMD'), readCommand(source, cut.rest, shell));
    case 'ENTRYPOINT':
      return commanded(as('ENTRYPOINT'), readCommand(source, cut.rest, shell));
    case 'COPY':
    case 'ADD': {
      const all = cut.json ? array(source, cut, true).words : words;
      const sources = all.slice(0, -1).filter(({ raw }) => heredocWord(raw) === undefined);
      const destination = all.at(-1);
      const shared = { words: all, json: cut.json, sources, ...(destination && { destination }) };
      const from = common.flags.find((flag) => flag.name === 'from');
      return cut.keyword === 'ADD'
        ? { ...as('ADD'), ...shared }
        : { ...as('COPY'), ...shared, ...(from && { from }) };
    }
    case 'ARG':
      return { ...as('ARG'), words, definitions: cut.words.map((range) => readDefinition(source, range)) };
    case 'ENV':
      return { ...as('ENV'), ...readPairs(source, cut) };
    case 'LABEL':
      return { ...as('LABEL'), ...readPairs(source, cut) };
    case 'EXPOSE':
      return { ...as('EXPOSE'), words, ports: words };
    case 'VOLUME': {
      const paths = cut.json ? array(source, cut, true).words : words;
      return { ...as('VOLUME'), words: paths, json: cut.json, paths };
    }
    case 'WORKDIR':
      return { ...as('WORKDIR'), words: only, ...(only[0] && { path: only[0] }) };
    case 'USER':
      return { ...as('USER'), words: only, ...(only[0] && { user: only[0] }) };
    case 'STOPSIGNAL':
      return { ...as('STOPSIGNAL'), words: only, ...(only[0] && { signal: only[0] }) };
    case 'MAINTAINER':
      return { ...as('MAINTAINER'), words: only, ...(only[0] && { name: only[0] }) };
    case 'SHELL': {
      const { words: command, mixed } = cut.json ? array(source, cut, false) : { words: [], mixed: true };
      return { ...as('SHELL'), words: command, ...(!mixed && { command }) };
    }
    case 'HEALTHCHECK':
      return healthcheck(source, cut, as('HEALTHCHECK'), shell);
    case 'ONBUILD': {
      // A trigger has none of its own: BuildKit rejects the chain.
      if (!cut.trigger || context.onbuild) return as('ONBUILD');
      const trigger = read(source.from(cut.trigger.start), { ...context, onbuild: true });
      return { ...as('ONBUILD'), trigger };
    }
    default:
      return { ...as('UNKNOWN'), words: [] };
  }
}

function commanded<T extends object>(common: T, { line }: ReadCommand): T & CommandLine {
  return withScript({ ...common, ...line }, () => line.script);
}

function array(source: Source, cut: Cut, expanded: boolean): JsonArray {
  return readJsonArray(source, cut.rest, expanded);
}

function healthcheck(
  source: Source,
  cut: Cut,
  common: Common<'HEALTHCHECK'>,
  shell: ShellInForce,
): Healthcheck {
  if (!cut.type) return common;
  const type = source.word(cut.type, false);
  const rest = { start: skipSpace(source.joined.text, cut.type.end), end: cut.rest.end };
  const written = rest.end > rest.start;
  if (type.raw.toUpperCase() === 'CMD') {
    const { line } = readCommand(source, rest, shell);
    return { ...common, words: [type, ...line.words], type, test: line };
  }
  return { ...common, words: written ? [type, source.word(rest, false)] : [type], type };
}

/** Source: the methods `Expand` and `ExpandRaw` of frontend/dockerfile/instructions/commands.go. */
function expandedIn(instruction: Instruction): VariableReference[] {
  const words: Word[] = instruction.flags.flatMap(({ name, value }) =>
    value && name !== 'from' && name !== 'mount' ? value : [],
  );
  if (instruction.keyword === 'RUN')
    for (const { options } of instruction.mounts)
      words.push(...options.flatMap(({ key, value }) => (value && key !== 'from' ? value : [])));
  words.push(...instruction.words);
  const heredocs = instruction.heredocs.flatMap(({ variables }) => variables);
  return [...words.flatMap(({ variables }) => variables), ...heredocs];
}
