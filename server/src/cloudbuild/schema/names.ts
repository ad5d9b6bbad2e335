/**
 * A field's name in JSON: both readers take `wait_for` for `waitFor`.
 * Source: https://protobuf.dev/programming-guides/json/#field-names
 */
export function jsonName(written: string): string {
  return written.replace(/_+([a-zA-Z0-9])/g, (_, letter: string) => letter.toUpperCase());
}

/** `LOGGING_UNSPECIFIED`: the word of an enum for what nobody said, which nobody writes. */
export function isUnsaid(word: string): boolean {
  return /(?:^|_)UNSPECIFIED$/.test(word);
}
