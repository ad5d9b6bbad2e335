import type { YamlScalar } from '../../yaml/node';

/**
 * Whether a scalar is read as a type that is one value, as both who reads such files do: gcloud, and Cloud Build
 * itself for triggers. Numbers may be written as text, text never as a number.
 * Source: https://protobuf.dev/programming-guides/json/
 */
export function fits({ value, text }: YamlScalar, type: string): boolean {
  switch (type) {
    case 'string':
    case 'duration':
    case 'date-time':
    case 'byte':
      return typeof value === 'string';
    case 'boolean':
      return typeof value === 'boolean';
    case 'int32':
    case 'int64':
      return typeof value === 'string' ? /^-?\d+$/.test(text) : Number.isInteger(value);
    case 'word':
      return typeof value === 'string' || Number.isInteger(value);
    default:
      return true;
  }
}
