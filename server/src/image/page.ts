import type { Text } from '../core/text';
import { DOCKER_HUB, type ImageReference } from './reference';

/** What is said of a link to it. */
export const IMAGE_PAGE: Text = {
  ko: 'registry에 있는 이 이미지의 페이지',
  en: 'The page of this image in its registry',
};

/**
 * The page on which a registry shows an image to people; undefined where it has none, where the image is broken,
 * and for registries nobody knows. `gcr.io` and `ghcr.io` send browsers on to their page by themselves.
 */
export function pageOf({ registry, repository, problem }: ImageReference): string | undefined {
  if (problem) return undefined;
  const [first = '', ...rest] = repository.split('/');
  if (registry === DOCKER_HUB) {
    const path = first === 'library' ? `_/${rest.join('/')}` : `r/${repository}`;
    return rest.length === 1 ? `https://hub.docker.com/${path}` : undefined;
  }
  if (rest.length === 0 && registry !== 'mcr.microsoft.com') return undefined;
  const artifacts = /^([a-z0-9-]+)-docker\.pkg\.dev$/.exec(registry);
  if (artifacts)
    return rest.length < 2
      ? undefined
      : `https://console.cloud.google.com/artifacts/docker/${first}/${artifacts[1]}/${rest[0]}/${rest.slice(1).join('%2F')}`;
  return PAGES[registry]?.(repository);
}

const itself = (registry: string) => (repository: string) => `https://${registry}/${repository}`;

const PAGES: Readonly<Record<string, (repository: string) => string>> = {
  'gcr.io': itself('gcr.io'),
  'us.gcr.io': itself('us.gcr.io'),
  'eu.gcr.io': itself('eu.gcr.io'),
  'asia.gcr.io': itself('asia.gcr.io'),
  'ghcr.io': itself('ghcr.io'),
  'quay.io': (repository) => `https://quay.io/repository/${repository}`,
  'mcr.microsoft.com': (repository) => `https://mcr.microsoft.com/artifact/mar/${repository}`,
  'public.ecr.aws': (repository) => `https://gallery.ecr.aws/${repository}`,
};
