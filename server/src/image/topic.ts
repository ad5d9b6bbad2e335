import type { Topic } from '../core/note';
import type { Range } from '../core/span';
import type { Message, Text } from '../core/text';
import { isGoogles } from './google-projects';
import { DOCKER_HUB, type ImageReference, parseReference } from './reference';

/** What a word of an image's name is about. */
export interface ImageTopic {
  /** The word, in UTF-16 units of the reference's text. */
  readonly range: Range;
  readonly topic: Topic;
  /** What this very name says of it. */
  readonly facts: readonly Message[];
}

/** What the cursor is on: see `imageTopics`. `offset` in UTF-16 units of the text. */
export function imageTopic(text: string, offset: number): ImageTopic | undefined {
  return imageTopics(text).find(({ range: { start, end } }) => start <= offset && offset <= end);
}

/**
 * The tag, the digest, and the registry, on its host, or on a name that leaves the host out. The rest of a name is
 * nobody's but its owner's.
 * @param text as written, where `$NAME` and `${NAME}` are whatever they turn out to be
 */
export function imageTopics(text: string): readonly ImageTopic[] {
  const known = text.replace(/\$(?:\{[^}]*\}|\w+)/g, (variable) => 'x'.repeat(variable.length));
  const reference = parseReference(known);
  const { places, problem } = reference;
  if (problem) return [];
  const own = (['tag', 'digest'] as const).flatMap((step): readonly ImageTopic[] => {
    const range = places[step];
    return range ? [{ range, topic: { realm: 'image', steps: [step] }, facts: [] }] : [];
  });
  const range = places.registry ?? places.repository;
  // What begins with a variable may name a registry in it.
  const registry = range && text[0] !== '$' ? registryOf(reference) : undefined;
  if (!registry) return own;
  const facts = known === text ? registry.facts : [];
  return [...own, { range, topic: { realm: 'registry', steps: [registry.name] }, facts }];
}

interface Registry {
  /** As notes call it: `ecr`. */
  readonly name: string;
  readonly facts: readonly Message[];
}

/** Undefined for registries nobody knows. */
function registryOf({ registry, repository, places }: ImageReference): Registry | undefined {
  const [project = '', name = ''] = repository.split('/');
  if (registry === DOCKER_HUB)
    return {
      name: 'docker-hub',
      facts: [{ text: places.registry ? TEXTS.whole : TEXTS.hub, values: { registry, repository } }],
    };
  const ecr = /^(\d{12})\.dkr\.ecr(?:-fips)?\.([a-z0-9-]+)\.(?:amazonaws\.com(?:\.cn)?|on\.aws)$/.exec(
    registry,
  );
  if (ecr)
    return { name: 'ecr', facts: [{ text: TEXTS.ecr, values: { account: ecr[1]!, region: ecr[2]! } }] };
  const artifacts = /^([a-z0-9-]+)-docker\.pkg\.dev$/.exec(registry);
  if (artifacts) {
    const values = { place: artifacts[1]!, project, name };
    return { name: 'artifact-registry', facts: name ? [{ text: TEXTS.artifacts, values }] : [] };
  }
  if (/^(?:(?:us|eu|asia)\.)?gcr\.io$/.test(registry))
    return {
      name: 'gcr',
      facts: [{ text: isGoogles(project) ? TEXTS.googles : TEXTS.own, values: { project } }],
    };
  const known = KNOWN[registry];
  return known === undefined ? undefined : { name: known, facts: [] };
}

const KNOWN: Readonly<Record<string, string>> = {
  'public.ecr.aws': 'ecr-public',
  'ghcr.io': 'ghcr',
  'quay.io': 'quay',
  'mcr.microsoft.com': 'mcr',
  'registry.k8s.io': 'k8s',
  'k8s.gcr.io': 'k8s',
};

const TEXTS = {
  hub: {
    ko: 'registry를 적지 않았으니 `{registry}/{repository}`{repository|으로} 읽는다',
    en: 'No registry is written, so this is read as `{registry}/{repository}`',
  },
  whole: {
    ko: '전체 이름은 `{registry}/{repository}`',
    en: 'The whole name is `{registry}/{repository}`',
  },
  ecr: {
    ko: 'AWS 계정 `{account}`의 registry, 리전은 `{region}`',
    en: 'The registry of AWS account `{account}` in region `{region}`',
  },
  artifacts: {
    ko: '위치 `{place}`, 프로젝트 `{project}`, 저장소 `{name}`',
    en: 'Location `{place}`, project `{project}`, repository `{name}`',
  },
  googles: {
    ko: '`{project}`의 이미지는 계속 공개된다. 옮기지 않아도 된다',
    en: 'Images of `{project}` go on being published: nothing to move here',
  },
  own: {
    ko: '`{project}` 프로젝트를 Artifact Registry로 옮긴 때에만 통하는 주소',
    en: 'This address works only if project `{project}` has moved to Artifact Registry',
  },
} satisfies Record<string, Text>;
