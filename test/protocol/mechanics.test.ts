import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { CodeAction, Hover, WorkspaceEdit } from 'vscode-languageserver-protocol/node';
import { FileChangeType } from 'vscode-languageserver-protocol/node';
import type { CatalogueResult, UsesResult } from '../../server/src/lsp/protocol';
import { bundle, SERVER } from './bundle';
import { Client, PULLS, type Start } from './client';
import { Folder } from './folder';

// How the server behaves whatever the rules are.

let script: string;
const clients: Client[] = [];
before(async () => {
  script = await bundle(SERVER, 'tiny', { tiny: true });
});
after(() => Promise.all(clients.map((client) => client.stop())));

async function start(options?: Start): Promise<Client> {
  const client = await Client.start(script, options);
  clients.push(client);
  return client;
}

const at = (uri: string, line: number, character: number) => ({
  textDocument: { uri },
  position: { line, character },
});

const A = 'untitled:a.tiny';

describe('diagnostics that are asked for', () => {
  it('are told once, and unchanged by their id', async () => {
    const client = await start();
    client.open(A, 'a bad word\n');
    const report = await client.pull(A);
    assert.equal(report.kind, 'full');
    assert.deepEqual(await client.found(A), ['tiny/bad-word 0:2-0:5']);
    assert.deepEqual(await client.pull(A, report.resultId), { kind: 'unchanged', resultId: report.resultId });
    client.change(A, 'a good word\n');
    assert.deepEqual((await client.pull(A, report.resultId)).kind, 'full');
  });

  it('count in UTF-16 units, over every kind of line end', async () => {
    const client = await start();
    client.open(A, '한글 😀 bad\r\nbad\n');
    assert.deepEqual(await client.found(A), ['tiny/bad-word 0:6-0:9', 'tiny/bad-word 1:0-1:3']);
  });

  it('follow incremental changes', async () => {
    const client = await start();
    client.open(A, 'one\ntwo\n');
    client.change(A, 'bad ', { start: { line: 1, character: 0 }, end: { line: 1, character: 0 } });
    assert.deepEqual(await client.found(A), ['tiny/bad-word 1:0-1:3']);
  });

  it('survive a storm of half-typed text', async () => {
    const client = await start();
    const text = 'def web\nuse web\n# off tiny/bad-word\nbad\nthrow\n';
    client.open(A, '');
    const pulls = [];
    for (let end = 0; end <= text.length; end++) {
      client.change(A, text.slice(0, end));
      pulls.push(client.pull(A));
    }
    for (let end = text.length; end >= 0; end--) client.change(A, text.slice(end));
    await Promise.all(pulls);
    assert.deepEqual(await client.found(A), []);
  });

  it('depend on other files, and the client is asked to ask again', async () => {
    const folder = new Folder({ 'b.tiny': 'def web\n' });
    const client = await start({ folders: [folder.uri] });
    const [a, b] = [folder.uriOf('a.tiny'), folder.uriOf('b.tiny')];
    const lost = 'tiny/lost-name 0:4-0:7';
    client.open(a, 'use web\n');
    await client.eventually(a);
    client.open(b, 'def other\n');
    await client.eventually(a, lost);
    client.close(b);
    await client.eventually(a);
    client.filesChanged(FileChangeType.Deleted, folder.remove('b.tiny'));
    await client.eventually(a, lost);
    client.filesChanged(FileChangeType.Created, folder.write('c.tiny', 'def web\n'));
    await client.eventually(a);
    client.filesChanged(FileChangeType.Changed, folder.write('c.tiny', 'def other\n'));
    await client.eventually(a, lost);
  });

  it('know folders that come and go', async () => {
    const folder = new Folder();
    const client = await start({ folders: [folder.uri] });
    const a = folder.uriOf('a.tiny');
    client.open(a, 'use web\n');
    await client.eventually(a, 'tiny/lost-name 0:4-0:7');
    folder.write('deep/er/b.tiny', 'def web\n');
    client.filesChanged(FileChangeType.Created, folder.uriOf('deep'));
    await client.eventually(a);
    client.filesChanged(FileChangeType.Deleted, folder.remove('deep'));
    await client.eventually(a, 'tiny/lost-name 0:4-0:7');
  });

  it('follow workspace folders', async () => {
    const [one, two] = [new Folder(), new Folder({ 'b.tiny': 'def web\n' })];
    const client = await start({ folders: [one.uri] });
    const [a, b] = [one.uriOf('a.tiny'), two.uriOf('a.tiny')];
    client.open(a, 'use web\n');
    client.open(b, 'use web\n');
    await client.eventually(a, 'tiny/lost-name 0:4-0:7');
    await client.eventually(b, 'tiny/lost-name 0:4-0:7');
    client.changeFolders([two.uri], [one.uri]);
    await client.eventually(b);
    await client.eventually(a, 'tiny/lost-name 0:4-0:7');
  });

  it('follow a file beside a text: on disk, while it is open, and when it is gone', async () => {
    const folder = new Folder({ 'deep/.tinyignore': 'web\n' });
    const client = await start({ folders: [folder.uri] });
    const [a, beside] = [folder.uriOf('deep/a.tiny'), folder.uriOf('deep/.tinyignore')];
    client.open(a, 'take web\n');
    await client.eventually(a, 'tiny/left-out 0:5-0:8');
    client.open(beside, 'db\n', 'ignore');
    await client.eventually(a);
    // The open text wins over the file.
    client.filesChanged(FileChangeType.Changed, folder.write('deep/.tinyignore', 'web\nx\n'));
    client.open(folder.uriOf('deep/b.tiny'), 'take web\n');
    assert.deepEqual(await client.found(folder.uriOf('deep/b.tiny')), []);
    client.change(beside, 'web\n');
    await client.eventually(a, 'tiny/left-out 0:5-0:8');
    client.change(beside, 'db\n');
    await client.eventually(a);
    client.close(beside);
    await client.eventually(a, 'tiny/left-out 0:5-0:8');
    client.filesChanged(FileChangeType.Deleted, folder.remove('deep/.tinyignore'));
    await client.eventually(a);
    client.filesChanged(FileChangeType.Created, folder.write('deep/.tinyignore', 'web\n'));
    await client.eventually(a, 'tiny/left-out 0:5-0:8');
  });

  it('do not read what git ignores', async () => {
    const folder = new Folder({
      '.git/HEAD': '',
      '.gitignore': 'out/\n*.gen.tiny\n!kept.gen.tiny\n',
      'out/b.tiny': 'def web\n',
      'x.gen.tiny': 'def web\n',
      'kept.gen.tiny': 'def kept\n',
      'node_modules/c.tiny': 'def web\n',
    });
    const client = await start({ folders: [folder.uri] });
    const a = folder.uriOf('a.tiny');
    client.open(a, 'use web\nuse kept\n');
    await client.eventually(a, 'tiny/lost-name 0:4-0:7');
    // Neither when they are written later, nor once they were open.
    client.filesChanged(FileChangeType.Changed, folder.write('x.gen.tiny', 'def web\n'));
    const b = folder.uriOf('out/b.tiny');
    client.open(b, 'def web\n');
    await client.eventually(a);
    client.close(b);
    await client.eventually(a, 'tiny/lost-name 0:4-0:7');
    folder.write('.gitignore', 'out/\n');
    client.filesChanged(FileChangeType.Changed, folder.uriOf('.gitignore'));
    await client.eventually(a);
  });
});

