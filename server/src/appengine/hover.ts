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
  return { span, place: placeOf(path.filter((step) => typeof step === 'string')) };
}

/** Of the keys that lead somewhere those that mean the same to everybody. */
export function placeOf(keys: readonly string[]): readonly string[] {
  const free = keys.findIndex((step) => FREE.has(step));
  return free < 0 ? keys : keys.slice(0, free + 1);
}

/** The keys below these are people's own: what is explained is the map that holds them. */
const FREE = new Set(['env_variables', 'build_env_variables', 'beta_settings', 'labels']);
