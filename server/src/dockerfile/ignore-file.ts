/**
 * What keeps files out of the build context of a Dockerfile of this name; the first one that is there counts alone.
 * https://docs.docker.com/build/concepts/context/#filename-and-location
 */
export function ignoreFileNames(name: string): readonly string[] {
  return [`${name}.dockerignore`, '.dockerignore'];
}
