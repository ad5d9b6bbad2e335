import * as vscode from 'vscode';
import type { CatalogueResult, ListedNote, ListedRule } from '../../../server/src/lsp/protocol';
import { showPlaces } from '../lenses';
import { onDidChangeLanguage, say } from '../say';
import type { Session } from '../session';
import type { Catalogue } from './catalogue';
import { conceptItem, type Node } from './item';
import { Uses } from './uses';

const VIEW = 'containerTutor.concepts';

/** The view of all concepts in the order they are learned in. It asks for nothing before it is opened. */
export function showConcepts(session: Session, catalogue: Catalogue): vscode.Disposable {
  const uses = new Uses(session);
  const concepts = new Concepts(catalogue, uses);
  const view = vscode.window.createTreeView(VIEW, { treeDataProvider: concepts, showCollapseAll: true });
  const name = () => {
    view.title = say('Concepts');
  };
  const watch = () => {
    uses.isWatched = view.visible;
  };
  name();
  watch();
  return vscode.Disposable.from(
    view,
    uses,
    view.onDidChangeVisibility(watch),
    uses.onDidChange(() => concepts.refresh()),
    session.onDidChange(() => {
      if (view.visible) concepts.refresh();
    }),
    onDidChangeLanguage(() => {
      name();
      concepts.refresh();
    }),
    vscode.commands.registerCommand('containerTutor.goToUse', (node: Node) => goToUse(uses, node)),
  );
}

/** Chapters, their notes, and the rules about each. */
class Concepts implements vscode.TreeDataProvider<Node> {
  readonly #catalogue: Catalogue;
  readonly #uses: Uses;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly onDidChangeTreeData = this.#changed.event;

  constructor(catalogue: Catalogue, uses: Uses) {
    this.#catalogue = catalogue;
    this.#uses = uses;
  }

  refresh(): void {
    this.#changed.fire();
  }

  async getChildren(node?: Node): Promise<Node[]> {
    const all = await this.#catalogue.get();
    if (!node)
      return all.chapters.flatMap((chapter, i) =>
        chapter.notes.length > 0 ? [{ sort: 'chapter' as const, number: i + 1, chapter }] : [],
      );
    if (node.sort === 'chapter')
      return node.chapter.notes.map((note) => ({
        sort: 'note',
        note,
        hasRules: rulesAbout(note, all).length > 0,
      }));
    return node.sort === 'note'
      ? rulesAbout(node.note, all).map((rule) => ({ sort: 'rule', rule, note: node.note }))
      : [];
  }

  getTreeItem(node: Node): vscode.TreeItem {
    return conceptItem(node, (id) => this.#uses.of(id));
  }
}

function rulesAbout({ id }: ListedNote, { rules }: CatalogueResult): readonly ListedRule[] {
  return rules.filter(({ concepts }) => concepts.includes(id));
}

/** The place where a note is met; of several, a list to choose from. */
async function goToUse(uses: Uses, node: Node): Promise<void> {
  const places = node.sort === 'note' ? uses.of(node.note.id)?.places : undefined;
  const first = places?.[0];
  if (places && first) await showPlaces(first.uri, first.range.start, places);
}
