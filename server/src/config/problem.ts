import type { Message } from '../core/text';

/** Keys and list indexes, from the top of a configuration down. */
export type SettingPath = readonly (string | number)[];

/** What is wrong with a configuration; `message` says what to do as well. */
export interface Problem {
  readonly path: SettingPath;
  /** Whether the key itself is wrong or what stands behind it. */
  readonly on: 'key' | 'value';
  readonly message: Message;
}
