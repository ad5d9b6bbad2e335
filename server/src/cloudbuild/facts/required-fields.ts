/**
 * What a build is refused without though its schema does not say so.
 * Source: CheckArtifacts and commonVolumeChecks in
 * https://github.com/GoogleCloudPlatform/cloud-build-local/blob/master/validate/validate.go
 */
export const REQUIRED: Readonly<Record<string, readonly string[]>> = {
  'Artifacts.ArtifactObjects': ['location', 'paths'],
  Volume: ['name', 'path'],
};
