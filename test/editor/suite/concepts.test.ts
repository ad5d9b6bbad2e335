import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, EXTENSION, eventually, finding, isKorean, setting, show, WITHOUT_YES } from './editor';

const run = (command: string, ...args: unknown[]) => vscode.commands.executeCommand(command, ...args);

describe('the Concepts view', () => {
  afterEach(closeAll);
  after(() => run('workbench.view.explorer'));

  it('leads to where the open files use a note, and keeps up with typing', async () => {
    const editor = await show('uses/Dockerfile', 'FROM debian:13.2-slim\n');
    await run('containerTutor.concepts.focus');
    const goTo = async (id: string) => {
      await vscode.window.showTextDocument(editor.document);
      editor.selection = new vscode.Selection(0, 0, 0, 0);
      await run('containerTutor.goToUse', { sort: 'note', note: { id } });
      return vscode.window.activeTextEditor?.selection.start.line ?? 0;
    };
    await vscode.window.showTextDocument(editor.document);
    await editor.edit((change) => change.insert(new vscode.Position(1, 0), '# and\nWORKDIR /srv\n'));
    await eventually(
      () => goTo('dockerfile/WORKDIR'),
      (line) => line === 2,
    );
    assert.equal(await goTo('dockerfile/COPY'), 0);
  });

  it('opens the page of what is chosen in it', async () => {
    await show('concepts/Dockerfile', WITHOUT_YES);
    // What is expanded already leads to its first child: the first note of the first chapter.
    await eventually(
      async () => {
        await run('containerTutor.concepts.focus');
        for (const step of ['focusFirst', 'expand', 'expand', 'select']) await run(`list.${step}`);
        return pages();
      },
      (open) => open.some(({ path }) => path.startsWith('/notes/')),
    );
  });
});

describe('finding a concept or rule', () => {
  afterEach(closeAll);

  it('opens its page, by keyboard alone', async () => {
    let isChosen = false;
    const choosing = run('containerTutor.find').then(() => {
      isChosen = true;
    });
    // The list is asked for: until it is there, nothing is accepted.
    await eventually(
      async () => {
        await run('workbench.action.acceptSelectedQuickOpenItem');
        return isChosen;
      },
      (chosen) => chosen,
    );
    await choosing;
    await eventually(
      async () => pages(),
      (open) => open.length > 0,
    );
  });
});

describe('switching the language', () => {
  afterEach(closeAll);

  it('switches pages that are open', async () => {
    const { document } = await show('switch/Dockerfile', WITHOUT_YES);
    const { code } = await finding(document.uri);
    assert.ok(typeof code === 'object');
    await setting('containerTutor.language', 'en', async () => {
      const page = await vscode.workspace.openTextDocument(code.target);
      await until(page, (text) => !isKorean(text));
      await setting('containerTutor.language', 'ko', () => until(page, isKorean));
      await until(page, (text) => !isKorean(text));
    });
  });

  it('switches code lenses', async () => {
    const text = 'apiVersion: v1\nkind: Service\nmetadata: {name: web}\nspec: {selector: {app: web}}\n';
    const { document } = await show('switch/service.yaml', text);
    const said = async () => {
      const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>(
        'vscode.executeCodeLensProvider',
        document.uri,
        5,
      );
      return lenses.map(({ command }) => command?.title ?? '').join();
    };
    for (const language of ['ko', 'en'])
      await setting('containerTutor.language', language, () =>
        eventually(said, (title) => title.startsWith('→') && isKorean(title) === (language === 'ko')),
      );
  });
});

describe('the walkthrough', () => {
  afterEach(closeAll);

  it('has a text in both languages for each step', async () => {
    const { extensionUri, packageJSON } = vscode.extensions.getExtension(EXTENSION)!;
    const [walkthrough] = packageJSON.contributes.walkthroughs;
    for (const { title, media } of walkthrough.steps) {
      assert.doesNotMatch(title, /%/);
      for (const ending of ['.md', '.nls.ko.md']) {
        const uri = vscode.Uri.joinPath(extensionUri, media.markdown.replace(/\.md$/, ending));
        const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
        assert.equal(isKorean(text.replace('한국어', '')), ending === '.nls.ko.md', media.markdown);
      }
    }
  });

  it('begins with an example that nobody has to save', async () => {
    await run('containerTutor.openExample');
    const { document } = vscode.window.activeTextEditor!;
    assert.ok(document.isUntitled);
    await finding(document.uri, 'dockerfile/copy-without-destination');
  });
});

/** The pages that are shown. */
async function pages(): Promise<readonly vscode.Uri[]> {
  const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
  return tabs.flatMap(({ input }) =>
    input instanceof vscode.TabInputCustom && input.uri.scheme === 'container-tutor' ? input.uri : [],
  );
}

/** Waits until a document says what is wanted. */
async function until(document: vscode.TextDocument, wanted: (text: string) => boolean): Promise<void> {
  if (wanted(document.getText())) return;
  await new Promise<void>((resolve) => {
    const listening = vscode.workspace.onDidChangeTextDocument((change) => {
      if (change.document !== document || !wanted(document.getText())) return;
      listening.dispose();
      resolve();
    });
  });
}
