import { SPDX_LICENSES } from './spdx-licenses';

const KNOWN: ReadonlySet<string> = new Set(SPDX_LICENSES.map((id) => id.toLowerCase()));
/** Licenses the list does not have. */
const OWN = /^(?:DocumentRef-[A-Za-z0-9.-]+:)?LicenseRef-[A-Za-z0-9.-]+$/;

/**
 * Whether a text is a license expression, `MIT OR Apache-2.0`. Names are compared whatever their case; of
 * exceptions only the form is looked at. https://spdx.github.io/spdx-spec/v3.0.1/annexes/spdx-license-expressions/
 */
export function isLicenseExpression(text: string): boolean {
  const tokens = text.match(/[()]|[^\s()]+/g) ?? [];
  return expressionFrom(tokens, 0) === tokens.length;
}

/** The place behind an expression that starts at `at`; undefined where none does. */
function expressionFrom(tokens: readonly string[], at: number): number | undefined {
  let end = licenseFrom(tokens, at);
  while (end !== undefined && /^(?:AND|OR|and|or)$/.test(tokens[end] ?? ''))
    end = licenseFrom(tokens, end + 1);
  return end;
}

function licenseFrom(tokens: readonly string[], at: number): number | undefined {
  const token = tokens[at] ?? '';
  if (token === '(') {
    const end = expressionFrom(tokens, at + 1);
    return end !== undefined && tokens[end] === ')' ? end + 1 : undefined;
  }
  if (!KNOWN.has(token.toLowerCase().replace(/\+$/, '')) && !OWN.test(token)) return undefined;
  if (!/^(?:WITH|with)$/.test(tokens[at + 1] ?? '')) return at + 1;
  return /^[A-Za-z0-9.-]+$/.test(tokens[at + 2] ?? '') ? at + 3 : undefined;
}
