import { type MountType, mountOption, type Run } from '../model';

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

/** Whether what a RUN writes below a path is kept out of its layer; a target with a variable may be there. */
export function isMounted({ mounts }: Run, path: string): boolean {
  return mounts.some((mount) => {
    const target = mountOption(mount, 'target')?.value;
    if (!target || mount.type === 'secret' || mount.type === 'ssh') return false;
    const folder = target.text.replace(/\/+$/, '');
    return target.variables.length > 0 || path === folder || path.startsWith(`${folder}/`);
  });
}
