import { groupBy } from './group';
import { type Span, uriOf } from './span';
import type { Message, Text } from './text';

/** What the objects of a workspace are to each other. Plain data, for a drawing of it. */
export interface Graph {
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
  readonly areas: readonly GraphArea[];
}

/** What objects live in: a namespace. */
export interface GraphArea {
  readonly id: string;
  readonly name: string | Text;
  /** The word that names it, where it is written. */
  readonly span?: Span;
}

export interface GraphNode {
  /** The same for the same object as long as it is called the same and stays in its file. */
  readonly id: string;
  /** `made` by another one in the cluster, without a text; `missing` from the workspace; a `group` of many. */
  readonly sort: 'written' | 'made' | 'missing' | 'group';
  readonly kind: string;
  /** A short word for the kind, and what sort of kind it is. */
  readonly badge: string;
  readonly family: string;
  readonly name: string;
  /** How many it stands for, where that is not one. */
  readonly count?: Message;
  readonly area: string;
  /** The word that names it. */
  readonly span?: Span;
  /** Where notes about its kind belong. */
  readonly place: readonly string[];
  readonly facts: readonly Message[];
}

/** All that one node has to do with another. */
export interface GraphEdge {
  readonly from: string;
  readonly to: string;
  /** One makes the other. */
  readonly makes: boolean;
  readonly ways: readonly GraphWay[];
}

export interface GraphWay {
  readonly says: Message;
  /** `broken`: both ends are here and disagree, for a reason; `unknown`: the other end is not here. */
  readonly state: 'ok' | 'broken' | 'unknown';
  readonly reasons: readonly Message[];
}

/** What is true of an edge as a whole: the worst of its ways. */
export function stateOf({ ways }: GraphEdge): GraphWay['state'] {
  const worst = (['broken', 'unknown'] as const).find((state) => ways.some((way) => way.state === state));
  return worst ?? 'ok';
}

/** The objects of one file, what they have to do with directly, and what is made of those. */
export function around({ nodes, edges, areas }: Graph, uri: string): Graph {
  const near = new Set(nodes.filter(({ span }) => span && uriOf(span.part) === uri).map(({ id }) => id));
  const own = new Set(near);
  for (const { from, to } of edges) {
    if (own.has(from)) near.add(to);
    if (own.has(to)) near.add(from);
  }
  for (const id of near) for (const { from, to, makes } of edges) if (makes && from === id) near.add(to);
  return only({ nodes, edges, areas }, near);
}

function only({ nodes, edges, areas }: Graph, ids: ReadonlySet<string>): Graph {
  const kept = nodes.filter(({ id }) => ids.has(id));
  const used = new Set(kept.map(({ area }) => area));
  return {
    nodes: kept,
    edges: edges.filter(({ from, to }) => ids.has(from) && ids.has(to)),
    areas: areas.filter(({ id }) => used.has(id)),
  };
}

/** The same with all of one kind in one area as a single node, where there are more objects than can be seen. */
export function grouped(graph: Graph, most: number): Graph {
  const { nodes, edges, areas } = graph;
  if (nodes.filter(({ sort }) => sort === 'written').length <= most) return graph;
  const groups = groupBy(nodes, ({ area, kind, sort }) => `${area}/${kind}/${sort}`);
  const groupOf = new Map<string, string>();
  const merged = [...groups].map(([id, [first, ...more]]): GraphNode => {
    if (more.length === 0) return first!;
    for (const one of [first!, ...more]) groupOf.set(one.id, id);
    const { kind, badge, family, area, place } = first!;
    const count = { text: COUNT, values: { count: more.length + 1 } };
    return { id, sort: 'group', kind, badge, family, name: kind, count, area, place, facts: [] };
  });
  const between = groupBy(edges, ({ from, to, makes }) =>
    JSON.stringify([groupOf.get(from) ?? from, groupOf.get(to) ?? to, makes]),
  );
  return {
    nodes: merged,
    areas,
    edges: [...between].map(([ends, all]) => {
      const [from, to, makes] = JSON.parse(ends) as [string, string, boolean];
      return { from, to, makes, ways: distinct(all.flatMap(({ ways }) => ways)) };
    }),
  };
}

/** What is broken each with its reason, and one of everything else. */
function distinct(ways: readonly GraphWay[]): readonly GraphWay[] {
  const known = new Set<string>();
  return ways.filter(({ says, state }) => {
    const key = `${state} ${says.text.en}`;
    return state === 'broken' || (!known.has(key) && known.add(key));
  });
}

const COUNT: Text = { ko: '× {count}', en: '× {count}' };
