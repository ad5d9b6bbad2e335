import type { Keyword } from '../model';

/** All instructions. https://docs.docker.com/reference/dockerfile/#overview */
export const KEYWORDS = [
  'ADD',
  'ARG',
  'CMD',
  'COPY',
  'ENTRYPOINT',
  'ENV',
  'EXPOSE',
  'FROM',
  'HEALTHCHECK',
  'LABEL',
  'MAINTAINER',
  'ONBUILD',
  'RUN',
  'SHELL',
  'STOPSIGNAL',
  'USER',
  'VOLUME',
  'WORKDIR',
] as const satisfies readonly Keyword[];

export interface FlagKind {
  readonly takes: 'text' | 'mount' | 'boolean' | 'duration' | 'number' | 'network' | 'security';
  readonly repeats?: true;
}

const OWNED: Readonly<Record<string, FlagKind>> = {
  chown: { takes: 'text' },
  chmod: { takes: 'text' },
  link: { takes: 'boolean' },
  exclude: { takes: 'text', repeats: true },
};

/** The flags of each instruction; those that are missing know none. Source: frontend/dockerfile/instructions. */
const FLAGS: Readonly<Partial<Record<Keyword, Readonly<Record<string, FlagKind>>>>> = {
  FROM: { platform: { takes: 'text' } },
  RUN: {
    mount: { takes: 'mount', repeats: true },
    network: { takes: 'network' },
    security: { takes: 'security' },
    device: { takes: 'text', repeats: true },
  },
  COPY: { from: { takes: 'text' }, parents: { takes: 'boolean' }, ...OWNED },
  ADD: {
    checksum: { takes: 'text' },
    'keep-git-dir': { takes: 'boolean' },
    unpack: { takes: 'boolean' },
    ...OWNED,
  },
  HEALTHCHECK: {
    interval: { takes: 'duration' },
    timeout: { takes: 'duration' },
    'start-period': { takes: 'duration' },
    'start-interval': { takes: 'duration' },
    retries: { takes: 'number' },
  },
};

/** A flag of an instruction; undefined where it does not exist. */
export function flagKind(keyword: Keyword, name: string): FlagKind | undefined {
  const flags = FLAGS[keyword] ?? {};
  return Object.hasOwn(flags, name) ? flags[name] : undefined;
}

export function flagNames(keyword: Keyword): readonly string[] {
  return Object.keys(FLAGS[keyword] ?? {});
}

export const NETWORKS = ['default', 'none', 'host'] as const;
export const SECURITIES = ['sandbox', 'insecure'] as const;
