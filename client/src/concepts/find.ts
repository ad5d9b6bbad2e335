import * as vscode from 'vscode';
import type { CatalogueResult, Said } from '../../../server/src/lsp/protocol';
import { openPage } from '../pages';
import { type Lang, language, say } from '../say';
import { done } from '../walkthrough';
import type { Catalogue } from './catalogue';

interface Entry extends vscode.QuickPickItem {
  readonly page?: string;
}

/** Lets a concept or rule be found by what it is called: in either language, by its id, by other linters' names. */
export async function find(catalogue: Catalogue): Promise<void> {
  const picked = await vscode.window.showQuickPick<Entry>(catalogue.get().then(entries), {
    placeHolder: say(
      'A name in English or Korean, an id, or what another linter calls it: DL3008, latest-tag',
    ),
    matchOnDescription: true,
    matchOnDetail: true,
  });
  if (!picked?.page) return;
  await openPage(picked.page);
  done('find');
}

function entries({ chapters, rules }: CatalogueResult): Entry[] {
  const languages = [...new Set(rules.map(({ id }) => id.slice(0, id.indexOf('/'))))];
  return [
    ...chapters.flatMap(({ title, notes }) => [
      ...heading(title[language()], notes.length),
      ...notes.map(({ id, title, page }) => ({ ...named(title, id), iconPath: CONCEPT, page })),
    ]),
    ...languages.flatMap((one) => {
      const own = rules.filter(({ id }) => id.startsWith(`${one}/`));
      return [
        ...heading(say('Rules: {0}', one), own.length),
        ...own.map(({ id, title, also, page }) => ({
          label: title[language()],
          description: id,
          detail: [title[otherLanguage()], ...also].join(' · '),
          iconPath: RULE,
          page,
        })),
      ];
    }),
  ];
}

const CONCEPT = new vscode.ThemeIcon('circle-outline');
const RULE = new vscode.ThemeIcon('checklist');

function heading(label: string, count: number): Entry[] {
  return count > 0 ? [{ label, kind: vscode.QuickPickItemKind.Separator }] : [];
}

/** What it is called in the other language is searched, too. */
function named(title: Said, id: string): Entry {
  const [label, other] = [title[language()], title[otherLanguage()]];
  return { label, description: [other === label ? [] : other, id].flat().join(' · ') };
}

function otherLanguage(): Lang {
  return language() === 'ko' ? 'en' : 'ko';
}
