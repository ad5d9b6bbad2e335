import type { Fact, Place, WorkspaceFacts } from './facts';
import { type Span, uriOf } from './span';

/** The answer to one question, until another one takes its place. Whoever kept a result looks whether it is stale. */
export interface Answer {
  stale: boolean;
}

/** The facts of one workspace and one language, found by kind, namespace and name. */
export class FactStore<Facts> {
  readonly #buckets = new Map<string, Bucket<Facts>>();
  readonly #files = new Map<string, string | undefined>();
  #complete = true;
  #revision = 0;

  /** Another number whenever the answer to any question may have changed. */
  get revision(): number {
    return this.#revision;
  }

  get complete(): boolean {
    return this.#complete;
  }

  set complete(value: boolean) {
    if (value === this.#complete) return;
    this.#complete = value;
    this.#changed(COMPLETE);
  }

  /**
   * Puts what a part says now in the place of what it said before. Facts that are equal by value are kept as
   * they are, so that nobody who asked for them is asked to think again.
   * @returns the facts now held for the part.
   */
  replace(before: readonly Fact<Facts>[], after: readonly Fact<Facts>[]): readonly Fact<Facts>[] {
    if (sameValue(before, after)) return before;
    for (const fact of before)
      for (const key of keysOf(fact)) {
        const facts = this.#changing(key);
        facts.splice(facts.indexOf(fact), 1);
      }
    for (const fact of after)
      for (const key of keysOf(fact)) {
        const facts = this.#changing(key);
        facts.splice(placeIn(facts, fact), 0, fact);
      }
    return after;
  }

  /** In the order of the texts. */
  find<K extends keyof Facts>(kind: K, at?: Place): readonly Fact<Facts, K>[] {
    return this.ask(kind, at).facts as unknown as readonly Fact<Facts, K>[];
  }

  /** As `find`, with what tells whether the answer still is one. */
  ask(kind: keyof Facts, at?: Place): Pick<Bucket<Facts>, 'facts' | 'answer'> {
    const bucket = this.#bucket(key(kind, at));
    bucket.given = true;
    return bucket;
  }

  file(path: string): string | undefined {
    return this.#complete ? this.#files.get(path) : undefined;
  }

  /** Whether it is known what a file holds, or that there is none. */
  knows(path: string): boolean {
    return this.#files.has(path);
  }

  setFile(path: string, text: string | undefined): void {
    if (this.#files.get(path) !== text) this.#changed(fileKey(path));
    this.#files.set(path, text);
  }

  /** The answer to `complete`, or to what a file holds. */
  answer(path?: string): Answer {
    return this.#bucket(path === undefined ? COMPLETE : fileKey(path)).answer;
  }

  /** The facts of a bucket, to be changed: an answer once given stays what it was. */
  #changing(question: string): Fact<Facts>[] {
    const bucket = this.#changed(question);
    if (bucket.given) bucket.facts = bucket.facts.slice();
    bucket.given = false;
    return bucket.facts;
  }

  #changed(question: string): Bucket<Facts> {
    const bucket = this.#bucket(question);
    bucket.answer.stale = true;
    bucket.answer = { stale: false };
    this.#revision++;
    return bucket;
  }

  #bucket(question: string): Bucket<Facts> {
    let bucket = this.#buckets.get(question);
    if (!bucket) {
      bucket = { facts: [], answer: { stale: false }, given: false };
      this.#buckets.set(question, bucket);
    }
    return bucket;
  }
}

/** Answers from a store and remembers the answers, so that the asker's result can be kept until one of them is stale. */
export class Recorder<Facts> implements WorkspaceFacts<Facts> {
  readonly #store: FactStore<Facts>;
  /** The answers given since the last who asked, each once. */
  #given: Answer[] = [];
  /** What was given to those before. */
  readonly #lists: (readonly Answer[])[] = [NO_ANSWERS];

  constructor(store: FactStore<Facts>) {
    this.#store = store;
  }

  get complete(): boolean {
    this.#record(this.#store.answer());
    return this.#store.complete;
  }

  find<K extends keyof Facts>(kind: K, at?: Place): readonly Fact<Facts, K>[] {
    const { facts, answer } = this.#store.ask(kind, at);
    this.#record(answer);
    return facts as unknown as readonly Fact<Facts, K>[];
  }

  file(path: string): string | undefined {
    this.#record(this.#store.answer());
    this.#record(this.#store.answer(path));
    return this.#store.file(path);
  }

  /** The answers given to the last who asked, each once. Many ask the same, and get the very same list. */
  take(): readonly Answer[] {
    const given = this.#given;
    let list = this.#lists.find((one) => isSame(one, given));
    if (!list) {
      list = given.slice();
      this.#lists.push(list);
    }
    given.length = 0;
    return list;
  }

  #record(answer: Answer): void {
    if (!this.#given.includes(answer)) this.#given.push(answer);
  }
}

const NO_ANSWERS: readonly Answer[] = [];

function isSame(a: readonly Answer[], b: readonly Answer[]): boolean {
  return a.length === b.length && a.every((answer, i) => answer === b[i]);
}

interface Bucket<Facts> {
  facts: Fact<Facts>[];
  answer: Answer;
  /** Somebody holds the list of facts. */
  given: boolean;
}

const NOWHERE: Place = {};
const COMPLETE = 'complete';
const ANY = '\u0000';

function key(kind: PropertyKey, at?: Place): string {
  const { namespace, name } = at ?? NOWHERE;
  if (namespace === undefined && name === undefined) return String(kind);
  return `${String(kind)}\u0001${namespace ?? ANY}\u0001${name ?? ANY}`;
}

function fileKey(path: string): string {
  return `file\u0001${path}`;
}

function keysOf<Facts>({ kind, namespace, name }: Fact<Facts>): Set<string> {
  return new Set([key(kind), key(kind, { namespace }), key(kind, { name }), key(kind, { namespace, name })]);
}

/** Where a fact belongs in a list that is in the order of the texts. */
function placeIn<F extends { readonly span: Span }>(facts: readonly F[], fact: F): number {
  const last = facts.at(-1);
  // Texts are read from their top.
  if (!last || byPlace(last, fact) <= 0) return facts.length;
  let [from, to] = [0, facts.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (byPlace(facts[middle]!, fact) <= 0) from = middle + 1;
    else to = middle;
  }
  return from;
}

function byPlace(a: { readonly span: Span }, b: { readonly span: Span }): number {
  if (a.span.part === b.span.part) return a.span.start - b.span.start;
  const [left, right] = [uriOf(a.span.part), uriOf(b.span.part)];
  if (left !== right) return left < right ? -1 : 1;
  return serial(a.span.part) - serial(b.span.part) || a.span.start - b.span.start;
}

function serial(part: string): number {
  return Number(part.slice(part.lastIndexOf('#') + 1));
}

/** Equality of plain data: what facts are made of. */
export function sameValue(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || !a || !b) return false;
  if (Array.isArray(a))
    return Array.isArray(b) && a.length === b.length && a.every((one, i) => sameValue(one, b[i]));
  if (Array.isArray(b)) return false;
  // Without lists of keys: every report is compared with the one before, at every key that is hit.
  let names = 0;
  for (const name in a) {
    if (!Object.hasOwn(b, name)) return false;
    if (!sameValue((a as Record<string, unknown>)[name], (b as Record<string, unknown>)[name])) return false;
    names++;
  }
  for (const _ in b) names--;
  return names === 0;
}
