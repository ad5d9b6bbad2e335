import * as vscode from 'vscode';
import {
  type CatalogueResult,
  COMMANDS,
  type ListedNote,
  type ListedRule,
  type Place,
  type Use,
} from '../../../server/src/lsp/protocol';
import { language, say } from '../say';

/** What stands on a line of the Concepts view. */
export type Node =
  | {
      readonly sort: 'chapter';
      /** From 1. */
      readonly number: number;
      readonly chapter: CatalogueResult['chapters'][number];
    }
  | { readonly sort: 'note'; readonly note: ListedNote; readonly hasRules: boolean }
  | { readonly sort: 'rule'; readonly rule: ListedRule; readonly note: ListedNote };

type UseOf = (note: string) => Use | undefined;

export function conceptItem(node: Node, useOf: UseOf): vscode.TreeItem {
  switch (node.sort) {
    case 'chapter':
      return ofChapter(node.number, node.chapter, useOf);
    case 'note':
      return ofNote(node.note, node.hasRules, useOf(node.note.id));
    case 'rule':
      return ofRule(node.rule, node.note);
  }
}

const { Collapsed, None } = vscode.TreeItemCollapsibleState;

function ofChapter(
  number: number,
  { title, notes }: CatalogueResult['chapters'][number],
  useOf: UseOf,
): vscode.TreeItem {
  const item = new vscode.TreeItem(`${number}. ${title[language()]}`, Collapsed);
  const used = notes.filter(({ id }) => useOf(id)).length;
  item.id = `chapter ${number}`;
  if (used > 0) item.description = say('{0} used', used);
  return item;
}

function ofNote(
  { id, title, answer, isBeyond, page }: ListedNote,
  hasRules: boolean,
  use?: Use,
): vscode.TreeItem {
  const item = new vscode.TreeItem(title[language()], hasRules ? Collapsed : None);
  item.id = id;
  item.description = [use && shortly(use), isBeyond && say('Going further')].filter(Boolean).join(' · ');
  // Filled in where the files have it; the colour is that of marks in the theme at hand.
  item.iconPath = use
    ? new vscode.ThemeIcon('circle-filled', new vscode.ThemeColor('charts.blue'))
    : new vscode.ThemeIcon('circle-outline');
  item.tooltip = new vscode.MarkdownString(
    [`**${title[language()]}**: ${answer[language()]}`, use && atLength(use)].filter(Boolean).join('\n\n'),
  );
  item.contextValue = use ? 'usedNote' : 'note';
  item.command = opening(page);
  return item;
}

function ofRule({ id, title, also, page }: ListedRule, note: ListedNote): vscode.TreeItem {
  const item = new vscode.TreeItem(title[language()], None);
  item.id = `${note.id} ${id}`;
  item.iconPath = new vscode.ThemeIcon('checklist');
  item.tooltip = [title[language()], id, ...also].join('\n');
  item.contextValue = 'rule';
  item.command = opening(page);
  return item;
}

function opening(page: string): vscode.Command {
  return { command: COMMANDS.openPage, title: say('Open'), arguments: [page] };
}

/** `Dockerfile:3 +2` */
function shortly({ places, count }: Use): string {
  const [first] = places;
  return first ? `${nameOf(first)}${count > 1 ? ` +${count - 1}` : ''}` : '';
}

function atLength({ places, count }: Use): string {
  const shown = places.slice(0, MOST_SHOWN).map((place) => `- ${nameOf(place)}`);
  const more = count > shown.length ? [`- ${say('and {0} more', count - shown.length)}`] : [];
  return [say('In your files:'), '', ...shown, ...more].join('\n');
}

const MOST_SHOWN = 8;

function nameOf({ uri, range }: Place): string {
  const { path } = vscode.Uri.parse(uri);
  return `${path.slice(path.lastIndexOf('/') + 1)}:${range.start.line + 1}`;
}
