import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';

/**
 * Who may enter which room (CONTRIBUTING.md, invariants 1 and 10). The compiler keeps Node and the DOM out of
 * the pure rooms; what it lets through is caught here.
 */
const PURE = [
  'core',
  'image',
  'shell',
  'yaml',
  'dockerfile',
  'kubernetes',
  'cloudbuild',
  'appengine',
  'generated',
];
const LANGUAGES = ['dockerfile', 'kubernetes', 'cloudbuild', 'appengine'];

/** What a room may import besides itself. */
const ROOMS: Readonly<Record<string, readonly string[]>> = {
  core: [],
  image: ['core'],
  shell: ['core'],
  yaml: ['core'],
  generated: ['core'],
  dockerfile: ['core', 'image', 'shell', 'generated'],
  kubernetes: ['core', 'image', 'shell', 'yaml', 'generated'],
  cloudbuild: ['core', 'image', 'shell', 'yaml', 'generated'],
  appengine: ['core', 'yaml'],
  config: ['core', 'yaml'],
};

/** The one file that may import a library. */
const LIBRARIES: Readonly<Record<string, string>> = {
  'dockerfile-ast': 'dockerfile/parse.ts',
  yaml: 'yaml/parse.ts',
  unbash: 'shell/parse.ts',
  cronstrue: 'kubernetes/hover/schedule.ts',
  'cronstrue/locales/ko': 'kubernetes/hover/schedule.ts',
};

const files = readdirSync('server/src', { recursive: true, encoding: 'utf8' })
  .map((name) => name.replaceAll(path.sep, '/'))
  .filter((name) => name.endsWith('.ts'));

for (const file of files)
  describe(file, () => {
    const text = readFileSync(`server/src/${file}`, 'utf8');
    const imports = [...text.matchAll(/(?:\bfrom\s+|\bimport\s+|\brequire\()'([^']+)'/g)].map(
      (match) => match[1]!,
    );
    const room = file.includes('/') ? file.slice(0, file.indexOf('/')) : '';
    const own = imports
      .filter((name) => name.startsWith('.'))
      .map((name) => path.posix.join(path.posix.dirname(file), name));
    const foreign = imports.filter((name) => !name.startsWith('.'));

    if (PURE.includes(room))
      it('is pure', () => {
        const allowed = Object.keys(LIBRARIES).filter((name) => LIBRARIES[name] === file);
        assert.deepEqual(
          foreign.filter((name) => !allowed.includes(name)),
          [],
        );
      });
    for (const [name, only] of Object.entries(LIBRARIES))
      if (foreign.includes(name)) it(`is the reader of ${name}`, () => assert.equal(file, only));
    const rooms = ROOMS[room];
    if (rooms)
      it('enters only the rooms it may', () => {
        const entered = own
          .map((name) => name.split('/')[0]!)
          .filter((name) => name !== room && !rooms.includes(name));
        assert.deepEqual(entered, []);
      });
    if (LANGUAGES.includes(room) && file.includes('/rules/') && !file.endsWith('/index.ts'))
      it('is a rule that knows no other rule and no parser', () => {
        assert.deepEqual(
          own.filter((name) => /\/rules\/|\/parse$/.test(name)),
          [],
        );
      });
    const check = /^ {2}(?:\*)?check\([\s\S]*?^ {2}\},$/m.exec(text)?.[0];
    if (file.includes('/rules/') && check)
      it('checks in one look', () =>
        assert.ok(check.split('\n').length <= 42, 'check has more than 40 lines'));
    it('is one concept long', () => {
      if (/generated|\/index\.ts$/.test(file)) return;
      const most = Object.values(LIBRARIES).includes(file) ? 400 : 250;
      assert.ok(text.split('\n').length <= most + 1, `${text.split('\n').length} lines, at most ${most}`);
    });
  });
