import * as vscode from 'vscode';
import type { ObjectsEdge, ObjectsNode } from '../../../server/src/lsp/views/drawingProtocol';
import type { ObjectsOfWorkspace } from './objects';

/** A namespace, an object in it, or what that has to do with another. */
interface Node {
  readonly item: vscode.TreeItem;
  readonly below: () => readonly Node[];
}

const ICONS = { written: 'file', made: 'sparkle', missing: 'question', group: 'files' };
const SIGNS = { ok: 'arrow-right', broken: 'error', unknown: 'question' };

/** The drawing of objects as a tree: the same words, for those who cannot see it. */
export class ObjectsTree implements vscode.TreeDataProvider<Node>, vscode.Disposable {
  readonly #objects: ObjectsOfWorkspace;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #listening: vscode.Disposable;

  readonly onDidChangeTreeData = this.#changed.event;

  constructor(objects: ObjectsOfWorkspace) {
    this.#objects = objects;
    this.#listening = objects.onDidChange(() => this.#changed.fire());
  }

  getTreeItem({ item }: Node): vscode.TreeItem {
    return item;
  }

  getChildren(node?: Node): Node[] {
    return [...(node ? node.below() : this.#areas())];
  }

  dispose(): void {
    this.#listening.dispose();
    this.#changed.dispose();
  }

  #areas(): Node[] {
    const { areas = [], nodes = [] } = this.#objects.now ?? {};
    return areas.map(({ id, label, place }) => {
      const item = new vscode.TreeItem(label, vscode.TreeItemCollapsibleState.Expanded);
      item.id = `area:${id}`;
      item.iconPath = new vscode.ThemeIcon('symbol-namespace');
      if (place) item.command = reveal(`area:${id}`);
      const own = nodes.filter(({ area }) => area === id);
      return { item, below: () => own.map((node) => this.#object(node)) };
    });
  }

  #object({ id, sort, kind, label, count, place, facts, findings }: ObjectsNode): Node {
    const edges = (this.#objects.now?.edges ?? []).filter(({ from, to }) => from === id || to === id);
    const { Collapsed, None } = vscode.TreeItemCollapsibleState;
    const name = [kind, label, count].filter(Boolean).join(' ');
    const item = new vscode.TreeItem(name, edges.length > 0 ? Collapsed : None);
    const said = [place?.label, ...facts, ...findings.map(({ message }) => message)].filter((one) => one);
    item.id = id;
    item.description = plain(said.join(' · '));
    item.tooltip = plain([name, ...said].join('\n'));
    item.iconPath = new vscode.ThemeIcon(
      edges.some(({ state }) => state === 'broken') ? 'error' : ICONS[sort],
    );
    item.command = reveal(id);
    return { item, below: () => edges.map((edge) => this.#edge(edge, id)) };
  }

  #edge({ from, to, state, ways }: ObjectsEdge, seen: string): Node {
    const other = seen === from ? to : from;
    const node = this.#objects.now?.nodes.find(({ id }) => id === other);
    const name = [node?.kind, node?.label, node?.count].filter(Boolean).join(' ');
    const item = new vscode.TreeItem(`${seen === from ? '→' : '←'} ${name}`);
    const said = ways.flatMap(({ says, reasons }) => [says, ...reasons]);
    item.id = `${seen} ${from} ${to}`;
    item.description = plain(said.join(' · '));
    item.tooltip = plain([name, ...said].join('\n'));
    item.iconPath = new vscode.ThemeIcon(SIGNS[state]);
    item.command = reveal(other);
    return { item, below: () => [] };
  }
}

function reveal(id: string): vscode.Command {
  return { command: 'containerTutor.objects.reveal', title: '', arguments: [id] };
}

/** A tree shows no Markdown. */
function plain(text: string): string {
  return text.replaceAll('`', '');
}
