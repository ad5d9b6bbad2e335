import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, test } from 'node:test';
import { DEFAULT_KUBERNETES_VERSION } from '../server/src/core/config';
import { COMMANDS, PAGE_SCHEME } from '../server/src/lsp/protocol';

const read = (file: string) => JSON.parse(readFileSync(file, 'utf8'));
const manifest = read('package.json');
const sources = readdirSync('client/src', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => readFileSync(path.join('client/src', file), 'utf8'));

describe('the texts of the manifest', () => {
  const { scripts: _, ...shown } = manifest;
  const used = [...JSON.stringify(shown).matchAll(/"%([^%"]+)%"/g)].map((found) => found[1]);
  for (const file of ['package.nls.json', 'package.nls.ko.json'])
    test(`${file} has each of them and no others`, () => {
      assert.deepEqual(Object.keys(read(file)).sort(), [...new Set(used)].sort());
    });
  test('settings end with a period', () => {
    for (const file of ['package.nls.json', 'package.nls.ko.json'])
      for (const [key, text] of Object.entries<string>(read(file)))
        if (key.startsWith('setting.') && !key.endsWith('.label')) assert.match(text, /\.$/, key);
  });
});

describe('the texts of the client', () => {
  const called = sources.flatMap((source) => [...source.matchAll(/l10n\.t\(\s*'((?:\\.|[^'\\])*)'/g)]);
  test('are all written as literals', () => {
    const calls = sources.flatMap((source) => [...source.matchAll(/l10n\.t\(/g)]);
    assert.equal(called.length, calls.length);
  });
  for (const file of readdirSync('l10n'))
    test(`${file} translates each of them and no others`, () => {
      const keys = called.map((found) => found[1]);
      assert.deepEqual(Object.keys(read(path.join('l10n', file))).sort(), [...new Set(keys)].sort());
    });
});

describe('the manifest', () => {
  test('names only files that exist', () => {
    const { icon, contributes } = manifest;
    const paths = [...contributes.grammars, ...contributes.snippets].map((one) => one.path);
    for (const file of [icon, ...paths, ...contributes.yamlValidation.map((one: { url: string }) => one.url)])
      assert.ok(existsSync(file), file);
  });
  test('declares each command the client registers, and no others', () => {
    const declared = manifest.contributes.commands.map((one: { command: string }) => one.command);
    const views = Object.values<{ id: string }[]>(manifest.contributes.views).flatMap((all) =>
      all.map(({ id }) => id),
    );
    const source = sources.join('\n');
    for (const id of declared)
      assert.ok(Object.values<string>(COMMANDS).includes(id) || source.includes(`'${id}'`), id);
    for (const [id] of source.matchAll(/(?<=')containerTutor\.[a-z]\w+(?=')/g))
      if (![...views, 'containerTutor.status', 'containerTutor.drawing'].includes(id))
        assert.ok(declared.includes(id), id);
  });
  test('shows pages of our scheme rendered', () => {
    const defaults = manifest.contributes.configurationDefaults['workbench.editorAssociations'];
    assert.deepEqual(Object.keys(defaults), [`${PAGE_SCHEME}:/**/*.md`]);
    assert.ok(manifest.activationEvents.includes(`onFileSystem:${PAGE_SCHEME}`));
  });
  test('shows the defaults that hold', () => {
    const { properties } = manifest.contributes.configuration;
    assert.equal(properties['containerTutor.kubernetesVersion'].default, DEFAULT_KUBERNETES_VERSION);
  });
  test('keeps to the Marketplace', () => {
    assert.ok(manifest.keywords.length <= 5);
    assert.match(manifest.icon, /\.png$/);
  });
});
