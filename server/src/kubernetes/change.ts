import type { Fix } from '../core/rule';
import { replaceText } from '../yaml/edit';
import type { YamlScalar } from '../yaml/node';

/** Another text in the place of a value; the author has to agree that it is the one that was meant. */
export function changeTo(node: YamlScalar, near: string): Fix {
  return {
    title: { ko: '`{near}`{near|으로} 고치기', en: 'Change it to `{near}`' },
    values: { near },
    kind: 'choice',
    edits: [replaceText(node, near)],
  };
}

/** A value for a sentence: not the whole of a long one. */
export function shortened(text: string): string {
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}
