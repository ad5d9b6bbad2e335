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

/** A status item, and a drawing beside the text. */
const NO_COMMANDS = ['containerTutor.status', 'containerTutor.drawing'];

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
  const SAY = /\bsay\(\s*'((?:\\.|[^'\\])*)'/g;
  const said = sources.flatMap((source) => [...source.matchAll(SAY)].map((found) => found[1]!));
  test('are all written as literals, and said in the language of the setting', () => {
    const calls = sources.flatMap((source) => [...source.matchAll(/(?<!function |#)\bsay\(/g)]);
    assert.equal(said.length, calls.length);
    assert.doesNotMatch(sources.join('\n'), /l10n\.t\(/);
  });
  for (const file of readdirSync('l10n'))
    test(`${file} translates each of them and no others`, () => {
      const korean: Record<string, string> = read(path.join('l10n', file));
      assert.deepEqual(Object.keys(korean).sort(), [...new Set(said)].sort());
      for (const [english, text] of Object.entries(korean)) {
        assert.match(text, /[가-힣]/, english);
        assert.deepEqual([...text.matchAll(/\{\d\}/g)].join(), [...english.matchAll(/\{\d\}/g)].join());
      }
    });
  test('are nowhere written in one language only', () => {
    // Each language is named in itself, and one offer is meant for those who would rather read Korean.
    const own = ['한국어', '한국어로 보기'];
    const loose = sources.flatMap((source) => {
      const code = source
        .replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '')
        .replace(SAY, '')
        .replace(/Error\([^)]*\)/g, '');
      const texts = [...code.matchAll(/'((?:\\.|[^'\\\n])*)'|`((?:\\.|[^`\\])*)`/g)];
      return texts.map(([, quoted, templated]) => quoted ?? templated ?? '');
    });
    assert.deepEqual(
      loose.filter((text) => /[가-힣]|^[A-Z][a-z]+ [a-z]/.test(text) && !own.includes(text)),
      [],
    );
  });
});

describe('the manifest', () => {
  test('names only files that exist', () => {
    const { icon, contributes } = manifest;
    const paths = [...contributes.grammars, ...contributes.snippets].map((one) => one.path);
    const { views, viewsContainers } = contributes;
    // One in brackets is the editor's own.
    for (const { icon } of [...views.containerTutor, ...viewsContainers.activitybar])
      if (!/^\$\([a-z-]+\)$/.test(icon)) paths.push(icon);
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
      if (![...views, ...NO_COMMANDS].includes(id)) assert.ok(declared.includes(id), id);
  });
  test('has a walkthrough in both languages whose steps complete when they were done', () => {
    const [{ steps, ...more }] = [manifest.contributes.walkthroughs[0]];
    assert.deepEqual([manifest.contributes.walkthroughs.length, more.id], [1, 'start']);
    assert.ok(steps.length >= 5 && steps.length <= 6);
    const source = sources.join('\n');
    const views = manifest.contributes.views.containerTutor.map((one: { id: string }) => `${one.id}.focus`);
    const commands = manifest.contributes.commands.map((one: { command: string }) => one.command);
    for (const { id, description, media, completionEvents } of steps) {
      assert.deepEqual(completionEvents, [`onContext:containerTutor.did.${id}`]);
      assert.match(source, new RegExp(`\\bdone\\('${id}'\\)`));
      const [en, ko] = ['.md', '.nls.ko.md'].map((ending) =>
        readFileSync(media.markdown.replace(/\.md$/, ending), 'utf8'),
      );
      assert.match(ko!, /[가-힣]/);
      assert.doesNotMatch(en!.replace('한국어', ''), /[가-힣]/);
      assert.equal(en!.split('\n\n').length, ko!.split('\n\n').length, id);
      for (const file of ['package.nls.json', 'package.nls.ko.json']) {
        const links = [...read(file)[description.slice(1, -1)].matchAll(/\(command:([^)]+)\)/g)];
        for (const [, command] of links) assert.ok([...commands, ...views].includes(command), command);
      }
    }
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
