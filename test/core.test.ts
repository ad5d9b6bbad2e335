import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { below, canonical, childOf, fileUri, parentOf, pathOf } from '../server/src/core/address';
import { closest } from '../server/src/core/closest';
import { Config } from '../server/src/core/config';
import { ignoreInFile } from '../server/src/core/directive';
import { applyEdits, fixAll } from '../server/src/core/edit';
import { Engine, type Fault } from '../server/src/core/engine';
import type { AnyLanguage, AnyRule } from '../server/src/core/language';
import { nearestName } from '../server/src/core/names';
import type { Settings } from '../server/src/core/rule';
import { render } from '../server/src/core/text';
import { difference } from '../server/src/lsp/edits';
import { type Counts, type Lines, tinyLanguage } from './tinyLanguage';

const A = 'file:///w/a.tiny';
const B = 'file:///w/b.tiny';

function engineOf(texts: Record<string, string>, counts: Counts = { parsed: [], checked: [] }) {
  const faults: Fault[] = [];
  const engine = new Engine([tinyLanguage(counts)], (fault) => faults.push(fault));
  engine.roots = ['/w'];
  const set = (uri: string, text: string) => engine.set({ uri, path: pathOf(uri) }, text);
  for (const [uri, text] of Object.entries(texts)) set(uri, text);
  const config = (...layers: Settings[]) => new Config(engine.names, { layers });
  const usual = config();
  const found = (uri: string, under = usual) =>
    engine.diagnose(uri, under).map(({ rule, start, end, severity }) => [rule.id, start, end, severity]);
  return { engine, set, config, found, faults, counts };
}

describe('engine', () => {
  it('says where findings stand in the whole text', () => {
    const { found } = engineOf({ [A]: 'one\na bad word\n' });
    assert.deepEqual(found(A), [['tiny/bad-word', 6, 9, 'warning']]);
  });

  it('parses and checks only the part that was typed in', () => {
    const lines = Array.from({ length: 1000 }, (_, i) => `line ${i} bad\n`);
    const { set, found, counts } = engineOf({ [A]: lines.join('') });
    assert.equal(found(A).length, 1001);
    counts.parsed = [];
    counts.checked = [];
    lines[500] = 'bad and typed\n';
    set(A, lines.join(''));
    assert.equal(found(A).length, 1001);
    assert.deepEqual(counts, { parsed: ['bad and typed\n'], checked: ['bad and typed\n'] });
  });

  it('moves findings of untouched parts without checking them again', () => {
    const { set, found, counts } = engineOf({ [A]: 'a bad word\n' });
    found(A);
    counts.checked = [];
    set(A, 'new\na bad word\n');
    assert.deepEqual(found(A), [['tiny/bad-word', 6, 9, 'warning']]);
    assert.deepEqual(counts.checked, ['new\n']);
  });

  it('checks a section again only when it is another object', () => {
    const counts: Counts = { parsed: [], checked: [] };
    const tiny = tinyLanguage(counts);
    const [badWord] = tiny.rules;
    // Each line is a section.
    const sections = ({ parts }: Lines) => parts.map(({ unit }) => unit);
    const language: AnyLanguage = {
      ...tiny,
      sections,
      rules: [{ ...badWord!, scope: 'section' } as AnyRule],
    };
    const engine = new Engine([language]);
    const found = (text: string) => {
      engine.set({ uri: A }, text);
      return engine.diagnose(A, new Config(engine.names, { layers: [] })).map(({ start }) => start);
    };
    assert.deepEqual(found('one\na bad word\n'), [6]);
    counts.checked = [];
    assert.deepEqual(found('new\none\na bad word\n'), [10]);
    assert.deepEqual(counts.checked, ['new\n']);
  });

  it('asks the workspace, and again only when the answer changed', () => {
    const { set, found } = engineOf({ [A]: 'use web\n', [B]: 'nothing\n' });
    assert.deepEqual(found(A), [['tiny/lost-name', 4, 7, 'error']]);
    set(B, 'def web\n');
    assert.deepEqual(found(A), []);
    set(B, 'def other\n');
    assert.deepEqual(found(A), [['tiny/lost-name', 4, 7, 'error']]);
  });

  it('forgets what a deleted file said', () => {
    const { engine, found } = engineOf({ [A]: 'use web\n', [B]: 'def web\n' });
    assert.deepEqual(found(A), []);
    engine.delete(B);
    assert.equal(found(A).length, 1);
  });

  it('keeps what a resting file told, and understands it anew when it is set again', () => {
    const { engine, set, found } = engineOf({ [A]: 'use web\nuse db\n', [B]: 'def web\nbad\n' });
    engine.rest(B);
    assert.deepEqual(found(A), [['tiny/lost-name', 12, 14, 'error']]);
    assert.deepEqual([found(B), engine.at(B, 0), engine.model(B)], [[], undefined, undefined]);
    set(B, 'def web\nbad\n');
    assert.deepEqual(found(B), [['tiny/bad-word', 8, 11, 'warning']]);
    engine.rest(B);
    set(B, 'def db\n');
    assert.deepEqual(found(A), [['tiny/lost-name', 4, 7, 'error']]);
  });

  it('takes absence for unknown until the workspace is read', () => {
    const { engine, found } = engineOf({ [A]: 'use web\n' });
    engine.complete = false;
    assert.deepEqual(found(A), []);
    engine.complete = true;
    assert.equal(found(A).length, 1);
  });

  it('asks for a file beside a text, and again only when it changed', () => {
    const { engine, found } = engineOf({ [A]: 'take web\n' });
    const file = { uri: A, path: pathOf(A) };
    const out = ['tiny/left-out', 5, 8, 'warning'];
    assert.deepEqual([engine.beside(file), engine.knowsBeside(file)], [['.tinyignore'], false]);
    assert.deepEqual(found(A), []);
    engine.setBeside(file, '.tinyignore', 'web\n');
    assert.deepEqual([engine.knowsBeside(file), found(A)], [true, [out]]);
    engine.setFile('/w/.tinyignore', undefined);
    assert.deepEqual(found(A), []);
    engine.setFile('/w/.tinyignore', 'db\nweb');
    engine.setFile('/w/other', 'nobody asked');
    assert.deepEqual([found(A), engine.knowsFile('/w/other')], [[out], false]);
    engine.complete = false;
    assert.deepEqual(found(A), []);
  });

  it('knows nothing of what lies beside a text outside every folder', () => {
    const { engine } = engineOf({});
    for (const file of [{ uri: 'untitled:a.tiny' }, { uri: 'file:///x/a.tiny', path: '/x/a.tiny' }])
      assert.deepEqual([engine.beside(file), engine.knowsBeside(file)], [[], true]);
  });

  it('keeps folders apart, and files outside every folder', () => {
    const other = 'file:///elsewhere/b.tiny';
    const { found } = engineOf({ [A]: 'use web\n', [other]: 'def web\n' });
    assert.equal(found(A).length, 1);
  });

  it('goes on when a rule throws, and says which', () => {
    const { found, faults } = engineOf({ [A]: 'throw a bad one\n' });
    assert.deepEqual(found(A), [['tiny/bad-word', 8, 11, 'warning']]);
    assert.deepEqual(
      faults.map(({ rule, uri }) => [rule, uri]),
      [['tiny/throws', A]],
    );
  });

  it('is silent where a comment asks for it', () => {
    for (const name of ['tiny/bad-word', 'bad-word', 'DL1', 'hadolint/dl1'])
      assert.deepEqual(engineOf({ [A]: `# off ${name}\nbad\nbad\n` }).found(A).length, 1, name);
    assert.equal(engineOf({ [A]: '# off other\nbad\n' }).found(A).length, 1);
  });
});

