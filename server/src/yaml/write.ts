import { typeScalar } from './scalar';
import type { JsonObject, JsonValue } from './value';

/** A value as YAML on one line: `{name: web, ports: [80]}`. */
export function inFlow(value: JsonValue): string {
  if (isList(value)) return `[${value.map(inFlow).join(', ')}]`;
  return isObject(value) ? `{${inFlowPairs(value)}}` : scalar(value);
}

/** The same without the braces. */
export function inFlowPairs(object: JsonObject): string {
  return Object.entries(object)
    .map(([key, value]) => `${scalar(key)}: ${inFlow(value)}`)
    .join(', ');
}

/** What stands behind a key's colon, in block style; lines after the first are indented as if the key stood in the first column. */
export function behindColon(value: JsonValue, step: string): string {
  return hasLines(value) ? `\n${indented(inBlock(value, step), step)}` : ` ${inFlow(value)}`;
}

/** A map or list in block style, from the first column. */
export function inBlock(value: JsonObject | readonly JsonValue[], step: string): string {
  if (isList(value))
    return value
      .map((item) => `- ${hasLines(item) ? indented(inBlock(item, step), '  ').trimStart() : inFlow(item)}`)
      .join('\n');
  return Object.entries(value)
    .map(([key, one]) => `${scalar(key)}:${behindColon(one, step)}`)
    .join('\n');
}

/** An empty map or list has no block style. */
function hasLines(value: JsonValue): value is JsonObject | readonly JsonValue[] {
  return (isList(value) || isObject(value)) && Object.keys(value).length > 0;
}

function indented(text: string, by: string): string {
  return text.replace(/^/gm, by);
}

function scalar(value: string | number | boolean | null): string {
  return typeof value === 'string' ? plainText(value) : String(value);
}

/** A text in quotes where it would not be read as the text it is, between brackets, too. */
export function plainText(text: string): string {
  const isPlain = /^[\w./~%+-]+(?::[\w./-]+)*$/.test(text) && typeScalar(text, 'plain', undefined) === text;
  return isPlain && !/^[-%~]/.test(text) ? text : JSON.stringify(text);
}

function isList(value: JsonValue | JsonObject): value is readonly JsonValue[] {
  return Array.isArray(value);
}

function isObject(value: JsonValue): value is JsonObject {
  return typeof value === 'object' && value !== null && !isList(value);
}
