import assert from 'node:assert/strict';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { Frame } from 'playwright-core';
import { packagedExtension } from '../../tools/vsix';
import { WORLD } from '../course';
import { workbench } from '../host/open';
import type { Workbench } from '../host/workbench';
import { barriers, drawing } from './drawing';

describe('the drawing of objects, in a real VS Code', () => {
  let editor: Workbench;
  let frame: Frame;
  before(async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'objects-'));
    for (const [name, text] of Object.entries(WORLD)) writeFileSync(path.join(folder, name), text);
    editor = await workbench({
      folder,
      vsix: await packagedExtension(),
      settings: { 'containerTutor.language': 'en' },
      width: 1600,
      height: 1000,
    });
    await editor.open('ingress.yaml');
    await editor.command('Container Tutor: Show Objects');
    frame = await drawing(editor);
  });
  after(() => editor?.close());

  const node = (name: string) => frame.locator('.node').filter({ hasText: new RegExp(`^${name}(?![\\w-])`) });
  const about = () => frame.locator('.about').innerText();
  const lineAndColumn = (text: string) =>
    editor.page.locator('.statusbar-item').filter({ hasText: text }).waitFor();

  it('has a node for each object and for what is made of it, and red lines where they disagree', async () => {
    await frame.locator('.viewport .wire.broken').first().waitFor();
    const sorts = await frame
      .locator('.node')
      .evaluateAll((all) => all.map(({ classList }) => classList[1]).sort());
    const count = (sort: string) => sorts.filter((one) => one === sort).length;
    assert.deepEqual([count('written'), count('made'), count('missing')], [18, 6, 2]);
    assert.equal(await frame.locator('.viewport .wire.broken .cross').count(), 3);
    assert.equal(await frame.locator('.viewport .wire.unknown').count(), 2);
  });

  it('lights the object the cursor is in, and says what is wrong with it', async () => {
    await editor.goTo({ text: 'shop.example.com' });
    await frame.locator('.node.here').filter({ hasText: 'Ingress' }).waitFor();
    assert.match(await about(), /Service web has no port 8443/);
    assert.match(await about(), /Ingress — /);
  });

  it('goes to the line of an object that is clicked, in another file too', async () => {
    await node('ConfigMap spare').click();
    await lineAndColumn('Ln 10, Col 18');
    await editor.page.locator('.tab.active[data-resource-name="config.yaml"]').waitFor();
    // What stands in no file leads to what makes it.
    await node('ReplicaSet web-canary-…').click();
    await editor.page.locator('.tab.active[data-resource-name="canary.yaml"]').waitFor();
    await frame.locator('.node.here').filter({ hasText: 'Deployment web-canary' }).waitFor();
  });

  it('is walked through by keys, along the lines', async () => {
    await node('Deployment web-canary').focus();
    const deployment = (await node('Deployment web-canary').boundingBox())!;
    const set = (await node('ReplicaSet web-canary-…').boundingBox())!;
    // What is made stands in line with what makes it.
    const direction = Math.abs(set.y - deployment.y) < set.height / 2 ? 'Right' : 'Down';
    await frame.page().keyboard.press(`Arrow${direction}`);
    await frame.page().keyboard.press(`Arrow${direction}`);
    assert.match((await frame.locator('.node:focus').textContent()) ?? '', /^Pod web-canary/);
    await frame.page().keyboard.press('Enter');
    await lineAndColumn('Ln 3, Col 18');
  });

  it('zooms and pans by keys, wheel and buttons, and stays where it is while somebody types', async () => {
    const place = () => frame.locator('.viewport > g').getAttribute('transform');
    await node('Deployment web-canary').focus();
    const first = await place();
    await frame.page().keyboard.press('+');
    const nearer = await place();
    assert.notEqual(nearer, first);
    await frame.page().keyboard.press('Shift+ArrowLeft');
    assert.notEqual(await place(), nearer);
    // Back from the drawing: what is opened then does not take its place.
    await editor.page.locator('.editor-instance .view-line').first().click();
    await editor.open('service.yaml');
    await editor.goTo({ text: '82, targetPort: gone' });
    await frame.locator('.node.here').filter({ hasText: 'Service' }).waitFor();
    const before = await place();
    const wires = await frame.locator('.viewport .wire.broken').count();
    await editor.goTo({ text: 'gone' });
    for (let i = 0; i < 4; i++) await editor.page.keyboard.press('Delete');
    await editor.type('http');
    // The Service leads to its Pods again: one line of the Ingress is left.
    await frame.waitForFunction(
      (many) => document.querySelectorAll('.viewport .wire.broken').length < many,
      wires,
    );
    assert.equal(await frame.locator('.viewport .wire.broken').count(), 1);
    assert.equal(await place(), before);
    await frame.getByRole('button', { name: 'Fit' }).click();
    assert.notEqual(await place(), before);
  });

  it('shows the kinds and names that are asked for, or this file alone', async () => {
    const all = await frame.locator('.node').count();
    await frame.getByRole('button', { name: 'ConfigMap', exact: true }).click();
    assert.equal(await frame.locator('.node').count(), all - 2);
    assert.equal(await node('ConfigMap web-config').count(), 0);
    await frame.getByRole('button', { name: 'ConfigMap', exact: true }).click();
    assert.equal(await frame.locator('.node').count(), all);
    const search = frame.getByRole('searchbox');
    await search.fill('canary');
    assert.equal(await frame.locator('.node:not(.faint)').count(), 3);
    await search.press('Enter');
    assert.match((await frame.locator('.node:focus').textContent()) ?? '', /web-canary/);
    await search.fill('');
    await frame.getByRole('button', { name: 'This file' }).click();
    await frame.waitForFunction((many) => document.querySelectorAll('.node').length < many, all);
    assert.equal(await node('Service db').count(), 0);
    await frame.getByRole('button', { name: 'This file' }).click();
    await node('Service db').waitFor();
  });

  it('says the same as a tree', async () => {
    await editor.command('Container Tutor: Focus on Objects (list) View');
    const tree = editor.page.getByRole('tree', { name: /Objects \(list\)/ });
    await tree.getByRole('treeitem', { name: /^default/ }).waitFor();
    const ingress = tree.getByRole('treeitem', { name: /^Ingress web/ });
    // Rows that are not in view are not there yet: what is typed leads to one.
    await tree.focus();
    await editor.page.keyboard.type('Ingress w');
    await ingress.waitFor();
    await editor.page.keyboard.press('Escape');
    await ingress.click();
    await editor.page.locator('.tab.active[data-resource-name="ingress.yaml"]').waitFor();
    await ingress.focus();
    await editor.page.keyboard.press('ArrowRight');
    await tree.getByRole('treeitem', { name: /Service web .*has no port 8443/ }).waitFor();
  });

  it('can be read by everyone, as far as a program can tell', async () => {
    assert.deepEqual(await barriers(frame), []);
  });
});
