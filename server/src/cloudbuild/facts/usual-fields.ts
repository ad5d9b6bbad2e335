/** What people write first in each object; the rest of its fields is offered behind. */
export const USUAL_FIELDS: Readonly<Record<string, readonly string[]>> = {
  BuildStep: ['name', 'args'],
  Volume: ['name', 'path'],
  Artifacts: ['images'],
  'Artifacts.ArtifactObjects': ['location', 'paths'],
  'Artifacts.MavenArtifact': ['repository', 'path', 'artifactId', 'groupId', 'version'],
  'Artifacts.PythonPackage': ['repository', 'paths'],
  'Artifacts.NpmPackage': ['repository', 'packagePath'],
  'Artifacts.GoModule': ['repositoryName', 'repositoryLocation', 'sourcePath', 'modulePath', 'moduleVersion'],
  BuildOptions: ['logging'],
  'BuildOptions.PoolOption': ['name'],
  Secrets: ['secretManager'],
  SecretManagerSecret: ['versionName', 'env'],
  InlineSecret: ['kmsKeyName', 'envMap'],
  Secret: ['kmsKeyName', 'secretEnv'],
  StepResult: ['name'],
};
