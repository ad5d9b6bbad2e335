import { readDockerfile } from '../../server/src/dockerfile/read';
import { DIRECTIVES, FAULTS } from './faults';
import { SAMPLES } from './samples';

/** A sound Dockerfile with one thing changed. */
export interface Mutant {
  readonly fault: string;
  /** What was done, in short. */
  readonly change: string;
  readonly text: string;
}

/** As many mutants as asked for, half of them of these texts: the same ones every time. */
export function mutantsOf(texts: readonly string[], count: number): readonly Mutant[] {
  const random = new Random(20);
  const lines = Object.entries(FAULTS).flatMap(([fault, some]) => some.map((line) => ({ fault, line })));
  const mutants: Mutant[] = [];
  // Every line of the table comes up before one comes up again; the other half is edits of what is there.
  for (let i = 0; mutants.length < count; i++) {
    const text = random.of(random.below(2) === 0 ? SAMPLES : texts);
    const { fault, line } = lines[(i >> 1) % lines.length]!;
    const edit = EDITS[(i >> 1) % EDITS.length]!;
    const mutant = i % 2 === 0 ? withLine(text, fault, line, random) : edit(text, random);
    if (mutant && mutant.text !== text) mutants.push(mutant);
  }
  return mutants;
}

type Edit = (text: string, random: Random) => Mutant | undefined;

/** Mulberry32: small and the same everywhere. */
class Random {
  #seed: number;

  constructor(seed: number) {
    this.#seed = seed;
  }