describe('diagnostics for clients that cannot ask', () => {
  const pushed: Start = { capabilities: {} };

  it('are pushed, and taken back', async () => {
    const client = await start(pushed);
    client.open(A, 'a bad word\n');
    assert.deepEqual(await client.published(A, (items) => items.length > 0), ['tiny/bad-word 0:2-0:5']);
    client.change(A, 'a word\n');
    await client.published(A, (items) => items.length === 0);
    client.change(A, 'bad\n');
    await client.published(A, (items) => items.length === 1);
    client.close(A);
    await client.published(A, (items) => items.length === 0);
  });

  it('reach the other open files', async () => {
    const folder = new Folder();
    const client = await start({ ...pushed, folders: [folder.uri] });
    const [a, b] = [folder.uriOf('a.tiny'), folder.uriOf('b.tiny')];
    client.open(a, 'use web\n');
    await client.published(a, (items) => items.length === 1);
    client.open(b, 'def web\n');
    await client.published(a, (items) => items.length === 0);
  });
});

describe('a configuration file', () => {
  it('holds as soon as it is written, and is told what is wrong with it', async () => {
    const folder = new Folder();
    const client = await start({ folders: [folder.uri] });
    const a = folder.uriOf('a.tiny');
    client.open(a, 'a bad word\n');
    assert.equal((await client.found(a)).length, 1);
    const config = folder.write('.container-tutor.yaml', 'rules: {bad-word: off, nope: off}\n');
    const refreshed = client.refreshed();
    client.filesChanged(FileChangeType.Created, config);
    await refreshed;
    assert.deepEqual(await client.found(a), []);
    assert.deepEqual(await client.published(config, (items) => items.length > 0), ['config 0:23-0:27']);
    // Open in the editor, its text there counts.
    client.open(config, 'rules: {bad-word: error}\n', 'yaml');
    await client.published(config, (items) => items.length === 0);
    assert.deepEqual((await client.items(a))[0]?.severity, 1);
    client.close(config);
    await client.published(config, (items) => items.length > 0);
    const gone = client.refreshed();
    client.filesChanged(FileChangeType.Deleted, folder.remove('.container-tutor.yaml'));
    await gone;
    assert.deepEqual((await client.items(a))[0]?.severity, 2);
    await client.published(config, (items) => items.length === 0);
  });
});

