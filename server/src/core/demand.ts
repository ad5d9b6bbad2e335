import type { Config } from './config';
import { quieter } from './diagnosis';
import type { AnyRule, Demand } from './language';
import type { NameIndex } from './names';
import type { Finding, Severity } from './rule';
import type { Span } from './span';

/** How loud findings are where their text itself has a say. */
export class Demands {
  readonly #demands: readonly Resolved[];
  readonly #awake: ReadonlySet<string>;

  constructor(demands: Iterable<Demand>, names: NameIndex) {
    this.#demands = [...demands].map(({ kind, names: written, span }) => ({
      kind,
      span,
      names: new Set(written.flatMap((name) => [...names.resolve(name)])),
    }));
    this.#awake = new Set(this.#demands.flatMap(({ kind, names }) => (kind === 'on' ? [...names] : [])));
  }

  /** The configuration under which the rules run that the text switches on. */
  config(given: Config): Config {
    return this.#awake.size > 0 ? given.waking(this.#awake) : given;
  }

  /**
   * A demand never turns up what a configuration has switched off. A hint is something we cannot know: that the
   * build fails on it is no more certain.
   */
  severity(
    rule: AnyRule,
    { span, severity }: Finding,
    names: readonly string[],
    given: Config,
  ): Severity | 'off' {
    const usual = given.severity(rule, names);
    const asked = (kind: Demand['kind']) =>
      this.#demands.some((one) => one.kind === kind && means(one, names, span));
    const heard = usual === 'off' && asked('on') ? this.config(given).severity(rule, names) : usual;
    if (heard === 'off') return heard;
    return severity !== 'hint' && asked('error') ? 'error' : quieter(heard, severity);
  }
}

function means(
  { names: meant, span: within }: Resolved,
  names: readonly string[],
  { part, start }: Span,
): boolean {
  const inside = !within || (within.part === part && start >= within.start && start < within.end);
  return inside && names.some((name) => meant.has(name));
}

interface Resolved extends Pick<Demand, 'kind' | 'span'> {
  readonly names: ReadonlySet<string>;
}
