import type { AnyLanguage } from '../server/src/core/language';
import type { Entry, Reach } from '../server/src/core/view';
import { Bench } from './samples';

const SIGNS = { comment: '#', region: '##', none: '' };

/** What a language shows of one text, in words a test can compare. `|` in the text is the cursor. */
export class Views {
  readonly #bench: Bench;
  readonly #language: AnyLanguage;
  readonly #cursor: number;

  constructor(language: AnyLanguage, marked: string, settings = {}) {
    const cursor = marked.indexOf('|');
    this.#cursor = cursor;
    const text = cursor < 0 ? marked : marked.slice(0, cursor) + marked.slice(cursor + 1);
    this.#language = language;
    this.#bench = new Bench(language, { files: { [language.usualName]: text }, settings });
  }

  get #model() {
    return this.#bench.engine.model(this.#bench.uri)?.model as never;
  }

  /** One line each, indented: `Deployment web`, `  web (nginx:1.29)`. */
  get outline(): readonly string[] | undefined {
    const lines = (entries: readonly Entry[], indent: string): string[] =>
      entries.flatMap(({ name, detail, entries }) => [
        `${indent}${name}${detail ? ` (${detail})` : ''}`,
        ...lines(entries, `${indent}  `),
      ]);
    const entries = this.#language.outline?.(this.#model);
    return entries && lines(entries, '');
  }

  /** `3-7` in lines from 1, comments with `#`, regions with `##`. */
  get folds(): readonly string[] | undefined {
    const folds = this.#language.folds?.(this.#model);
    const lines = folds?.map((fold) => {
      const { start, end } = this.#place(fold);
      const written = start + this.#bench.text.slice(start, end).trimEnd().length;
      return [this.#line(start), this.#line(written), SIGNS[fold.sort ?? 'none']] as const;
    });
    return lines
      ?.filter(([start, end]) => end > start)
      .toSorted((a, b) => a[0] - b[0] || b[1] - a[1])
      .map(([start, end, sign]) => `${start}-${end}${sign}`);
  }

  /** The texts around the cursor, the narrowest first. */
  get around(): readonly string[] {
    const { engine, uri, text } = this.#bench;
    const at = engine.at(uri, this.#cursor);
    const found = at?.language.around?.(at.model, at.part.id, at.offset) ?? [];
    const texts = found.map((one) => this.#place(one)).map(({ start, end }) => text.slice(start, end));
    return texts.filter((one, i) => one !== texts[i - 1]);
  }

  /** `nginx → https://…` */
  get links(): readonly string[] {
    const { engine, uri, text, config } = this.#bench;
    const { facts } = engine.at(uri, 0)!;
    const { kubernetesVersion } = config;
    return (this.#language.links?.(this.#model, { facts, kubernetesVersion }) ?? []).map((link) => {
      const { start, end } = this.#place(link);
      return `${text.slice(start, end)} → ${link.target}`;
    });
  }

  #place({ span, through }: Reach) {
    const { engine } = this.#bench;
    return { start: engine.locate(span)!.start, end: engine.locate(through ?? span)!.end };
  }

  #line(offset: number): number {
    return this.#bench.text.slice(0, offset).split('\n').length;
  }
}
