/**
 * How wide a text is at most in the fonts editors write in, in parts of the font's size. Nobody can measure here, so
 * every class of characters is as wide as its widest in DejaVu Sans, which is wider than what Windows and macOS have.
 */
export function textWidth(text: string, font: 'text' | 'bold' | 'code'): number {
  let width = 0;
  for (const character of text) width += isWide(character) ? 1 : font === 'code' ? CODE : letter(character);
  return font === 'bold' ? width * BOLD : width;
}

const CODE = 0.62;
const BOLD = 1.1;

function letter(character: string): number {
  return LETTERS.find(([pattern]) => pattern.test(character))?.[1] ?? 1;
}

const LETTERS: readonly (readonly [RegExp, number])[] = [
  [/[ijlI.,:;'| ]/, 0.34],
  [/[ftr()[\]/\\"!-]/, 0.46],
  [/[a-ln-vx-z0-9_$?]/, 0.64],
  [/[A-LN-VX-Z&]/, 0.79],
  [/[+=<>~×]/, 0.84],
];

/** Hangul, kana, Chinese characters and their punctuation. */
function isWide(character: string): boolean {
  return /[\u1100-\u11ff\u2e80-\u9fff\uac00-\ud7a3\uf900-\ufaff\uff00-\uff60]/.test(character);
}
