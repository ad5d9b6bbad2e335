import { isLicenseExpression } from './spdx';

/** What the value of a label may have to be. */
export const LABEL_TYPES = ['text', 'url', 'semver', 'hash', 'rfc3339', 'spdx', 'email'] as const;
export type LabelType = (typeof LABEL_TYPES)[number];

/** Which labels an image should have, and of what type. */
export type LabelSchema = Readonly<Record<string, LabelType>>;

const IS: Readonly<Record<LabelType, (value: string) => boolean>> = {
  text: () => true,
  url: isUrl,
  semver: isSemanticVersion,
  hash: isCommit,
  rfc3339: isTimestamp,
  spdx: isLicenseExpression,
  email: isAddress,
};

export function isOfType(type: LabelType, value: string): boolean {
  return IS[type](value);
}

/** With a scheme and, where the scheme has one, a host. https://www.rfc-editor.org/rfc/rfc3986 */
function isUrl(value: string): boolean {
  return (
    /^(?:[a-z][a-z0-9+.-]*:\/\/[^/?#]|(?:file|mailto|urn|tel|data):)/i.test(value) &&
    /^(?:[\w.~:/?#[\]@!$&'()*+,;=-]|%[0-9a-f]{2})+$/i.test(value)
  );
}

/** https://semver.org/#is-there-a-suggested-regular-expression-regex-to-check-a-semver-string */
function isSemanticVersion(value: string): boolean {
  const [, release, build] = /^([^+]+)(?:\+(.*))?$/.exec(value) ?? [];
  const [, numbers, pre] = /^([^-]+)(?:-(.*))?$/.exec(release ?? '') ?? [];
  const isNumber = (text: string) => /^(?:0|[1-9]\d*)$/.test(text);
  const parts = numbers?.split('.') ?? [];
  return (
    parts.length === 3 &&
    parts.every(isNumber) &&
    (pre ?? '0').split('.').every((id) => isNumber(id) || /^\d*[A-Za-z-][\dA-Za-z-]*$/.test(id)) &&
    (build ?? '0').split('.').every((id) => /^[\dA-Za-z-]+$/.test(id))
  );
}

/** As git prints one, shortened or whole, with SHA-1 or SHA-256. https://git-scm.com/docs/gitglossary#def_SHA1 */
function isCommit(value: string): boolean {
  return /^(?:[0-9a-f]{7,40}|[0-9a-f]{64})$/.test(value);
}

/** https://www.rfc-editor.org/rfc/rfc3339#section-5.6; a 60th second may be a leap second. */
function isTimestamp(value: string): boolean {
  const found =
    /^(\d{4})-(\d\d)-(\d\d)t([01]\d|2[0-3]):[0-5]\d:(?:[0-5]\d|60)(?:\.\d+)?(?:z|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/i.exec(
      value,
    );
  if (!found) return false;
  const [year, month, day] = found.slice(1, 4).map(Number) as [number, number, number];
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const last = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
  return day >= 1 && day <= last;
}

/** An addr-spec without comments and blanks. https://www.rfc-editor.org/rfc/rfc5322#section-3.4.1 */
function isAddress(value: string): boolean {
  const atom = "[\\w!#$%&'*+/=?^`{|}~-]+";
  const atoms = `${atom}(?:\\.${atom})*`;
  const quoted = '"(?:[^"\\\\\\r\\n]|\\\\.)*"';
  return new RegExp(`^(?:${atoms}|${quoted})@(?:${atoms}|\\[[^\\s[\\]\\\\]+\\])$`).test(value);
}
