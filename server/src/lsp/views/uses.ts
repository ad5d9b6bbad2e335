import type { Location } from 'vscode-languageserver';
import { canonical } from '../../core/address';
import type { AnyLanguage } from '../../core/language';
import type { Mention } from '../../core/note';
import type { NoteId } from '../../core/rule';
import type { Span } from '../../core/span';
import { toRange } from '../convert';
import type { Use, UsesParams, UsesResult } from '../protocol';
import type { Session } from '../session';

/** How often a note is met, and the first places. */
interface Met {
  count: number;
  readonly spans: Span[];
}

/**
 * Which notes texts meet, and where. Each list of a language is looked through once, so that typing costs no more
 * than the part that is typed in.
 */
export class Uses {
  readonly #session: Session;
  readonly #known = new WeakMap<readonly Mention[], ReadonlyMap<NoteId, Met>>();

  constructor(session: Session) {
    this.#session = session;
  }

  async of({ textDocuments }: UsesParams): Promise<UsesResult> {
    await this.#session.explaining();
    const uses = new Map<NoteId, { count: number; places: Location[] }>();
    for (const uri of textDocuments.map((one) => canonical(one.uri))) {
      await this.#session.settle(uri);
      await this.#add(uri, uses);
    }
    return { uses: [...uses].map(([note, { count, places }]): Use => ({ note, count, places })) };
  }

  async #add(uri: string, uses: Map<NoteId, { count: number; places: Location[] }>): Promise<void> {
    const { engine, texts, host } = this.#session;
    const document = texts.get(uri);
    const { language, model } = engine.model(uri) ?? {};
    if (!document || !language) return;
    const noteOf = this.#lookUp(language);
    let started = performance.now();
    for (const mentions of language.mentions?.(model) ?? []) {
      if (performance.now() - started > LONGEST) {
        await host.pause();
        // Somebody types: the client asks again.
        if (engine.model(uri)?.model !== model) return;
        started = performance.now();
      }
      for (const [note, { count, spans }] of this.#metBy(mentions, noteOf)) {
        const use = uses.get(note) ?? { count: 0, places: [] };
        uses.set(note, use);
        use.count += count;
        for (const span of spans.slice(0, MOST_PLACES - use.places.length)) {
          const place = engine.locate(span);
          if (place) use.places.push({ uri: document.uri, range: toRange(document, place) });
        }
      }
    }
  }

  #metBy(mentions: readonly Mention[], noteOf: (mention: Mention) => NoteId | undefined) {
    const known = this.#known.get(mentions);
    if (known) return known;
    const found = new Map<NoteId, Met>();
    for (const mention of mentions) {
      const note = noteOf(mention);
      if (note === undefined) continue;
      const met = found.get(note) ?? { count: 0, spans: [] };
      found.set(note, met);
      met.count++;
      if (met.spans.length < MOST_PLACES) met.spans.push(mention.span);
    }
    this.#known.set(mentions, found);
    return found;
  }

  /** The note of a word; a long text names few places, over and over. */
  #lookUp(language: AnyLanguage): (mention: Mention) => NoteId | undefined {
    const known = new Map<string, NoteId | undefined>();
    return (mention) => {
      const { place, topic } = mention;
      const key = [...place, topic?.realm, ...(topic?.steps ?? [])].join('\n');
      if (!known.has(key)) {
        const note = this.#session.notes.of(language.id, mention);
        known.set(key, note?.brief ? undefined : note?.id);
      }
      return known.get(key);
    };
  }
}

/** Milliseconds that other questions may have to wait. */
const LONGEST = 5;
/** Of a note; nobody walks through more. */
const MOST_PLACES = 20;
