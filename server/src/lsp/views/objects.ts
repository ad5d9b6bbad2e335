import type { Connection } from 'vscode-languageserver';
import { canonical } from '../../core/address';
import type { Diagnosis } from '../../core/diagnosis';
import {
  around,
  type Graph,
  type GraphArea,
  type GraphEdge,
  type GraphNode,
  grouped,
  stateOf,
} from '../../core/graph';
import { renderFinding } from '../../core/page';
import type { Range, Span } from '../../core/span';
import { type Message, render, renderMessage, type Text } from '../../core/text';
import type { Entry } from '../../core/view';
import { lineAt, toRange } from '../convert';
import { whereIn } from '../features/look';
import { placeOf } from '../features/place';
import { pageUri } from '../pages';
import type { Session } from '../session';
import {
  type DrawnFinding,
  type DrawnNote,
  OBJECTS_CHANGED,
  type ObjectsArea,
  type ObjectsEdge,
  type ObjectsNode,
  type ObjectsParams,
  type ObjectsPlace,
  type ObjectsResult,
} from './drawingProtocol';

/** More than these nobody can tell apart: then all of one kind in a namespace are one. */
const MOST = 500;

/** The objects of a workspace, ready to be drawn; the client is told when it is to ask again. */
export class Objects {
  readonly #session: Session;
  readonly #connection: Connection;
  #isTold = false;

  constructor(session: Session, connection: Connection) {
    this.#session = session;
    this.#connection = connection;
  }

  async of({ textDocument, scope }: ObjectsParams): Promise<ObjectsResult> {
    const session = this.#session;
    this.#isTold = true;
    await session.explaining();
    const uri = textDocument && canonical(textDocument.uri);
    // The last of them has read all that was typed meanwhile.
    const open = [...session.texts.uris, ...(uri === undefined ? [] : [uri])];
    const resolved = new Map<string, Awaited<ReturnType<Session['settle']>>>();
    for (const one of open) resolved.set(one, await session.settle(one));
    const asked = [uri, ...session.engine.uris].find(
      (one) => one && session.engine.around(one)?.language.graph,
    );
    const { language, facts } = (asked && session.engine.around(asked)) || {};
    const whole = facts && language?.graph?.(facts);
    const graph = whole && (scope === 'file' && asked === uri ? around(whole, uri!) : grouped(whole, MOST));
    if (!graph || whole.nodes.length === 0) return null;
    const found = new Map([...resolved].map(([one, how]) => [one, session.diagnose(one, how)] as const));
    return new Told(session, language!.id, found).all(graph);
  }

  /** Something that was told may be something else now. */
  changed(): void {
    if (!this.#isTold) return;
    this.#isTold = false;
    void this.#connection.sendNotification(OBJECTS_CHANGED);
  }
}

/** Puts a graph into words. */
class Told {
  readonly #session: Session;
  readonly #language: string;
  readonly #found: ReadonlyMap<string, readonly Diagnosis[]>;
  /** The objects of open texts by the words that name them. */
  readonly #objects = new Map<string, Range>();
  readonly #notes: Record<string, DrawnNote> = {};
  readonly #noteOf = new Map<string, string | undefined>();

  /** @param found what is wrong in the open texts */
  constructor(session: Session, language: string, found: ReadonlyMap<string, readonly Diagnosis[]>) {
    this.#session = session;
    this.#language = language;
    this.#found = found;
    for (const uri of found.keys()) {
      const open = session.engine.model(uri);
      const entries: readonly Entry[] = open?.language.outline?.(open.model) ?? [];
      for (const entry of entries) {
        const place = entry.sort === 'object' && placeOf(session, entry);
        if (place) this.#objects.set(keyOf(entry.at), place);
      }
    }
  }

