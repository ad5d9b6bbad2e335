import type { Card, Mention } from '../core/note';
import { once } from '../core/once';
import type { PartId } from '../core/span';
import { pathOf, walk } from '../yaml/navigate';
import type { Path, YamlDocument } from '../yaml/node';
import { placeAt } from '../yaml/place';
import { targetOf } from '../yaml/target';
import type { AppFile } from './language';

/** A key, named by those that lead to it; the same for its value. */
export function hover({ parts }: AppFile, part: PartId, offset: number): Card | undefined {
  const document = parts.find(({ id }) => id === part)?.unit;
  const place = document?.root && placeAt(document, offset);
  if (!place) return undefined;
  const { span, path } = targetOf(place);
  if (span.start === span.end) return undefined;
  return { span, place: named(path) };
}

/** The keys of a file: what one of them is about, it is about for its values too. */
export function mentions({ parts }: AppFile): readonly (readonly Mention[])[] {
  return parts.map(({ unit }) => ofDocument(unit));
}

const ofDocument = once(({ root }: YamlDocument): readonly Mention[] =>
  [...(root ? walk(root) : [])].flatMap((node) =>
    node.type === 'map'
      ? node.pairs.flatMap(({ key, name }) => {
          const path = [...pathOf(node), name];
          const place = named(path);
          return place.length === path.filter((step) => typeof step === 'string').length
            ? [{ span: key.span, place }]
            : [];
        })
      : [],
  ),
);

function named(path: Path): readonly string[] {
  const steps = path.filter((step) => typeof step === 'string');
  const free = steps.findIndex((step) => FREE.has(step));
  return free < 0 ? steps : steps.slice(0, free + 1);
}

/** The keys below these are people's own: what is explained is the map that holds them. */
const FREE = new Set(['env_variables', 'build_env_variables', 'beta_settings', 'labels']);