  /** A whole number from 0, below the limit. */
  below(limit: number): number {
    this.#seed = (this.#seed + 0x6d2b79f5) | 0;
    let t = Math.imul(this.#seed ^ (this.#seed >>> 15), 1 | this.#seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % limit;
  }

  of<T>(list: readonly T[]): T {
    return list[this.below(list.length)]!;
  }
}

/** Puts a line behind an instruction of a stage; names of stages in it are made to fit. */
function withLine(text: string, fault: string, line: string, random: Random): Mutant {
  const { parts, stages } = readDockerfile(text, { uri: 'file:///Dockerfile' });
  const from = parts.findIndex((part) => part.kind === 'instruction' && part.instruction.keyword === 'FROM');
  const part = random.of(parts.slice(from).filter(({ kind }) => kind === 'instruction'));
  const at = part.start + part.text.length;
  const index = stages.findLastIndex(({ from: base }) =>
    parts.some(({ id, start }) => id === base?.part && start <= part.start),
  );
  const name = (i: number) => stages[i]?.name ?? `${i}`;
  const fitting = line
    .replace('=self', `=${name(index)}`)
    .replace('=SELF', `=${name(index).toUpperCase()}`)
    .replace('=later', `=${name(index + 1)}`);
  const before = text.slice(0, at).replace(/\n?$/, '\n');
  return { fault, change: fitting, text: `${before}${fitting}\n${text.slice(at)}` };
}

/** The text without a range, and with something in its place. */
function replaced(text: string, start: number, end: number, by: string): string {
  return text.slice(0, start) + by + text.slice(end);
}

/** An edit of one match of a pattern. */
function each(fault: string, pattern: RegExp, change: (match: string, random: Random) => string): Edit {
  return (text, random) => {
    const matches = [...text.matchAll(pattern)];
    if (matches.length === 0) return undefined;
    const { 0: match, index } = random.of(matches);
    const by = change(match, random);
    const show = (part: string) => JSON.stringify(part.length > 60 ? `${part.slice(0, 60)}…` : part);
    return {
      fault,
      change: `${show(match)} → ${show(by)}`,
      text: replaced(text, index, index + match.length, by),
    };
  };
}

function typo(word: string, random: Random): string {
  const at = random.below(word.length);
  const two = word.slice(at, at + 2);
  return random.of([
    replaced(word, at, at + 1, ''),
    replaced(word, at, at, word[at]!),
    replaced(word, at, at + two.length, [...two].reverse().join('')),
  ]);
}

const KEYWORD =
  /^[ \t]*(?:FROM|RUN|COPY|ADD|ARG|ENV|LABEL|EXPOSE|WORKDIR|USER|CMD|ENTRYPOINT|VOLUME|HEALTHCHECK|SHELL|STOPSIGNAL|ONBUILD)\b/gim;

const EDITS: readonly Edit[] = [
  each('typo in a keyword', KEYWORD, typo),
  each('typo in a flag', /(?<= )--[a-z-]+/g, typo),
  each('typo in a mount', /(?<=--mount=)\S+/g, typo),
  each('flag without value', /(?<= --[a-z-]+)=\S+/g, () => ''),
  each('flag with an empty value', /(?<= --[a-z-]+=)\S+/g, () => ''),
  each('flag twice', / --[a-z-]+=\S+/g, (flag) => flag + flag),
  each('no arguments', /(?<=^(?:FROM|COPY|ADD|ENV|EXPOSE|WORKDIR|USER|CMD|ARG|LABEL) ).+$/gm, () => ''),
  each('last argument missing', /(?<=^(?:FROM|COPY|ADD|ENV|ARG|LABEL) .*) \S+$/gm, () => ''),
  each(
    'an argument more',
    /(?<=^(?:FROM|COPY|USER|WORKDIR|HEALTHCHECK|ENV|ARG|EXPOSE|SHELL) .*)$/gm,
    () => ' foo',
  ),
  each('JSON', /(?<=^\S+ )\[.*\]$/gm, (json, random) => {
    const marks = [...json.matchAll(/["[\],]/g)].map(({ index }) => index);
    const at = random.of(marks);
    return replaced(json, at, at + 1, random.of(['', "'", '""', json[at]! + json[at]]));
  }),
  each('heredoc without end', /^(?:EOF|EOT|END)$/gm, (_, random) =>
    random.of(['', ' EOF', 'eof', 'EOF ', 'EOFF']),
  ),
  each('quote missing', /["']/g, () => ''),
  each('brace missing', /[{}]/g, () => ''),
  each('case of a keyword', KEYWORD, (word) => word.toLowerCase()),
  each('case of AS', /\bAS\b/gi, (word, random) => random.of(['as', 'AS', 'As', `${word} `, 'IS', ''])),
  each('case of a stage', /(?<=^FROM .* AS )\S+/gim, (name) => name.toUpperCase()),
  each('stage names', /(?<=^FROM .* AS )\S+/gim, (_, random) =>
    random.of(['builder', 'build', 'base', 'scratch', 'context', '1', 'a!', '', 'Base']),
  ),
  each('source of COPY', /(?<=--from=)[^\s,]+/g, (_, random) =>
    random.of(['0', '1', '2', '9', 'build', 'Builder', 'base', 'nginx', '$A', 'final', '']),
  ),
  each('base', /(?<=^FROM )\S+/gim, (_, random) =>
    random.of(['builder', 'base', 'final', '$UNSET', 'scratch', 'Foo', 'build', '${TAG}', 'foo:']),
  ),
  each('blank line in a continuation', /(?<=\\\n)/g, (_, random) =>
    random.of(['\n', ' \n', '# a\n', '\n\n']),
  ),
  each('continuation lost', /\\\n/g, (_, random) => random.of(['\n', '\\ \n', '\\\\\n', '\\ # a\n'])),
  each('continuation at the end', /\n$/g, (_, random) => random.of([' \\\n', ' \\', '\\\n\n', ' \\\n# a\n'])),
  each('directive above', /^/g, (_, random) => `${random.of(DIRECTIVES)}\n`),
  each('two directives above', /^/g, (_, random) => `${random.of(DIRECTIVES)}\n${random.of(DIRECTIVES)}\n`),
  each('directive in the middle', /^(?=[A-Z]+ )/gm, (_, random) => `${random.of(DIRECTIVES)}\n`),
  each('something before FROM', /^(?=FROM )/gim, (_, random) =>
    random.of([
      'RUN a\n',
      'ARG A=b\n',
      'ARG\n',
      'ENV A=b\n',
      'ARG A=$B\n',
      '  \n',
      'LABEL a=b\n',
      'ARG A=${\n',
      'FROM\n',
      'ARG A=Foo\n',
    ]),
  ),
  each('FROM missing', /^FROM .*\n/gim, () => ''),
  each('line missing', /^.+\n/gm, () => ''),
  each('line twice', /^.+\n/gm, (line) => line + line),
  each('character missing', /[^\n]/g, () => ''),
  each('character more', /(?<=\S)(?=\S)/g, (_, random) =>
    random.of(['"', "'", '$', '{', '\\', '#', '[', '<', '=', ',', ' ', ':', '\n', '`', '\t', '\u00a0', '한']),
  ),
];
