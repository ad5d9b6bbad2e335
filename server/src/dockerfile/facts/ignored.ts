import { nameOf, siblingOf } from '../../core/address';
import type { WorkspaceFacts } from '../../core/facts';
import { type IgnoreFile, ignoreFileNames, readIgnoreFile } from '../ignore-file';
import type { DockerfileFacts } from '../rule';

/** The `.dockerignore` that holds for a Dockerfile, if its folder is the build context or the file has its name. */
export type Ignoring = IgnoreFile & { readonly name: string };

/**
 * @param path the Dockerfile's
 * @returns `null` where there is none, undefined while that is not known
 */
export function ignoringOf(
  path: string | undefined,
  facts: WorkspaceFacts<DockerfileFacts>,
): Ignoring | null | undefined {
  if (path === undefined || !facts.complete) return undefined;
  for (const name of ignoreFileNames(nameOf(path))) {
    const text = facts.file(siblingOf(path, name));
    if (text !== undefined) return { ...readIgnoreFile(text), name };
  }
  return null;
}