describe('settings', () => {
  it('change the language without a restart', async () => {
    const client = await start({ locale: 'ko-KR' });
    client.open(A, 'a bad word\n');
    assert.equal((await client.items(A))[0]?.message, '나쁜 말이다');
    const refreshed = client.refreshed();
    client.changeSettings({ language: 'en' });
    await refreshed;
    assert.equal((await client.items(A))[0]?.message, 'A bad word');
  });

  it('come with initialization where the client cannot be asked', async () => {
    const settings = { language: 'ko', rules: { DL1: 'hint' } };
    const client = await start({ capabilities: { textDocument: { diagnostic: {} } }, options: { settings } });
    client.open(A, 'bad\n');
    const [finding] = await client.items(A);
    assert.deepEqual([finding?.message, finding?.severity], ['나쁜 말이다', 4]);
  });
});

describe('hover', () => {
  it('explains finding first, then concept, with official links', async () => {
    const client = await start();
    client.open(A, 'use bad\n');
    const hover = (await client.request<Hover>('textDocument/hover', at(A, 0, 1)))!;
    const { value } = hover.contents as { value: string };
    assert.match(value, /^\*\*use\*\* — uses a name/);
    assert.match(value, /- three/);
    assert.doesNotMatch(value, /- four|command:|More/);
    assert.match(value, /\[Official docs\]\(https:\/\/example.com\/use\)/);
    assert.deepEqual(hover.range, { start: { line: 0, character: 0 }, end: { line: 0, character: 3 } });
    const onFinding = await client.request<Hover>('textDocument/hover', at(A, 0, 5));
    assert.match((onFinding.contents as { value: string }).value, /^words/);
    assert.equal(await client.request('textDocument/hover', at(A, 1, 0)), null);
  });

  it('says where something is: by line alone in a text that has no file', async () => {
    const said = async (uri: string, language: string) => {
      const client = await start({ settings: { language } });
      client.open(uri, 'def here\nuse here\n');
      const { contents } = await client.request<Hover>('textDocument/hover', at(uri, 1, 1));
      return /- (.*?[0-9].*)/.exec((contents as { value: string }).value)?.[1];
    };
    assert.equal(await said('untitled:a.tiny', 'en'), 'It is at line 2');
    assert.equal(await said('untitled:a.tiny', 'ko'), '줄 2에 있다');
    assert.equal(await said('file:///w/a.tiny', 'en'), 'It is at [a.tiny:2](file:///w/a.tiny#L2)');
  });

  it('opens pages and switches the language where links may run commands', async () => {
    const client = await start({ options: { commandLinks: true, pages: true } });
    client.open(A, 'use x\n');
    const { contents } = await client.request<Hover>('textDocument/hover', at(A, 0, 1));
    const { value } = contents as { value: string };
    const [, link] = /\[More\]\(command:containerTutor\.openPage\?([^)]*)\)/.exec(value)!;
    assert.deepEqual(JSON.parse(decodeURIComponent(link!)), ['container-tutor:/notes/tiny/use.md']);
    assert.match(value, /\[한국어\]\(command:containerTutor\.setLanguage\?%5B%22ko%22%5D\) · English$/);
  });

  it('may be switched off', async () => {
    const client = await start({ settings: { hover: 'off' } });
    client.open(A, 'use bad\n');
    assert.equal(await client.request('textDocument/hover', at(A, 0, 1)), null);
  });
});

