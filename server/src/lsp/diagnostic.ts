import type { Diagnostic, DiagnosticRelatedInformation } from 'vscode-languageserver';
import type { Diagnosis } from '../core/diagnosis';
import { messageOf, renderFinding } from '../core/page';
import { render } from '../core/text';
import { toRange, toSeverity } from './convert';
import { whereIn } from './features/look';
import { hasPage, pageUri } from './pages';
import type { DiagnosticData } from './protocol';
import type { Session } from './session';

export const SOURCE = 'container-tutor';

/** A finding as the client shows it, in the language of now. */
export function toDiagnostic(session: Session, uri: string, diagnosis: Diagnosis): Diagnostic {
  const { rule, severity } = diagnosis;
  const { lang, options } = session;
  const relatedInformation = relatedTo(session, diagnosis);
  return {
    range: toRange(session.lines(uri)!, diagnosis),
    severity: toSeverity(severity),
    source: SOURCE,
    code: rule.id,
    codeDescription: {
      href: options.pages && hasPage(session, rule.id) ? pageUri({ rule: rule.id }) : rule.source,
    },
    message: renderFinding(diagnosis, lang, whereIn(session)),
    ...(relatedInformation.length > 0 && { relatedInformation }),
    ...(options.diagnosticData && { data: dataOf(session, uri, diagnosis) }),
  };
}

function dataOf(session: Session, uri: string, { finding, names, start, end }: Diagnosis): DiagnosticData {
  const document = session.lines(uri)!;
  const part = session.engine.part(finding.span.part);
  const from = part?.start ?? start;
  const to = part ? part.start + part.text.trimEnd().length : end;
  return { also: names.slice(1), lines: [document.positionAt(from).line, document.positionAt(to).line] };
}

/** The other places a finding speaks of, as far as they are still there. */
function relatedTo(session: Session, { rule, finding }: Diagnosis): DiagnosticRelatedInformation[] {
  return (finding.related ?? []).flatMap(({ span, message, values }) => {
    const place = session.engine.locate(span);
    const document = place && session.lines(place.uri);
    if (!document) return [];
    const text = render(messageOf(rule, message), session.lang, values, whereIn(session));
    return { location: { uri: document.uri, range: toRange(document, place) }, message: text };
  });
}
