import { once } from '../../core/once';
import { familiarName, type ImageReference } from '../../image/reference';
import { GONE_IMAGES, type Gone, STILL_THERE } from './gone-images';

/** What is known of an image that is gone; a digest may still be found. */
export const goneIn = once((reference: ImageReference): Gone | undefined => {
  const name = familiarName(reference);
  const { tag = 'latest', digest } = reference;
  if (digest !== undefined || STILL_THERE.includes(name)) return undefined;
  return GONE_IMAGES.find(
    ({ images, tags }) => images.some((image) => isNamed(name, image)) && (!tags || tags.test(tag)),
  );
});

/** Whether it cannot be pulled because nothing is called so: there is no such tag, written or not. */
export function cannotBePulled(reference: ImageReference): boolean {
  const state = goneIn(reference)?.state;
  return state === 'removed' || state === 'unnamed';
}

/** The image to write instead, where that is the same one or as good as. */
export function replacementOf(reference: ImageReference, gone: Gone): string | undefined {
  const { tag } = reference;
  const name = familiarName(reference);
  if (gone.state === 'unnamed') return `${name}:${gone.successor}`;
  const start = gone.images.find((image) => isNamed(name, image));
  if (gone.renamed && start)
    return gone.renamed + name.slice(start.length) + (tag === undefined ? '' : `:${tag}`);
  return gone.successor === 'eclipse-temurin' ? temurin(tag) : undefined;
}

function isNamed(name: string, image: string): boolean {
  return image.endsWith('/') ? name.startsWith(image) : name === image;
}

/** Temurin has the long-term versions, as JDK and JRE, on Ubuntu and Alpine. */
function temurin(tag = ''): string | undefined {
  const found = /^(8|11|17|21|25)(-jdk|-jre)?(?:-hotspot)?(?:-slim|(-alpine))?$/.exec(tag);
  return found ? `eclipse-temurin:${found.slice(1).join('')}` : undefined;
}
