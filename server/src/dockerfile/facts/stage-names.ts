import { closest } from '../../core/closest';
import type { ImageReference } from '../../image/reference';
import type { Dockerfile } from '../model';
import { PRODUCTS } from './end-of-life';
import { goneIn } from './gone';
import { imageName } from './official-image';
import { OFFICIAL_NAMES } from './official-names';
import { type UsedImage, usedImages } from './used-images';

/** An image whose bare name is none of Docker's official ones: most often a stage was meant. */
export interface Stranger extends UsedImage {
  /** The stage above with a name much like it. */
  readonly near?: string;
}

/**
 * What reads like the name of a stage and is none. Without a stage of that name BuildKit asks Docker Hub for it,
 * where only official images have bare names, unless a `--build-context` is called so.
 */
export function strangersIn(file: Dockerfile): readonly Stranger[] {
  return file.stages.flatMap(usedImages).flatMap((image) => {
    const { reference, stage } = image;
    const { text, tag, digest } = reference;
    if (tag !== undefined || digest !== undefined || text.includes('/') || image.overridable) return [];
    if (isKnownImage(reference)) return [];
    const above = file.stages.filter(({ index, from }) => index < stage.index && from?.name);
    const near = closest(
      text,
      above.map(({ from }) => from!.name!.raw),
    );
    return [{ ...image, ...(near !== undefined && { near }) }];
  });
}

/** Official by now, or once. */
function isKnownImage(reference: ImageReference): boolean {
  const name = imageName(reference);
  return (
    OFFICIAL_NAMES.includes(name) ||
    PRODUCTS.some(({ images }) => images.includes(name)) ||
    goneIn(reference) !== undefined
  );
}
