import type { Instruction, Word } from '../model';

/** `FROM node 24`, `node: 24` or `node :24`, with or without AS: the word that was meant as the tag. */
export function splitTag({ keyword, words, problems }: Instruction): Word | undefined {
  const [image, second, ...more] = words;
  const named = more.length === 2 && /^as$/i.test(more[0]!.raw);
  if (keyword !== 'FROM' || !image || !second || (more.length > 0 && !named)) return undefined;
  if (!problems.some(({ code }) => code === 'from-arguments')) return undefined;
  const open = image.raw.endsWith(':');
  const tagged = !open && /[:@]/.test(image.raw.slice(image.raw.lastIndexOf('/') + 1));
  // No name of a stage begins with a digit.
  const meant = open ? /^[\w$]/ : tagged ? /^$/ : /^:?\d|^:[\w$]/;
  return meant.test(second.raw) ? second : undefined;
}
