import { version } from '../../../../package.json';
import type { Format, FormatLook } from '../formats';
import type { More, ReportedFinding } from '../report';

/**
 * What `kube-linter lint --format json` writes, for what reads it already: kube-linter's name for a check where the
 * finding has one and our rule where it has none. Beside each message stands where it is, which kube-linter does not
 * say; paths are as given.
 */
export const kubeLinterJson: Format = ({ findings, more }, look) => {
  const checks = new Map<string, Check>();
  const reports = findings.map((finding) => {
    const known = more(finding);
    const name = checkOf(finding);
    const check = checks.get(name) ?? described(name, known, look);
    checks.set(name, check);
    check.scope.objectKinds.add(finding.object?.kind ?? 'Any');
    return {
      Diagnostic: {
        Message: finding.message,
        Line: finding.line,
        Column: finding.column,
        EndLine: finding.endLine,
        EndColumn: finding.endColumn,
      },
      Check: name,
      Remediation: check.remediation,
      Object: { Metadata: { FilePath: finding.file }, K8sObject: objectOf(finding, known) },
    };
  });
  const result = {
    Checks: [...checks.values()].map((check) => ({
      ...check,
      scope: { objectKinds: [...check.scope.objectKinds] },
    })),
    Reports: reports,
    Summary: {
      ChecksStatus: reports.length > 0 ? 'Failed' : 'Passed',
      CheckEndTime: new Date().toISOString(),
      KubeLinterVersion: `container-tutor ${version}`,
    },
  };
  return `${JSON.stringify(result)}\n`;
};

interface Check {
  readonly name: string;
  readonly description: string;
  readonly remediation: string;
  readonly scope: { readonly objectKinds: Set<string> };
  readonly template: string;
}

function described(name: string, { rule }: More, { lang }: FormatLook): Check {
  return {
    name,
    description: rule.what[lang],
    remediation: rule.how[lang],
    scope: { objectKinds: new Set() },
    template: rule.id,
  };
}

function checkOf({ also, rule }: ReportedFinding): string {
  const name = also.find((one) => one.startsWith('kube-linter/'));
  return name ? name.slice('kube-linter/'.length) : rule;
}

function objectOf({ object }: ReportedFinding, { apiVersion = '' }: More) {
  const slash = apiVersion.indexOf('/');
  return {
    Namespace: object?.namespace ?? '',
    Name: object?.name ?? '',
    GroupVersionKind: {
      Group: apiVersion.slice(0, Math.max(0, slash)),
      Version: apiVersion.slice(slash + 1),
      Kind: object?.kind ?? '',
    },
  };
}
