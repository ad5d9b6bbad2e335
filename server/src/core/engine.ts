import { nameOf, siblingOf } from './address';
import { catalogue, type Scopes } from './catalogue';
import { type Checked, check, type Found } from './check';
import type { Config } from './config';
import { Demands } from './demand';
import type { Diagnosis, Location } from './diagnosis';
import type { AnyFacts, AnyLanguage, AnyRule, FileInfo, ObjectRef, PartOf } from './language';
import { withLineEndsOf } from './line-ends';
import { type NameIndex, namesOf } from './names';
import { type Edit, type PartId, type Span, type TextEdit, uriOf } from './span';
import { atRest, type PartState, type Position, sectionsOf, type TextState, type Whole } from './state';
import { Stores } from './stores';
import { Silencer } from './suppress';

/** A rule that threw: reported once per check, and nothing else falls silent. */
export interface Fault {
  readonly rule: string;
  readonly uri: string;
  readonly error: unknown;
}

/**
 * Reads texts, keeps what was found per part, and answers questions about them. All caches of the product live
 * here, so that a session can be thrown away whole. Nothing is remembered that could not be computed again.
 */
export class Engine {
  readonly names: NameIndex;
  readonly #texts = new Map<string, TextState>();
  readonly #stores = new Stores();
  readonly #scopes: ReadonlyMap<AnyLanguage, Scopes>;
  readonly #onFault: (fault: Fault) => void;

  readonly languages: readonly AnyLanguage[];

