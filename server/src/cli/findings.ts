import type { Resolved } from '../config/resolve';
import type { Diagnosis } from '../core/diagnosis';
import type { Engine, Fault } from '../core/engine';
import { renderFinding } from '../core/page';
import type { Lang, Where } from '../core/text';
import type { Input } from './inputs';
import { Lines } from './lines';
import type { Report, ReportedFinding } from './report';

/** Lints texts the engine knows. A finding that cannot be put into words is a fault, and the others are told. */
export function reportOn(
  engine: Engine,
  inputs: readonly Input[],
  resolved: ReadonlyMap<Input, Resolved>,
  lang: Lang,
  onFault: (fault: Fault) => void,
): Report {
  const names = new Map(inputs.map(({ uri, name }) => [uri, name]));
  const lines = new Map<string, Lines>();
  const linesOf = (uri: string) => {
    const known = lines.get(uri) ?? new Lines(engine.text(uri) ?? '');
    lines.set(uri, known);
    return known;
  };
  const where: Where = (span) => {
    const place = engine.locate(span);
    return place ? `${names.get(place.uri) ?? place.uri}:${linesOf(place.uri).at(place.start).line}` : '';
  };
  const reported = ({ uri, name }: Input, diagnosis: Diagnosis): ReportedFinding => {
    const { rule, finding, severity, names, start, end } = diagnosis;
    const from = linesOf(uri).at(start);
    const to = linesOf(uri).at(end);
    return {
      file: name,
      line: from.line,
      column: from.column,
      endLine: to.line,
      endColumn: to.column,
      rule: rule.id,
      also: names.slice(1),
      severity,
      message: renderFinding(diagnosis, lang, where),
      url: rule.source,
      fixable: finding.fixes?.some(({ kind }) => kind === 'safe') ?? false,
      object: engine.object(diagnosis),
    };
  };
  const findings = inputs.flatMap((input) =>
    engine.diagnose(input.uri, resolved.get(input)!.config).flatMap((diagnosis) => {
      try {
        return [reported(input, diagnosis)];
      } catch (error) {
        onFault({ rule: diagnosis.rule.id, uri: input.uri, error });
        return [];
      }
    }),
  );
  return { files: inputs.length, findings: findings.toSorted(inOrder) };
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
