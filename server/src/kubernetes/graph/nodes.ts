import type { Fact, WorkspaceFacts } from '../../core/facts';
import type { GraphArea, GraphEdge, GraphNode, GraphWay } from '../../core/graph';
import { type PartId, uriOf } from '../../core/span';
import type { Message, Text } from '../../core/text';
import type { KubernetesFacts } from '../facts';
import { familyOf, shortName } from '../facts/short-names';
import { isPatch } from '../kustomize/kustomizations';
import { notePlace } from '../note-place';
import type { Realm } from '../references/reference';

export type Facts = WorkspaceFacts<KubernetesFacts>;
export type Of<K extends keyof KubernetesFacts> = Fact<KubernetesFacts, K>;

/** What is drawn of an object that stands in no text. */
interface Unwritten {
  readonly sort: 'made' | 'missing';
  readonly kind: string;
  readonly name: string;
  /** Missing for what is cluster-wide. */
  readonly namespace: string | undefined;
  readonly count?: Message;
  readonly facts: readonly Message[];
}

/** A graph while it is being drawn up: each object once, each pair of objects with one edge. */
export class Drawing {
  readonly #nodes = new Map<string, GraphNode>();
  /** Nodes by the document, kind and name of their object. */
  readonly #written = new Map<string, string>();
  readonly #edges = new Map<string, { from: string; to: string; makes: boolean; ways: GraphWay[] }>();
  readonly #areas = new Map<string, GraphArea>();

  /** @param facts more that is known of an object than its name */
  constructor(facts: Facts, about: (object: Of<'object'>) => readonly Message[]) {
    for (const object of facts.find('object')) {
      const { value, name, span } = object;
      const { kind, group } = value;
      if (name === undefined || isPatch(uriOf(span.part), facts)) continue;
      if (kind === 'Namespace' && group === '') {
        this.#areas.set(name, { id: name, name, span });
        continue;
      }
      const area = this.#area(object.namespace);
      const id = this.#free(`${uriOf(span.part)}#${kind}/${area}/${name}`);
      this.#written.set(keyOf(span.part, kind, name), id);
      this.#nodes.set(id, {
        ...{ id, sort: 'written', kind, name, area, span },
        ...{ badge: shortName(kind), family: familyOf(kind), place: notePlace(group, kind, ['kind']) },
        facts: about(object),
      });
    }
  }

  /** The node of an object that is written in a document. */
  idOf(part: PartId, kind: string, name: string | undefined): string | undefined {
    return name === undefined ? undefined : this.#written.get(keyOf(part, kind, name));
  }

  idOfFact({
    span,
    value,
    name,
  }: {
    readonly span: Of<'object'>['span'];
    readonly value: { readonly kind: string };
    readonly name?: string;
  }): string | undefined {
    return this.idOf(span.part, value.kind, name);
  }

  /** @param by of two objects with one name, those made by different ones are two */
  unwritten({ sort, kind, name, namespace, count, facts }: Unwritten, by = ''): string {
    const area = this.#area(namespace);
    const id = `${by}>${kind}/${area}/${name}`;
    if (!this.#nodes.has(id))
      this.#nodes.set(id, {
        ...{ id, sort, kind, name, area, facts },
        ...{ badge: shortName(kind), family: familyOf(kind), place: notePlace('', kind, ['kind']) },
        ...(count && { count }),
      });
    return id;
  }

  add(from: string | undefined, to: string | undefined, way: GraphWay, makes = false): void {
    if (from === undefined || to === undefined || from === to) return;
    const key = JSON.stringify([from, to]);
    const edge = this.#edges.get(key) ?? { from, to, makes, ways: [] };
    this.#edges.set(key, edge);
    edge.makes ||= makes;
    edge.ways.push(way);
  }

  get nodes(): readonly GraphNode[] {
    return [...this.#nodes.values()];
  }

  get edges(): readonly GraphEdge[] {
    return [...this.#edges.values()].map((edge) => ({ ...edge, ways: distinct(edge.ways) }));
  }

  get areas(): readonly GraphArea[] {
    const used = new Set(this.nodes.map(({ area }) => area));
    return [...this.#areas.values()].filter(({ id }) => used.has(id));
  }

  #area(namespace: Realm['namespace']): string {
    const id = namespace ?? '';
    if (!this.#areas.has(id)) this.#areas.set(id, { id, name: namespace ?? CLUSTER });
    return id;
  }

  #free(id: string): string {
    let free = id;
    for (let i = 2; this.#nodes.has(free); i++) free = `${id}~${i}`;
    return free;
  }
}

function keyOf(part: PartId, kind: string, name: string): string {
  return `${part} ${kind} ${name}`;
}

/** Three containers that read one ConfigMap say it once. */
function distinct(ways: readonly GraphWay[]): readonly GraphWay[] {
  const known = new Set<string>();
  return ways.filter((way) => {
    const said = JSON.stringify(way);
    return !known.has(said) && known.add(said);
  });
}

const CLUSTER: Text = { ko: 'cluster 전체', en: 'Cluster-wide' };
