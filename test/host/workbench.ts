import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import UPNG from 'upng-js';
import { type Problem, readProblems } from './problems';
import { type Places, writeUserSettings } from './server';

/** A place in the open file: counted from 1, or at the start of the n-th (first) occurrence of a text. */
export type Place = { line: number; column?: number } | { text: string; nth?: number };

const COLOURS = 64;
const hover = '.monaco-hover:not(.hidden) .hover-contents';
/** A row of quick open or the palette that the typed text was found in. */
const matched = ':has(.highlight)';
const squiggles = '.squiggly-error, .squiggly-warning, .squiggly-info, .squiggly-hint';

/** The explorer has its first row: the workbench is there and has read the folder. */
export async function shown(page: Page): Promise<void> {
  await page.locator('.explorer-viewlet .monaco-list-row').first().waitFor({ timeout: 60_000 });
}

/** Drives a workbench as its user would: by keys, menus and links. `workbench()` in open.ts makes one. */
export class Workbench {
  #file = '';

  readonly #where: Places;
  #settings: Record<string, unknown>;
  readonly folder: string;
  /** For what this driver has no word for. */
  readonly page: Page;
  readonly close: () => Promise<void>;

  constructor(parts: Pick<Workbench, 'folder' | 'page' | 'close'> & { where: Places; settings: object }) {
    this.folder = parts.folder;
    this.page = parts.page;
    this.close = parts.close;
    this.#where = parts.where;
    this.#settings = { ...parts.settings };
  }

  /** Opens a file of the folder and waits until its text is there. */
  async open(file: string, at?: Place): Promise<void> {
    this.#file = join(this.folder, file);
    await this.#quickInput('ControlOrMeta+p', this.#file, matched);
    const tab = this.page.locator(`.tab.active[data-resource-name="${basename(file)}"]`);
    await tab.locator(`[aria-label^="${this.#file}"]`).waitFor();
    await this.page.locator('.editor-instance .view-lines .view-line').first().waitFor();
    if (at) await this.goTo(at);
  }

