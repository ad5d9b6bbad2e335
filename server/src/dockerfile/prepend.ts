import type { Edit } from '../core/span';
import type { Command } from '../shell/script';
import type { Run } from './model';

/** Puts a command before another one of a RUN, which then runs if it succeeds, laid out as the lines there are. */
export function prepended(run: Run, command: Command, text: string): Edit {
  const { start } = command.range;
  return { span: { part: run.part, start, end: start }, text: text + separator(run, command) };
}

function separator({ partText: whole, escape: continuation, heredocs }: Run, command: Command): string {
  const { start } = command.range;
  const above = whole.slice(whole.lastIndexOf('\n', start - 1) + 1, start);
  const [, indent, joiner] = /^([ \t]*)(&&[ \t]*)?$/.exec(above) ?? [];
  if (heredocs.length > 0) return indent !== undefined && !joiner ? `\n${indent}` : ' && ';
  if (joiner) return ` ${continuation}\n${above}`;
  if (indent !== undefined) return `${command.before === ';' ? ';' : ' &&'} ${continuation}\n${indent}`;
  const [line, ...below] = whole.slice(start).trimEnd().split(/\r?\n/);
  const next = below.find((one) => !/^\s*(?:#|$)/.test(one));
  if (command.before !== 'start' || next === undefined) return ' && ';
  const margin = /^[ \t]*/.exec(next)![0];
  const trailing = line!.slice(0, -1).trimEnd().endsWith('&&');
  return trailing ? ` && ${continuation}\n${margin}` : ` ${continuation}\n${margin}&& `;
}
