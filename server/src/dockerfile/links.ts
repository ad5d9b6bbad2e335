import type { Span } from '../core/span';
import type { Text } from '../core/text';
import type { Link } from '../core/view';
import { IMAGE_PAGE, pageOf } from '../image/page';
import { type Dockerfile, instructionsOf, type Word } from './model';

/** Images of FROM and COPY --from lead to their registry's page, the URLs of ADD to what they name. */
export function links(dockerfile: Dockerfile): readonly Link[] {
  return dockerfile.stages.flatMap((stage) => {
    const { from, base, uses } = stage;
    const reference = base.kind === 'image' && isNamed(from?.image) ? base.reference : undefined;
    return [
      ...imageLink(from?.image?.span, reference && pageOf(reference)),
      ...uses.flatMap(({ word, source }) =>
        imageLink(word.span, source.kind === 'image' ? pageOf(source.reference) : undefined),
      ),
      ...instructionsOf(stage, 'ADD').flatMap(({ sources }) =>
        sources
          .filter(({ text, variables }) => variables.length === 0 && /^https?:\/\/[^\s/]/i.test(text))
          .map(({ span, text }) => ({ span, target: text, tip: { text: DOWNLOAD } })),
      ),
    ];
  });
}

/** A variable in the tag leaves the name as it is; one in the name may make it another image. */
function isNamed(image: Word | undefined): boolean {
  return image !== undefined && (image.variables.length === 0 || /^[^$]*[:@][^$/]*\$/.test(image.raw));
}

function imageLink(span: Span | undefined, target: string | undefined): readonly Link[] {
  return span && target ? [{ span, target, tip: { text: IMAGE_PAGE } }] : [];
}

const DOWNLOAD: Text = { ko: '빌드할 때 내려받는 것', en: 'What the build downloads' };
