import { parseReference } from '../../image/reference';
import type { Dockerfile, Keyword } from '../model';

/**
 * The Dockerfile version that first knew a flag without `labs`, unless it says so; older ones are missing.
 * https://docs.docker.com/reference/dockerfile/
 */
const SINCE: Readonly<Partial<Record<Keyword, Readonly<Record<string, string>>>>> = {
  RUN: { mount: '1.2', network: '1.3', security: '1.20', device: '1.14-labs' },
  COPY: { chmod: '1.2', link: '1.4', exclude: '1.19', parents: '1.20' },
  ADD: {
    'keep-git-dir': '1.1',
    checksum: '1.6',
    chmod: '1.2',
    link: '1.4',
    unpack: '1.17',
    exclude: '1.19',
  },
};

/** Since when `RUN --mount` knows a key, where that is later than the flag itself. */
export const MOUNT_OPTION_SINCE: Readonly<Record<string, string>> = { env: '1.10' };

export function flagSince(keyword: Keyword, flag: string): string | undefined {
  const flags = SINCE[keyword] ?? {};
  return Object.hasOwn(flags, flag) ? flags[flag] : undefined;
}

/** The tag of `# syntax=docker/dockerfile:…`; undefined for other front ends and without one. */
export function frontendTag({ directives }: Dockerfile): string | undefined {
  const written = directives.find(({ name }) => name === 'syntax')?.value.split(/\s/)[0];
  const reference = written ? parseReference(written) : undefined;
  return reference?.repository === 'docker/dockerfile' ? (reference.tag ?? 'latest') : undefined;
}

/** Whether a front end is too old for something; false where its tag does not tell, as `1` does not. */
export function isOlder(tag: string, since: string): boolean {
  const has = /^1\.(\d+)/.exec(tag)?.[1];
  const needs = /^1\.(\d+)/.exec(since)?.[1];
  const labs = since.endsWith('-labs') && /^\d/.test(tag) && !tag.endsWith('-labs');
  return labs || (has !== undefined && Number(has) < Number(needs));
}
