import { type Chapter, type Standing, standingOf } from './course';
import type { Drawing } from './drawing';
import type { NoteId } from './rule';
import type { Span } from './span';
import type { Lang, Message, Text } from './text';

/** One half of a note, in one language, split by the shape every note has. All fields are Markdown. */
export interface NoteBody {
  readonly title: string;
  /** One line: what it is. */
  readonly answer: string;
  readonly bullets: readonly string[];
  /** Plain text drawing, with a left edge only. */
  readonly picture?: string;
  readonly question?: { readonly asked: string; readonly answer: string };
  /** A command or an example to try. */
  readonly example?: string;
  readonly misconception?: string;
}

export interface Note {
  readonly id: NoteId;
  /** A few lines about a word of the syntax, all of which its hover shows: it has no page. */
  readonly brief?: true;
  /** Where its hover belongs: `kubernetes:Service.spec.selector`, a realm and the steps to a place in it. */
  readonly at: readonly string[];
  readonly body: Readonly<Record<Lang, NoteBody>>;
  /** The drawing its page shows in place of the picture of letters, where it can. */
  readonly drawing?: string;
  readonly related: readonly NoteId[];
  /** The official page in the reader's language. */
  readonly official: Text;
  /** Where each fact was checked. */
  readonly sources: readonly string[];
}

/** What a language says about the text under the cursor. */
export interface Card {
  readonly span: Span;
  /** Where in the language's world this is: `['RUN']`, `['Service', 'spec', 'selector']`. Notes belong to places. */
  readonly place: readonly string[];
  /** What the word names in any language: a note about that goes before the note of the place. */
  readonly topic?: Topic;
  /** Facts of this very file, said before the note's own bullets. */
  readonly facts?: readonly Message[];
  /** Replaces the note's picture by one drawn from the real objects, line by line. */
  readonly picture?: readonly Message[];
  /** What the official reference says, with or without a note. */
  readonly reference?: Reference;
}

/** A word of a text that a note may be about: what its hover says it is. */
export type Mention = Pick<Card, 'span' | 'place' | 'topic'>;

/**
 * A realm of places that all languages share, and the steps to one of them. `registry`: `ecr`. `image`: `tag`,
 * `digest`. `command`: `gcloud`, `run`, `deploy`. `label`: the key of a label, annotation or node selector, cut at
 * its dots. `value`: a key and what is written there, cut at its dots: `ingressClassName`, `gce`.
 */
export interface Topic {
  readonly realm: 'registry' | 'image' | 'command' | 'label' | 'value';
  readonly steps: readonly string[];
}

export interface Reference {
  /** Code: `Deployment.spec.replicas`. */
  readonly path: string;
  /** What it holds, and whether it has to be written. */
  readonly about: readonly Message[];
  /** The reference's own text, in its own language. */
  readonly text?: string;
}

/** The name the notes have beside the program: a `NotesFile`. */
export const NOTES_ASSET = 'notes.json';

export interface NotesFile {
  readonly course: readonly Chapter[];
  readonly notes: readonly Note[];
  /** By the id that notes name. */
  readonly drawings: Readonly<Record<string, Drawing>>;
}

/** The notes, found by id and by the place their hover belongs to. */
export class Notes {
  readonly all: readonly Note[];
  readonly course: readonly Chapter[];
  readonly drawings: NotesFile['drawings'];
  readonly #byId: ReadonlyMap<NoteId, Note>;
  readonly #places = new Map<string, { note: Note; steps: readonly string[] }[]>();

  constructor({ course, notes, drawings }: NotesFile) {
    this.all = notes;
    this.course = course;
    this.drawings = drawings;
    this.#byId = new Map(notes.map((note) => [note.id, note]));
    for (const note of notes)
      for (const pattern of note.at) {
        const [realm = '', place = ''] = pattern.split(':');
        const known = this.#places.get(realm) ?? [];
        this.#places.set(realm, known);
        known.push({ note, steps: place.split('.') });
      }
  }

  get(id: NoteId): Note | undefined {
    return this.#byId.get(id);
  }

  /** Where a note stands in the course; a brief one stands nowhere. */
  standing(id: NoteId): Standing | undefined {
    return standingOf(this.course, id);
  }

  /** The note that explains a card of a language. */
  of(language: string, { place, topic }: Omit<Mention, 'span'>): Note | undefined {
    const named = topic && this.at(topic.realm, topic.steps);
    return named ?? (place.length > 0 ? this.at(language, place) : undefined);
  }

  /**
   * The note that belongs to a place of a realm: a language's id, or a topic's. `*` in a note's `at` stands for one
   * step, `**` for any number; the pattern with the most steps written out wins.
   */
  at(realm: string, place: readonly string[]): Note | undefined {
    let best: { note: Note; written: number } | undefined;
    for (const { note, steps } of this.#places.get(realm) ?? []) {
      const written = steps.filter((step) => !step.startsWith('*')).length;
      if ((!best || written > best.written) && fits(steps, place)) best = { note, written };
    }
    return best?.note;
  }
}

function fits(pattern: readonly string[], place: readonly string[]): boolean {
  const [step, ...rest] = pattern;
  if (step === undefined) return place.length === 0;
  if (step === '**') return place.some((_, i) => fits(rest, place.slice(i))) || fits(rest, []);
  return place.length > 0 && (step === '*' || step === place[0]) && fits(rest, place.slice(1));
}
