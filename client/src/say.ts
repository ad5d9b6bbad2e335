import * as vscode from 'vscode';
import korean from '../../l10n/bundle.l10n.ko.json';
import { SECTION } from '../../server/src/lsp/protocol';

/** The languages we speak. */
export type Lang = 'ko' | 'en';
export type LanguageSetting = 'auto' | Lang;

/** The language everything of ours is said in now. */
export function language(): Lang {
  const setting = vscode.workspace.getConfiguration(SECTION).get<LanguageSetting>('language', 'auto');
  if (setting !== 'auto') return setting;
  return isKorean(vscode.env.language) ? 'ko' : 'en';
}

/**
 * What `vscode.l10n.t` does, from the same bundle, in the language of our setting: l10n speaks the language of VS
 * Code alone, and not before the window is loaded anew. `{0}` is the first of `values`.
 */
export function say(message: string, ...values: readonly (string | number)[]): string {
  const text = language() === 'ko' ? ((korean as Record<string, string>)[message] ?? message) : message;
  return text.replace(/\{(\d+)\}/g, (whole, index) => String(values[Number(index)] ?? whole));
}

/** Hears of a change of the language. */
export function onDidChangeLanguage(heard: () => void): vscode.Disposable {
  let before = language();
  return vscode.workspace.onDidChangeConfiguration((change) => {
    if (!change.affectsConfiguration(`${SECTION}.language`) || before === language()) return;
    before = language();
    heard();
  });
}

export function isKorean(tag: string): boolean {
  return /^ko\b/i.test(tag.replace('_', '-'));
}
