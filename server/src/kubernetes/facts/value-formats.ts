import { canonical, isCIDR, isIP } from './addresses';
import { isCron } from './cron';
import { type Format, matching } from './format';

const STRICT_IP = {
  ko: '0으로 시작하는 자리가 없는 IP 주소(`10.0.0.1`)',
  en: 'an IP address without leading zeros such as `10.0.0.1`',
};

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
  /** Since 1.36. */
  'strict-ip': strict(isIP, STRICT_IP),
  'strict-cluster-ip': strict((text) => text === 'None' || text === '' || isIP(text), STRICT_IP),
  'strict-cidr': strict(isCIDR, {
    ko: '주소 범위의 첫 주소와 길이(`10.0.0.0/8`)',
    en: 'the first address of a range and its length, such as `10.0.0.0/8`',
  }),
  'https-url': matching(
    /^https:\/\/[^/?#]/,
    Infinity,
    { ko: '`https://`로 시작하는 URL', en: 'a URL that begins with `https://`' },
    (text) => text.replace(/^(?:http:\/\/)?/, 'https://'),
  ),
  'json-path': matching(
    /^\./,
    Infinity,
    {
      ko: '`.`으로 시작하는 경로(`.spec.replicas`)',
      en: 'a path that begins with a dot such as `.spec.replicas`',
    },
    (text) => `.${text.replace(/^\$?\.?/, '')}`,
  ),
  image: matching(
    /^\S(?:.*\S)?$/s,
    Infinity,
    { ko: '앞뒤에 공백이 없는 이미지 이름', en: 'the name of an image without spaces around it' },
    (text) => text.trim(),
  ),
  'search-domain': matching(
    /^(?:\.|[_a-z0-9](?:[-_a-z0-9]*[_a-z0-9])?(?:\.[_a-z0-9](?:[-_a-z0-9]*[_a-z0-9])?)*\.?)$/,
    254,
    { ko: '도메인(`shop.svc.cluster.local`)', en: 'a domain such as `shop.svc.cluster.local`' },
    (text) => text.toLowerCase(),
  ),
  'limit-type': {
    what: {
      ko: '`Container`, `Pod`, `PersistentVolumeClaim`이나 도메인이 붙은 이름',
      en: '`Container`, `Pod`, `PersistentVolumeClaim`, or a name with a domain',
    },
    fault: (text) => (/^(?:Container|Pod|PersistentVolumeClaim)$|\//.test(text) ? undefined : 'syntax'),
    near: (text) =>
      ['Container', 'Pod', 'PersistentVolumeClaim'].find(
        (word) => word.toLowerCase() === text.toLowerCase().replace(/s$/, ''),
      ) ?? text,
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
    { ko: '컨테이너의 자원(`limits.memory`)', en: 'a resource of the container such as `limits.memory`' },
  ),
} as const satisfies Readonly<Record<string, Format>>;

/** Written as 1.36 and later want it, where earlier versions were content with less. */
function strict(fits: (text: string) => boolean, what: Format['what']): Format {
  const near = (text: string) => canonical(text) ?? text;
  return { what, near, fault: (text) => (fits(text) && near(text) === text.trim() ? undefined : 'syntax') };
}

/** Time zones are part of the language's own library; Go wants them spelled exactly, and knows no `Local`. */
function isTimeZone(text: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: text });
    return !/^[+-]/.test(text);
  } catch {
    return false;
  }
}
