import type { Span } from '../core/span';
import type { YamlDocument } from '../yaml/node';

/** A label's value as YAML text: with quotes where it would not be read as a string. */
export function quoted(value: string): string {
  const isPlain = /^[A-Za-z][\w./-]*$/.test(value) && !/^(?:y|n|yes|no|on|off|true|false|null)$/i.test(value);
  return isPlain ? value : JSON.stringify(value);
}

/** What is written at a span, quotes included; nothing where it goes over several lines or is not there. */
export function written({ text }: YamlDocument, { start, end }: Span): string | undefined {
  const found = text.slice(start, end);
  return found === '' || found.includes('\n') ? undefined : found;
}