  constructor(languages: readonly AnyLanguage[], onFault: (fault: Fault) => void = () => {}) {
    this.languages = languages;
    this.#onFault = onFault;
    ({ names: this.names, scopes: this.#scopes } = catalogue(languages));
  }

  /** The folders whose files know of each other; `/`-separated absolute paths. Set before texts are. */
  set roots(roots: readonly string[]) {
    this.#stores.roots = roots;
  }

  /** @param text where it is not given, what is known of the file counts, else its name alone */
  languageOf(file: FileInfo, text?: string): AnyLanguage | undefined {
    const known = text === undefined ? this.#texts.get(file.uri)?.language : undefined;
    return known ?? this.languages.findLast((language) => language.claims(file, text));
  }

  /** Reads a text anew. @returns false when no language claims it. */
  set(file: FileInfo, text: string): boolean {
    const language = this.languageOf(file, text);
    if (!language) {
      this.delete(file.uri);
      return false;
    }
    const before = this.#texts.get(file.uri);
    const previous = before?.language === language && !before.resting ? before : undefined;
    if (before && !previous) this.delete(file.uri);
    if (previous?.text === text) return true;
    const model = language.parse(text, file, previous?.model);
    const store = this.#stores.of(file, language);
    const parts = new Map<PartId, PartState>();
    language.parts(model).forEach((part) => {
      const old = previous?.parts.get(part.id);
      if (old && old.part.unit === part.unit) {
        old.part = part;
        parts.set(part.id, old);
      } else {
        parts.set(part.id, { part, facts: store.replace(old?.facts ?? [], language.summarise(part.unit)) });
      }
    });
    previous?.parts.forEach((old, id) => {
      if (!parts.has(id)) store.replace(old.facts, []);
    });
    const sections = sectionsOf(language.sections?.(model) ?? [], previous?.sections);
    this.#texts.set(file.uri, { file, language, text, model, parts, sections, store });
    return true;
  }

  /**
   * Forgets how a text was understood and keeps what it told the workspace, for files that nobody has open:
   * their models would be most of what a session holds. It is understood anew when it is set again.
   */
  rest(uri: string): void {
    const state = this.#texts.get(uri);
    if (state) this.#texts.set(uri, atRest(state));
  }

  delete(uri: string): void {
    const state = this.#texts.get(uri);
    if (!state) return;
    for (const part of state.parts.values()) state.store.replace(part.facts, []);
    this.#texts.delete(uri);
  }

  has(uri: string): boolean {
    return this.#texts.has(uri);
  }

  get uris(): readonly string[] {
    return [...this.#texts.keys()];
  }

  text(uri: string): string | undefined {
    return this.#texts.get(uri)?.text;
  }

  file(uri: string): FileInfo | undefined {
    return this.#texts.get(uri)?.file;
  }

  /** The files in the folder of a text that its rules ask for, by name; none for a text outside every root. */
  beside(file: FileInfo): readonly string[] {
    if (file.path === undefined || this.#stores.rootOf(file) === undefined) return [];
    return this.languageOf(file)?.beside?.(nameOf(file.path)) ?? [];
  }

  /** Tells what such a file holds; undefined where there is none. */
  setBeside(file: FileInfo, name: string, text: string | undefined): void {
    const language = this.languageOf(file);
    if (language && file.path !== undefined)
      this.#stores.of(file, language).setFile(siblingOf(file.path, name), text);
  }

  knowsBeside(file: FileInfo): boolean {
    const language = this.languageOf(file);
    const store = language && this.#stores.of(file, language);
    return this.beside(file).every((name) => store?.knows(siblingOf(file.path!, name)));
  }

  /** Whether it has been told what a file that is no text of ours holds, or that there is none. */
  knowsFile(path: string): boolean {
    return this.#stores.knowing(path).length > 0;
  }

  /** Tells that such a file has changed. */
  setFile(path: string, text: string | undefined): void {
    for (const store of this.#stores.knowing(path)) store.setFile(path, text);
  }

  /** Whether every file below the roots has been read: until then, absence means nothing. */
  set complete(complete: boolean) {
    this.#stores.complete = complete;
  }

  /**
   * What is wrong with one text, in the order of the text; suppressed findings are left out.
   * @param outside what a program from outside found
   */
  diagnose(uri: string, given: Config, outside: readonly Found[] = []): Diagnosis[] {
    const state = this.#texts.get(uri);
    if (!state || state.resting) return [];
    const { partRules, sectionRules, fileRules } = this.#scopes.get(state.language)!;
    state.demands ??= new Demands(state.language.demands?.(state.model) ?? [], this.names);
    const config = state.demands.config(given);
    const { file, store } = state;
    const path = this.#stores.rootOf(file) === undefined ? undefined : file.path;
    const around = { store, names: this.names, path };
    const onFault = (rule: AnyRule, error: unknown) => this.#onFault({ rule: rule.id, uri, error });
    const found: Found[] = [...outside];
    const checked = (unit: unknown, rules: readonly AnyRule[], before: Checked | undefined): Checked => {
      const now = check(unit, config.active(rules), around, before, onFault);
      if (now.found.length > 0) found.push(...now.found);
      return now;
    };
    state.parts.forEach((part) => {
      part.checked = checked(part.part.unit, partRules, part.checked);
    });
    for (const section of state.sections)
      section.checked = checked(section.unit, sectionRules, section.checked);
    state.checked = checked(state.model, fileRules, state.checked);
    state.silencer ??= new Silencer(state.language.suppressions(state.model), this.names);
    const placed: Diagnosis[] = [];
    for (const { rule, finding } of found) {
      const names = namesOf(rule, finding);
      const severity = state.demands.severity(rule, finding, names, given);
      const part = state.parts.get(finding.span.part)?.part;
      if (severity === 'off' || !part || state.silencer.silences(rule, finding, given)) continue;
      const start = part.start + finding.span.start;
      const end = part.start + finding.span.end;
      placed.push({ rule, finding, severity, names, start, end });
    }
    return placed.sort((a, b) => a.start - b.start || a.end - b.end || (a.rule.id < b.rule.id ? -1 : 1));
  }

  /** Where a span stands now; undefined when its part is gone. */
  locate({ part: id, start, end }: Span): Location | undefined {
    const part = this.part(id);
    return part && { uri: uriOf(id), start: part.start + start, end: part.start + end };
  }

  /** A part as it stands now; undefined when it is gone. */
  part(id: PartId): PartOf<unknown> | undefined {
    return this.#texts.get(uriOf(id))?.parts.get(id)?.part;
  }

  /** Edits by document, with its line ends; undefined when one of them points at a part that is gone. */
  edits(edits: readonly Edit[]): ReadonlyMap<string, readonly TextEdit[]> | undefined {
    const byUri = new Map<string, TextEdit[]>();
    for (const { span, text } of edits) {
      const place = this.locate(span);
      if (!place) return undefined;
      const known = byUri.get(place.uri) ?? [];
      const around = this.text(place.uri) ?? '';
      known.push({ start: place.start, end: place.end, text: withLineEndsOf(around, text) });
      byUri.set(place.uri, known);
    }
    return byUri;
  }

  /** The part at an offset of the text; an offset between two parts belongs to the one before. */
  at(uri: string, offset: number): Position | undefined {
    const state = this.#texts.get(uri);
    if (!state || state.resting) return undefined;
    let found: PartOf<unknown> | undefined;
    for (const { part } of state.parts.values())
      if (part.start <= offset && (!found || part.start >= found.start)) found = part;
    if (!found || offset > found.start + found.text.length) return undefined;
    return {
      language: state.language,
      model: state.model,
      part: found,
      offset: offset - found.start,
      facts: state.store,
    };
  }

  /** The object a finding is about, where its language knows objects. */
  object({ finding }: Diagnosis): ObjectRef | undefined {
    const state = this.#texts.get(uriOf(finding.span.part));
    const part = state?.parts.get(finding.span.part)?.part;
    return part?.unit === undefined ? undefined : state!.language.object?.(part.unit, finding.span.start);
  }

  /** What is known around a text, whether or not it is at hand. */
  around(uri: string): { readonly language: AnyLanguage; readonly facts: AnyFacts } | undefined {
    const state = this.#texts.get(uri);
    return state && { language: state.language, facts: state.store };
  }

  /** The model of a text, for features that look at the whole of it. */
  model(uri: string): Whole | undefined {
    const state = this.#texts.get(uri);
    if (!state || state.resting) return undefined;
    return { language: state.language, model: state.model, facts: state.store };
  }
}
