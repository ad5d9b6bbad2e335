import { get, itemsOf, stringOf } from '../../yaml/navigate';
import type { YamlNode } from '../../yaml/node';

/**
 * The images a skaffold.yaml builds, in whatever profile.
 * Source: https://skaffold.dev/docs/references/yaml/#build-artifacts
 */
export function imagesBuiltBy(root: YamlNode | undefined): readonly string[] {
  return [root, ...itemsOf(get(root, 'profiles'))].flatMap((one) =>
    itemsOf(get(one, 'build', 'artifacts')).flatMap((item) => stringOf(get(item, 'image')) ?? []),
  );
}
