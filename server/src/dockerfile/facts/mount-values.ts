import { MOUNT_TYPES } from '../model';
import { SHARING } from './mounts';

/** The values that an option is chosen from. */
export const CHOICES: Readonly<Record<string, readonly string[]>> = { type: MOUNT_TYPES, sharing: SHARING };

/** What is wrong with the value of an option, if anything. */
export function wrongValue(key: string, text: string): string | undefined {
  switch (key) {
    case 'type':
    case 'sharing':
      return CHOICES[key]!.includes(text.toLowerCase()) ? undefined : 'choice';
    case 'readonly':
    case 'readwrite':
    case 'required':
      return /^(?:[01tfTF]|true|false|TRUE|FALSE|True|False)$/.test(text) ? undefined : 'boolean';
    case 'uid':
    case 'gid':
      return /^\d+$/.test(text) && Number(text) < 2 ** 32 ? undefined : 'number';
    case 'mode':
      return /^[0-7]+$/.test(text) && Number.parseInt(text, 8) < 2 ** 32 ? undefined : 'octal';
    case 'size':
      // Source: RAMInBytes of github.com/docker/go-units.
      return /^(?:\d+\.?\d*|\.\d+)(?: ?(?:b|[kmgtp](?:i?b)?))?$/i.test(text) ? undefined : 'size';
    default:
      return undefined;
  }
}
