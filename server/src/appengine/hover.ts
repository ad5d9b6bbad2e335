import type { Card } from '../core/note';
import type { PartId } from '../core/span';
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
  const steps = path.filter((step) => typeof step === 'string');
  const free = steps.findIndex((step) => FREE.has(step));
  return { span, place: free < 0 ? steps : steps.slice(0, free + 1) };
}

/** The keys below these are people's own: what is explained is the map that holds them. */
const FREE = new Set(['env_variables', 'build_env_variables', 'beta_settings', 'labels']);
