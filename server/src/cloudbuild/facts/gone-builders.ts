import type { Text } from '../../core/text';

interface Gone {
  readonly since: string;
  /** What to use instead. */
  readonly instead: Text;
}

/**
 * Builders that nobody looks after any more. The images of `gcr.io/cloud-builders` that are still in their
 * repository are not among them: its README lists alternatives, and deprecates none (2026-06-11).
 * Sources: the history of https://github.com/GoogleCloudPlatform/cloud-builders, and
 * https://github.com/GoogleContainerTools/kaniko (archived on 2025-06-03)
 */
export const GONE_BUILDERS: Readonly<Record<string, Gone>> = {
  'gcr.io/kaniko-project/executor': {
    since: '2025-06',
    instead: {
      ko: '`docker buildx build`나 관리가 이어지는 fork',
      en: '`docker buildx build`, or a fork that is looked after',
    },
  },
  'gcr.io/cloud-builders/golang-project': {
    since: '2018-03',
    instead: { ko: '`golang` 이미지', en: 'the `golang` image' },
  },
  'gcr.io/cloud-builders/glide': {
    since: '2018-01',
    instead: { ko: '`golang` 이미지와 Go module', en: 'the `golang` image with Go modules' },
  },
  'gcr.io/cloud-builders/dockerizer': {
    since: '2016-09',
    instead: { ko: '`gcr.io/cloud-builders/docker`', en: '`gcr.io/cloud-builders/docker`' },
  },
  'gcr.io/cloud-builders/retagger': {
    since: '2016-09',
    instead: { ko: '`gcr.io/cloud-builders/docker`', en: '`gcr.io/cloud-builders/docker`' },
  },
};
