import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import type { LayersResult, ObjectsResult } from '../../server/src/lsp/views/drawingProtocol';
import { startBrowser } from '../../test/host/browser';
import { Client } from '../../test/protocol/client';
import { Folder } from '../../test/protocol/folder';
import { app, dockerfile } from './inputs';
import { OURS } from './server';
import { percentile } from './table';

/** Milliseconds from the request until a view is drawn: the first time, and the median of those after it. */
export interface ViewFigures {
  readonly name: string;
  readonly of: string;
  readonly first: number;
  readonly again: number | undefined;
  /** Of `again`: until the answer is here, and to draw it. */
  readonly asked: number | undefined;
  readonly drawn: number | undefined;
}

const STAGES = 20;
/** In applications of three objects each. */
const APPS = 166;
const TIMES = 10;

/** The way a view takes, without VS Code between: the built server over its protocol, the built script in a browser. */
export async function measureViews(): Promise<readonly ViewFigures[]> {
  const files = Object.fromEntries(
    Array.from({ length: APPS }, (_, i) => [`app-${i}/all.yaml`, app(`app-${i}`)] as const),
  );
  const folder = new Folder({ ...files, Dockerfile: stages(STAGES) });
  const capabilities = OURS.capabilities;
  const client = await Client.start(OURS.script, { folders: [folder.uri], capabilities }, OURS.args);
  const browser = await startBrowser();
  try {
    const file = folder.uriOf('Dockerfile');
    client.open(file, stages(STAGES), 'dockerfile');
    const manifest = folder.uriOf('app-0/all.yaml');
    client.open(manifest, app('app-0'), 'yaml');
    const layers = await measureView(await viewPage(await browser.newPage(), 'layers'), async (i) => {
      client.change(file, `${stages(STAGES)}# ${i}\n`);
      const params = { textDocument: { uri: file } };
      return { result: await client.request<LayersResult>('containerTutor/layers', params), empty: '' };
    });
    const params = { textDocument: { uri: manifest }, scope: 'workspace' };
    const ask = () => client.request<ObjectsResult>('containerTutor/objects', params);
    await all(client, ask);
    const objects = await measureView(await viewPage(await browser.newPage(), 'objects'), async (i) => {
      client.change(manifest, app('app-0').replace('replicas: 3', `replicas: ${3 + i}`));
      return { result: await ask(), scope: 'workspace', here: null, empty: '' };
    });
    return [
      { name: 'layers', of: `${STAGES} stages`, ...layers },
      { name: 'objects', of: `${3 * APPS} objects`, ...objects },
    ];
  } finally {
    await browser.close();
    await client.stop();
  }
}

function stages(count: number): string {
  const text = dockerfile(27 * count).text;
  const found = text.match(/^FROM /gm)?.length;
  if (found !== count) throw new Error(`${found} stages instead of ${count}`);
  return text;
}

/** Until the whole workspace is read: the server says when to ask again. */
async function all(client: Client, ask: () => Promise<ObjectsResult>): Promise<void> {
  for (;;) {
    const changed = new Promise<void>((resolve) => {
      client.connection.onNotification('containerTutor/objectsChanged', () => resolve());
    });
    const result = await ask();
    if (result?.nodes.filter(({ sort }) => sort === 'written').length === 3 * APPS) return;
    await changed;
  }
}

/** The script of a view as VS Code would load it, in a window of the size it has beside a text. */
async function viewPage(page: Page, view: string): Promise<Page> {
  await page.setViewportSize({ width: 700, height: 900 });
  await page.setContent(
    `<!DOCTYPE html><style>${readFileSync(`dist/${view}-view.css`, 'utf8')}</style><main id="drawing"></main>`,
  );
  await page.addScriptTag({
    content: 'window.acquireVsCodeApi = () => ({ postMessage() {}, getState() {}, setState() {} });',
  });
  await page.addScriptTag({ content: readFileSync(`dist/${view}-view.js`, 'utf8') });
  return page;
}

async function measureView(
  page: Page,
  ask: (turn: number) => Promise<unknown>,
): Promise<Pick<ViewFigures, 'first' | 'again' | 'asked' | 'drawn'>> {
  const asked: number[] = [];
  const drawn: number[] = [];
  for (let i = 0; i <= TIMES; i++) {
    const start = performance.now();
    const shown = await ask(i);
    asked.push(performance.now() - start);
    drawn.push(await page.evaluate(DRAW, shown));
  }
  const [first = Number.NaN, ...again] = asked.map((time, i) => time + drawn[i]!);
  return {
    first,
    again: percentile(again, 0.5),
    asked: percentile(asked.slice(1), 0.5),
    drawn: percentile(drawn.slice(1), 0.5),
  };
}

/** Hands the script what it is to draw, and waits for the picture after it. */
const DRAW = (shown: unknown) =>
  new Promise<number>((resolve) => {
    const start = performance.now();
    window.dispatchEvent(new MessageEvent('message', { data: shown }));
    requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - start)));
  });
