import {
  type CodeLens,
  type CodeLensParams,
  CodeLensRefreshRequest,
  type Connection,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { canonical } from '../../core/address';
import type { Lens, LensText } from '../../core/lens';
import { renderMessage } from '../../core/text';
import { toRange } from '../convert';
import { COMMANDS } from '../protocol';
import type { Session } from '../session';
import { STEPS } from './codeActions';
import { whereIn } from './look';
import { locations } from './meaning';

/** What comes back with a lens that is to be resolved. */
interface LensData {
  readonly uri: string;
  readonly id: string;
}

/** What was told of a document, to see when it is something else. */
interface Told {
  readonly version: number;
  readonly ids: readonly string[];
  /** Of those that were resolved. */
  readonly titles: Map<string, string>;
}

/** Lines above lines. What they say depends on other files, so the client is told when it is to ask again. */
export class Lenses {
  readonly #session: Session;
  readonly #connection: Connection;
  readonly #told = new Map<string, Told>();
  #waiting?: ReturnType<typeof setTimeout>;

  constructor(session: Session, connection: Connection) {
    this.#session = session;
    this.#connection = connection;
  }

  async of({ textDocument }: CodeLensParams): Promise<CodeLens[]> {
    const uri = canonical(textDocument.uri);
    const found = await this.#find(uri);
    const document = this.#session.texts.get(uri);
    if (!document) return [];
    // What was resolved before may still be shown: a client asks for the lenses again and keeps their titles.
    const titles = this.#told.get(uri)?.titles ?? new Map<string, string>();
    this.#told.set(uri, { version: document.version, ids: found.map(idOf), titles });
    return found.flatMap((lens) => {
      const place = this.#session.engine.locate(lens.span);
      const data: LensData = { uri, id: idOf(lens) };
      return place ? [{ range: toRange(document, place), data }] : [];
    });
  }

  async resolve(lens: CodeLens): Promise<CodeLens> {
    const { uri, id } = lens.data as LensData;
    const found = (await this.#find(uri)).find((one) => idOf(one) === id);
    const document = this.#session.texts.get(uri);
    if (!found || !document) return lens;
    const text = found.tell();
    const title = this.#titleOf(text);
    this.#told.get(uri)?.titles.set(id, title);
    return { ...lens, command: { title, ...this.#leadingTo(text, lens, document) } };
  }

  /** Something a lens depends on may have changed. Changes that follow at once are answered together. */
  changed(): void {
    if (!this.#session.client.workspace?.codeLens?.refreshSupport) return;
    clearTimeout(this.#waiting);
    this.#waiting = setTimeout(() => {
      this.#refresh().catch((error) => this.#session.log(`Lenses could not be brought up to date: ${error}`));
    }, DELAY);
  }

  closed(uri: string): void {
    this.#told.delete(uri);
  }

  /** A client that cannot show places, or knows no commands of ours, gets the text alone. */
  #leadingTo({ places, steps }: LensText, { range }: CodeLens, { uri }: TextDocument) {
    if (!this.#session.options.commandLinks || !(places ?? steps)) return { command: '' };
    if (!places) return { command: COMMANDS.showSteps, arguments: [uri, range.start, STEPS] };
    return { command: COMMANDS.showPlaces, arguments: [uri, range.start, locations(this.#session, places)] };
  }

  /** Asks the client to ask again if some answer is another one now. About what is being typed in it asks by itself. */
  async #refresh(): Promise<void> {
    for (const [uri, { version, ids, titles }] of [...this.#told]) {
      if (this.#session.texts.get(uri)?.version !== version) continue;
      const found = await this.#find(uri);
      const isSame =
        found.length === ids.length &&
        found.every((lens, i) => {
          const before = titles.get(idOf(lens));
          return ids[i] === idOf(lens) && (before === undefined || before === this.#titleOf(lens.tell()));
        });
      if (isSame) continue;
      this.#told.clear();
      await this.#connection.sendRequest(CodeLensRefreshRequest.type);
      return;
    }
  }

  #titleOf({ title }: LensText): string {
    return renderMessage(title, this.#session.lang, whereIn(this.#session));
  }

  async #find(uri: string): Promise<readonly Lens[]> {
    const { config, ignored } = await this.#session.settle(uri);
    const at = this.#session.engine.at(uri, 0);
    if (!at || ignored) return [];
    const wanted = this.#session.settingsFor(uri).lenses;
    if (!Object.values(wanted).includes(true)) return [];
    const around = { facts: at.facts, kubernetesVersion: config.kubernetesVersion };
    return (at.language.lenses?.(at.model, around) ?? []).filter(({ sort }) => wanted[sort]);
  }
}

function idOf({ sort, span }: Lens): string {
  return `${sort} ${span.part} ${span.start}`;
}

/** Milliseconds; enough for a pause between words. */
const DELAY = 250;
