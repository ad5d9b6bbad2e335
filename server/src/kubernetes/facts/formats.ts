import { isIPv4 } from './addresses';
import { type Fault, type Format, matching } from './format';
import { VALUE_FORMATS } from './value-formats';

/** Lower case, with a dash for what cannot stand there. */
const dashed = (allowed: RegExp) => (text: string) =>
  text
    .toLowerCase()
    .replace(/[\s_]/g, '-')
    .replace(allowed, '')
    .replace(/^[^a-z0-9]+|[^a-z0-9]+$/g, '');

const DNS_LABEL = /^[a-z0-9](?:[-a-z0-9]*[a-z0-9])?$/;
const DNS_SUBDOMAIN = /^[a-z0-9](?:[-a-z0-9]*[a-z0-9])?(?:\.[a-z0-9](?:[-a-z0-9]*[a-z0-9])?)*$/;
const LABEL_VALUE = /^(?:[A-Za-z0-9](?:[-A-Za-z0-9_.]*[A-Za-z0-9])?)?$/;

/** A prefix that is a domain, a slash, and a name; the prefix may be left out. */
function qualifiedFault(text: string): Fault | undefined {
  const parts = text.split('/');
  const name = parts.at(-1)!;
  const prefix = parts.length > 1 ? parts[0]! : undefined;
  if (name.length > 63) return { most: 63 };
  const isName = name !== '' && LABEL_VALUE.test(name) && parts.length < 3;
  const isPrefix = prefix === undefined || (DNS_SUBDOMAIN.test(prefix) && prefix.length <= 253);
  return isName && isPrefix ? undefined : 'syntax';
}

