import { closest } from '../../core/closest';
import type { Fix, PeerName } from '../../core/rule';
import { isOfType, type LabelSchema, type LabelType } from '../facts/label-types';
import { LABEL_SCHEMA, labelsIn } from '../facts/labels';
import { SPDX_LICENSES } from '../facts/spdx-licenses';
import type { Word } from '../model';
import { rule } from '../rule';

const PEERS: Readonly<Record<LabelType, readonly PeerName[]>> = {
  text: [],
  url: ['hadolint/DL3052'],
  rfc3339: ['hadolint/DL3053'],
  spdx: ['hadolint/DL3054'],
  hash: ['hadolint/DL3055'],
  semver: ['hadolint/DL3056'],
  email: ['hadolint/DL3058'],
};

const settings = {
  options: {
    'dockerfile/label-value': {
      labelSchema: {
        'org.opencontainers.image.version': 'semver',
        'org.opencontainers.image.licenses': 'spdx',
        'org.opencontainers.image.source': 'url',
        'org.opencontainers.image.created': 'rfc3339',
        'org.opencontainers.image.revision': 'hash',
        'com.example.contact': 'email',
      },
    },
  },
};

/** An example about one label. */
function example(label: string, bad: string, good: string, message: string) {
  const dockerfile = (value: string) => ({
    files: { Dockerfile: `FROM a:1\nLABEL ${label}=${value}\n` },
    settings,
  });
  return { bad: dockerfile(`«${bad}»`), good: dockerfile(good), message };
}

export default rule<{ labelSchema: LabelSchema }>({
  id: 'dockerfile/label-value',
  severity: 'warning',
  scope: 'part',
  what: { ko: '정해 둔 종류가 아닌 label 값', en: 'A label whose value is not what it should be' },
  why: {
    ko: 'label은 사람보다 도구가 더 자주 읽는다. 정책 엔진은 라이선스를, 정리 도구는 날짜를, 배포 도구는 commit을 label에서 찾는다. 형식이 조금만 달라도(`Apache 2`, `2026-11-21 09:00`) 도구는 없는 값으로 치고 넘어가고, 빌드는 성공하므로 아무도 모른다. 어떤 label이 어떤 종류인지는 설정의 `labelSchema`에서 오고, 변수가 든 값은 보지 않는다.',
    en: 'Labels are read by tools more often than by people: a policy engine looks for the license, a clean-up job for the date, a deployment for the commit. If the form is only a little off (`Apache 2`, `2026-11-21 09:00`) they take the value for none, and since the build succeeds nobody notices. Which label holds what comes from `labelSchema` in the configuration; values with variables are left alone.',
  },
  how: {
    ko: '종류에 맞게 쓴다. ex) url `https://example.com`, semver `1.4.0`, hash `4a7d1f2`, rfc3339 `2026-11-21T09:00:00Z`, spdx `MIT OR Apache-2.0`(목록에 없는 것은 `LicenseRef-이름`), email `team@example.com`',
    en: 'Write what the type asks for, ex) url `https://example.com`, semver `1.4.0`, hash `4a7d1f2`, rfc3339 `2026-11-21T09:00:00Z`, spdx `MIT OR Apache-2.0` (`LicenseRef-name` for what is not on the list), email `team@example.com`.',
  },
  messages: {
    empty: { ko: 'label `{label}`의 값이 비어 있다.', en: 'The label `{label}` is empty.' },
    url: {
      ko: '`{value}`{value|은} URL이 아니다. `https://`부터 적는다.',
      en: '`{value}` is no URL: write it from `https://` on.',
    },
    semver: {
      ko: '`{value}`{value|은} semantic version이 아니다. `1.4.0`처럼 숫자 셋을 적고, 앞에 v를 붙이지 않는다.',
      en: '`{value}` is no semantic version: three numbers such as `1.4.0`, without a v in front.',
    },
    hash: {
      ko: '`{value}`{value|은} git commit이 아니다. 소문자 16진수로 7자리 이상을 적는다.',
      en: '`{value}` is no git commit: write at least 7 hexadecimal digits in lower case.',
    },
    rfc3339: {
      ko: '`{value}`{value|은} RFC 3339 시각이 아니다. `2026-11-21T09:00:00Z`처럼 적는다.',
      en: '`{value}` is no RFC 3339 time: write it as in `2026-11-21T09:00:00Z`.',
    },
    spdx: {
      ko: '`{value}`{value|은} SPDX 라이선스 이름이 아니다. ex) `Apache-2.0`, `MIT OR GPL-3.0-only`',
      en: '`{value}` is no SPDX license expression, ex) `Apache-2.0`, `MIT OR GPL-3.0-only`.',
    },
    email: {
      ko: '`{value}`{value|은} 메일 주소가 아니다. `team@example.com`처럼 주소만 적는다.',
      en: '`{value}` is no e-mail address: write the bare address, as in `team@example.com`.',
    },
  },
  concepts: ['dockerfile/LABEL', 'concepts/maintainer-label'],
  source: 'https://github.com/opencontainers/image-spec/blob/main/annotations.md',
  also: ['hadolint/DL3051', ...Object.values(PEERS).flat()],
  fix: 'choice',
  options: { labelSchema: LABEL_SCHEMA },
  examples: [
    example('org.opencontainers.image.version', 'v1.4.0', '1.4.0', 'semver'),
    example('org.opencontainers.image.licenses', 'Apache2.0', 'Apache-2.0', 'spdx'),
    example('org.opencontainers.image.source', 'example.com', 'https://example.com', 'url'),
    example('org.opencontainers.image.created', '2026-11-21', '2026-11-21T09:00:00Z', 'rfc3339'),
    example('org.opencontainers.image.revision', 'main', '4a7d1f2', 'hash'),
    example('com.example.contact', '"Web <web@example.com>"', 'web@example.com', 'email'),
    example('com.example.contact', '""', 'web@example.com', 'empty'),
  ],
  allows: [
    'FROM a:1\nLABEL org.opencontainers.image.version=v1\n',
    { files: { Dockerfile: 'FROM a:1\nLABEL org.opencontainers.image.version="$VERSION" a=b\n' }, settings },
  ],
  *check(unit, { options: { labelSchema } }) {
    for (const { name, value } of labelsIn(unit)) {
      const type = Object.hasOwn(labelSchema, name.text) ? labelSchema[name.text] : undefined;
      if (!type || value.variables.length > 0) continue;
      const empty = value.text.trim() === '';
      if (!empty && isOfType(type, value.text)) continue;
      yield {
        // What is not written has no place but behind its name.
        span: value.raw === '' ? name.span : value.span,
        message: empty ? 'empty' : type,
        values: { label: name.text, value: value.text },
        also: [...(empty ? (['hadolint/DL3051'] as const) : []), ...PEERS[type]],
        fixes: repaired(type, value),
      };
    }
  },
});

function repaired(type: LabelType, { span, raw, text }: Word): Fix[] {
  const near =
    type === 'semver' ? text.replace(/^v\.?/i, '') : type === 'spdx' ? nearLicense(text) : undefined;
  if (near === undefined || !isOfType(type, near) || !raw.includes(text)) return [];
  return [
    {
      title: { ko: '{near:으로} 바꾸기', en: 'Change to {near}' },
      values: { near },
      kind: 'choice',
      edits: [{ span, text: raw.replace(text, () => near) }],
    },
  ];
}

function nearLicense(text: string): string | undefined {
  return text === '' ? undefined : closest(text.replace(/\s+/g, '-'), SPDX_LICENSES, 1);
}
