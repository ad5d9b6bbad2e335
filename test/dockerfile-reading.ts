import type { Span } from '../server/src/core/span';
import type { Dockerfile, Instruction, Stage, UseSource } from '../server/src/dockerfile/model';
import { canonicalName, type ImageReference } from '../server/src/image/reference';

/** A model written down in lines, for tables of what a Dockerfile means and for comparing two readings. */
export interface Reading {
  readonly reads: readonly string[];
  readonly stages: readonly string[];
  readonly problems: readonly string[];
}

export function readingOf(dockerfile: Dockerfile): Reading {
  return {
    reads: dockerfile.instructions.map(instruction),
    stages: dockerfile.stages.map(stage),
    problems: problems(dockerfile),
  };
}

/** `COPY --from=x "a" "b"`, `RUN shell "echo hi"`, `ENV A="1"`, and heredocs with their bodies. */
function instruction(one: Instruction): string {
  const flags = one.flags.map(({ name, value }) => `--${name}${value ? `=${value.raw}` : ''}`);
  return [name(one), ...flags, ...argumentsOf(one), ...heredocs(one)].join(' ');
}

function name(one: Instruction): string {
  return one.keyword === 'UNKNOWN' ? `? ${one.written}` : one.keyword;
}

function argumentsOf(one: Instruction): string[] {
  switch (one.keyword) {
    case 'RUN':
    case 'CMD':
    case 'ENTRYPOINT':
      return command(one);
    case 'HEALTHCHECK':
      return one.test ? [one.type!.raw, ...command(one.test)] : one.words.map(({ raw }) => raw);
    case 'ENV':
    case 'LABEL':
      return one.pairs.map((pair) => `${pair.name.raw}=${show(pair.value.raw)}`);
    case 'ARG':
      return one.definitions.map((arg) => arg.name.raw + (arg.value ? `=${show(arg.value.raw)}` : ''));
    case 'ONBUILD':
      return one.trigger ? [instruction(one.trigger)] : [];
    case 'COPY':
    case 'ADD':
    case 'VOLUME':
      return [...(one.json ? ['json'] : []), ...one.words.map(({ raw }) => show(raw))];
    default:
      return one.words.map(({ raw }) => show(raw));
  }
}

function command(line: Extract<Instruction, { keyword: 'RUN' | 'CMD' }> | { form: string }): string[] {
  const { form, words, command, interpreter } = line as Extract<Instruction, { keyword: 'RUN' }>;
  if (form === 'json') return ['json', ...words.map(({ raw }) => show(raw))];
  return [...(interpreter ? [interpreter] : []), form, ...(form === 'empty' ? [] : [show(command.text)])];
}

function heredocs(one: Instruction): string[] {
  if (one.onbuild && one.keyword === 'ONBUILD') return [];
  return one.heredocs.map((heredoc) => {
    const { fileDescriptor, chomp, expand, body } = heredoc;
    const sign = `${fileDescriptor || ''}<<${chomp ? '-' : ''}`;
    return `${sign}${expand ? heredoc.name : `'${heredoc.name}'`}:${show(body)}`;
  });
}

/** `0 build <- docker.io/library/a`, then what it uses, its layers and what it leaves behind. */
function stage(one: Stage): string {
  const { workdir, user, shellBy, shell } = one.state;
  const base = one.base;
  const on =
    base.kind === 'stage'
      ? `stage ${base.stage.index}`
      : base.kind === 'image'
        ? image(base.reference)
        : base.kind;
  return [
    `${one.index}${one.name ? ` ${one.name}` : ''} <- ${on}`,
    ...(base.kind === 'image' && base.overridable ? ['by ARG'] : []),
    ...one.uses.map(({ source: used }) => `uses ${source(used)}`),
    ...(one.layers.length > 0 ? [`layers ${one.layers.length}`] : []),
    ...(workdir ? [`in ${workdir.path ?? '?'}`] : []),
    ...(user ? [`as ${user.value ?? '?'}`] : []),
    ...(shellBy || shell.family !== 'posix' ? [`shell ${shell.name}`] : []),
    ...(one.reachable ? [] : ['unused']),
  ].join(', ');
}

function source(used: UseSource): string {
  switch (used.kind) {
    case 'image':
      return image(used.reference);
    case 'stage':
    case 'self':
    case 'later':
      return `${used.kind} ${used.stage.index}`;
    case 'no-such-index':
      return `nothing ${used.index}`;
    default:
      return used.kind;
  }
}

function image(reference: ImageReference): string {
  const { tag, digest, problem } = reference;
  const rest = `${tag === undefined ? '' : `:${tag}`}${digest === undefined ? '' : `@${digest}`}`;
  return `${canonicalName(reference)}${rest}${problem ? ` (${problem.code})` : ''}`;
}

function problems(dockerfile: Dockerfile): string[] {
  const lines: string[] = [];
  const add = (code: string, span: Span): void => {
    lines.push(`${code} ${show(textAt(dockerfile, span))}`);
  };
  for (const { code, span } of dockerfile.directiveProblems) add(code, span);
  for (const one of dockerfile.outside) add('before FROM', one.keywordSpan);
  for (const one of dockerfile.instructions)
    for (const inner of one.keyword === 'ONBUILD' && one.trigger ? [one, one.trigger] : [one]) {
      for (const { code, span } of inner.problems) add(code, span);
      for (const { problem, span } of inner.words) if (problem) add(problem, span);
      for (const span of inner.emptyContinuations) add('empty-continuation', span);
    }
  return lines;
}

/** The text a span stands for, as it is written in the file. */
export function textAt({ parts }: Dockerfile, { part, start, end }: Span): string {
  return parts.find(({ id }) => id === part)!.text.slice(start, end);
}

function show(text: string): string {
  return JSON.stringify(text);
}
