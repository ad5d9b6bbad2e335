import type { Reference } from './note';
import { type Lang, renderMessage, type Where } from './text';

/** Where it is and what it holds, in one line. */
export function renderSignature({ path, about }: Reference, lang: Lang, where?: Where): string {
  return [`\`${path}\``, ...about.map((one) => renderMessage(one, lang, where))].join(' · ');
}

/** Sets foreign text apart, and keeps what looks like HTML in it readable. */
export function renderQuote(text: string, whole: boolean): string {
  return `> ${(whole ? text : beginning(text)).replaceAll('<', '&lt;').replaceAll('\n', '\n> ')}`;
}

/** The first sentences of a text, as many as are read at a glance. */
function beginning(text: string): string {
  const [paragraph = ''] = text.split('\n\n');
  const sentences = paragraph.split(/(?<=[.!?])\s+(?=[A-Z"'`])/);
  let shown = sentences[0]!;
  for (const next of sentences.slice(1)) {
    if (shown.length + next.length > GLANCE) return `${shown} …`;
    shown += ` ${next}`;
  }
  return shown === text ? shown : `${shown} …`;
}

/** Letters. */
const GLANCE = 280;
