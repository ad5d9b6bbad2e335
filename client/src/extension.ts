import type * as vscode from 'vscode';

/**
 * One program for every host: what a host does not need is never evaluated. A browser has no `process`.
 */
export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const isDesktop = typeof process === 'object' && process.versions?.node !== undefined;
  const { activate } = isDesktop ? await import('./desktop') : await import('./web');
  activate(context);
}