describe('configuration', () => {
  it('takes each key from the strongest layer that has it', () => {
    const { config, found } = engineOf({ [A]: 'a bad word\nb\n' });
    const weak: Settings = { rules: { 'bad-word': 'error' }, options: { 'too-long': { maxLayers: 1 } } };
    assert.deepEqual(found(A, config(weak)), [
      ['tiny/bad-word', 2, 5, 'error'],
      ['tiny/too-long', 11, 13, 'info'],
    ]);
    assert.deepEqual(found(A, config({ rules: { DL1: 'off' } }, weak)), [['tiny/too-long', 11, 13, 'info']]);
    assert.deepEqual(found(A, config({ profile: 'strict' }, weak))[1], ['tiny/too-long', 11, 13, 'warning']);
  });

  it('runs only what --only names, even what is off, as loud as the rule itself', () => {
    const { engine, found } = engineOf({ [A]: 'a bad word\nuse web\n' });
    const off = { layers: [{ rules: { 'bad-word': 'off' as const } }], only: ['hadolint/DL1'] };
    assert.deepEqual(found(A, new Config(engine.names, off)), [['tiny/bad-word', 2, 5, 'warning']]);
    const [usual] = engine.languages[0]!.rules;
    const quiet = { ...usual!, severity: 'off' as const };
    assert.equal(new Config(engine.names, off).severity(quiet, [quiet.id, 'hadolint/DL1']), 'info');
  });
});

describe('edits', () => {
  it('fixes all that is safe and leaves the engine as it was', () => {
    const { engine, config } = engineOf({ [A]: 'bad bad\nuse web\n' });
    assert.equal(fixAll(engine, A, config()), 'good good\nuse web\n');
    assert.equal(engine.text(A), 'bad bad\nuse web\n');
  });

  it('ignores a rule in a file below the lines that tools read', () => {
    const silence = (text: string, name = 'x/y') => applyEdits(text, [ignoreInFile(text, name)]);
    assert.equal(silence('FROM a\n'), '# container-tutor ignore-file=x/y\nFROM a\n');
    assert.equal(
      silence('# syntax=docker/dockerfile:1\nFROM a\n'),
      '# syntax=docker/dockerfile:1\n# container-tutor ignore-file=x/y\nFROM a\n',
    );
    assert.equal(silence('\uFEFFFROM a\r\n'), '\uFEFF# container-tutor ignore-file=x/y\r\nFROM a\r\n');
    assert.equal(silence('# escape=`'), '# escape=`\n# container-tutor ignore-file=x/y\n');
    assert.equal(
      silence('a: 1\n# container-tutor ignore-file=a/b -- why\n'),
      'a: 1\n# container-tutor ignore-file=a/b,x/y -- why\n',
    );
  });
});

