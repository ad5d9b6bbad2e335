import { canonicalName, DOCKER_HUB, type ImageReference } from './reference';

/** Other hosts of Docker Hub as people write them. */
const HUB =
  /^(?:hub\.docker\.com|index\.docker\.io|registry-1\.docker\.io|registry\.hub\.docker\.com)(?=\/|$)/;

/**
 * Whether an image comes from a registry of the list: `ghcr.io`, `localhost:5000`, `ghcr.io/owner`; a `*` stands
 * for anything but a slash. Case does not matter in the names of hosts.
 */
export function isTrusted(reference: ImageReference, trusted: readonly string[]): boolean {
  const name = asHub(canonicalName(reference).toLowerCase());
  return trusted.some((pattern) => {
    const source = asHub(pattern.trim().toLowerCase().replace(/\/$/, ''))
      .split('*')
      .map((text) => text.replace(/[.+?^${}()|[\]\\]/g, '\\$&'))
      .join('[^/]*');
    return new RegExp(`^${source}/`).test(name);
  });
}

function asHub(name: string): string {
  return name.replace(HUB, DOCKER_HUB);
}
