import type { Message, Text } from '../../core/text';
import { familiarName, parseReference } from '../../image/reference';
import { asScalar } from '../../yaml/navigate';
import type { YamlNode } from '../../yaml/node';

/** What an image's name leaves unsaid. */
export function aboutImage(node: YamlNode | undefined): readonly Message[] {
  const scalar = asScalar(node);
  if (!scalar?.text || scalar.templated) return [];
  const reference = parseReference(scalar.text);
  if (reference.problem) return [];
  const { registry, digest, tag } = reference;
  const version = digest ?? tag;
  const values = { registry, image: familiarName(reference), tag: version ?? 'latest' };
  return [{ text: version ? TEXTS.image : TEXTS.untagged, values }];
}

const TEXTS = {
  image: {
    ko: 'registry는 `{registry}`, 이미지는 `{image}`, 버전은 `{tag}`',
    en: 'Registry `{registry}`, image `{image}`, version `{tag}`',
  },
  untagged: {
    ko: 'registry는 `{registry}`, 이미지는 `{image}`. tag를 적지 않아 `latest`를 뜻한다',
    en: 'Registry `{registry}`, image `{image}`; without a tag it means `latest`',
  },
} satisfies Record<string, Text>;
