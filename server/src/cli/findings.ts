import type { Resolved } from '../config/resolve';
import type { Diagnosis } from '../core/diagnosis';
import type { Engine, Fault } from '../core/engine';
import type { ObjectRef } from '../core/language';
import { messageOf, renderFinding } from '../core/page';
import type { Range, Span } from '../core/span';
import { type Lang, render, type Text, type Values, type Where } from '../core/text';
import type { Input } from './inputs';
import { Lines } from './lines';
import type { More, Place, Report, ReportedFinding } from './report';

/** Lints texts the engine knows. A finding that cannot be put into words is a fault, and the others are told. */
export function reportOn(
  engine: Engine,
  inputs: readonly Input[],
  resolved: ReadonlyMap<Input, Resolved>,
  lang: Lang,
  onFault: (fault: Fault) => void,
): Report {
  const teller = new Teller(engine, inputs, lang);
  const diagnoses = new Map<ReportedFinding, readonly [Input, Diagnosis]>();
  for (const input of inputs)
    for (const diagnosis of engine.diagnose(input.uri, resolved.get(input)!.config))
      try {
        diagnoses.set(teller.reported(input, diagnosis), [input, diagnosis]);
      } catch (error) {
        onFault({ rule: diagnosis.rule.id, uri: input.uri, error });
      }
  return {
    files: inputs.length,
    findings: [...diagnoses.keys()].sort(inOrder),
    more: (finding) => teller.more(...diagnoses.get(finding)!),
  };
}

/** Puts findings into words and lines. */
class Teller {
  readonly #engine: Engine;
  readonly #lang: Lang;
  readonly #names: ReadonlyMap<string, string>;
  readonly #lines = new Map<string, Lines>();

  constructor(engine: Engine, inputs: readonly Input[], lang: Lang) {
    this.#engine = engine;
    this.#lang = lang;
    this.#names = new Map(inputs.map(({ uri, name }) => [uri, name]));
  }

  reported({ uri, name }: Input, diagnosis: Diagnosis): ReportedFinding {
    const { rule, finding, severity, names } = diagnosis;
    const { line, column, endLine, endColumn } = this.#place(uri, diagnosis);
    return {
      file: name,
      line,
      column,
      endLine,
      endColumn,
      rule: rule.id,
      also: names.slice(1),
      severity,
      message: renderFinding(diagnosis, this.#lang, this.#where),
      url: rule.source,
      fixable: finding.fixes?.some(({ kind }) => kind === 'safe') ?? false,
      object: told(this.#engine.object(diagnosis)),
    };
  }

  more({ uri }: Input, diagnosis: Diagnosis): More {
    const { rule, finding } = diagnosis;
    const placed = (span: Span) => {
      const location = this.#engine.locate(span);
      return location ? [this.#place(location.uri, location)] : [];
    };
    return {
      rule,
      language: this.#engine.languages.find(({ rules }) => rules.includes(rule))!,
      ...(finding.severity && { lowered: finding.severity }),
      apiVersion: this.#engine.object(diagnosis)?.apiVersion,
      place: this.#place(uri, diagnosis),
      related: (finding.related ?? []).flatMap(({ span, message, values }) =>
        placed(span).map((place) => ({ ...place, message: this.#say(messageOf(rule, message), values) })),
      ),
      fixes: (finding.fixes ?? []).flatMap(({ title, values, kind, edits }) => {
        const changes = edits.flatMap(({ span, text }) => placed(span).map((place) => ({ ...place, text })));
        const whole = changes.length === edits.length;
        return whole ? { title: this.#say(title, values), safe: kind === 'safe', edits: changes } : [];
      }),
    };
  }

  #say(text: Text, values?: Values): string {
    return render(text, this.#lang, values, this.#where);
  }

  readonly #where: Where = (span) => {
    const place = this.#engine.locate(span);
    if (!place) return '';
    return `${this.#names.get(place.uri) ?? place.uri}:${this.#linesOf(place.uri).at(place.start).line}`;
  };

  #place(uri: string, { start, end }: Range): Place {
    const from = this.#linesOf(uri).at(start);
    const to = this.#linesOf(uri).at(end);
    return { uri, line: from.line, column: from.column, endLine: to.line, endColumn: to.column };
  }

  #linesOf(uri: string): Lines {
    const known = this.#lines.get(uri) ?? new Lines(this.#engine.text(uri) ?? '');
    this.#lines.set(uri, known);
    return known;
  }
}

function told(object: ObjectRef | undefined): ReportedFinding['object'] {
  return object && { kind: object.kind, name: object.name, namespace: object.namespace };
}

function inOrder(a: ReportedFinding, b: ReportedFinding): number {
  return (
    compare(a.file, b.file) ||
    a.line - b.line ||
    a.column - b.column ||
    compare(a.rule, b.rule) ||
    a.endLine - b.endLine ||
    a.endColumn - b.endColumn
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
