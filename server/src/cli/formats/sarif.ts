import { version } from '../../../../package.json';
import type { Look } from '../../core/page';
import type { Severity } from '../../core/rule';
import { renderRulePage } from '../../core/rule-page';
import type { Lang } from '../../core/text';
import type { Format } from '../formats';
import type { More, Place, ReportedFinding, ReportedFix } from '../report';

const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';
const ROOT = 'SRCROOT';
const LANGUAGE: Readonly<Record<Lang, string>> = { ko: 'ko-KR', en: 'en-US' };

const LEVEL: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  info: 'note',
  hint: 'note',
};

/** What GitHub's code scanning calls a rule's severity. */
const GITHUB: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  info: 'recommendation',
  hint: 'recommendation',
};

/** SARIF 2.1.0: one run with the rules that found something. https://docs.oasis-open.org/sarif/sarif/v2.1.0/ */
export const sarif: Format = (report, { lang, root }) => {
  const told = report.findings.map((finding) => [finding, report.more(finding)] as const);
  const used = [...new Map(told.map(([{ rule }, more]) => [rule, more]))].sort(([a], [b]) =>
    a < b ? -1 : 1,
  );
  const indexes = new Map(used.map(([id], i) => [id, i]));
  const log = {
    $schema: SCHEMA,
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'Container Tutor',
            semanticVersion: version,
            language: LANGUAGE[lang],
            rules: used.map(([, more]) => describeRule(more, lang)),
          },
        },
        language: LANGUAGE[lang],
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: { [ROOT]: { uri: root } },
        results: told.map(([finding, more]) => result(finding, more, indexes.get(finding.rule)!, root)),
      },
    ],
  };
  return `${JSON.stringify(log)}\n`;
};

function describeRule({ rule, language }: More, lang: Lang): object {
  const { id, severity, what, why, how, also, source } = rule;
  const look: Look = { lang, link: () => undefined, note: () => undefined };
  const usual = severity === 'off' ? 'info' : severity;
  return {
    id,
    shortDescription: { text: what[lang] },
    fullDescription: { text: why[lang] },
    help: { text: `${why[lang]}\n\n${how[lang]}`, markdown: renderRulePage(rule, language, look) },
    helpUri: source,
    defaultConfiguration: { enabled: severity !== 'off', level: LEVEL[usual] },
    properties: { tags: [...new Set([language.id, ...also])], 'problem.severity': GITHUB[usual] },
  };
}

function result(
  { rule, severity, message, object }: ReportedFinding,
  { place, related, fixes }: More,
  ruleIndex: number,
  root: string,
): object {
  const logical = object && [
    { name: object.name ?? object.kind, kind: 'object', fullyQualifiedName: pathOf(object) },
  ];
  return {
    ruleId: rule,
    ruleIndex,
    level: LEVEL[severity],
    message: { text: message },
    locations: [{ physicalLocation: physical(place, root), ...(logical && { logicalLocations: logical }) }],
    ...(related.length > 0 && {
      relatedLocations: related.map(({ message, ...place }, i) => ({
        id: i + 1,
        physicalLocation: physical(place, root),
        message: { text: message },
      })),
    }),
    ...(fixes.length > 0 && { fixes: fixes.map((fix) => change(fix, root)) }),
    properties: { severity },
  };
}

/** `namespace/kind/name`, as far as it is known. */
function pathOf({ kind, name, namespace }: NonNullable<ReportedFinding['object']>): string {
  return [namespace, kind, name].filter((part) => part !== undefined).join('/');
}

function change({ title, edits }: ReportedFix, root: string): object {
  const uris = [...new Set(edits.map(({ uri }) => uri))];
  return {
    description: { text: title },
    artifactChanges: uris.map((uri) => ({
      artifactLocation: artifact(uri, root),
      replacements: edits
        .filter((edit) => edit.uri === uri)
        .map((edit) => ({ deletedRegion: region(edit), insertedContent: { text: edit.text } })),
    })),
  };
}

function physical(place: Place, root: string): object {
  return { artifactLocation: artifact(place.uri, root), region: region(place) };
}

/** Relative where it can be; what lies elsewhere has no root. */
function artifact(uri: string, root: string): object {
  return uri.startsWith(root) ? { uri: uri.slice(root.length), uriBaseId: ROOT } : { uri };
}

function region({ line, column, endLine, endColumn }: Place): object {
  return { startLine: line, startColumn: column, endLine, endColumn };
}
