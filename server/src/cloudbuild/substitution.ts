import { once } from '../core/once';
import type { Range } from '../core/span';
import { walk } from '../yaml/navigate';
import type { YamlNode, YamlScalar } from '../yaml/node';
import { field, scalarAt, scalarsAt } from './field';
import type { Build } from './model';

/** `$NAME` or `${NAME}` in a text. */
export interface Use extends Range {
  /** In UTF-16 units of the scalar's text, like the range. */
  readonly name: string;
  readonly braced: boolean;
  /** What else stands in the braces: `:-default`, `//a/b`. */
  readonly operation: string;
}

/**
 * The substitutions of a text. `$$` is a dollar sign, and small letters are the shell's.
 * Source: https://github.com/GoogleCloudPlatform/cloud-build-local/blob/master/subst/subst.go
 */
export function usesIn(text: string): readonly Use[] {
  return [
    ...text.matchAll(/\$\$|\$\{([A-Z_][A-Z0-9_]*)(?:\}|([^A-Z0-9_}][^}]*)\})|\$([A-Z_][A-Z0-9_]*)/g),
  ].flatMap(({ index, 0: whole, 1: inBraces, 2: operation = '', 3: bare }) => {
    const name = inBraces ?? bare;
    if (name === undefined) return [];
    const range = { start: index, end: index + whole.length };
    const use = { ...range, name, braced: inBraces !== undefined, operation };
    const inside = operation.includes('$') ? shifted(usesIn(operation), index + 2 + name.length) : [];
    return [use, ...inside];
  });
}

function shifted(uses: readonly Use[], by: number): readonly Use[] {
  return uses.map((use) => ({ ...use, start: use.start + by, end: use.end + by }));
}

export interface Placed {
  readonly node: YamlScalar;
  readonly use: Use;
}

/** All of a file: what is declared counts as used wherever its name stands, scripts aside. */
export const usesOf = once((build: Build): readonly Placed[] => {
  const scripts = new Set<YamlNode>(build.steps.flatMap(({ script }) => script ?? []));
  return build.root ? uses([...walk(build.root)].filter((node) => !scripts.has(node))) : [];
});

/**
 * Where Cloud Build is known to refuse a name that means nothing.
 * Source: CheckSubstitutionTemplate in https://github.com/GoogleCloudPlatform/cloud-build-local/blob/master/validate/validate.go
 */
export const checkedUsesOf = once(({ root, steps, images }: Build): readonly Placed[] => {
  const objects = field(root, 'artifacts', 'objects');
  return uses([
    ...steps.flatMap(({ node, name, args, env, entrypoint }) =>
      [name, ...args, ...env, scalarAt(node, 'dir'), entrypoint].flatMap((one) => one ?? []),
    ),
    ...images,
    ...scalarsAt(root, 'tags'),
    ...[scalarAt(objects, 'location')].flatMap((one) => one ?? []),
    ...scalarsAt(objects, 'paths'),
  ]);
});

function uses(nodes: readonly YamlNode[]): readonly Placed[] {
  return [...new Set(nodes)].flatMap((node) =>
    node.type === 'scalar' ? usesIn(node.text).map((use) => ({ node, use })) : [],
  );
}

/** Names that say what a variable of the step's own shell is: `env`, `secretEnv`, of the step or of all. */
export function environmentOf(build: Build): ReadonlySet<string> {
  const holders = [field(build.root, 'options'), ...build.steps.map(({ node }) => node)];
  return new Set(
    holders.flatMap((holder) =>
      ['env', 'secretEnv'].flatMap((name) =>
        scalarsAt(holder, name).map(({ text }) => text.slice(0, text.search(/=|$/))),
      ),
    ),
  );
}

/** A text with what the file itself says of its substitutions; names of others stay, all in braces. */
export function filledIn(build: Build, text: string, depth = 0): string {
  let filled = '';
  let at = 0;
  for (const { start, end, name, operation } of usesIn(text)) {
    if (start < at) continue;
    const own = operation === '' && depth < DEEPEST ? givenTo(build, name) : undefined;
    filled += text.slice(at, start);
    filled += own === undefined ? `\${${name}${operation}}` : filledIn(build, own, depth + 1);
    at = end;
  }
  return (filled + text.slice(at)).replaceAll('$$', '$');
}

const DEEPEST = 5;

/** What the file gives a substitution; a trigger or `--substitutions` may say otherwise. */
export function givenTo(build: Build, name: string): string | undefined {
  return build.substitutions.findLast((one) => one.name === name)?.value?.text;
}

/** `ALLOW_LOOSE`: a name without a value is empty, and a value without a use is no mistake. */
export function isLoose({ root }: Build): boolean {
  return scalarAt(root, 'options', 'substitutionOption')?.text === 'ALLOW_LOOSE';
}

/** Whether the step's environment has every substitution, too. */
export function isMapped({ root }: Build, step: YamlNode): boolean {
  const own = scalarAt(step, 'automapSubstitutions') ?? scalarAt(root, 'options', 'automapSubstitutions');
  return own?.value === true;
}
