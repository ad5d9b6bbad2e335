import type { Mention } from '../core/note';
import { once } from '../core/once';
import type { YamlDocument } from '../yaml/node';
import { keysOf, pairsBelow } from '../yaml/pairs';
import { placeOf } from './hover';
import type { AppFile } from './language';

/** Every key. */
export function mentions({ parts }: AppFile): readonly (readonly Mention[])[] {
  return parts.map(({ unit }) => ofDocument(unit));
}

const ofDocument = once(({ root }: YamlDocument): readonly Mention[] => {
  const pairs = root ? [...pairsBelow(root)] : [];
  return pairs.flatMap(({ pair, path }) => {
    const keys = keysOf(path);
    const place = placeOf(keys);
    // Below people's own names nothing is explained but the map that holds them.
    return place.length < keys.length ? [] : [{ span: pair.key.span, place }];
  });
});
