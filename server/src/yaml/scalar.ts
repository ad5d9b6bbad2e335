import type { ScalarStyle, ScalarValue } from './node';

/**
 * The type of a scalar as Kubernetes reads it. `kubectl` and the API server use `sigs.k8s.io/yaml`, which is
 * go-yaml v2: YAML 1.1 booleans (`yes`, `on`, `y`), octal `0777`, underscores in numbers; no base 60, and dates
 * stay strings. Whoever needs what was written reads the node's `text`.
 *
 * Source: https://github.com/yaml/go-yaml/blob/v2.4.3/resolve.go
 */
export function typeScalar(text: string, style: ScalarStyle, tag: string | undefined): ScalarValue {
  if (tag !== undefined) return typeTagged(text, tag);
  return style === 'plain' ? resolve(text) : text;
}

/** Only `!!str` and `!!binary` keep a number a string; the tags of other tools leave the text as it is. */
function typeTagged(text: string, tag: string): ScalarValue {
  switch (tag) {
    case '!!int':
    case '!!float':
    case '!!bool':
    case '!!null':
      return resolve(text);
    default:
      return text;
  }
}

function resolve(text: string): ScalarValue {
  if (!/^[-+.\dyYnNtTfFoO~]/.test(text)) return text === '' ? null : text;
  const word = WORDS.get(text);
  if (word !== undefined) return word;
  if (/^[-+\d]/.test(text)) return readNumber(text) ?? text;
  return /^\.\d+([eE][-+]?\d+)?$/.test(text) ? (finite(Number(text)) ?? text) : text;
}

/** As Go's `strconv.ParseInt(…, 0, 64)` reads it once the underscores are gone, else as a decimal fraction. */
function readNumber(text: string): number | undefined {
  const plain = text.replaceAll('_', '');
  const [, sign, digits] = /^([-+]?)(.*)$/s.exec(plain)!;
  const whole = readInteger(digits!);
  if (whole !== undefined) return sign === '-' && whole !== 0 ? -whole : whole;
  if (/^[-+]?(\.\d+|\d+(\.\d*)?)([eE][-+]?\d+)?$/.test(plain)) return finite(Number(plain));
  return undefined;
}

function readInteger(digits: string): number | undefined {
  if (/^0[xX][\da-fA-F]+$|^0[oO][0-7]+$|^0[bB][01]+$|^([1-9]\d*|0)$/.test(digits)) return Number(digits);
  return /^0[0-7]+$/.test(digits) ? Number.parseInt(digits, 8) : undefined;
}

/** What does not fit a float stays a string. */
function finite(number: number): number | undefined {
  return Number.isFinite(number) ? number : undefined;
}

/** Whether a tag may stand at a value: `!!int x` cannot be read. */
export function fitsTag(value: ScalarValue, tag: string): boolean {
  switch (tag) {
    case '!!int':
      return Number.isInteger(value);
    case '!!float':
      return typeof value === 'number';
    case '!!bool':
      return typeof value === 'boolean';
    case '!!null':
      return value === null;
    default:
      return true;
  }
}

const WORDS = new Map<string, ScalarValue>([
  ...['y', 'Y', 'yes', 'Yes', 'YES', 'true', 'True', 'TRUE', 'on', 'On', 'ON'].map((w) => [w, true] as const),
  ...['n', 'N', 'no', 'No', 'NO', 'false', 'False', 'FALSE', 'off', 'Off', 'OFF'].map(
    (w) => [w, false] as const,
  ),
  ...['~', 'null', 'Null', 'NULL'].map((w) => [w, null] as const),
  ...['.nan', '.NaN', '.NAN'].map((w) => [w, Number.NaN] as const),
  ...['.inf', '.Inf', '.INF', '+.inf', '+.Inf', '+.INF'].map((w) => [w, Number.POSITIVE_INFINITY] as const),
  ...['-.inf', '-.Inf', '-.INF'].map((w) => [w, Number.NEGATIVE_INFINITY] as const),
]);
