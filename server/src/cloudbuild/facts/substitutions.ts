import type { Text } from '../../core/text';

/** What Cloud Build knows by itself. */
export interface BuiltIn {
  readonly what: Text;
  /** Only a build that a trigger starts has it; in others it is empty. */
  readonly triggered?: true;
}

/** Source: https://docs.cloud.google.com/build/docs/configuring-builds/substitute-variable-values (2026-11-21) */
export const BUILT_IN: Readonly<Record<string, BuiltIn>> = {
  PROJECT_ID: { what: { ko: '빌드가 도는 프로젝트의 ID', en: 'the ID of the project the build runs in' } },
  BUILD_ID: { what: { ko: '이 빌드의 ID', en: 'the ID of this build' } },
  PROJECT_NUMBER: { what: { ko: '프로젝트 번호', en: 'the number of the project' } },
  LOCATION: { what: { ko: '빌드가 도는 리전', en: 'the region the build runs in' } },
  SERVICE_ACCOUNT_EMAIL: {
    what: { ko: '빌드가 쓰는 서비스 계정의 이메일', en: 'the email of the service account the build uses' },
    triggered: true,
  },
  SERVICE_ACCOUNT: {
    what: {
      ko: '빌드가 쓰는 서비스 계정의 전체 이름',
      en: 'the full resource name of the service account the build uses',
    },
    triggered: true,
  },
  TRIGGER_NAME: {
    what: { ko: '빌드를 시작한 트리거의 이름', en: 'the name of the trigger that started the build' },
    triggered: true,
  },
  COMMIT_SHA: { what: { ko: '커밋 ID', en: 'the ID of the commit' }, triggered: true },
  REVISION_ID: {
    what: { ko: '커밋 ID(`COMMIT_SHA`와 같다)', en: 'the ID of the commit, as `COMMIT_SHA`' },
    triggered: true,
  },
  SHORT_SHA: {
    what: { ko: '커밋 ID의 앞 일곱 글자', en: 'the first seven characters of the commit ID' },
    triggered: true,
  },
  REPO_NAME: { what: { ko: '저장소 이름', en: 'the name of the repository' }, triggered: true },
  REPO_FULL_NAME: {
    what: {
      ko: '소유자나 조직까지 적은 저장소 이름',
      en: 'the name of the repository with its owner or organization',
    },
    triggered: true,
  },
  BRANCH_NAME: { what: { ko: '브랜치 이름', en: 'the name of the branch' }, triggered: true },
  TAG_NAME: { what: { ko: 'git 태그 이름', en: 'the name of the git tag' }, triggered: true },
  REF_NAME: {
    what: { ko: '브랜치나 태그의 이름', en: 'the name of the branch or tag' },
    triggered: true,
  },
  TRIGGER_BUILD_CONFIG_PATH: {
    what: { ko: '이 파일의 경로', en: 'the path of this file' },
    triggered: true,
  },
};

/** What a pull request trigger of GitHub gives a value, without a declaration. Source: the same page. */
export const GITHUB: Readonly<Record<string, Text>> = {
  _HEAD_BRANCH: { ko: 'pull request의 head 브랜치', en: 'the head branch of the pull request' },
  _BASE_BRANCH: { ko: 'pull request의 base 브랜치', en: 'the base branch of the pull request' },
  _HEAD_REPO_URL: { ko: 'head 저장소의 URL', en: 'the URL of the head repository' },
  _PR_NUMBER: { ko: 'pull request의 번호', en: 'the number of the pull request' },
};
