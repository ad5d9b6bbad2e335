import type { Command } from '../../shell/script';
import type { ImageState, Run } from '../model';
import { resolvePath } from '../state';
import { knownText } from './known-text';

/** The commands that share the RUN's own shell, in order: what a `cd` among them does counts for the next. */
export function ownCommands({ script }: Run): readonly Command[] {
  return script?.commands.filter(({ inside, via }) => inside.length === 0 && via.length === 0) ?? [];
}

/** Where a `cd` goes, as WORKDIR takes it: absolute. Undefined where that cannot be told. */
export function directoryOf(cd: Command, { scope, workdir }: ImageState): string | undefined {
  const [to] = cd.operands;
  const value = to && knownText(to, scope);
  const path = value === undefined ? undefined : resolvePath(workdir?.path, value);
  return cd.options.length === 0 && path && /^[\w./@+-]+$/.test(path) ? path : undefined;
}

/** A `cd` with which nothing more is done, and which does not only go back. */
export function isForgotten(cd: Command, { script }: Run): boolean {
  const { operands, after, before } = cd;
  const back = /^(?:-|\/|~|\.\.?(?:\/\.\.)*\/?)$/.test(operands[0]?.value ?? '-');
  return script!.commands.at(-1) === cd && !back && after !== '&' && before !== '|' && before !== '||';
}
