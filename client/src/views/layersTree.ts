import * as vscode from 'vscode';
import type { LayersStep } from '../../../server/src/lsp/views/drawingProtocol';
import type { LayersOfEditor } from './layers';

/** A stage, or a block of one. */
interface Node {
  readonly id: string;
  readonly item: vscode.TreeItem;
  readonly below: readonly Node[];
}

/** The drawing of layers as a tree: the same words, top first, for those who cannot see it. */
export class LayersTree implements vscode.TreeDataProvider<Node>, vscode.Disposable {
  readonly #layers: LayersOfEditor;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #listening: vscode.Disposable;

  readonly onDidChangeTreeData = this.#changed.event;

  constructor(layers: LayersOfEditor) {
    this.#layers = layers;
    this.#listening = layers.onDidChange(() => this.#changed.fire());
  }

  getTreeItem({ item }: Node): vscode.TreeItem {
    return item;
  }

  getChildren(node?: Node): Node[] {
    return node ? [...node.below] : this.#stages();
  }

  dispose(): void {
    this.#listening.dispose();
    this.#changed.dispose();
  }

  #stages(): Node[] {
    const result = this.#layers.now?.result;
    return (result?.stages ?? []).map(({ title, about, role, base, steps }, s) => {
      const item = new vscode.TreeItem(title, vscode.TreeItemCollapsibleState.Expanded);
      item.id = String(s);
      item.description = about;
      item.iconPath = new vscode.ThemeIcon(role === 'final' ? 'package' : 'archive');
      const blocks = [
        ...(role === 'final' ? [this.#block('thin', result!.thin.label, result!.thin.about)] : []),
        ...steps.map((step, i) => this.#step(`${s}/${i}`, step)).toReversed(),
        this.#block(
          `${s}/base`,
          base.label,
          [base.about, ...base.findings.map(({ message }) => message)].join(' · '),
        ),
      ];
      return { id: String(s), item, below: blocks };
    });
  }

  #step(id: string, step: LayersStep): Node {
    const { keyword, label, sort, about, changed, findings } = step;
    const said = [changed?.text, ...findings.map(({ message }) => message)].filter(
      (one) => one !== undefined,
    );
    const node = this.#block(id, `${keyword} ${label}`, [about, ...said].join(' · '));
    node.item.iconPath = new vscode.ThemeIcon(sort === 'layer' ? 'layers' : 'settings');
    return node;
  }

  #block(id: string, label: string, about: string): Node {
    const item = new vscode.TreeItem(label);
    item.id = id;
    item.description = about;
    item.tooltip = `${label}\n${about}`;
    item.command = { command: 'containerTutor.layers.reveal', title: '', arguments: [id] };
    return { id, item, below: [] };
  }
}
