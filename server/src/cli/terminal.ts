import type { Severity } from '../core/rule';
import type { Lang } from '../core/text';

/** The language of someone at a terminal, from the environment. */
export function languageOf(env: NodeJS.ProcessEnv): Lang {
  const named = env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'];
  // Windows names none.
  return /^ko\b/i.test((named ?? Intl.DateTimeFormat().resolvedOptions().locale).replace('_', '-'))
    ? 'ko'
    : 'en';
}

export type Style = 'bold' | 'dim' | Severity;
export type Paint = (style: Style, text: string) => string;

const CODES: Readonly<Record<Style, string>> = {
  bold: '1',
  dim: '2',
  error: '31',
  warning: '33',
  info: '36',
  hint: '2',
};

/** Colours for people only: not into files and pipes, and not where NO_COLOR asks for none. */
export function paintFor(stream: { readonly isTTY?: boolean }, env: NodeJS.ProcessEnv): Paint {
  if (!stream.isTTY || env['NO_COLOR'] || env['TERM'] === 'dumb') return (_, text) => text;
  return (style, text) => `\u001b[${CODES[style]}m${text}\u001b[0m`;
}
