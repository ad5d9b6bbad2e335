import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type Box, Layouter } from '../client/webview/objects-layout';
import { neighbour } from '../client/webview/objects-walk';
import type { ObjectsArea, ObjectsEdge, ObjectsNode } from '../server/src/lsp/views/drawingProtocol';

const node = (id: string, area = 'default'): ObjectsNode => ({
  ...{ id, area, sort: 'written', kind: 'Pod', badge: 'po', family: 'workload', label: id },
  ...{ facts: [], findings: [] },
});
const edge = (ends: string): ObjectsEdge => {
  const [from = '', to = ''] = ends.split('>');
  return { from, to, makes: false, state: 'ok', ways: [] };
};
const area = (id: string): ObjectsArea => ({ id, label: id });
const widthOf = ({ label }: ObjectsNode) => 90 + 7 * label.length;

const ROOM = { width: 900, height: 600 };

/** Letters are nodes, behind a `/` their area; `a>b` is an edge. */
function drawn(nodes: string, edges = '', room = ROOM) {
  const all = nodes.split(' ').map((one) => {
    const [id = '', place] = one.split('/');
    return node(id, place);
  });
  const areas = [...new Set(all.map((one) => one.area))].map(area);
  const lines = edges === '' ? [] : edges.split(' ').map(edge);
  return new Layouter().layout({ nodes: all, edges: lines, areas }, widthOf, room);
}

