import type { Text } from '../../core/text';

/**
 * What the builders run where a step names no entrypoint.
 * Source: the Dockerfiles of https://github.com/GoogleCloudPlatform/cloud-builders
 */
export const ENTRYPOINTS: Readonly<Record<string, string>> = {
  'gcr.io/cloud-builders/docker': 'docker',
  'gcr.io/cloud-builders/gcloud': 'gcloud',
  'gcr.io/cloud-builders/gsutil': 'gsutil',
  'gcr.io/cloud-builders/kubectl': 'kubectl',
  'gcr.io/cloud-builders/git': 'git',
  'gcr.io/cloud-builders/go': 'go',
  'gcr.io/cloud-builders/mvn': 'mvn',
  'gcr.io/cloud-builders/gradle': 'gradle',
  'gcr.io/cloud-builders/npm': 'npm',
  'gcr.io/cloud-builders/yarn': 'yarn',
  'gcr.io/cloud-builders/curl': 'curl',
  'gcr.io/cloud-builders/wget': 'wget',
  'gcr.io/cloud-builders/bazel': 'bazel',
  'gcr.io/cloud-builders/gke-deploy': 'gke-deploy',
  'gcr.io/kaniko-project/executor': 'executor',
  'gcr.io/k8s-skaffold/pack': 'pack',
  docker: 'docker',
};

/** Their first argument is what runs. */
export const NO_ENTRYPOINT: ReadonlySet<string> = new Set([
  'gcr.io/google.com/cloudsdktool/cloud-sdk',
  'gcr.io/google.com/cloudsdktool/google-cloud-cli',
  'google/cloud-sdk',
  'ubuntu',
  'debian',
  'alpine',
  'bash',
  'busybox',
]);

/** What official builders are for. Source: https://docs.cloud.google.com/build/docs/cloud-builders */
export const BUILDERS: Readonly<Record<string, Text>> = {
  'gcr.io/cloud-builders/docker': {
    ko: 'Docker CLI가 든 builder. `args`는 `docker` 뒤에 오는 말이다',
    en: 'The builder with the Docker CLI: `args` are what follows `docker`',
  },
  'gcr.io/cloud-builders/gcloud': {
    ko: '`gcloud`가 든 builder. `args`는 `gcloud` 뒤에 오는 말이다',
    en: 'The builder with `gcloud`: `args` are what follows `gcloud`',
  },
  'gcr.io/cloud-builders/kubectl': {
    ko: '`kubectl`이 든 builder. 어느 cluster인지는 `CLOUDSDK_COMPUTE_REGION`(또는 `_ZONE`)과 `CLOUDSDK_CONTAINER_CLUSTER`로 정한다',
    en: 'The builder with `kubectl`; `CLOUDSDK_COMPUTE_REGION` (or `_ZONE`) and `CLOUDSDK_CONTAINER_CLUSTER` say which cluster',
  },
  'gcr.io/cloud-builders/gke-deploy': {
    ko: 'GKE에 배포하는 builder. manifest에 이미지의 digest를 적어 넣고 적용한다',
    en: 'Deploys to GKE: writes the digest of the image into the manifests and applies them',
  },
  'gcr.io/google.com/cloudsdktool/cloud-sdk': {
    ko: 'Google Cloud CLI 전체가 든 이미지. `entrypoint`에 `gcloud`, `kubectl`, `gsutil` 따위를 적는다',
    en: 'The whole Google Cloud CLI: `entrypoint` says `gcloud`, `kubectl`, `gsutil`, …',
  },
  'gcr.io/kaniko-project/executor': {
    ko: 'Docker 없이 이미지를 만들어 바로 push하는 builder. 프로젝트는 2025-06에 보관(archive) 처리됐다',
    en: 'Builds an image without Docker and pushes it itself; the project was archived in June 2025',
  },
};
