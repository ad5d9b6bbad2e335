import * as vscode from 'vscode';
import { SECTION } from '../../server/src/lsp/protocol';
import { isKorean, type Lang, type LanguageSetting, language, say } from './say';

/** Each language under its own name, for those who read no other. */
export const NAMES: Readonly<Record<Lang, string>> = { ko: '한국어', en: 'English' };

/**
 * Whether the reader seems to know Korean, though VS Code is in another language and nobody has chosen yet.
 * @param spoken What the system says, not VS Code, which may lack a Korean language pack.
 */
export function wouldRatherReadKorean(spoken: readonly string[]): boolean {
  const chosen = vscode.workspace.getConfiguration(SECTION).inspect<LanguageSetting>('language');
  if (chosen?.globalValue ?? chosen?.workspaceValue) return false;
  return language() === 'en' && spoken.some(isKorean);
}

export async function setLanguage(value: LanguageSetting): Promise<void> {
  const settings = vscode.workspace.getConfiguration(SECTION);
  // Where a workspace has its own choice, a change of the user's would not be seen.
  const here = settings.inspect('language')?.workspaceValue !== undefined;
  const target = here ? vscode.ConfigurationTarget.Workspace : vscode.ConfigurationTarget.Global;
  await settings.update('language', value, target);
}

export async function switchLanguage(): Promise<void> {
  const automatic = { label: say('The language of VS Code'), value: 'auto' } as const;
  const items = [
    { label: NAMES.ko, value: 'ko' } as const,
    { label: NAMES.en, value: 'en' } as const,
    automatic,
  ];
  const placeHolder = say('The language of findings, hovers and pages');
  const picked = await vscode.window.showQuickPick(items, { placeHolder });
  if (picked) await setLanguage(picked.value);
}