describe('the course', () => {
  it('is listed in both languages, with the rules', async () => {
    const client = await start();
    const { chapters, rules } = await client.request<CatalogueResult>('containerTutor/catalogue', undefined);
    assert.deepEqual(
      chapters.map(({ title, notes }) => [title.ko, notes.map(({ id, isBeyond }) => [id, isBeyond])]),
      [
        [
          '이름들',
          [
            ['concepts/name', false],
            ['tiny/use', true],
          ],
        ],
      ],
    );
    assert.deepEqual(rules[0], {
      id: 'tiny/bad-word',
      title: { ko: '말', en: 'words' },
      also: ['hadolint/DL1'],
      concepts: [],
      page: 'container-tutor:/rules/tiny/bad-word.md',
    });
  });

  it('says what the open texts meet, and where', async () => {
    const client = await start();
    client.open(A, 'use web\ndef web\n');
    const asked = { textDocuments: [{ uri: A }, { uri: 'untitled:closed.tiny' }] };
    const uses = () => client.request<UsesResult>('containerTutor/uses', asked);
    const range = (line: number) => ({ start: { line, character: 0 }, end: { line, character: 3 } });
    assert.deepEqual((await uses()).uses, [
      { note: 'tiny/use', count: 1, places: [{ uri: A, range: range(0) }] },
    ]);
    client.change(A, 'def web\n'.repeat(3) + 'use web\n'.repeat(30));
    const [use] = (await uses()).uses;
    assert.deepEqual([use?.count, use?.places.length, use?.places[0]?.range], [30, 20, range(3)]);
    client.close(A);
    assert.deepEqual((await uses()).uses, []);
  });
});

describe('code actions', () => {
  const ask = (client: Client, uri: string, line: number, only?: string[]) => {
    const range = { start: { line, character: 0 }, end: { line, character: 9 } };
    return client.request<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri },
      range,
      context: { diagnostics: [], only },
    });
  };
  const newTexts = (edit: WorkspaceEdit | undefined) =>
    (edit?.documentChanges ?? []).flatMap((change) => ('edits' in change ? change.edits : [])) as {
      newText: string;
    }[];

  it('repair, repair all of a kind, and silence', async () => {
    const client = await start();
    client.open(A, 'bad\nbad\n');
    const actions = await ask(client, A, 0);
    assert.deepEqual(
      actions.map(({ title, isPreferred }) => [title, isPreferred ?? false]),
      [
        ['Say good', true],
        ['Fix all tiny/bad-word in this file (2)', false],
        ['Ignore tiny/bad-word here', false],
        ['Ignore tiny/bad-word in this file', false],
      ],
    );
    assert.deepEqual(
      newTexts(actions[0]?.edit).map(({ newText }) => newText),
      ['good'],
    );
    const all = await client.request<CodeAction>('codeAction/resolve', actions[1]);
    assert.deepEqual(
      newTexts(all.edit).map(({ newText }) => newText),
      ['good\ngood\n'],
    );
    assert.equal(newTexts(actions[3]?.edit)[0]?.newText, '# container-tutor ignore-file=tiny/bad-word\n');
  });

  it('fix all on request only', async () => {
    const client = await start();
    client.open(A, 'bad\none\nbad\n');
    const [action, ...more] = await ask(client, A, 1, ['source.fixAll']);
    assert.deepEqual([action?.kind, more.length], ['source.fixAll.containerTutor', 0]);
    const resolved = await client.request<CodeAction>('codeAction/resolve', action);
    assert.deepEqual(
      newTexts(resolved.edit).map(({ newText }) => newText),
      ['good\n', 'good\n'],
    );
    assert.deepEqual(await ask(client, A, 1), []);
    assert.deepEqual(await ask(client, A, 1, ['refactor']), []);
  });

  it('come with their edits for clients that cannot ask again', async () => {
    const client = await start({
      capabilities: { ...PULLS, textDocument: { diagnostic: {} }, workspace: {} },
    });
    client.open(A, 'bad\nbad\n');
    const actions = await ask(client, A, 0);
    assert.equal(actions[1]?.edit?.changes?.[A]?.length, 1);
  });
});

