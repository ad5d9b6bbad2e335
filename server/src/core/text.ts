import type { Span } from './span';

/** The languages every text of the product exists in. */
export type Lang = 'ko' | 'en';

/** One sentence or passage, written first-hand in each language. */
export type Text = Readonly<Record<Lang, string>>;

/** A span stands for the place it is written at: `web.yaml:12`, once somebody knows lines. */
export type Value = Single | readonly Single[];
type Single = string | number | Text | Span | Message;
export type Values = Readonly<Record<string, Value>>;

/** A text with the values of its `{placeholders}`; it becomes a string only at the edge. */
export interface Message {
  readonly text: Text;
  readonly values?: Values;
}

/**
 * Fills `{name}` and, in Korean, `{name:을}` (the value followed by the particle that fits its last
 * sound: 을/를, 이/가, 은/는, 과/와, 으로/로, 이라/라, 이다/다) and `{name|을}` (that particle alone, for behind a quote).
 * An unknown placeholder stays as written.
 */
export function render(text: Text, lang: Lang, values: Values = {}, where: Where = () => ''): string {
  return text[lang].replace(
    /\{(\w+)(?:([:|])([가-힣]+))?\}/g,
    (whole, name: string, sign?: string, particle?: string) => {
      const value = values[name];
      if (value === undefined) return whole;
      const shown = show(value, lang, where);
      if (!particle) return shown;
      return (sign === ':' ? shown : '') + pickParticle(shown, particle);
    },
  );
}

export function renderMessage(message: Message, lang: Lang, where?: Where): string {
  return render(message.text, lang, message.values, where);
}

/** Says where a span is; only the edge knows files' names and lines. */
export type Where = (span: Span) => string;

function show(value: Value, lang: Lang, where: Where): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return String(value);
  if ('ko' in value) return value[lang];
  if ('part' in value) return where(value);
  if ('text' in value) return render(value.text, lang, value.values, where);
  return value.map((item) => show(item, lang, where)).join(', ');
}

/** Each pair is the form after a final consonant, then the form after a vowel. */
const PARTICLES = [
  ['을', '를'],
  ['이', '가'],
  ['은', '는'],
  ['과', '와'],
  ['으로', '로'],
  ['이라', '라'],
  ['이다', '다'],
] as const;

function pickParticle(word: string, particle: string): string {
  const pair = PARTICLES.find((forms) => (forms as readonly string[]).includes(particle));
  if (!pair) return particle;
  const sound = finalSound(word);
  if (particle === '으로' || particle === '로') return sound === 'consonant' ? pair[0] : pair[1];
  return sound === 'vowel' ? pair[1] : pair[0];
}

/** How a word ends when read aloud in Korean; `ㄹ` matters for 으로/로 only. */
function finalSound(word: string): 'consonant' | 'ㄹ' | 'vowel' {
  const spoken = word.replace(/[^\p{L}\p{N}]+$/u, '');
  const last = spoken.at(-1);
  if (!last) return 'vowel';
  const code = last.charCodeAt(0);
  if (code >= 0xac00 && code <= 0xd7a3) {
    const final = (code - 0xac00) % 28;
    return final === 0 ? 'vowel' : final === 8 ? 'ㄹ' : 'consonant';
  }
  if (/[178]/.test(last)) return 'ㄹ';
  if (/[036]/.test(last)) return 'consonant';
  const letters = /[a-z]+$/i.exec(spoken)?.[0] ?? '';
  if (isSpelled(letters))
    return /[lr]$/i.test(letters) ? 'ㄹ' : /[mn]$/i.test(letters) ? 'consonant' : 'vowel';
  // Latin words follow their usual Korean reading: web → 웹, curl → 컬, but rust → 러스트.
  if (/([aeiouy]r?l|le)$/i.test(spoken)) return 'ㄹ';
  return /([aeiouy](b|ck|k|m|n|p|t|me|ne)|ng)$/i.test(spoken) ? 'consonant' : 'vowel';
}

/**
 * Whether a Latin word is read letter by letter: URL → 유아르엘, xml → 엑스엠엘. Only their l, m, n and r end in a
 * consonant. Capitals in -ER are words (USER → 유저).
 */
function isSpelled(letters: string): boolean {
  return /^(?:[A-Z]+(?<!ER)|[b-df-hj-np-tv-z]{1,5})$/.test(letters);
}
