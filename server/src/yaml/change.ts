import type { Fix } from '../core/rule';
import type { Span } from '../core/span';
import { replaceText } from './edit';
import type { YamlScalar } from './node';

/** Another text in the place of a value; the author has to agree that it is the one that was meant. */
export function changeTo(node: YamlScalar, near: string): Fix {
  return {
    title: CHANGE,
    values: { near },
    kind: 'choice',
    edits: [replaceText(node, near)],
  };
}

/** A value for a sentence: not the whole of a long one. */
export function shortened(text: string): string {
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}

/** Another word in the place of one. */
export function writeAt(span: Span, near: string): Fix {
  return { title: CHANGE, values: { near }, kind: 'choice', edits: [{ span, text: near }] };
}

const CHANGE = { ko: '`{near}`{near|으로} 고치기', en: 'Change it to `{near}`' };
