import { siblingOf } from '../server/src/core/address';
import { align } from '../server/src/core/align';
import type { Language, LanguageRule, PartOf } from '../server/src/core/language';
import { type PartId, partId, type Span } from '../server/src/core/span';

/**
 * A language of one line per part, to test what is generic: `def NAME` tells the workspace a name, `use NAME`
 * asks for it, `bad` is wrong, `take FILE` is wrong where `.tinyignore` beside it names the file, `# off RULE` silences the line below.
 */
export interface Line {
  readonly part: PartId;
  readonly text: string;
}

export interface Lines {
  readonly parts: readonly PartOf<Line>[];
  readonly next: number;
}

export interface TinyFacts {
  def: { readonly name: string };
}

/** What was asked of the language, for tests that count. */
export interface Counts {
  parsed: string[];
  checked: string[];
}

const HERE = { ko: '{place}에 있다', en: 'It is at {place}' };
const words = { ko: '말', en: 'words' };
const page = {
  what: words,
  why: words,
  how: words,
  concepts: [],
  source: 'https://example.com',
  also: [],
  examples: [],
  allows: [],
};

type LineRule = Extract<LanguageRule<Lines, Line, TinyFacts>, { scope: 'part' }>;
type FileRule = Extract<LanguageRule<Lines, Line, TinyFacts>, { scope: 'file' }>;

const badWord = (counts: Counts): LineRule => ({
  ...page,
  id: 'tiny/bad-word',
  scope: 'part',
  severity: 'warning',
  also: ['hadolint/DL1'],
  messages: { bad: { ko: '나쁜 말이다', en: 'A bad word' } },
  *check({ part, text }) {
    counts.checked.push(text);
    if (text.startsWith('#')) return;
    for (const { index } of text.matchAll(/\bbad\b/g)) {
      const span: Span = { part, start: index, end: index + 3 };
      const title = { ko: '좋은 말로', en: 'Say good' };
      yield { span, fixes: [{ kind: 'safe', title, edits: [{ span, text: 'good' }] }] };
    }
  },
});

const lostName: LineRule = {
  ...page,
  id: 'tiny/lost-name',
  scope: 'part',
  severity: 'error',
  messages: { lost: { ko: '{name:은} 없다', en: '{name} is not there' } },
  *check({ part, text }, { facts }) {
    const name = /^use (\w+)/.exec(text)?.[1];
    if (!name || facts.find('def', { name }).length > 0 || !facts.complete) return;
    yield { span: { part, start: 4, end: 4 + name.length }, values: { name } };
  },
};

const leftOut: LineRule = {
  ...page,
  id: 'tiny/left-out',
  scope: 'part',
  severity: 'warning',
  messages: { out: { ko: '{name:은} 빠진다', en: '{name} is left out' } },
  *check({ part, text }, { facts, path }) {
    const name = /^take (\w+)/.exec(text)?.[1];
    const ignored = path && name && facts.file(siblingOf(path, '.tinyignore'));
    if (ignored?.split('\n').includes(name!))
      yield { span: { part, start: 5, end: 5 + name!.length }, values: { name: name! } };
  },
};

const throws: LineRule = {
  ...page,
  id: 'tiny/throws',
  scope: 'part',
  severity: 'info',
  messages: { thrown: { ko: '{thing} 말', en: '{thing} words' } },
  *check({ part, text }) {
    if (text.startsWith('throw')) throw new Error('thrown by the rule');
    // Nothing in the types allows it, and a rule may still do it.
    const thing = null as unknown as string;
    if (text.startsWith('unsayable'))
      yield {
        span: { part, start: 0, end: 9 },
        values: { thing },
        fixes: [{ kind: 'choice', title: { ko: '{thing}', en: '{thing}' }, values: { thing }, edits: [] }],
      };
  },
};

const tooLong: FileRule = {
  ...page,
  id: 'tiny/too-long',
  scope: 'file',
  severity: 'info',
  strict: 'warning',
  options: { maxLayers: { default: 100, minimum: 1, what: words } },
  messages: { long: { ko: '줄이 {count}개다', en: '{count} lines' } },
  *check({ parts }, { options }) {
    const last = parts.at(-1);
    if (last && parts.length > options.maxLayers)
      yield { span: { part: last.id, start: 0, end: last.text.length }, values: { count: parts.length } };
  },
};

export function tinyLanguage(counts: Counts = { parsed: [], checked: [] }): Language<Lines, Line, TinyFacts> {
  return {
    id: 'tiny',
    usualName: 'a.tiny',
    fence: 'text',
    rules: [badWord(counts), lostName, throws, tooLong, leftOut],
    claims: ({ uri, languageId }) => uri.endsWith('.tiny') || languageId === 'tiny',
    beside: () => ['.tinyignore'],
    parse(text, { uri }, previous) {
      const pieces = text.match(/[^\n]*\n|[^\n]+$/g) ?? [''];
      const old = previous?.parts ?? [];
      const pairs = align(
        old.map(({ text }) => text),
        pieces,
      );
      let next = previous?.next ?? 0;
      let start = 0;
      const parts = pieces.map((text, i) => {
        const pair = pairs[i];
        const before = pair && old[pair.index];
        const id = before?.id ?? partId(uri, next++);
        if (!pair?.same) counts.parsed.push(text);
        const unit = pair?.same && before ? before.unit : { part: id, text };
        const part = { id, start, text, unit };
        start += text.length;
        return part;
      });
      return { parts, next };
    },
    parts: ({ parts }) => parts,
    *suppressions({ parts }) {
      for (const [i, { text }] of parts.entries()) {
        const name = /^# off (\S+)/.exec(text)?.[1];
        const below = parts[i + 1];
        if (name && below)
          yield { names: [name], span: { part: below.id, start: 0, end: below.text.length } };
      }
    },
    suppress: (_, { part }, name) => [{ span: { part, start: 0, end: 0 }, text: `# off ${name}\n` }],
    object({ text }, offset) {
      const [all = '', name] = /^use (\w+)/.exec(text) ?? [];
      return offset < all.length ? { kind: 'Use', name } : undefined;
    },
    summarise({ part, text }) {
      const name = /^def (\w+)/.exec(text)?.[1];
      return name
        ? [{ kind: 'def', name, value: { name }, span: { part, start: 4, end: 4 + name.length } }]
        : [];
    },
    mentions: ({ parts }) =>
      parts.map(({ id: part, text }) => {
        const word = /^\w+/.exec(text)?.[0];
        return word ? [{ span: { part, start: 0, end: word.length }, place: [word] }] : [];
      }),
    hover: ({ parts }, part, offset) => {
      const text = parts.find(({ id }) => id === part)?.text ?? '';
      const word = /^\w+/.exec(text)?.[0] ?? '';
      const span: Span = { part, start: 0, end: word.length };
      const facts = text.startsWith('use here') ? [{ text: HERE, values: { place: span } }] : [];
      return offset <= word.length && word ? { span, place: [word], facts } : undefined;
    },
  };
}
