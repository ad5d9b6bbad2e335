import type { WorkspaceFacts } from '../../core/facts';
import { canonicalName, type ImageReference, parseReference } from '../../image/reference';
import { asScalar, get, isAbsent } from '../../yaml/navigate';
import type { YamlScalar } from '../../yaml/node';
import type { ImageChange, KubernetesFacts } from '../facts';
import { builtBy } from '../kustomize/kustomizations';
import type { Container, Manifest } from '../model';
import { type Pod, podsIn } from './pods';

type Facts = WorkspaceFacts<KubernetesFacts>;

/** An image that a container runs. */
export interface UsedImage {
  readonly pod: Pod;
  readonly container: Container;
  /** The value of `image`. */
  readonly node: YamlScalar;
  readonly reference: ImageReference;
}

/**
 * The images of a document whose names the container runtime takes. Placeholders are none, but for what is written
 * behind them: `gcr.io/PROJECT_ID/web:latest`.
 */
export function* imagesIn(manifest: Manifest, facts: Facts): Generator<UsedImage> {
  for (const pod of podsIn(manifest, facts))
    for (const container of pod.containers) {
      const { node, value } = container.image ?? {};
      if (!node || !value || node.templated) continue;
      const reference = parseReference(value);
      if (!reference.problem || reference.tag === 'latest') yield { pod, container, node, reference };
    }
}

/** Each written image once: an alias is no other. */
export function* writtenImages(manifest: Manifest, facts: Facts): Generator<UsedImage> {
  const seen = new Set<YamlScalar>();
  for (const used of imagesIn(manifest, facts)) {
    if (!seen.has(used.node)) yield used;
    seen.add(used.node);
  }
}

/** Whether another image may come under the same name: no tag, or `latest`. A digest never moves. */
export function isFloating({ tag, digest }: ImageReference): boolean {
  return digest === undefined && (tag === undefined || tag === 'latest');
}

/** As written; left out it is `Always` for `latest` and for no tag, else `IfNotPresent`. */
export function writtenPolicy({ node }: Container): YamlScalar | undefined {
  const policy = asScalar(get(node, 'imagePullPolicy'));
  return policy && !isAbsent(policy) && policy.text !== '' ? policy : undefined;
}

/** What the kustomizations that build with a file do to an image. */
export function changesOf(reference: ImageReference, uri: string, facts: Facts): ImageChange[] {
  return [...builtBy(uri, facts)].flatMap(({ value }) =>
    value.images.filter(({ name }) => isNamed(reference, name)),
  );
}

/** Whether skaffold builds the image, and so writes a tag of its own in its place. */
export function isBuiltHere(reference: ImageReference, facts: Facts): boolean {
  return facts.find('skaffold').some(({ value }) => value.images.some((name) => isNamed(reference, name)));
}

function isNamed(reference: ImageReference, name: string): boolean {
  return canonicalName(parseReference(name)) === canonicalName(reference);
}
