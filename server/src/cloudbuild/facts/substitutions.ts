import type { Text } from '../../core/text';

/** What Cloud Build knows by itself. Source: https://docs.cloud.google.com/build/docs/configuring-builds/substitute-variable-values (2026-11-21) */
export const BUILT_IN: Readonly<Record<string, Text>> = {
  PROJECT_ID: { ko: '빌드가 도는 프로젝트의 ID', en: 'the ID of the project the build runs in' },
  BUILD_ID: { ko: '이 빌드의 ID', en: 'the ID of this build' },
  PROJECT_NUMBER: { ko: '프로젝트 번호', en: 'the number of the project' },
  LOCATION: { ko: '빌드가 도는 리전', en: 'the region the build runs in' },
  SERVICE_ACCOUNT_EMAIL: {
    ko: '빌드가 쓰는 서비스 계정의 이메일',
    en: 'the email of the service account the build uses',
  },
  SERVICE_ACCOUNT: {
    ko: '빌드가 쓰는 서비스 계정의 전체 이름',
    en: 'the full resource name of the service account the build uses',
  },
  TRIGGER_NAME: { ko: '빌드를 시작한 trigger의 이름', en: 'the name of the trigger that started the build' },
  COMMIT_SHA: { ko: 'commit ID', en: 'the ID of the commit' },
  REVISION_ID: { ko: 'commit ID(`COMMIT_SHA`와 같다)', en: 'the ID of the commit, as `COMMIT_SHA`' },
  SHORT_SHA: { ko: 'commit ID의 앞 일곱 글자', en: 'the first seven characters of the commit ID' },
  REPO_NAME: { ko: '저장소 이름', en: 'the name of the repository' },
  REPO_FULL_NAME: {
    ko: '소유자나 조직까지 적은 저장소 이름',
    en: 'the name of the repository with its owner or organization',
  },
  BRANCH_NAME: { ko: 'branch 이름', en: 'the name of the branch' },
  TAG_NAME: { ko: 'git tag 이름', en: 'the name of the git tag' },
  REF_NAME: { ko: 'branch나 tag의 이름', en: 'the name of the branch or tag' },
  TRIGGER_BUILD_CONFIG_PATH: { ko: '이 파일의 경로', en: 'the path of this file' },
};

/** What a pull request trigger of GitHub gives a value, without a declaration. Source: the same page. */
export const GITHUB: ReadonlySet<string> = new Set([
  '_HEAD_BRANCH',
  '_BASE_BRANCH',
  '_HEAD_REPO_URL',
  '_PR_NUMBER',
]);
