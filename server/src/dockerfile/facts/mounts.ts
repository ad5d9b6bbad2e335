import { type MountType, mountOption, type Run } from '../model';
import { flagKind } from './instructions';

/** The options of `RUN --mount`, by their long names. Source: parseMount in instructions/commands_runmount.go. */
export const MOUNT_OPTIONS: readonly string[] = [
  ...['type', 'from', 'source', 'target', 'readonly', 'readwrite', 'id', 'sharing', 'required'],
  ...['size', 'mode', 'uid', 'gid', 'env'],
];

/** Other spellings that are understood. */
export const SHORT_OPTIONS: readonly string[] = ['src', 'dst', 'destination', 'ro', 'rw'];

/** Those that may stand without a value. */
export const BARE_OPTIONS: readonly string[] = ['readonly', 'readwrite', 'required'];

const OWNED: readonly MountType[] = ['cache', 'secret', 'ssh'];

/** The types whose mounts take an option; the others take every type. */
export const TYPES_OF: Readonly<Record<string, readonly MountType[]>> = {
  required: ['secret', 'ssh'],
  size: ['tmpfs'],
  sharing: ['cache'],
  mode: OWNED,
  uid: OWNED,
  gid: OWNED,
};

/** Those that BuildKit checks at once, so that `type` has to stand before them. */
export const BEHIND_TYPE: readonly string[] = ['required', 'size'];

export const SHARING: readonly string[] = ['shared', 'private', 'locked'];

/** Whether what a RUN writes below a path is kept out of its layer; it may be where a target cannot be told. */
export function isMounted(run: Run, path: string): boolean {
  return mountedFolders(run).some(
    (folder) => folder === undefined || path === folder || path.startsWith(`${folder}/`),
  );
}

/**
 * The folders a RUN writes to that come into no layer, without a last `/`. Undefined for a variable, and for a target
 * that is missing or misspelt, which is an error by itself.
 */
export function mountedFolders({ mounts, flags }: Run): readonly (string | undefined)[] {
  // A flag that RUN does not have is most likely a misspelt `--mount`.
  const misspelt = flags.some(({ name }) => !flagKind('RUN', name)) ? [undefined] : [];
  const folders = mounts.flatMap((mount) => {
    if (mount.type === 'secret' || mount.type === 'ssh') return [];
    const target = mountOption(mount, 'target')?.value;
    if (!target) return mount.type === 'bind' ? [] : [undefined];
    return [target.variables.length > 0 || target.problem ? undefined : target.text.replace(/\/+$/, '')];
  });
  return [...folders, ...misspelt];
}
