import type { Span } from '../core/span';
import { heredocWord } from './heredoc';
import type { CommandLine, Instruction } from './instruction';
import type { Cut } from './parse';
import { isJsonArray } from './scan';
import type { Source } from './source';

/** Why BuildKit rejects an instruction while it reads it. */
export interface Problem {
  readonly code: ProblemCode;
  /** The narrowest text that shows it. */
  readonly span: Span;
}

export type ProblemCode =
  | 'instruction-unknown'
  | 'argument-missing'
  | 'arguments-too-many'
  | 'heredoc-unterminated'
  | 'heredoc-as-destination'
  /** A JSON array with something else than strings. */
  | 'json-not-strings'
  /** A word without `=` among `name=value`s. */
  | 'pair-without-equals'
  /** `ENV name` alone. */
  | 'pair-without-value'
  | 'name-empty'
  /** FROM takes one word, or three with AS in the middle. */
  | 'from-arguments'
  | 'stage-name-invalid'
  /** Neither CMD nor NONE. */
  | 'healthcheck-type'
  | 'onbuild-chained'
  | 'onbuild-trigger-forbidden'
  | 'shell-not-json'
  | 'volume-empty';

/** Source: the functions of line_parsers.go and instructions/parse.go; flags and mounts are left to rules. */
export function problemsOf(instruction: Instruction, source: Source, cut: Cut): Problem[] {
  const problems: Problem[] = [];
  const add = (code: ProblemCode, span: Span = instruction.keywordSpan): void => {
    problems.push({ code, span });
  };
  for (const { span, terminator } of instruction.heredocs) if (!terminator) add('heredoc-unterminated', span);
  if (hasMixedArray(source, cut)) add('json-not-strings', instruction.argumentsSpan);
  else specific(instruction, cut, add, source);
  return problems;
}

type Add = (code: ProblemCode, span?: Span) => void;

function specific(instruction: Instruction, cut: Cut, add: Add, source: Source): void {
  const { words, argumentsSpan } = instruction;
  switch (instruction.keyword) {
    case 'FROM': {
      const named = words.length === 3 && /^as$/i.test(words[1]!.raw);
      if (words.length === 0) add('argument-missing');
      else if (words.length !== 1 && !named) add('from-arguments', words[1]!.span);
      else if (named && !/^[a-z][a-z0-9-_.]*$/i.test(words[2]!.raw))
        add('stage-name-invalid', words[2]!.span);
      break;
    }
    case 'COPY':
    case 'ADD':
      if (words.length < 2) add('argument-missing');
      else if (heredocWord(words.at(-1)!.raw)) add('heredoc-as-destination', words.at(-1)!.span);
      break;
    case 'ENV':
    case 'LABEL':
      if (cut.words.length === 0) add('argument-missing');
      else if (cut.pairs.length === 1 && !cut.pairs[0]!.value) add('pair-without-value', argumentsSpan);
      for (const { name, value } of cut.pairs.length > 1 ? cut.pairs : [])
        if (!value) add('pair-without-equals', source.span(name));
      for (const { name, span } of instruction.pairs) if (name.raw === '') add('name-empty', span);
      break;
    case 'ARG':
      if (words.length === 0) add('argument-missing');
      for (const { name, span } of instruction.definitions) if (name.raw === '') add('name-empty', span);
      break;
    case 'VOLUME':
      if (words.length === 0) add('argument-missing');
      for (const { raw, span } of words) if (raw.trim() === '') add('volume-empty', span);
      break;
    case 'SHELL':
      if (instruction.command?.length === 0 || argumentsSpan.start === argumentsSpan.end)
        add('argument-missing');
      else if (!instruction.command) add('shell-not-json', argumentsSpan);
      break;
    case 'HEALTHCHECK': {
      const type = instruction.type?.raw.toUpperCase();
      if (type === undefined || (type === 'CMD' && isEmpty(instruction.test))) add('argument-missing');
      else if (type === 'NONE' && words.length > 1) add('arguments-too-many', words[1]!.span);
      else if (type !== 'NONE' && type !== 'CMD') add('healthcheck-type', instruction.type!.span);
      break;
    }
    case 'ONBUILD': {
      const { trigger } = instruction;
      if (!cut.trigger) add('argument-missing');
      else if (trigger?.keyword === 'ONBUILD') add('onbuild-chained', trigger.keywordSpan);
      else if (trigger?.keyword === 'FROM' || trigger?.keyword === 'MAINTAINER')
        add('onbuild-trigger-forbidden', trigger.keywordSpan);
      break;
    }
    case 'EXPOSE':
    case 'WORKDIR':
    case 'USER':
    case 'STOPSIGNAL':
    case 'MAINTAINER':
      if (words.length === 0) add('argument-missing');
      break;
    case 'UNKNOWN':
      add('instruction-unknown');
  }
}

function isEmpty(test: CommandLine | undefined): boolean {
  return !test || test.form === 'empty' || (test.form === 'json' && test.words.length === 0);
}

function hasMixedArray(source: Source, { json, rest, type }: Cut): boolean {
  const text = source.slice(type ? { start: type.end, end: rest.end } : rest).trim();
  if (!json && !(type && isJsonArray(text))) return false;
  return (JSON.parse(text) as unknown[]).some((value) => typeof value !== 'string');
}
