import type { AnyRule } from './language';
import { type NameIndex, namesOf } from './names';
import type { Settings, Severity } from './rule';

export interface ConfigSource {
  /** Sources of settings, the strongest first; each key is taken from the first that has it. */
  readonly layers: readonly Settings[];
  /** Only findings with one of these names, whatever is switched off. */
  readonly only?: readonly string[];
  /** Full names that are heard though they are off by default; every source may still switch them off. */
  readonly awake?: ReadonlySet<string>;
}

/** The Kubernetes minor version assumed where nobody says: the default of GKE's regular channel. */
export const DEFAULT_KUBERNETES_VERSION = '1.35';

/** What holds for one file: which rules run, with which options, and how loud their findings are. */
export class Config {
  readonly kubernetesVersion: string;
  /** Whether comments that ask hadolint for silence are heard. */
  readonly hadolintPragmas: boolean;
  readonly #names: NameIndex;
  readonly #source: ConfigSource;
  readonly #waking = new Map<string, Config>();
  readonly #active = new Map<readonly AnyRule[], readonly ActiveRule[]>();
  readonly #severities = new WeakMap<readonly string[], Severity | 'off'>();
  readonly #chosen = new Map<string, Choice>();
  readonly #only?: ReadonlySet<string>;
  readonly #awake: ReadonlySet<string>;
  readonly #strict: boolean;
  readonly #options: readonly (readonly [ReadonlySet<string>, Readonly<Record<string, unknown>>])[];

  constructor(names: NameIndex, source: ConfigSource) {
    const { layers, only } = source;
    this.#names = names;
    this.#source = source;
    this.hadolintPragmas = layers.every((layer) => layer.hadolintPragmas !== false);
    this.kubernetesVersion =
      layers.find((layer) => layer.kubernetesVersion)?.kubernetesVersion ?? DEFAULT_KUBERNETES_VERSION;
    this.#strict = layers.find((layer) => layer.profile)?.profile === 'strict';
    layers.forEach((layer, rank) => {
      for (const [written, severity] of Object.entries(layer.rules ?? {}))
        for (const name of names.resolve(written))
          if (!this.#chosen.has(name)) this.#chosen.set(name, { severity, rank });
    });
    this.#options = layers.flatMap((layer) =>
      Object.entries(layer.options ?? {}).map(
        ([written, options]) => [names.resolve(written), options] as const,
      ),
    );
    this.#awake = new Set([...(source.awake ?? []), ...layers.flatMap(({ wake = [] }) => wake)]);
    if (only) this.#only = new Set(only.flatMap((written) => [...names.resolve(written)]));
  }

  /** The same with names that are heard though they are off by default; one object for equal names. */
  waking(awake: ReadonlySet<string>): Config {
    const key = [...awake].sort().join();
    const known = this.#waking.get(key) ?? new Config(this.#names, { ...this.#source, awake });
    this.#waking.set(key, known);
    return known;
  }

  /** The rules worth running, with their options; the same array for the same list of rules. */
  active(rules: readonly AnyRule[]): readonly ActiveRule[] {
    let known = this.#active.get(rules);
    if (!known) {
      known = rules
        .filter((rule) => namesOf(rule).some((name) => this.severity(rule, [name]) !== 'off'))
        .map((rule) => {
          const options = this.#optionsOf(rule);
          const { kubernetesVersion } = this;
          return { rule, options, kubernetesVersion, key: `${kubernetesVersion} ${JSON.stringify(options)}` };
        });
      this.#active.set(rules, known);
    }
    return known;
  }

  /** How loud a finding with these names is, before it lowers its own voice; worked out once for each list of names. */
  severity(rule: AnyRule, names: readonly string[]): Severity | 'off' {
    const known = this.#severities.get(names) ?? this.#judge(rule, names);
    this.#severities.set(names, known);
    return known;
  }

  #judge(rule: AnyRule, names: readonly string[]): Severity | 'off' {
    // The strongest layer speaks; within one, our own id, which comes first among the names.
    const choices = names.flatMap((name) => this.#chosen.get(name) ?? []);
    const chosen = choices.toSorted((a, b) => a.rank - b.rank)[0]?.severity;
    const byDefault = (this.#strict ? rule.strict : undefined) ?? rule.severity;
    const awake = byDefault === 'off' && names.some((name) => this.#awake.has(name));
    const usual = awake ? aloud(rule) : byDefault;
    if (!this.#only) return chosen ?? usual;
    if (!names.some((name) => this.#only?.has(name))) return 'off';
    // Asked for by name, it is as loud as it would be if nobody had switched it off.
    return [chosen, usual].find((one) => one !== undefined && one !== 'off') ?? 'info';
  }

  #optionsOf(rule: AnyRule): Readonly<Record<string, unknown>> {
    const options: Record<string, unknown> = {};
    const given = this.#options.filter(([ids]) => ids.has(rule.id)).map(([, values]) => values);
    const specs = (rule.options ?? {}) as Record<string, { readonly default: unknown }>;
    for (const [name, spec] of Object.entries(specs)) {
      const value = given.find((values) => kindOf(values[name]) === kindOf(spec.default))?.[name];
      options[name] = value ?? spec.default;
    }
    return options;
  }
}

/** What is off by default is as loud as strict would have it, where somebody asks for it. */
function aloud({ strict }: AnyRule): Severity {
  return strict === undefined || strict === 'off' ? 'info' : strict;
}

function kindOf(value: unknown): string {
  return Array.isArray(value) ? 'list' : value === null ? 'nothing' : typeof value;
}

interface Choice {
  readonly severity: Severity | 'off';
  /** The layer it was written in; 0 is the strongest. */
  readonly rank: number;
}

/** A rule with what its check needs to know. */
export interface ActiveRule {
  readonly rule: AnyRule;
  readonly options: Readonly<Record<string, unknown>>;
  readonly kubernetesVersion: string;
  /** Equal for two configurations under which the rule says the same. */
  readonly key: string;
}
