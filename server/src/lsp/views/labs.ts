import type { Connection } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { below, canonical, childOf, nameOf } from '../../core/address';
import type { Location } from '../../core/diagnosis';
import { LAB_FILE, SOLUTION, START } from '../../core/lab-folder';
import { renderMessage, type Where } from '../../core/text';
import type { Result } from '../../labs/check';
import { findLabs, givenTexts, type LabFolder, readLabFolder } from '../../labs/folder';
import { lineOf, toRange } from '../convert';
import { pageUri } from '../pages';
import type { Session } from '../session';
import { accessOf, attemptAt } from './labAccess';
import {
  type CheckLabResult,
  LAB_CHANGED,
  type LabChangedParams,
  type LabEntry,
  type LabParams,
  type LabPlace,
  type LabTextParams,
  type LabTextResult,
} from './labProtocol';

/** The labs of the workspace, as far as a client asks for them. */
export class Labs {
  readonly #session: Session;
  readonly #connection: Connection;
  /** Their folders, once somebody asked. */
  #known?: readonly string[];

  constructor(session: Session, connection: Connection) {
    this.#session = session;
    this.#connection = connection;
  }

  async list(): Promise<readonly LabEntry[]> {
    await this.#session.started;
    const access = accessOf(this.#session);
    const found: string[] = [];
    for (const folder of this.#session.workspace.folders) found.push(...(await findLabs(folder, access)));
    this.#known = [...new Set(found)];
    const labs: LabEntry[] = [];
    for (const folder of this.#known) {
      const lab = await readLabFolder(folder, access);
      if (lab) labs.push(this.#entry(lab));
    }
    return labs;
  }

  async check({ folder }: LabParams): Promise<CheckLabResult> {
    const session = this.#session;
    await session.started;
    await session.explaining();
    const { lab, result } = (await attemptAt(session, folder)) ?? {};
    return lab && result ? this.#told(lab, result) : null;
  }

  async text({ folder, name, side }: LabTextParams): Promise<LabTextResult> {
    const access = accessOf(this.#session);
    const lab = await readLabFolder(canonical(folder), access);
    // Nothing but the files of a lab can be asked for this way.
    const isKnown = lab?.lab.files.includes(name) && (side === START || side === SOLUTION);
    const texts = isKnown ? await givenTexts(lab!, side, access) : undefined;
    return { text: texts?.get(name) ?? null };
  }

  /** Files changed on disk. */
  async changed(uris: readonly string[]): Promise<void> {
    if (!this.#known) return;
    const folders = new Set<string | undefined>();
    for (const uri of uris) {
      const folder = this.#known.find((one) => below(one, uri) !== undefined);
      if (nameOf(uri) === LAB_FILE) folders.add(undefined);
      else if (folder !== undefined) folders.add(folder);
    }
    for (const folder of folders) {
      const params: LabChangedParams = folder === undefined ? {} : { folder };
      await this.#connection.sendNotification(LAB_CHANGED, params);
    }
  }

  #entry({ folder, id, lab, text, problems }: LabFolder): LabEntry {
    const { lang } = this.#session;
    const [problem] = problems;
    const uri = childOf(folder, LAB_FILE);
    return {
      folder,
      id,
      title: lab.title[lang] || id,
      page: pageUri({ lab: folder }),
      files: lab.files.map((name) => ({ name, uri: childOf(folder, name) })),
      hints: lab.hints.map((hint) => hint[lang].trim()),
      ...(problem && {
        problem: { told: renderMessage(problem.message, lang), place: placeIn(text, { uri, ...problem }) },
      }),
    };
  }

  #told({ lab, folder }: LabFolder, { checks, passed, locate, text }: Result): CheckLabResult {
    const { lang, notes } = this.#session;
    const where: Where = (span) => {
      const place = locate(span);
      const document = place && TextDocument.create(place.uri, '', 0, text(place.uri) ?? '');
      return document ? `${below(folder, place.uri)}:${lineOf(document, place.start)}` : '';
    };
    const note = notes.get(lab.next);
    return {
      passed,
      checks: checks.map(({ goal, miss }) => ({
        goal: renderMessage(goal, lang, where),
        done: !miss,
        ...(miss && { told: renderMessage(miss.told, lang, where) }),
        ...(miss?.place && { place: placeIn(text(miss.place.uri) ?? '', miss.place) }),
      })),
      ...(passed && {
        remark: {
          text: lab.remark[lang].trim(),
          page: pageUri({ note: lab.next }),
          title: note?.body[lang].title ?? lab.next,
        },
      }),
    };
  }
}

function placeIn(text: string, { uri, start, end }: Location): LabPlace {
  return { uri, range: toRange(TextDocument.create(uri, '', 0, text), { start, end }) };
}
