import type { Shell, ShellInForce, User, Workdir } from './instruction';
import type { Scope } from './scope';

/** What an instruction finds: the state of the image before it. */
export interface ImageState {
  readonly scope: Scope;
  readonly shell: ShellInForce;
  /** The SHELL in force; missing where it is the default. */
  readonly shellBy?: Shell;
  /** Missing where only the base image may have set one. */
  readonly workdir?: WorkingDirectory;
  readonly user?: CurrentUser;
}

export interface WorkingDirectory {
  /** The nearest WORKDIR, possibly in a stage below. */
  readonly by: Workdir;
  /** Absolute and clean; missing where the base image or a variable has a say. */
  readonly path?: string;
  /** Whether some WORKDIR of this file, up to here, is an absolute path. */
  readonly anchored: boolean;
}

export interface CurrentUser {
  readonly by: User;
  /** After expansion: `name`, `uid`, `name:group`; missing where it cannot be told. */
  readonly value?: string;
}

/** @param emptyBase whether the stage stands on `scratch`, whose directory is `/`. */
export function afterWorkdir(state: ImageState, by: Workdir, emptyBase: boolean): ImageState {
  const written = by.path && state.scope.expand(by.path).value;
  const before = state.workdir ?? { path: emptyBase ? '/' : undefined, anchored: false };
  const absolute = written !== undefined && /^(?:\/|[A-Za-z]:|\\)/.test(written);
  const anchored = before.anchored || absolute;
  const path = written === undefined ? undefined : resolvePath(before.path, written);
  return { ...state, workdir: { by, anchored, ...(path !== undefined && { path }) } };
}

export function afterUser(state: ImageState, by: User): ImageState {
  const value = by.user && state.scope.expand(by.user).value;
  return { ...state, user: { by, ...(value !== undefined && { value }) } };
}

/** A path of Linux images joined and cleaned; undefined for Windows paths and without a known start. */
export function resolvePath(from: string | undefined, path: string): string | undefined {
  if (/^[A-Za-z]:|\\/.test(path)) return undefined;
  const start = path.startsWith('/') ? '' : from;
  if (start === undefined) return undefined;
  const names: string[] = [];
  for (const name of `${start}/${path}`.split('/'))
    if (name === '..') names.pop();
    else if (name !== '' && name !== '.') names.push(name);
  return `/${names.join('/')}`;
}