/** What something is called. Sources: k8s.io/apimachinery/pkg/util/validation and k8s.io/kubernetes/pkg/apis/core/validation (v1.36.3). */
const NAME_FORMATS = {
  'dns-label': matching(
    DNS_LABEL,
    63,
    {
      ko: '소문자, 숫자, `-`로만 된 이름(`web-1`)',
      en: 'a name of lower-case letters, digits and `-` such as `web-1`',
    },
    dashed(/[^-a-z0-9]/g),
  ),
  'dns-subdomain': matching(
    DNS_SUBDOMAIN,
    253,
    {
      ko: '소문자, 숫자, `-`, `.`으로만 된 이름(`web-1.shop`)',
      en: 'a name of lower-case letters, digits, `-` and `.` such as `web-1.shop`',
    },
    dashed(/[^-.a-z0-9]/g),
  ),
  /** Until 1.35 a Service's name could not begin with a digit. */
  'dns-1035': matching(
    /^[a-z](?:[-a-z0-9]*[a-z0-9])?$/,
    63,
    {
      ko: '글자로 시작하고 소문자, 숫자, `-`로만 된 이름(`web-1`)',
      en: 'a name that begins with a letter, of lower-case letters, digits and `-`, such as `web-1`',
    },
    dashed(/[^-a-z0-9]/g),
  ),
  'cron-job-name': matching(
    DNS_SUBDOMAIN,
    52,
    {
      ko: '소문자, 숫자, `-`, `.`으로만 된 52자까지의 이름',
      en: 'a name of at most 52 lower-case letters, digits, `-` and `.`',
    },
    dashed(/[^-.a-z0-9]/g),
  ),
  'port-name': matching(
    /^(?=.*[a-z])[a-z0-9]+(?:-[a-z0-9]+)*$/,
    15,
    {
      ko: '글자가 하나는 있고 소문자, 숫자, `-`로 된 15자까지의 이름(`http`)',
      en: 'a name of at most 15 lower-case letters, digits and `-`, one letter at least, such as `http`',
    },
    dashed(/[^-a-z0-9]/g),
  ),
  'label-key': {
    what: {
      ko: '`app`이나 `example.com/app` 같은 key(이름은 글자, 숫자, `-`, `_`, `.`으로 63자까지)',
      en: 'a key such as `app` or `example.com/app` (at most 63 letters, digits, `-`, `_` and `.` in the name)',
    },
    fault: qualifiedFault,
  },
  'label-value': matching(LABEL_VALUE, 63, {
    ko: '글자와 숫자로 시작하고 끝나며 사이에는 `-`, `_`, `.`도 올 수 있는 63자까지의 값',
    en: 'a value of at most 63 letters, digits, `-`, `_` and `.` that begins and ends with a letter or digit',
  }),
  /** Upper and lower case count the same. */
  'annotation-key': {
    what: {
      ko: '`note`나 `example.com/note` 같은 key(이름은 글자, 숫자, `-`, `_`, `.`으로 63자까지)',
      en: 'a key such as `note` or `example.com/note` (at most 63 letters, digits, `-`, `_` and `.` in the name)',
    },
    fault: (text) => qualifiedFault(text.toLowerCase()),
  },
  /** Behind the domain, any path of a URL. */
  'domain-path': {
    what: {
      ko: '`example.com/name`처럼 도메인이 붙은 이름',
      en: 'a name with a domain such as `example.com/name`',
    },
    fault: (text) => {
      const [, domain = '', rest] = /^([^/]+)\/([-A-Za-z0-9/._~%!$&'()*+,;=:]+)$/.exec(text) ?? [];
      if (text.length > 250) return { most: 250 };
      return rest !== undefined && DNS_SUBDOMAIN.test(domain) ? undefined : 'syntax';
    },
  },
  'driver-name': matching(/^[A-Za-z0-9](?:[-A-Za-z0-9.]*[A-Za-z0-9])?$/, 63, {
    ko: '글자, 숫자, `-`, `.`으로 된 63자까지의 이름',
    en: 'a name of at most 63 letters, digits, `-` and `.`',
  }),
  'config-key': matching(/^(?!\.$|\.\.)[-._A-Za-z0-9]+$/, 253, {
    ko: '파일 이름처럼 글자, 숫자, `-`, `_`, `.`으로 된 key',
    en: 'a key like a file name: letters, digits, `-`, `_` and `.`',
  }),
  'environment-name': matching(/^[ -<>-~]+$/, Infinity, {
    ko: '`=`이 없는 ASCII 글자로 된 이름',
    en: 'a name of printable ASCII characters without `=`',
  }),
  'path-segment': matching(/^(?!\.{1,2}$)[^/%]+$/, Infinity, {
    ko: '`/`와 `%`가 없는 이름',
    en: 'a name without `/` and `%`',
  }),
  'http-header': matching(/^[-A-Za-z0-9]+$/, Infinity, {
    ko: '글자, 숫자, `-`로 된 header 이름(`X-Probe`)',
    en: 'a header name of letters, digits and `-` such as `X-Probe`',
  }),
  'webhook-name': matching(
    /^(?:[a-z0-9](?:[-a-z0-9]*[a-z0-9])?\.){2,}[a-z0-9](?:[-a-z0-9]*[a-z0-9])?$/,
    253,
    {
      ko: '`guard.example.com`처럼 점으로 나뉜 세 마디 이상의 이름',
      en: 'a domain of three parts or more such as `guard.example.com`',
    },
  ),
  host: {
    what: {
      ko: '`shop.example.com`이나 `*.example.com` 같은 도메인(IP와 포트 없이)',
      en: 'a domain such as `shop.example.com` or `*.example.com`, no IP address and no port',
    },
    fault: (text) => {
      const domain = text.replace(/^\*\./, '');
      if (text.length > 253) return { most: 253 };
      return DNS_SUBDOMAIN.test(domain) && !isIPv4(text) ? undefined : 'syntax';
    },
    near: (text) =>
      text
        .toLowerCase()
        .replace(/^https?:\/\//, '')
        .replace(/[:/].*$/, ''),
  },
  'wildcard-domain': matching(
    /^(?:\*\.)?[a-z0-9](?:[-a-z0-9]*[a-z0-9])?(?:\.[a-z0-9](?:[-a-z0-9]*[a-z0-9])?)*$/,
    253,
    {
      ko: '`shop.example.com`이나 `*.example.com` 같은 도메인',
      en: 'a domain such as `shop.example.com` or `*.example.com`',
    },
    (text) => text.toLowerCase(),
  ),
  domain: matching(
    /^[a-z0-9](?:[-a-z0-9]*[a-z0-9])?(?:\.[a-z0-9](?:[-a-z0-9]*[a-z0-9])?)*\.?$/,
    254,
    { ko: '도메인(`db.example.com`)', en: 'a domain such as `db.example.com`' },
    (text) =>
      text
        .toLowerCase()
        .replace(/^https?:\/\//, '')
        .replace(/[:/].*$/, ''),
  ),
  /** A group of an API has a dot in it. */
  'api-group': matching(/^[a-z0-9](?:[-a-z0-9]*[a-z0-9])?(?:\.[a-z0-9](?:[-a-z0-9]*[a-z0-9])?)+$/, 253, {
    ko: '점이 있는 도메인(`example.com`)',
    en: 'a domain with a dot in it such as `example.com`',
  }),
  'kind-name': matching(/^[A-Za-z](?:[-A-Za-z0-9]*[A-Za-z0-9])?$/, 63, {
    ko: '글자로 시작하는 이름(`Widget`)',
    en: 'a name that begins with a letter such as `Widget`',
  }),
  sysctl: matching(/^[a-z0-9](?:[-_a-z0-9]*[a-z0-9])?(?:[./][a-z0-9](?:[-_a-z0-9]*[a-z0-9])?)*$/, 253, {
    ko: 'kernel 설정의 이름(`net.core.somaxconn`)',
    en: 'the name of a kernel setting such as `net.core.somaxconn`',
  }),
  /** What a quota counts; what has no domain in front is one of few words. */
  'quota-name': {
    what: {
      ko: '`pods`, `requests.cpu`, `limits.memory`처럼 정해진 이름이나 `count/deployments.apps` 같은 이름',
      en: 'a name there is, such as `pods`, `requests.cpu` or `limits.memory`, or one like `count/deployments.apps`',
    },
    fault: (text) => (text.includes('/') ? qualifiedFault(text) : isQuota(text) ? undefined : 'syntax'),
  },
  /** Of a container: what has no domain in front is one of few words. */
  'resource-name': {
    what: {
      ko: '`cpu`, `memory`, `ephemeral-storage`나 `nvidia.com/gpu`처럼 도메인이 붙은 이름',
      en: '`cpu`, `memory`, `ephemeral-storage`, or a name with a domain such as `nvidia.com/gpu`',
    },
    fault: (text) => (text.includes('/') ? qualifiedFault(text) : isResource(text) ? undefined : 'syntax'),
  },
} as const satisfies Readonly<Record<string, Format>>;

export const FORMATS = { ...NAME_FORMATS, ...VALUE_FORMATS };
export type FormatName = keyof typeof FORMATS;

/** Whether a format is about what something is called; the others are about what a value says. */
export function isNameFormat(name: FormatName): boolean {
  return Object.hasOwn(NAME_FORMATS, name);
}

/** Source: IsStandardQuotaResourceName in k8s.io/kubernetes/pkg/apis/core/helper/helpers.go */
function isQuota(text: string): boolean {
  return /^(?:(?:(?:requests|limits)\.)?(?:cpu|memory|ephemeral-storage)|requests\.storage|(?:requests\.)?hugepages-.+|pods|services(?:\.nodeports|\.loadbalancers)?|replicationcontrollers|resourcequotas|secrets|configmaps|persistentvolumeclaims)$/.test(
    text,
  );
}

function isResource(text: string): boolean {
  return /^(?:cpu|memory|ephemeral-storage|hugepages-.+)$/.test(text);
}
