import type { Location } from 'vscode-languageserver';
import { canonical } from '../core/address';
import type { AnyLanguage, PartOf } from '../core/language';
import type { NoteId } from '../core/rule';
import type { Span } from '../core/span';
import { toRange } from './convert';
import type { Use, UsesParams, UsesResult } from './protocol';
import type { Session } from './session';

/** How often a part meets a note, and the first places. */
interface Met {
  count: number;
  readonly spans: Span[];
}

/**
 * Which notes texts meet, and where. A part is looked through once: what it meets depends on its own words only, so
 * that typing costs no more than the part that is typed in.
 */
export class Uses {
  readonly #session: Session;
  readonly #known = new WeakMap<object, ReadonlyMap<NoteId, Met>>();

  constructor(session: Session) {
    this.#session = session;
  }

  async of({ textDocuments }: UsesParams): Promise<UsesResult> {
    await this.#session.explaining();
    const uses = new Map<NoteId, { count: number; places: Location[] }>();
    for (const { uri } of textDocuments) {
      await this.#session.settle(canonical(uri));
      this.#add(canonical(uri), uses);
    }
    return { uses: [...uses].map(([note, { count, places }]): Use => ({ note, count, places })) };
  }

  #add(uri: string, uses: Map<NoteId, { count: number; places: Location[] }>): void {
    const { engine, texts } = this.#session;
    const document = texts.get(uri);
    const { language, model } = engine.model(uri) ?? {};
    if (!document || !language) return;
    const atPlaces = new Map<string, NoteId | undefined>();
    for (const part of language.parts(model))
      for (const [note, met] of this.#metBy(part, language, atPlaces)) {
        const use = uses.get(note) ?? { count: 0, places: [] };
        uses.set(note, use);
        use.count += met.count;
        for (const { start, end } of met.spans.slice(0, MOST_PLACES - use.places.length)) {
          const range = toRange(document, { start: part.start + start, end: part.start + end });
          use.places.push({ uri: document.uri, range });
        }
      }
  }

  /** @param atPlaces the notes of the places seen before: a long text names few */
  #metBy(
    { unit }: PartOf<unknown>,
    language: AnyLanguage,
    atPlaces: Map<string, NoteId | undefined>,
  ): ReadonlyMap<NoteId, Met> {
    const known = this.#known.get(unit as object);
    if (known) return known;
    const found = new Map<NoteId, Met>();
    for (const { span, place, topic } of language.mentions?.(unit) ?? []) {
      const key = [...place, topic?.realm, ...(topic?.steps ?? [])].join('\n');
      if (!atPlaces.has(key)) {
        const note = this.#session.notes.of(language.id, { place, ...(topic && { topic }) });
        atPlaces.set(key, note?.brief ? undefined : note?.id);
      }
      const note = atPlaces.get(key);
      if (note === undefined) continue;
      const met = found.get(note) ?? { count: 0, spans: [] };
      found.set(note, met);
      met.count++;
      if (met.spans.length < MOST_PLACES) met.spans.push(span);
    }
    this.#known.set(unit as object, found);
    return found;
  }
}

/** Of a note; nobody walks through more. */
const MOST_PLACES = 20;
