import { isCIDR, isIP } from './addresses';
import { isCron } from './cron';
import { type Format, matching } from './format';

/** What a value says. Source: k8s.io/kubernetes/pkg/apis/core/validation (v1.36.3) */
export const VALUE_FORMATS = {
  ip: {
    what: { ko: 'IP 주소(`10.0.0.1`)', en: 'an IP address such as `10.0.0.1`' },
    fault: (text) => (isIP(text) ? undefined : 'syntax'),
  },
  'cluster-ip': {
    what: { ko: 'IP 주소나 `None`', en: 'an IP address or `None`' },
    fault: (text) => (text === 'None' || text === '' || isIP(text) ? undefined : 'syntax'),
    near: (text) => (text.toLowerCase() === 'none' ? 'None' : text),
  },
  cidr: {
    what: { ko: '주소 범위(`10.0.0.0/8`)', en: 'a range of addresses such as `10.0.0.0/8`' },
    fault: (text) => (isCIDR(text) ? undefined : 'syntax'),
    near: (text) => `${text}/${text.includes(':') ? 128 : 32}`,
  },
  'absolute-path': matching(
    /^\//,
    Infinity,
    { ko: '`/`로 시작하는 경로', en: 'a path that begins with `/`' },
    (text) => `/${text}`,
  ),
  'relative-path': matching(
    /^(?!\/)(?!(?:.*\/)?\.\.(?:\/|$))/,
    Infinity,
    { ko: '`/`로 시작하지 않고 `..`이 없는 경로', en: 'a path that does not begin with `/` and has no `..`' },
    (text) => text.replace(/^\/+/, ''),
  ),
  'path-without-up': matching(/^(?!(?:.*\/)?\.\.(?:\/|$))/, Infinity, {
    ko: '`..`이 없는 경로',
    en: 'a path without `..`',
  }),
  cron: {
    what: {
      ko: '다섯 칸짜리 cron 일정(분 시 일 월 요일, `0 3 * * *`)',
      en: 'a cron schedule of five fields (minute, hour, day, month, weekday) such as `0 3 * * *`',
    },
    fault: (text) => (isCron(text) ? undefined : 'syntax'),
  },
  'time-zone': {
    what: { ko: '시간대 이름(`Asia/Seoul`)', en: 'the name of a time zone such as `Asia/Seoul`' },
    fault: (text) => (isTimeZone(text) ? undefined : 'syntax'),
  },
  percent: {
    what: { ko: '정수나 백분율(`25%`)', en: 'a whole number or a percentage such as `25%`' },
    fault: (text) => (/^\d+%$/.test(text) ? undefined : 'syntax'),
    near: (text) => text.replace(/^(\d+)(?:\.\d+)? *%?$/, '$1%'),
  },
  'field-path': matching(
    /^(?:metadata\.(?:name|namespace|uid|labels|annotations)(?:\['.+'\])?|spec\.(?:nodeName|serviceAccountName)|status\.(?:hostIPs?|podIPs?))$/,
    Infinity,
    {
      ko: 'Pod의 필드(`metadata.name`, `status.podIP`)',
      en: 'a field of the Pod such as `metadata.name` or `status.podIP`',
    },
  ),
  'container-resource': matching(
    /^(?:limits|requests)\.(?:cpu|memory|ephemeral-storage|hugepages-.+)$/,
    Infinity,
    { ko: 'container의 자원(`limits.memory`)', en: 'a resource of the container such as `limits.memory`' },
  ),
} as const satisfies Readonly<Record<string, Format>>;

/** Time zones are part of the language's own library; Go wants them spelled exactly, and knows no `Local`. */
function isTimeZone(text: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: text });
    return !/^[+-]/.test(text);
  } catch {
    return false;
  }
}
