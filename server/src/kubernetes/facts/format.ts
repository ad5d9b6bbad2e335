import type { Text } from '../../core/text';

/** How the API server wants a text to be written. */
export interface Format {
  /** What belongs there, for the middle of a sentence. */
  readonly what: Text;
  /** Nothing where the server takes the text; a length where it is too long, else `syntax`. */
  readonly fault: (text: string) => Fault | undefined;
  /** A text nearby that the server takes, where what is wrong with this one is only how it is written. */
  readonly near?: (text: string) => string;
}

export type Fault = 'syntax' | { readonly most: number };

export function matching(pattern: RegExp, most: number, what: Text, near?: (text: string) => string): Format {
  const fault = (text: string): Fault | undefined =>
    text.length > most ? { most } : pattern.test(text) ? undefined : 'syntax';
  return { what, fault, ...(near && { near }) };
}