  all({ nodes, edges, areas }: Graph): ObjectsResult {
    const drawn = edges.map((edge) => this.#edge(edge));
    const broken = drawn.filter(({ state }) => state === 'broken').length;
    const objects = nodes.filter(({ sort }) => sort === 'written' || sort === 'group').length;
    return {
      nodes: nodes.map((node) => this.#node(node)),
      edges: drawn,
      areas: areas.map((area) => this.#area(area)),
      notes: this.#notes,
      summary: render(broken > 0 ? TEXTS.summaryBroken : TEXTS.summary, this.#session.lang, {
        objects,
        broken,
      }),
      words: {
        keep: this.#say(TEXTS.keep),
        more: this.#say(TEXTS.more),
        file: this.#say(TEXTS.file),
        search: this.#say(TEXTS.search),
        kinds: this.#say(TEXTS.kinds),
        in: this.#say(TEXTS.in),
        out: this.#say(TEXTS.out),
        fit: this.#say(TEXTS.fit),
        none: this.#say(TEXTS.none),
        made: this.#say(TEXTS.made),
        broken: this.#say(TEXTS.broken),
        unknown: this.#say(TEXTS.unknown),
      },
    };
  }

  #node({ id, sort, kind, badge, family, name, count, area, span, place, facts }: GraphNode): ObjectsNode {
    const note = this.#note(place);
    const object = span && this.#objects.get(keyOf(span));
    const document = span && object && this.#session.lines(this.#session.engine.locate(span)!.uri);
    return {
      ...{ id, sort, kind, badge, family, area, label: name },
      ...(count && { count: this.#tell(count) }),
      ...this.#place(span),
      ...(document && { lines: [lineAt(document, object.start), lineAt(document, object.end)] }),
      facts: facts.map((fact) => this.#tell(fact)),
      findings: span && object ? this.#findings(span, object) : [],
      ...(note !== undefined && { note }),
    };
  }

  #edge(edge: GraphEdge): ObjectsEdge {
    const { from, to, makes, ways } = edge;
    return {
      ...{ from, to, makes, state: stateOf(edge) },
      ways: ways.map(({ says, state, reasons }) => ({
        says: this.#tell(says),
        state,
        reasons: reasons.map((one) => this.#tell(one)),
      })),
    };
  }

  #area({ id, name, span }: GraphArea): ObjectsArea {
    return { id, label: typeof name === 'string' ? name : this.#say(name), ...this.#place(span) };
  }

  #place(span: Span | undefined): { readonly place?: ObjectsPlace } {
    const found = span && this.#session.engine.locate(span);
    const document = found && this.#session.lines(found.uri);
    if (!document) return {};
    const label = whereIn(this.#session)(span);
    return { place: { uri: document.uri, range: toRange(document, found), label } };
  }

  #findings(span: Span, { start, end }: Range): readonly DrawnFinding[] {
    const { uri } = this.#session.engine.locate(span)!;
    const document = this.#session.lines(uri)!;
    return (this.#found.get(uri) ?? [])
      .filter((one) => start <= one.start && one.start <= end)
      .map((one) => ({
        severity: one.severity,
        message: renderFinding(one, this.#session.lang, whereIn(this.#session)),
        range: toRange(document, one),
      }));
  }

  /** The id of the note about a kind, which is told once. */
  #note(place: readonly string[]): string | undefined {
    const { notes, lang } = this.#session;
    const key = place.join('.');
    if (this.#noteOf.has(key)) return this.#noteOf.get(key);
    const note = notes.of(this.#language, { place });
    this.#noteOf.set(key, note?.id);
    if (!note) return undefined;
    const { title, answer } = note.body[lang];
    this.#notes[note.id] ??= { title, answer, page: pageUri({ note: note.id }) };
    return note.id;
  }

  #tell(message: Message): string {
    return renderMessage(message, this.#session.lang, whereIn(this.#session));
  }

  #say(text: Text): string {
    return text[this.#session.lang];
  }
}

function keyOf({ part, start }: Span): string {
  return `${part}:${start}`;
}

const TEXTS = {
  summary: { ko: '오브젝트 {objects}개', en: 'Objects: {objects}' },
  summaryBroken: {
    ko: '오브젝트 {objects}개, 어긋난 연결 {broken}개',
    en: 'Objects: {objects}. Broken connections: {broken}',
  },
  keep: { ko: 'SVG로 저장', en: 'Save as SVG' },
  more: { ko: '더 보기', en: 'Read more' },
  file: { ko: '이 파일만', en: 'This file' },
  search: { ko: '이름 찾기', en: 'Find by name' },
  kinds: { ko: '보여 줄 종류', en: 'Kinds to show' },
  in: { ko: '크게', en: 'Zoom in' },
  out: { ko: '작게', en: 'Zoom out' },
  fit: { ko: '한눈에', en: 'Fit' },
  none: { ko: '고른 종류가 없다', en: 'No kind is chosen' },
  made: { ko: 'cluster가 만듦', en: 'made in the cluster' },
  broken: { ko: '어긋남', en: 'broken' },
  unknown: { ko: '이 폴더에 없음', en: 'not in this folder' },
} satisfies Record<string, Text>;