describe('the difference of two texts', () => {
  it('turns one into the other and leaves other lines alone', () => {
    const words = ['a\n', 'b\n', 'c\r\n', '\n', 'd'];
    // Every text of up to four lines against every other.
    const texts = [''];
    for (let from = 0, i = 0; i < 3; i++) {
      const to = texts.length;
      for (; from < to; from++) for (const word of words) texts.push(texts[from]! + word);
    }
    for (const before of texts)
      for (const after of texts) assert.equal(applyEdits(before, difference(before, after)), after);
    assert.deepEqual(difference('a\nb\nc\n', 'a\nx\nc\n'), [{ start: 2, end: 4, text: 'x\n' }]);
    assert.deepEqual(difference('a\nb\n', 'a\nnew\nb\n'), [{ start: 2, end: 2, text: 'new\n' }]);
  });
});

describe('addresses', () => {
  it('spell one document one way', () => {
    const same = ['file:///C:/My%20Work/%E1%84%80(1).yaml', 'file:///c%3A/My Work/\u1100%281%29.yaml'];
    assert.deepEqual(same.map(canonical), Array(2).fill('file:///c%3A/My%20Work/%E1%84%80%281%29.yaml'));
    assert.equal(pathOf(same[0]!), '/c:/My Work/\u1100(1).yaml');
    assert.equal(fileUri('//server/share/a b'), 'file://server/share/a%20b');
    assert.equal(pathOf('file://server/share/a%20b'), '//server/share/a b');
    assert.equal(pathOf('untitled:Untitled-1'), '');
    assert.equal(pathOf('file:///w/100%'), '/w/100%');
  });

  it('go up to the top and down again', () => {
    assert.equal(parentOf('file:///w/a/b.yaml'), 'file:///w/a');
    assert.equal(parentOf('file:///w'), 'file:///');
    assert.equal(parentOf('file:///'), undefined);
    assert.equal(parentOf('vscode-vfs://github/o/r'), 'vscode-vfs://github/o');
    assert.equal(parentOf('untitled:Untitled-1'), undefined);
    assert.equal(childOf('file:///', 'a b'), 'file:///a%20b');
    assert.equal(below('file:///w', 'file:///w/a%20b/c'), 'a b/c');
    assert.equal(below('file:///w', 'file:///work/c'), undefined);
  });
});

describe('closest', () => {
  it('finds what was meant and nothing far-fetched', () => {
    const known = ['dockerfile/apt-get-without-yes', 'dockerfile/last-user-root', 'hadolint/DL3014'];
    assert.equal(closest('apt-get-without-yess', known), known[0]);
    assert.equal(closest('dockerfile/last-user-rot', known), known[1]);
    assert.equal(closest('DL3041', known), known[2]);
    assert.equal(closest('zebra', known), undefined);
    assert.equal(closest('a', ['b', 'ab']), undefined);
    assert.equal(closest('B', ['a', 'b']), 'b');
    assert.equal(closest('c', ['a', 'b']), undefined);
  });

  it('takes no numbered rule for another', () => {
    for (const written of ['DL3008', 'sc2086', 'hadolint/DL3041'])
      assert.equal(nearestName(written, ['hadolint/DL3014', 'hadolint/DL3009']), undefined, written);
    assert.equal(nearestName('bad-wrd', ['tiny/bad-word']), 'tiny/bad-word');
  });
});

describe('Korean particles', () => {
  const said = (name: string) => render({ ko: '{name:을} {name|으로}', en: '' }, 'ko', { name });
  const rows: Record<string, string> = {
    // Read letter by letter: the last letter's name decides.
    URL: 'URL을 로',
    HTML: 'HTML을 로',
    CR: 'CR을 로',
    VM: 'VM을 으로',
    DNS: 'DNS를 로',
    API: 'API를 로',
    CPU: 'CPU를 로',
    MAX_CONN: 'MAX_CONN을 으로',
    xml: 'xml을 로',
    html: 'html을 로',
    sql: 'sql을 로',
    'web.yml': 'web.yml을 로',
    ssh: 'ssh를 로',
    npm: 'npm을 으로',
    '`xml`': '`xml`을 로',
    // Read as words.
    USER: 'USER를 로',
    RUN: 'RUN을 으로',
    ConfigMap: 'ConfigMap을 으로',
    web: 'web을 으로',
    volume: 'volume을 으로',
    hostname: 'hostname을 으로',
    image: 'image를 로',
    curl: 'curl을 로',
    rust: 'rust를 로',
    Pod: 'Pod를 로',
    레이블: '레이블을 로',
    이름: '이름을 으로',
    8080: '8080을 으로',
  };
  for (const [name, expected] of Object.entries(rows))
    it(`fit ${name}`, () => assert.equal(said(name), expected));
});
