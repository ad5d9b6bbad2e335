import { once } from '../../core/once';
import type { Range, Span } from '../../core/span';
import type { ImageReference } from '../../image/reference';
import type { Copy, From, Run, Stage, Word } from '../model';

/** An image that a build pulls from a registry. */
export interface UsedImage {
  readonly stage: Stage;
  readonly by: From | Copy | Run;
  /** The word that names it. */
  readonly word: Word;
  readonly reference: ImageReference;
  /** A `--build-arg` may name another one. */
  readonly overridable: boolean;
}

/** The images a stage takes by FROM, `COPY --from` and `RUN --mount=from` whose names can be told and are valid. */
export const usedImages = once((stage: Stage): readonly UsedImage[] => {
  const { from, base, uses } = stage;
  const own =
    base.kind === 'image' && from?.image
      ? [{ stage, by: from, word: from.image, reference: base.reference, overridable: base.overridable }]
      : [];
  const taken = uses.flatMap(({ by, word, source }) =>
    source.kind === 'image' ? [{ stage, by, word, reference: source.reference, overridable: false }] : [],
  );
  return [...own, ...taken].filter(({ reference }) => !reference.problem);
});

/** Whether the word spells the image out; what a variable expands to has no place of its own. */
export function isSpelledOut({ word: { raw, span }, reference: { text } }: UsedImage): boolean {
  return raw === text && span.end - span.start === raw.length;
}

/** A part of the image's name; the whole word where that part has no place. */
export function placeOf(image: UsedImage, part: Range | undefined): Span {
  const { span } = image.word;
  return part && isSpelledOut(image)
    ? { ...span, start: span.start + part.start, end: span.start + part.end }
    : span;
}
