import { basename, resolve } from 'node:path';
import { offlinePage, startBrowser } from './browser';
import { scratch } from './child';
import { installedHost } from './install';
import { copyOf, installExtension, places, startCodeServer, writeUserSettings } from './server';
import { shown, Workbench } from './workbench';

export interface WorkbenchOptions {
  /** Opened as a copy: what is typed stays out of it. */
  folder: string;
  vsix: string;
  settings?: Record<string, unknown>;
  theme?: string;
  width?: number;
  height?: number;
}

/** Opens a folder with the packaged extension in a workbench like a person's, in a headless browser. */
export async function workbench(options: WorkbenchOptions): Promise<Workbench> {
  const host = installedHost();
  const where = places(scratch('workbench'));
  const folder = copyOf(resolve(options.folder), where.root, basename(resolve(options.folder)));
  const settings = {
    ...quiet,
    'workbench.colorTheme': options.theme ?? 'Default Light Modern',
    ...options.settings,
  };
  writeUserSettings(where, settings);
  await installExtension(host, where, resolve(options.vsix));
  const [server, browser] = await Promise.all([startCodeServer(host, where), startBrowser()]);
  const close = async () => {
    await browser.close();
    await server.child.stop();
  };
  try {
    const viewport = { width: options.width ?? 1280, height: options.height ?? 800 };
    const page = await offlinePage(browser, server.url, viewport);
    page.setDefaultTimeout(30_000);
    await page.goto(`${server.url}/?folder=${encodeURIComponent(folder)}`);
    await shown(page);
    return new Workbench({ page, folder, where, settings, close });
  } catch (error) {
    await close();
    throw error;
  }
}

// What would cover the page or differ from one picture to the next.
const quiet = {
  'chat.commandCenter.enabled': false,
  'chat.disableAIFeatures': true,
  'editor.cursorBlinking': 'solid',
  'editor.fontFamily': "'DejaVu Sans Mono', 'Noto Sans Mono CJK KR', monospace",
  'editor.minimap.enabled': false,
  'editor.scrollBeyondLastLine': false,
  'git.enabled': false,
  'security.workspace.trust.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'window.menuBarVisibility': 'compact',
  'workbench.layoutControl.enabled': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
};
