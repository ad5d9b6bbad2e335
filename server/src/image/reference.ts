import type { Range } from '../core/span';

/**
 * An image reference such as `node:22`, `ghcr.io/owner/app@sha256:…`, with the defaults Docker fills in. Any text
 * gives one; where the grammar rejects it, `problem` says why and the fields are the best guess.
 * Grammar: https://pkg.go.dev/github.com/distribution/reference
 */
export interface ImageReference {
  /** As given. */
  readonly text: string;
  /** The registry's host and port; `docker.io` where none is written. */
  readonly registry: string;
  /** Behind the registry: `library/node` for `node` on Docker Hub. */
  readonly repository: string;
  readonly tag?: string;
  /** With its algorithm: `sha256:…`. */
  readonly digest?: string;
  /** Where each of them was written, in UTF-16 units of `text`. */
  readonly places: {
    readonly registry?: Range;
    readonly repository: Range;
    readonly tag?: Range;
    readonly digest?: Range;
  };
  readonly problem?: ReferenceProblem & Range;
}

export interface ReferenceProblem {
  readonly code:
    | 'empty'
    | 'registry-invalid'
    | 'repository-invalid'
    | 'repository-uppercase'
    | 'repository-too-long'
    /** 64 hexadecimal digits are an image id, not a name. */
    | 'repository-is-id'
    | 'tag-invalid'
    | 'digest-invalid';
}

export const DOCKER_HUB = 'docker.io';

const LABEL = '(?:[a-zA-Z0-9]|[a-zA-Z0-9][a-zA-Z0-9-]*[a-zA-Z0-9])';
const REGISTRY = new RegExp(`^(?:${LABEL}(?:\\.${LABEL})*|\\[[a-fA-F0-9:]+\\])(?::[0-9]+)?$`);
const COMPONENT = /^[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*$/;
const TAG = /^\w[\w.-]{0,127}$/;
const HEX_LENGTHS: Readonly<Record<string, number>> = { sha256: 64, sha384: 96, sha512: 128 };

export function parseReference(text: string): ImageReference {
  const at = text.indexOf('@');
  const named = at < 0 ? text.length : at;
  const slash = text.slice(0, named).indexOf('/');
  const hasRegistry = slash >= 0 && isRegistry(text.slice(0, slash));
  const start = hasRegistry ? slash + 1 : 0;
  const colon = text.slice(start, named).indexOf(':');
  const end = colon < 0 ? named : start + colon;
  const path = text.slice(start, end);
  const registry = hasRegistry ? text.slice(0, slash) : DOCKER_HUB;
  const normal = registry === 'index.docker.io' ? DOCKER_HUB : registry;
  const tag = { start: end + 1, end: named };
  const digest = { start: named + 1, end: text.length };
  const reference = {
    text,
    registry: normal,
    repository: normal === DOCKER_HUB && !path.includes('/') ? `library/${path}` : path,
    ...(colon >= 0 && { tag: text.slice(tag.start, tag.end) }),
    ...(at >= 0 && { digest: text.slice(digest.start) }),
    places: {
      ...(hasRegistry && { registry: { start: 0, end: slash } }),
      repository: { start, end },
      ...(colon >= 0 && { tag }),
      ...(at >= 0 && { digest }),
    },
  };
  const problem = problemOf(reference, path);
  return problem ? { ...reference, problem } : reference;
}

/** As people write it: `node`, `owner/app`, `ghcr.io/owner/app`, without tag and digest. */
export function familiarName({ registry, repository }: ImageReference): string {
  if (registry !== DOCKER_HUB) return `${registry}/${repository}`;
  return repository.replace(/^library\/(?=[^/]+$)/, '');
}

/** Complete, without tag and digest: `docker.io/library/node`. */
export function canonicalName({ registry, repository }: ImageReference): string {
  return `${registry}/${repository}`;
}

/** The first component names a registry if it looks like a host. Source: splitDockerDomain. */
function isRegistry(component: string): boolean {
  return component === 'localhost' || /[.:]/.test(component) || component.toLowerCase() !== component;
}

function problemOf(reference: ImageReference, path: string): (ReferenceProblem & Range) | undefined {
  const { text, tag, digest, places } = reference;
  if (text === '') return { code: 'empty', start: 0, end: 0 };
  const host = text.slice(0, places.registry?.end ?? 0);
  // A host that is none but looks like part of a name passes for that.
  if (places.registry && !REGISTRY.test(host) && !COMPONENT.test(host))
    return { code: 'registry-invalid', ...places.registry };
  if (path.toLowerCase() !== path) return { code: 'repository-uppercase', ...places.repository };
  if (!path.split('/').every((component) => COMPONENT.test(component)))
    return { code: 'repository-invalid', ...places.repository };
  if (/^[a-f0-9]{64}$/.test(text)) return { code: 'repository-is-id', ...places.repository };
  if (reference.repository.length > 255) return { code: 'repository-too-long', ...places.repository };
  if (tag !== undefined && !TAG.test(tag)) return { code: 'tag-invalid', ...places.tag! };
  if (digest !== undefined && !isDigest(digest)) return { code: 'digest-invalid', ...places.digest! };
  return undefined;
}

function isDigest(digest: string): boolean {
  const [, algorithm = '', hex = ''] = /^([^:]*):([a-f0-9]*)$/.exec(digest) ?? [];
  return HEX_LENGTHS[algorithm] !== undefined && hex.length === HEX_LENGTHS[algorithm];
}
