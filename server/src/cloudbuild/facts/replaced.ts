/**
 * Fields and words that the API marks as deprecated, with what says the same.
 * Source: `deprecated = true` in google/devtools/cloudbuild/v1/cloudbuild.proto, whose comments name the successors
 */
export const REPLACED: Readonly<Record<string, string>> = {
  workerPool: 'pool.name',
  N1_HIGHCPU_8: 'E2_HIGHCPU_8',
  N1_HIGHCPU_32: 'E2_HIGHCPU_32',
  STACKDRIVER_ONLY: 'CLOUD_LOGGING_ONLY',
};
