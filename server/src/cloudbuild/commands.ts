import { familiarName, parseReference } from '../image/reference';
import type { Script } from '../shell/model';
import { type Placed, readExec, readShell } from '../shell/script';
import type { YamlScalar } from '../yaml/node';
import { written } from '../yaml/written';
import { ENTRYPOINTS, NO_ENTRYPOINT } from './facts/builders';
import type { Step } from './model';

/**
 * What a step runs: its script, or its entrypoint with its arguments. Where it names no entrypoint its builder's
 * counts, if that is known.
 * @param text the document's
 */
export function commandsOf(
  { name, entrypoint, args, script }: Pick<Step, 'name' | 'entrypoint' | 'args' | 'script'>,
  text: string,
): Script | undefined {
  if (script) return isShell(script.text) ? readShell(written(script, text)) : undefined;
  const words = args.map((one) => written(one, text));
  if (entrypoint) return readExec([written(entrypoint, text), ...words]);
  const builder = name && builderOf(name);
  if (builder === undefined) return undefined;
  const own = ENTRYPOINTS[builder];
  if (own !== undefined) return readExec([impliedAt(own, name!), ...words]);
  return NO_ENTRYPOINT.has(builder) ? readExec(words) : undefined;
}

/** A builder without its registry's defaults, tag and digest: `gcr.io/cloud-builders/docker`. */
export function builderOf({ text }: YamlScalar): string | undefined {
  const reference = parseReference(text);
  return reference.problem ? undefined : familiarName(reference);
}

/** Other programs than a shell may read a script. */
function isShell(script: string): boolean {
  const [, program] = /^#![ \t]*(?:\S*\/env[ \t]+)?(\S+)/.exec(script) ?? [];
  return program === undefined || /(?:^|\/)(?:ba|da|a)?sh$/.test(program);
}

/** A word nobody wrote: it stands, without length, where the builder is named. */
function impliedAt(text: string, { span: { start } }: YamlScalar): Placed {
  return { text, range: () => ({ start, end: start }) };
}
