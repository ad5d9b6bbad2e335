import type { YamlScalar } from '../../yaml/node';
import { isQuantity } from './quantity';

/** Whether a scalar can be decoded as a type that is one value. */
export function fits({ value, text }: YamlScalar, type: string): boolean {
  switch (type) {
    case 'string':
    case 'duration':
      return typeof value === 'string';
    case 'boolean':
      return typeof value === 'boolean';
    case 'int32':
      return isInteger(value, 2 ** 31);
    case 'int64':
      return isInteger(value, 2 ** 63);
    case 'double':
      return typeof value === 'number' && Number.isFinite(value);
    case 'int-or-string':
      return typeof value === 'string' || isInteger(value, 2 ** 31);
    case 'quantity':
      return typeof value === 'string'
        ? isQuantity(value)
        : typeof value === 'number' && Number.isFinite(value);
    case 'date-time':
      return (
        typeof value === 'string' &&
        /^\d{4}-\d\d-\d\d[Tt]\d\d:\d\d:\d\d(?:\.\d+)?(?:[Zz]|[-+]\d\d:\d\d)$/.test(value)
      );
    case 'byte':
      return typeof value === 'string' && isBase64(text);
    default:
      return true;
  }
}

function isInteger(value: unknown, limit: number): boolean {
  return Number.isInteger(value) && Number(value) >= -limit && Number(value) < limit;
}

/** Go's standard encoding: padded, line ends allowed. */
function isBase64(text: string): boolean {
  const plain = text.replace(/[\r\n]/g, '');
  return plain.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(plain);
}
