import type { Edit } from '../core/span';
import type { Command } from '../shell/script';
import type { Run } from './model';

/**
 * Puts a command at the end of a RUN, so that it runs if all that is there has succeeded, laid out as the lines
 * above it. Nothing where the end cannot be told or success does not decide what runs.
 */
export function appended(run: Run, command: string): Edit | undefined {
  const joiner = joinerOf(run);
  if (!joiner) return undefined;
  const { part, partText: whole, argumentsSpan } = run;
  const text = whole.slice(argumentsSpan.start, argumentsSpan.end);
  const { end } = argumentsSpan;
  if (!endsInCommand(run, whole.slice(0, end))) return undefined;
  return { span: { part, start: end, end }, text: laidOut(command, joiner, text, run.escape) };
}

/** What joins the commands: `&&` everywhere, or `;` under `set -e`. */
function joinerOf({ form, heredocs, script, shell }: Run): '&&' | ';' | undefined {
  if (form !== 'shell' || heredocs.length > 0 || !script || script.faults.length > 0) return undefined;
  const top = script.commands.filter(({ via }) => via.length === 0);
  const last = top.findLast(({ inside }) => inside.length === 0) ?? top.at(-1);
  if (!last || last.is('exit', 'exec', 'return')) return undefined;
  const joiners = new Set(top.map(connective));
  if (joiners.has('&') || last.after === '&') return undefined;
  if (!joiners.has(';')) return '&&';
  const strict = last.settings.has('errexit') || shell.command.slice(1).some((word) => /^-\w*e/.test(word));
  return strict ? ';' : undefined;
}

/** Before the whole construct a command stands in, if it stands in one. */
function connective({ inside, before }: Command): string {
  return inside[0]?.before ?? before;
}

/** Whether nothing behind the last command would swallow or separate what follows. */
function endsInCommand({ script }: Run, text: string): boolean {
  const end = Math.max(...script!.commands.map(({ range }) => range.end));
  const tail = text.slice(end);
  return !/#|[;&|\\`]\s*$/.test(tail);
}

function laidOut(command: string, joiner: '&&' | ';', text: string, continuation: string): string {
  const lines = text.split(/\r?\n/);
  const indentOf = (line = '') => /^[ \t]*/.exec(line)![0];
  const leading = lines.findLast((line, i) => i > 0 && line.trimStart().startsWith(joiner));
  const trailing = lines.findLastIndex((line) => line.slice(0, -1).trimEnd().endsWith(joiner));
  if (lines.length === 1) return joiner === ';' ? `; ${command}` : ` && ${command}`;
  if (leading === undefined && trailing >= 0)
    return `${joiner === ';' ? ';' : ' &&'} ${continuation}\n${indentOf(lines[trailing + 1])}${command}`;
  if (joiner === ';' && leading === undefined)
    return `; ${continuation}\n${indentOf(lines.at(-1))}${command}`;
  return ` ${continuation}\n${indentOf(leading ?? lines.at(-1))}${joiner} ${command}`;
}
