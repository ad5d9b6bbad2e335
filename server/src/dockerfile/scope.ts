import { type Expansion, expand, type Known } from './expand';
import type { Arg, Env } from './instruction';
import type { Word } from './word';

/**
 * Set in FROM, and in a stage once an ARG without default names them.
 * https://docs.docker.com/reference/dockerfile/#automatic-platform-args-in-the-global-scope
 */
export const PLATFORM_ARGS = [
  'BUILDPLATFORM',
  'BUILDOS',
  'BUILDOSVERSION',
  'BUILDARCH',
  'BUILDVARIANT',
  'TARGETPLATFORM',
  'TARGETOS',
  'TARGETOSVERSION',
  'TARGETARCH',
  'TARGETVARIANT',
  'TARGETSTAGE',
] as const;

/**
 * RUN has them without an ARG where the build is given them; no other instruction does.
 * https://docs.docker.com/reference/dockerfile/#predefined-args
 */
export const PROXY_ARGS = ['HTTP_PROXY', 'HTTPS_PROXY', 'FTP_PROXY', 'NO_PROXY', 'ALL_PROXY'].flatMap(
  (name) => [name, name.toLowerCase()],
);

const UNKNOWN: Known = { state: 'unknown', overridable: false };
const UNSET: Known = { state: 'unset', overridable: false };
const SOMEHOW: Known = { state: 'set', overridable: false };
const BY_PLATFORM: Known = { state: 'set', overridable: true };

/** The PATH BuildKit gives an image that has none. */
const DEFAULT_PATH = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';

/** The variables at one place of a file; immutable, each definition gives a new one that knows its parent. */
export class Scope {
  readonly #parent?: Scope;
  readonly #root: (name: string) => Known;
  readonly #definitions: readonly Definition[];
  readonly #opensStage: boolean;
  readonly #values = new Map<string, Variable>();
  /** What defined the nearest variables; missing at the root. */
  readonly by?: Arg | Env;

  private constructor(
    root: (name: string) => Known,
    parent?: Scope,
    by?: Arg | Env,
    definitions: readonly Definition[] = [],
    opensStage = false,
  ) {
    this.#root = root;
    if (parent) this.#parent = parent;
    if (by) this.by = by;
    this.#definitions = definitions;
    this.#opensStage = opensStage;
  }

  /** Before the first instruction: what FROM sees. */
  static readonly global = new Scope((name) =>
    (PLATFORM_ARGS as readonly string[]).includes(name) ? BY_PLATFORM : UNSET,
  );
  /** On an image that is not read: anything may be set. */
  static readonly image = new Scope((name) => (name === 'PATH' ? SOMEHOW : UNKNOWN));
  static readonly scratch = new Scope((name) =>
    name === 'PATH' ? { ...SOMEHOW, value: DEFAULT_PATH } : UNSET,
  );

  /** Behind an ENV: its values were expanded before any of its names was set. */
  withEnv(env: Env): Scope {
    const definitions = env.pairs.flatMap(({ name, value }) => {
      const named = expand(name.template, (variable) => this.get(variable)).value;
      return named === undefined ? [] : [{ name: named, value }];
    });
    return definitions.length > 0 ? new Scope(this.#root, this, env, definitions) : this;
  }

  /**
   * Behind an ARG: each of its names sees those before it.
   * @param global the scope of FROM, from which an ARG without default in a stage takes its value.
   */
  withArg(arg: Arg, global?: Scope): Scope {
    let scope: Scope = this;
    for (const { name, value } of arg.definitions) {
      const inherited = value ? undefined : global?.get(name.raw);
      const definition = { name: name.raw, ...(value && { value }), ...(inherited && { inherited }) };
      scope = new Scope(this.#root, scope, arg, [definition]);
    }
    return scope;
  }

  /**
   * For a stage built on the one that ends here: its image has the ENVs but not the ARGs, so that an ENV counts
   * even where an ARG of the same name follows it. What an ARG set stays visible otherwise.
   */
  inherited(): Scope {
    return new Scope(this.#root, this, undefined, [], true);
  }

  get(name: string): Variable {
    return this.#get(name, 0);
  }

  /** The value of a word here. */
  expand({ template }: Pick<Word, 'template'>): Expansion {
    return expand(template, (name) => this.get(name));
  }

  /** All names that ENV and ARG instructions in sight have named, nearest first. */
  *names(): Generator<string> {
    let scope: Scope | undefined = this;
    for (; scope; scope = scope.#parent) for (const { name } of scope.#definitions) yield name;
  }

  #get(name: string, depth: number): Variable {
    let scope: Scope = this;
    let declared: Arg | undefined;
    let inherited: [Scope, Definition] | undefined;
    let below = false;
    for (;;) {
      const definition = scope.#definitions.findLast((one) => one.name === name);
      const gives = definition?.value !== undefined || definition?.inherited?.state === 'set';
      if (definition && gives) {
        if (!below || scope.by?.keyword === 'ENV') return scope.#valueOf(definition, depth);
        inherited ??= [scope, definition];
      } else if (definition) declared ??= scope.by as Arg;
      below ||= scope.#opensStage;
      if (!scope.#parent) break;
      scope = scope.#parent;
    }
    const known = scope.#root(name);
    if (inherited && known.state !== 'set') return inherited[0].#valueOf(inherited[1], depth);
    return declared ? { ...known, overridable: true, by: declared } : known;
  }

  #valueOf({ name, value, inherited }: Definition, depth: number): Variable {
    const known = this.#values.get(name);
    if (known) return known;
    const parent = this.#parent!;
    // Only a file made for it nests deeper; the stack would not bear it.
    const lookup = (variable: string): Known => (depth > 200 ? SOMEHOW : parent.#get(variable, depth + 1));
    const expansion = value ? expand(value.template, lookup) : inherited!;
    const by = this.by!;
    const overridable = expansion.overridable || by.keyword === 'ARG';
    const found: Variable = {
      state: 'set',
      ...(expansion.value !== undefined && { value: expansion.value }),
      overridable,
      by,
    };
    this.#values.set(name, found);
    return found;
  }
}

/** What is known of a variable, and the instruction that set or declared it. */
export interface Variable extends Known {
  readonly by?: Arg | Env;
}

interface Definition {
  readonly name: string;
  readonly value?: Word;
  readonly inherited?: Known;
}
