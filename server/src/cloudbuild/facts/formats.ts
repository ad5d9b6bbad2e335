import type { Text } from '../../core/text';

interface Format {
  readonly what: Text;
  test(text: string): boolean;
}

const ENV: Format = {
  what: { ko: '`KEY=VALUE` 꼴의 값', en: 'a pair `KEY=VALUE`' },
  test: (text) => text.includes('='),
};

/**
 * What the values of some fields have to look like, by type and field.
 * Source: CheckBuildSteps, sanitizeBuildTags, commonVolumeChecks and CheckArtifacts in
 * https://github.com/GoogleCloudPlatform/cloud-build-local/blob/master/validate/validate.go
 */
export const FORMATS: Readonly<Record<string, Format>> = {
  'BuildStep.env': ENV,
  'BuildOptions.env': ENV,
  'Build.tags': {
    what: {
      ko: '글자, 숫자, `_`, `.`, `-`로 된 128자 이하의 이름',
      en: 'up to 128 letters, digits, `_`, `.` and `-`, beginning with a letter, digit or `_`',
    },
    test: (text) => text === '' || /^\w[\w.-]{0,127}$/.test(text),
  },
  'Volume.name': {
    what: {
      ko: '글자나 숫자로 시작하는 두 글자 이상의 이름',
      en: 'a name of at least two characters that begins with a letter or digit',
    },
    test: (text) => /^[a-zA-Z0-9][a-zA-Z0-9_.-]+$/.test(text),
  },
  'Volume.path': {
    what: {
      ko: '`/workspace` 같은 예약된 경로가 아닌 절대 경로',
      en: 'an absolute path that is not reserved, as `/workspace` is',
    },
    test: (text) => text.startsWith('/') && !RESERVED.test(text.replace(/\/+$/, '')),
  },
  'Artifacts.ArtifactObjects.location': {
    what: { ko: '`gs://`로 시작하는 주소', en: 'an address that begins with `gs://`' },
    test: (text) => text.startsWith('gs://'),
  },
};

const RESERVED = /^(?:\/workspace|\/builder\/home|\/var\/run\/docker\.sock|\/cloudbuild\/.*)$/;
