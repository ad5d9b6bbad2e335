import type { Span } from '../../core/span';
import type { YamlDocument } from '../../yaml/node';

/** What is written at a span, quotes included; nothing where it goes over several lines or is not there. */
export function written({ text }: YamlDocument, { start, end }: Span): string | undefined {
  const found = text.slice(start, end);
  return found === '' || found.includes('\n') ? undefined : found;
}
