import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { Frame } from 'playwright-core';
import { packagedExtension } from '../../tools/vsix';
import { workbench } from '../host/open';
import type { Workbench } from '../host/workbench';
import { barriers, drawing } from './drawing';

const DOCKERFILE = `FROM node:22-slim AS build
WORKDIR /app
COPY . .
RUN npm ci

FROM nginx:1.29-alpine
ENV A=1
COPY --from=build /app/dist /usr/share/nginx/html
CMD ["nginx", "-g", "daemon off;"]
`;

describe('the drawing of layers, in a real VS Code', () => {
  let editor: Workbench;
  let frame: Frame;
  before(async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'layers-'));
    mkdirSync(folder, { recursive: true });
    writeFileSync(path.join(folder, 'Dockerfile'), DOCKERFILE);
    editor = await workbench({
      folder,
      vsix: await packagedExtension(),
      settings: { 'containerTutor.language': 'en' },
    });
    await editor.open('Dockerfile');
    await editor.command('Container Tutor: Show Layers');
    frame = await drawing(editor);
  });
  after(() => editor?.close());

  const block = (label: string) => frame.locator('.block').filter({ hasText: label });

  it('has a block for each layer, and one line for what is none', async () => {
    await block('COPY --from').waitFor();
    const kinds = await frame
      .locator('.block')
      .evaluateAll((all) => all.map(({ classList }) => classList[1]));
    assert.deepEqual(kinds, [
      'base',
      'layer',
      'layer',
      'layer',
      'base',
      'setting',
      'layer',
      'setting',
      'thin',
    ]);
    assert.equal(await frame.locator('.arrow').count(), 1);
  });

  it('lights the block the cursor is in', async () => {
    await editor.goTo({ text: 'RUN npm ci' });
    await frame.locator('.block.here').filter({ hasText: 'RUN npm ci' }).waitFor();
    assert.match((await frame.locator('.about').innerText()) ?? '', /RUN — runs a command during the build/);
  });

  it('keeps its words inside the blocks', async () => {
    const outside = await frame.locator('.block').evaluateAll((all) =>
      all.flatMap((block) => {
        const edge = block.querySelector('rect')!.getBoundingClientRect().right;
        const texts = [...block.querySelectorAll('text:not(.spoken)')];
        return texts.filter((one) => one.getBoundingClientRect().right > edge).map((one) => one.textContent);
      }),
    );
    assert.deepEqual(outside, []);
  });

  it('goes to the line of a block that is clicked, or entered by key', async () => {
    await block('CMD').click();
    await editor.page.locator('.statusbar-item').filter({ hasText: 'Ln 9, Col 1' }).waitFor();
    await block('WORKDIR').focus();
    await frame.page().keyboard.press('ArrowUp');
    await frame.page().keyboard.press('Enter');
    await editor.page.locator('.statusbar-item').filter({ hasText: 'Ln 3, Col 1' }).waitFor();
  });

  it('follows what is typed, and marks what has to be built again', async () => {
    await editor.goTo({ text: 'COPY . .' });
    await editor.page.keyboard.press('End');
    await editor.type('/src');
    await block('COPY . ./src').waitFor();
    await frame.locator('.changed').first().waitFor();
    const changed = await frame
      .locator('.changed')
      .evaluateAll((all) => all.map((one) => `${one.textContent} ${one.classList.contains('here')}`));
    assert.deepEqual(
      changed.map((text) => text.slice(0, 8)),
      ['COPY . .', 'RUN npm ', 'COPY --f'],
    );
  });

  it('is said by a tree, too, whose entries lead to their lines', async () => {
    await editor.command('Container Tutor: Focus on Layers (list) View');
    const tree = editor.page.getByRole('tree', { name: /Layers \(list\)/ });
    await tree.getByRole('treeitem', { name: /^build/ }).waitFor();
    await tree.getByRole('treeitem', { name: /^RUN npm ci/ }).click();
    await editor.page.locator('.statusbar-item').filter({ hasText: 'Ln 4, Col 1' }).waitFor();
  });

  it('can be read by everyone, as far as a program can tell', async () => {
    assert.deepEqual(await barriers(frame), []);
  });
});
