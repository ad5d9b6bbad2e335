import type { ObjectsEdge, ObjectsNode } from '../../server/src/lsp/views/drawingProtocol';
import type { ObjectsShown } from '../src/views/objectsView';
import { tell } from './drawing';
import { html, prose } from './svg';

type Result = NonNullable<ObjectsShown['result']>;

const RANK = { broken: 0, unknown: 1, ok: 2 };

/** What there is to say of objects and of what they have to do with each other. */
export class About {
  readonly #result: Result;
  readonly #byId: ReadonlyMap<string, ObjectsNode>;
  readonly #edges = new Map<string, ObjectsEdge[]>();

  constructor(result: Result) {
    this.#result = result;
    this.#byId = new Map(result.nodes.map((node) => [node.id, node]));
    for (const edge of result.edges.toSorted((a, b) => RANK[a.state] - RANK[b.state]))
      for (const id of [edge.from, edge.to]) {
        const known = this.#edges.get(id);
        if (known) known.push(edge);
        else this.#edges.set(id, [edge]);
      }
  }

  /** What a screen reader says of a node: what it is, and what is wrong with it. */
  spoken(id: string): string {
    const node = this.#byId.get(id)!;
    const wrong = this.edgesOf(id).flatMap((edge) =>
      edge.ways.filter(({ state }) => state === 'broken').flatMap(({ reasons }) => reasons),
    );
    const { kind, label, count, facts } = node;
    const found = this.#findings(node).map(({ message }) => message);
    const said = [[kind, label, count].filter(Boolean).join(' '), ...facts, ...wrong, ...found];
    return said.join('. ').replaceAll('`', '');
  }

  ofNode(id: string): readonly Element[] {
    const node = this.#byId.get(id);
    if (!node) return [];
    const { note } = node;
    const concept = note === undefined ? undefined : this.#result.notes[note];
    return [
      this.#head(node),
      ...node.facts.map((fact) => html('p', {}, ...prose(fact))),
      ...this.#findings(node).map(({ severity, message }) =>
        html('p', { class: `finding ${severity}` }, ...prose(message)),
      ),
      ...this.edgesOf(id).flatMap((edge) => this.#ways(edge, id)),
      ...(concept
        ? [
            html(
              'p',
              {},
              html('strong', {}, concept.title),
              ' — ',
              ...prose(concept.answer),
              ' ',
              this.#more(id),
            ),
          ]
        : []),
    ];
  }

  ofEdge(edge: ObjectsEdge): readonly Element[] {
    const [from, to] = [this.#nameOf(edge.from), this.#nameOf(edge.to)];
    return [html('p', { class: 'code' }, `${from} → ${to}`), ...this.#ways(edge)];
  }

  #head({ id, kind, label, count, place }: ObjectsNode): Element {
    const head = html(
      'p',
      { class: 'head' },
      html('span', { class: 'code' }, [kind, label, count].filter(Boolean).join(' ')),
    );
    if (place) {
      const link = html('button', { type: 'button', class: 'link' }, place.label);
      link.addEventListener('click', () => tell({ type: 'reveal', id }));
      head.append(link);
    }
    return head;
  }

  /** What is not said of an edge already. */
  #findings({ id, findings }: ObjectsNode): ObjectsNode['findings'] {
    const said = new Set(this.edgesOf(id).flatMap(({ ways }) => ways.flatMap(({ reasons }) => reasons)));
    return findings.filter(({ message }) => !said.has(message));
  }

  #more(id: string): Element {
    const more = html('button', { type: 'button', class: 'link' }, this.#result.words.more);
    more.addEventListener('click', () => tell({ type: 'explain', id }));
    return more;
  }

  /** @param seen the node it is told from; both ends where it is told by itself */
  #ways({ from, to, ways }: ObjectsEdge, seen?: string): readonly Element[] {
    const who =
      seen === undefined ? '' : seen === from ? `→ ${this.#nameOf(to)}: ` : `← ${this.#nameOf(from)}: `;
    return ways.map(({ says, state, reasons }) =>
      html(
        'p',
        { class: state === 'ok' ? 'quiet' : state },
        ...prose(`${who}${says}`),
        ...reasons.flatMap((why) => [' · ', ...prose(why)]),
      ),
    );
  }

  /** What it has to do with others, what is wrong first. */
  edgesOf(id: string): readonly ObjectsEdge[] {
    return this.#edges.get(id) ?? [];
  }

  #nameOf(id: string): string {
    const node = this.#byId.get(id);
    return node ? [node.kind, node.label, node.count].filter(Boolean).join(' ') : '';
  }
}
