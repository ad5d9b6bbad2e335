import * as vscode from 'vscode';
import type { CheckLabResult, LabCheck, LabEntry } from '../../../server/src/lsp/views/labProtocol';
import { say } from '../say';
import type { Progress } from './progress';

/** A lab with all that is known of it now. */
export interface LabState {
  readonly entry: LabEntry;
  /** Missing until it was looked at. */
  readonly result?: NonNullable<CheckLabResult>;
  readonly progress: Progress;
}

/** What stands in the view: a lab, and below it what is expected, the hints taken and the remark. */
export type LabNode =
  | { readonly lab: LabState }
  | { readonly lab: LabState; readonly check: LabCheck }
  | { readonly lab: LabState; readonly hint: number }
  | { readonly lab: LabState; readonly remark: string }
  | { readonly lab: LabState; readonly problem: string };

export function childrenOf(lab: LabState): LabNode[] {
  const { entry, result, progress } = lab;
  if (entry.problem) return [{ lab, problem: entry.problem.told }];
  return [
    ...(result?.checks ?? []).map((check) => ({ lab, check })),
    ...entry.hints.slice(0, progress.hints).map((_, hint) => ({ lab, hint })),
    ...(result?.remark ? [{ lab, remark: result.remark.text }] : []),
  ];
}

export function itemOf(node: LabNode): vscode.TreeItem {
  if ('check' in node) return checkItem(node.check);
  if ('hint' in node) {
    const label = say('Hint {0}: {1}', node.hint + 1, plain(node.lab.entry.hints[node.hint]!));
    return leaf(label, 'lightbulb', node.lab.entry.hints[node.hint]!);
  }
  if ('remark' in node) {
    const { page, title } = node.lab.result!.remark!;
    const item = leaf(plain(node.remark), 'mortar-board', node.remark);
    return Object.assign(item, { command: { command: 'containerTutor.openPage', title, arguments: [page] } });
  }
  if ('problem' in node) {
    const item = leaf(node.problem, 'error', node.problem);
    return Object.assign(item, { command: reveal(node.lab.entry.problem!.place) });
  }
  return labItem(node.lab);
}

function labItem({ entry, result, progress }: LabState): vscode.TreeItem {
  const number = /^0*(\d+)-/.exec(entry.id)?.[1];
  const title = number === undefined ? entry.title : `${number}. ${entry.title}`;
  const item = new vscode.TreeItem(title, vscode.TreeItemCollapsibleState.Collapsed);
  const done = result?.checks.filter((check) => check.done).length ?? 0;
  const count = result?.checks.length ?? 0;
  const state = result?.passed
    ? say('passed')
    : progress.passed
      ? say('{0} of {1} done, passed before', done, count)
      : say('{0} of {1} done', done, count);
  item.id = entry.folder;
  item.contextValue = entry.problem ? 'brokenLab' : 'lab';
  item.description = result ? state : '';
  item.iconPath = result?.passed
    ? new vscode.ThemeIcon('pass-filled', new vscode.ThemeColor('testing.iconPassed'))
    : new vscode.ThemeIcon(entry.problem ? 'error' : 'circle-large-outline');
  item.tooltip = `${entry.id}: ${entry.title}`;
  item.accessibilityInformation = { label: `${title}, ${item.description}` };
  item.command = { command: 'containerTutor.openLab', title: entry.title, arguments: [{ lab: { entry } }] };
  return item;
}

function checkItem({ goal, done, told, place }: LabCheck): vscode.TreeItem {
  const item = leaf(plain(goal), done ? 'pass' : 'circle-outline', [goal, told].filter(Boolean).join('\n\n'));
  const state = done ? say('done') : say('not yet');
  item.description = told && plain(told);
  if (done) item.iconPath = new vscode.ThemeIcon('pass', new vscode.ThemeColor('testing.iconPassed'));
  item.accessibilityInformation = {
    label: [state, plain(goal), told && plain(told)].filter(Boolean).join(', '),
  };
  if (place) item.command = reveal(place);
  return item;
}

function reveal({ uri, range }: NonNullable<LabCheck['place']>): vscode.Command {
  const selection = new vscode.Range(
    range.start.line,
    range.start.character,
    range.end.line,
    range.end.character,
  );
  return {
    command: 'vscode.open',
    title: say('Open'),
    arguments: [vscode.Uri.parse(uri), { selection }],
  };
}

function leaf(label: string, icon: string, text: string): vscode.TreeItem {
  const item = new vscode.TreeItem(label, vscode.TreeItemCollapsibleState.None);
  item.iconPath = new vscode.ThemeIcon(icon);
  item.tooltip = new vscode.MarkdownString(text);
  return item;
}

/** Markdown as a label shows it. */
export function plain(text: string): string {
  return text.replaceAll(/[`]|\*\*/g, '').replaceAll(/\s+/g, ' ');
}