function overlap(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

function isIn({ x, y, width, height }: Box, box: Box): boolean {
  return box.x <= x && box.y <= y && x + width <= box.x + box.width && y + height <= box.y + box.height;
}

/** Many applications of six objects, each in its row. */
function many(apps: number) {
  const names = Array.from({ length: apps }, (_, i) => `app-${i}`);
  const nodes = names.flatMap((name, i) =>
    ['ing', 'svc', 'deploy', 'rs', 'po', 'cm'].map((kind) => node(`${kind}-${name}`, `team-${i % 5}`)),
  );
  const edges = names.flatMap((name) =>
    ['ing>svc', 'svc>deploy', 'deploy>rs', 'rs>po', 'deploy>cm'].map((ends) =>
      edge(
        ends
          .split('>')
          .map((kind) => `${kind}-${name}`)
          .join('>'),
      ),
    ),
  );
  return { nodes, edges, areas: Array.from({ length: 5 }, (_, i) => area(`team-${i}`)) };
}

describe('where objects are drawn', () => {
  const cases = [
    ['one', 'a'],
    ['a row', 'a b c d', 'a>b b>c c>d'],
    [
      'a canary',
      'ing svc web canary rs1 rs2 po1 po2 cm',
      'ing>svc svc>web svc>canary web>rs1 canary>rs2 rs1>po1 rs2>po2 web>cm canary>cm',
    ],
    ['a circle', 'a b c', 'a>b b>c c>a'],
    ['both ways', 'a b', 'a>b b>a'],
    ['several groups', 'a b c d e f g', 'a>b c>d'],
    ['areas', 'a/x b/x c/y d/y e/z', 'a>b b>c c>d e>a'],
  ] as const;
  for (const [name, nodes, edges] of cases)
    it(`${name}: nothing lies over anything else`, () => {
      const layout = drawn(nodes, edges);
      const boxes = [...layout.nodes.values()];
      assert.equal(boxes.length, nodes.split(' ').length);
      for (const [i, one] of boxes.entries()) {
        for (const other of boxes.slice(i + 1))
          assert.ok(!overlap(one, other), `${one.node.id} and ${other.node.id}`);
        const own = layout.areas.find((box) => box.area.id === one.node.area)!;
        assert.ok(isIn(one, own), `${one.node.id} is outside of its area`);
      }
      for (const [i, one] of layout.areas.entries())
        for (const other of layout.areas.slice(i + 1)) assert.ok(!overlap(one, other));
      assert.equal(layout.lines.length, edges ? edges.split(' ').length : 0);
    });

  it('what leads to something stands to its left', () => {
    const { nodes } = drawn('po rs web svc ing', 'ing>svc svc>web web>rs rs>po');
    const xs = ['ing', 'svc', 'web', 'rs', 'po'].map((id) => nodes.get(id)!.x);
    assert.deepEqual(
      xs,
      xs.toSorted((a, b) => a - b),
    );
  });

  it('leads down where that shows more of it, and keeps to it', () => {
    const layouter = new Layouter();
    const row = 'ing svc web rs po'.split(' ').map((id) => node(id));
    const edges = 'ing>svc svc>web web>rs rs>po'.split(' ').map(edge);
    const tall = { width: 300, height: 900 };
    const down = layouter.layout({ nodes: row, edges, areas: [area('default')] }, widthOf, tall);
    const ys = row.map(({ id }) => down.nodes.get(id)!.y);
    assert.deepEqual([down.direction, ys], ['TB', ys.toSorted((a, b) => a - b)]);
    assert.equal(neighbour(down, 'svc', 'ArrowDown')?.node.id, 'web');
    assert.equal(
      layouter.layout({ nodes: row, edges, areas: [area('default')] }, widthOf, ROOM).direction,
      'TB',
    );
  });

  it('stays where it is when another group changes', () => {
    const layouter = new Layouter();
    const before = many(20);
    const first = layouter.layout(before, widthOf, ROOM);
    const again = layouter.layout(
      { ...before, nodes: before.nodes.map((one) => ({ ...one })) },
      widthOf,
      ROOM,
    );
    for (const [id, { x, y }] of first.nodes)
      assert.deepEqual({ x, y }, { x: again.nodes.get(id)!.x, y: again.nodes.get(id)!.y });
  });

  it('500 objects are quick', () => {
    const graph = many(84);
    const layouter = new Layouter();
    const start = performance.now();
    layouter.layout(graph, widthOf, ROOM);
    const first = performance.now() - start;
    const begun = performance.now();
    layouter.layout(graph, widthOf, ROOM);
    console.log(
      `${graph.nodes.length} objects: ${first.toFixed(0)} ms, and ${(performance.now() - begun).toFixed(0)} ms again`,
    );
    assert.ok(first < 1_500, `${first} ms`);
  });

  it('500 objects in one group are quick enough', () => {
    const { nodes, edges } = many(84);
    const [first] = nodes;
    const hub = nodes.filter(({ id }) => id.startsWith('svc')).map(({ id }) => edge(`hub>${id}`));
    const all = {
      nodes: [node('hub'), ...nodes.map((one) => ({ ...one, area: 'default' }))],
      edges: [...edges, ...hub],
      areas: [area('default')],
    };
    const start = performance.now();
    const { nodes: boxes } = new Layouter().layout(all, widthOf, ROOM);
    const took = performance.now() - start;
    console.log(`${all.nodes.length} objects in one group: ${took.toFixed(0)} ms`);
    assert.ok(boxes.has(first!.id));
    assert.ok(took < 3_000, `${took} ms`);
  });
});

describe('arrow keys', () => {
  const layout = drawn('ing svc web canary rs po', 'ing>svc svc>web svc>canary web>rs rs>po');
  const rows = [
    ['ing', 'ArrowRight', 'svc'],
    ['rs', 'ArrowRight', 'po'],
    ['po', 'ArrowLeft', 'rs'],
    ['svc', 'ArrowLeft', 'ing'],
    ['po', 'ArrowRight', undefined],
  ] as const;
  for (const [from, key, to] of rows)
    it(`${from} ${key}`, () => assert.equal(neighbour(layout, from, key)?.node.id, to));
  it('up and down go between neighbours', () => {
    const down = neighbour(layout, 'web', 'ArrowDown')?.node.id;
    const up = neighbour(layout, 'web', 'ArrowUp')?.node.id;
    assert.ok([down, up].includes('canary'));
  });
  it('every node can be reached', () => {
    const reached = new Set(['ing']);
    for (const id of reached)
      for (const key of ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight']) {
        const next = neighbour(layout, id, key);
        if (next) reached.add(next.node.id);
      }
    assert.equal(reached.size, 6);
  });
});