  async goTo(at: Place): Promise<void> {
    const { line, column } = this.#position(at);
    await this.page.keyboard.press('Escape');
    await this.page.keyboard.press('ControlOrMeta+1');
    await this.#focused();
    await this.#quickInput(
      'Control+g',
      `:${line}:${column}`,
      `[aria-label^="Go to line ${line}, column ${column}."]`,
    );
    await this.#focused();
  }

  /** Shows the hover as the keyboard does, so that no mouse pointer has to stay where it is. */
  async hover(at: Place): Promise<string> {
    const card = this.page.locator(hover).filter({ hasNotText: /^Loading/ });
    // Asked before the server is there, VS Code shows nothing and does not ask again.
    for (let tries = 1; ; tries++) {
      await this.goTo(at);
      await this.page.keyboard.press('ControlOrMeta+k');
      await this.page.keyboard.press('ControlOrMeta+i');
      const isShown = await card
        .first()
        .waitFor({ timeout: 5_000 })
        .then(
          () => true,
          () => false,
        );
      if (isShown) return (await card.allInnerTexts()).join('\n\n');
      if (tries === 6) throw new Error('No hover was shown.');
    }
  }

  async clickInHover(text: string): Promise<void> {
    await this.page.locator(hover).locator('a, .action').filter({ hasText: text }).first().click();
  }

  /** Opens the quick-fix menu and gives its titles, none where there is nothing to fix; `pick` takes one. */
  async quickFix(at: Place): Promise<string[]> {
    await this.squiggle();
    await this.goTo(at);
    await this.page.keyboard.press('ControlOrMeta+.');
    const rows = this.page.locator('.action-widget .monaco-list-row.action');
    await rows.or(this.page.locator('.monaco-editor-overlaymessage')).first().waitFor();
    return this.#titles(rows);
  }

  /** Opens the completion list, after typing `text` if given, and gives its labels. */
  async suggest(at: Place, text = ''): Promise<string[]> {
    await this.goTo(at);
    await this.type(text);
    await this.page.keyboard.press('Control+Space');
    const rows = this.page.locator('.suggest-widget.visible .monaco-list-row .label-name');
    await rows.first().waitFor();
    return this.#titles(rows);
  }

  /** Takes an entry of the open quick-fix menu or completion list. */
  async pick(text: string): Promise<void> {
    const rows = this.page.locator(
      '.action-widget .monaco-list-row, .suggest-widget.visible .monaco-list-row',
    );
    await rows.filter({ hasText: text }).first().click();
  }

  /** Types at the cursor. A later place given as text is looked up in the saved file: `save` first. */
  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text);
  }

  async save(): Promise<void> {
    await this.page.keyboard.press('ControlOrMeta+s');
    await this.page.locator('.tab.active:not(.dirty)').waitFor();
  }

  /** Runs a command by its title in the palette. */
  async command(title: string): Promise<void> {
    await this.#quickInput('F1', `>${title}`, matched);
  }

  /** Opens a container of the side bar by its name and waits for the first row of its views. */
  async view(name: string): Promise<void> {
    await this.command(`View: Show ${name}`);
    await this.page
      .locator('.part.sidebar .tree-explorer-viewlet-tree-view .monaco-list-row')
      .first()
      .waitFor();
  }

  /** Clicks the first row of the side bar with a text, and waits until it is there. */
  async row(text: string): Promise<void> {
    await this.page.locator('.part.sidebar .monaco-list-row').filter({ hasText: text }).first().click();
  }

  /** Waits until the open file shows a finding. */
  async squiggle(timeout = 60_000): Promise<void> {
    await this.page.locator(squiggles).first().waitFor({ state: 'attached', timeout });
  }

  /** Opens the Problems panel, waits for its first row and reads the rows that fit on the page. */
  async problems(timeout = 60_000): Promise<Problem[]> {
    const panel = this.page.locator('.markers-panel');
    if (!(await panel.isVisible())) await this.page.keyboard.press('ControlOrMeta+Shift+m');
    const rows = panel.locator('.monaco-list-row');
    await rows.locator('.marker-icon').first().waitFor({ timeout });
    const labels = await rows.evaluateAll((all) => all.map((row) => row.getAttribute('aria-label') ?? ''));
    return readProblems(labels, this.folder);
  }

  /** Waits until a page such as a Markdown preview shows something, and reads it. */
  async webview(): Promise<string> {
    const body = this.page.frameLocator('iframe.webview.ready').frameLocator('#active-frame').locator('body');
    await body.filter({ hasText: /\S/ }).waitFor();
    return (await body.allInnerTexts()).join('\n');
  }

  /** Changes user settings. The page is loaded again, as the server does not watch them: `save` first. */
  async set(settings: Record<string, unknown>): Promise<void> {
    this.#settings = { ...this.#settings, ...settings };
    writeUserSettings(this.#where, this.#settings);
    await this.page.reload();
    await shown(this.page);
  }

  /** The whole window, or only what a selector names. */
  async screenshot(path: string, only?: string): Promise<void> {
    mkdirSync(dirname(resolve(path)), { recursive: true });
    const target = only ? this.page.locator(only).first() : this.page;
    const image = UPNG.decode(await target.screenshot({ animations: 'disabled' }));
    // The pictures of the README are shipped: an editor has few colours, and they weigh a third so.
    const packed = UPNG.encode(UPNG.toRGBA8(image), image.width, image.height, COLOURS);
    writeFileSync(path, new Uint8Array(packed));
  }

  async #quickInput(key: string, text: string, row: string): Promise<void> {
    await this.page.keyboard.press(key);
    const input = this.page.locator('.quick-input-widget:visible');
    await input.waitFor();
    await input.locator('input').first().fill(text);
    // Until the list is filtered anew, its first row answers the text before this one.
    await input.locator('.monaco-list-row.focused').and(input.locator(row)).waitFor();
    await this.page.keyboard.press('Enter');
    await input.waitFor({ state: 'hidden' });
  }

  /** Keys pressed before the editor has the focus again are lost, or close what they opened. */
  async #focused(): Promise<void> {
    await this.page.locator('.editor-instance .monaco-editor.focused').waitFor();
  }

  async #titles(rows: Locator): Promise<string[]> {
    return (await rows.allInnerTexts()).map((title) => title.trim().replaceAll('\u00a0', ' '));
  }

  #position(at: Place): { line: number; column: number } {
    if ('line' in at) return { line: at.line, column: at.column ?? 1 };
    const text = readFileSync(this.#file, 'utf8');
    let offset = -1;
    for (let n = at.nth ?? 1; n > 0; n--) {
      offset = text.indexOf(at.text, offset + 1);
      if (offset < 0)
        throw new Error(`${JSON.stringify(at.text)} does not occur often enough in ${this.#file}.`);
    }
    const before = text.slice(0, offset).split('\n');
    return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
  }
}
