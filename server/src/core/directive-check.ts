import { readIgnore, type WrittenName } from './directive';
import type { Finding, RuleNames } from './rule';
import type { Span } from './span';

/** A finding for every name in an own directive that no rule answers to. @param at the comment's text, without `#` */
export function* unknownNames(
  text: string,
  at: (range: WrittenName) => Span,
  names: RuleNames,
): Iterable<Finding> {
  for (const written of readIgnore(text)?.written ?? []) {
    if (names.knows(written.name)) continue;
    const near = names.nearest(written.name);
    yield unknownName(at(written), written.name, near, near ? 'near' : 'unknown');
  }
}

/** @param near the name to put in its place, where one is near */
export function unknownName(span: Span, name: string, near: string | undefined, message: string): Finding {
  if (near === undefined) return { span, message, values: { name } };
  return {
    span,
    message,
    values: { name, near },
    fixes: [
      {
        title: { ko: '{near:으로} 고치기', en: 'Write {near}' },
        values: { near },
        kind: 'choice',
        edits: [{ span, text: near }],
      },
    ],
  };
}