describe('pages', () => {
  it('show rules and notes, linked to each other, in both languages', async () => {
    const client = await start({ capabilities: { workspace: { textDocumentContent: {} } } });
    assert.deepEqual(client.initialized.capabilities.workspace?.textDocumentContent, {
      schemes: ['container-tutor'],
    });
    const page = async (uri: string) =>
      (await client.request<{ text: string }>('workspace/textDocumentContent', { uri })).text;
    assert.match(
      await page('container-tutor:/en/rules/tiny/bad-word.md'),
      /^# words\n\n`tiny\/bad-word` · warning/,
    );
    const note = await page('container-tutor:/ko/notes/tiny/use.md');
    assert.match(note, /^# use\n\n\[1\. 이름들\]\(\.\.\/\.\.\/course\.md\) · 한 걸음 더\n\n이름을 쓴다/);
    assert.match(note, /\n\n이전: \[이름\]\(\.\.\/\.\.\/notes\/concepts\/name\.md\)\n$/);
    assert.match(note, /\[이름\]\(\.\.\/\.\.\/notes\/concepts\/name\.md\)/);
    assert.match(await page('container-tutor:/en/rules/tiny/bad-wrd.md'), /looking for \[tiny\/bad-word\]/);
    for (const odd of ['container-tutor:', 'container-tutor:/%', 'container-tutor:/x/y/z'])
      assert.match(await page(odd), /^# /, odd);
  });

  it('hold drawings for a client that says it draws, and letters for any other', async () => {
    const uri = 'container-tutor:/ko/notes/concepts/name.md';
    for (const drawings of [true, false]) {
      const client = await start({ options: { drawings } });
      const { text } = await client.request<{ text: string }>('workspace/textDocumentContent', { uri });
      assert.match(text, /\n\n```text\n이름\n```\n\n/);
      assert.equal(/\n\n<svg [^\n]* lang="ko"[\s\S]*<\/svg>\n\n<details>/.test(text), drawings);
    }
  });

  it('follow the language where their address names none', async () => {
    const client = await start({ settings: { language: 'ko' } });
    const read = async (path: string) => {
      const uri = `container-tutor:/${path}`;
      return (await client.request<{ text: string }>('workspace/textDocumentContent', { uri })).text;
    };
    assert.match(await read('notes/concepts/name.md'), /^# 이름\n/);
    client.open(A, 'bad\n');
    await client.items(A);
    const refreshed = client.refreshed();
    client.changeSettings({ language: 'en' });
    await refreshed;
    assert.match(
      await read('notes/concepts/name.md'),
      /^# name\n[\s\S]*Next: \[use\]\(\.\.\/\.\.\/notes\/tiny\/use\.md\)/,
    );
    assert.match(
      await read('course.md'),
      /## 1\. Names\n\n- \[name\]\(notes\/concepts\/name\.md\): a name\n/,
    );
    assert.match(
      await read('ko/course.md'),
      /### 한 걸음 더\n\n- \[use\]\(notes\/tiny\/use\.md\): 이름을 쓴다\n/,
    );
  });

  it('are found from a position', async () => {
    const client = await start();
    client.open(A, 'use bad\n');
    const explain = (character: number) => client.request('containerTutor/explain', at(A, 0, character));
    assert.deepEqual(await explain(5), { uri: 'container-tutor:/rules/tiny/bad-word.md' });
    assert.deepEqual(await explain(1), { uri: 'container-tutor:/notes/tiny/use.md' });
    assert.equal(await client.request('containerTutor/explain', at(A, 1, 0)), null);
  });
});

describe('the server', () => {
  it('goes on after a fault and says what happened', async () => {
    const client = await start();
    client.open(A, 'throw bad\n');
    assert.equal((await client.found(A)).length, 1);
    await client.logged('Rule tiny/throws failed on untitled:a.tiny');
    await assert.rejects(client.request('textDocument/hover', null));
    assert.equal((await client.found(A)).length, 1);
  });

  it('tells the other findings where one cannot be put into words', async () => {
    const client = await start();
    client.open(A, 'unsayable bad\n');
    assert.deepEqual(await client.found(A), ['tiny/bad-word 0:10-0:13']);
    await client.logged('A finding of tiny/throws could not be told');
    const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 13 } };
    const actions = await client.request<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri: A },
      range,
      context: { diagnostics: [] },
    });
    assert.ok(actions.some(({ title }) => title === 'Say good'));
  });

  it('answers nothing about what it was never told of', async () => {
    const client = await start();
    assert.deepEqual(await client.found('file:///nowhere.tiny'), []);
    client.open('git:/a.tiny', 'bad\n');
    assert.deepEqual(await client.found('git:/a.tiny'), []);
  });

  it('ends when it is told to', async () => {
    const client = await Client.start(script);
    assert.equal(await client.stop(), 0);
  });
});
