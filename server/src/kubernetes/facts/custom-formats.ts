import { isCIDR, isIP } from './addresses';
import { FORMATS } from './formats';

/**
 * Whether a text is what a `format` of a CustomResourceDefinition names. Formats that are a matter of opinion (`uri`,
 * `email`, `hostname`) or that the server does not know are not judged.
 * Source: k8s.io/apiextensions-apiserver/pkg/apiserver/validation/formats.go, k8s.io/kube-openapi/pkg/validation/strfmt
 */
export function fitsFormat(format: string, text: string): boolean {
  // The server does not tell `date-time` from `datetime` either.
  const fits = CUSTOM_FORMATS.get(format.replaceAll('-', ''));
  return !fits || text === '' || fits(text);
}

const uuid = (version: string, variant = '[0-9a-f]') =>
  new RegExp(`^[0-9a-f]{8}-?[0-9a-f]{4}-?${version}[0-9a-f]{3}-?${variant}[0-9a-f]{3}-?[0-9a-f]{12}$`, 'i');

const like = (pattern: RegExp) => (text: string) => pattern.test(text);

const CUSTOM_FORMATS: ReadonlyMap<string, (text: string) => boolean> = new Map([
  ['ipv4', (text: string) => isIP(text) && text.includes('.')],
  ['ipv6', (text: string) => isIP(text) && text.includes(':')],
  ['cidr', isCIDR],
  ['uuid', like(uuid('[0-9a-f]'))],
  ['uuid3', like(uuid('3'))],
  ['uuid4', like(uuid('4', '[89ab]'))],
  ['uuid5', like(uuid('5', '[89ab]'))],
  ['hexcolor', like(/^#?(?:[0-9a-fA-F]{3}|[0-9a-fA-F]{6})$/)],
  ['byte', like(/^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=|[A-Za-z0-9+/]{4})$/)],
  ['date', isDate],
  ['datetime', isDateTime],
  ['k8sshortname', (text: string) => FORMATS['dns-label'].fault(text) === undefined],
  ['k8slongname', (text: string) => FORMATS['dns-subdomain'].fault(text) === undefined],
]);

function isDate(text: string): boolean {
  const [, year = '', month = '', day = ''] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text) ?? [];
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  // The years up to 99 would be read as those of the last century.
  date.setUTCFullYear(Number(year));
  return year !== '' && date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day);
}

function isDateTime(text: string): boolean {
  const [date = '', time = ''] = text.toLowerCase().split('t');
  const [, hour = '99', minute = '99', second = '99'] =
    /^(\d\d):(\d\d):(\d\d)(?:.\d+)?(?:z|[+-]\d\d:\d\d)$/.exec(time) ?? [];
  return isDate(date) && hour <= '23' && minute <= '59' && second <= '59';
}
