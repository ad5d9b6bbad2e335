import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, eventually, show, write } from './editor';

const POD = `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: nginx:1.29
`;
const IMAGE =
  'FROM golang:1.25 AS build\nRUN go build \\\n    -o /app .\nFROM scratch\nCOPY --from=build /app /\n';

describe('views of a text', () => {
  afterEach(closeAll);

  it('outlines manifests and Dockerfiles', async () => {
    for (const [name, text, wanted] of [
      ['views/pod.yaml', POD, ['Pod web', ['web']]],
      ['views/Dockerfile', IMAGE, ['build', ['RUN'], 'FROM scratch', ['COPY']]],
    ] as const) {
      const { document } = await show(name, text);
      const symbols = await eventually(
        () => ask<vscode.DocumentSymbol[] | undefined>('DocumentSymbol', document),
        (found) => (found?.length ?? 0) > 0,
      );
      const names = symbols!.flatMap((one) => [one.name, one.children.map(({ name }) => name)]);
      assert.deepEqual(names, wanted);
    }
  });

  it('folds and links', async () => {
    const { document } = await show('views/links.yaml', POD);
    const links = await eventually(
      () => vscode.commands.executeCommand<vscode.DocumentLink[]>('vscode.executeLinkProvider', document.uri),
      (found) => found.length === 3,
    );
    assert.ok(links.some(({ target }) => target?.toString() === 'https://hub.docker.com/_/nginx'));
    const folds = await ask<vscode.FoldingRange[]>('FoldingRange', document);
    assert.deepEqual(
      folds.map(({ start, end }) => [start, end]),
      [
        [0, 7],
        [2, 3],
        [4, 7],
        [5, 7],
        [6, 7],
      ],
    );
  });

  it('grows a selection with the structure', async () => {
    const { document } = await show('views/select.yaml', POD);
    const grown = async () => {
      const [first] = await vscode.commands.executeCommand<vscode.SelectionRange[]>(
        'vscode.executeSelectionRangeProvider',
        document.uri,
        [new vscode.Position(7, 15)],
      );
      const texts: string[] = [];
      for (let at: vscode.SelectionRange | undefined = first; at; at = at.parent)
        texts.push(document.getText(at.range));
      return texts;
    };
    await eventually(grown, (texts) => texts.includes('image: nginx:1.29') && texts.includes('nginx:1.29'));
  });
});

describe('the Kubernetes version', () => {
  afterEach(closeAll);
  const setting = () => vscode.workspace.getConfiguration('containerTutor').get('kubernetesVersion');
  const target = vscode.ConfigurationTarget.Workspace;

  it('is chosen from a list, and holds', async () => {
    const { document } = await show('version/pod.yaml', POD);
    const linked = (version: string) =>
      eventually(
        () =>
          vscode.commands.executeCommand<vscode.DocumentLink[]>('vscode.executeLinkProvider', document.uri),
        (found) => found.some(({ target }) => target?.path.endsWith(`/v${version}/`)),
      );
    await linked('1.35');
    const choosing = vscode.commands.executeCommand('containerTutor.pickKubernetesVersion');
    try {
      // The newest is the first; Enter takes it once the list is there.
      await eventually(
        async () => {
          await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
          await new Promise((resolve) => setTimeout(resolve, 100));
          return setting();
        },
        (value) => value === '1.37',
      );
      await choosing;
      await linked('1.37');
    } finally {
      await vscode.workspace
        .getConfiguration('containerTutor')
        .update('kubernetesVersion', undefined, target);
    }
  });

  it('is changed where a file says it', async () => {
    const config = await write(
      'versioned/.container-tutor.yaml',
      'profile: learner\nkubernetesVersion: 1.36\n',
    );
    await show('versioned/pod.yaml', POD);
    await vscode.commands.executeCommand('containerTutor.pickKubernetesVersion');
    const editor = vscode.window.activeTextEditor;
    assert.equal(editor?.document.uri.toString(), config.toString());
    assert.equal(editor?.selection.start.line, 1);
  });
});

function ask<T>(feature: string, { uri }: vscode.TextDocument): Thenable<T> {
  return vscode.commands.executeCommand<T>(`vscode.execute${feature}Provider`, uri);
}
