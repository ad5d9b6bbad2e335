import type { Card } from '../core/note';
import type { PartId } from '../core/span';
import { get } from '../yaml/navigate';
import { placeAt } from '../yaml/place';
import { fieldAt } from '../yaml/schema/decode';
import { targetOf } from '../yaml/target';
import { aboutPlace } from './hover/facts';
import { referenceOf } from './hover/reference';
import { substitutionCard } from './hover/substitution';
import { topicAt } from './hover/topic';
import type { BuildFile } from './model';
import { jsonName } from './schema/names';
import { ROOT } from './schema/schema';
import { buildTypes } from './schema/shipped';

/** What stands under the cursor: a substitution, a part of an image, a command, or a field by the keys that lead to it. */
export function hover({ parts }: BuildFile, part: PartId, offset: number): Card | undefined {
  const build = parts.find(({ id }) => id === part)?.unit;
  const place = build?.root && placeAt(build.document, offset);
  if (!build || !place) return undefined;
  const { span, path, isKey } = targetOf(place);
  if (span.start === span.end) return undefined;
  const node = get(build.root, ...path);
  const substitution = substitutionCard(build, { node, offset, path, isKey });
  if (substitution) return substitution;
  const named = path.flatMap((step) => (typeof step === 'string' ? jsonName(step) : []));
  const topic = isKey ? undefined : topicAt(build, offset);
  if (topic) return { place: named, ...topic };
  const types = buildTypes();
  const found = types && fieldAt(types, ROOT, path);
  return {
    span,
    place: named,
    facts: aboutPlace(build, { path, named, node }),
    ...(types && found && { reference: referenceOf(types, path, found) }),
  };
}
