import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {
  closeAll,
  finding,
  findings,
  idOf,
  isKorean,
  ours,
  RULE,
  setting,
  show,
  WITHOUT_YES,
} from './editor';

const DEPLOYMENT = `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  replicas: 2
  selector:
    matchLabels:
      app: web
  template:
    metadata:
      labels:
        app: web
    spec:
      containers:
        - name: web
          image: nginx:1.29
`;
const SERVICE = `apiVersion: v1
kind: Service
metadata:
  name: web
spec:
  selector:
    app: website
  ports:
    - port: 80
`;

describe('findings', () => {
  afterEach(closeAll);

  it('stand on the word, with a page behind their code', async () => {
    const { document } = await show('Dockerfile', WITHOUT_YES);
    const found = await finding(document.uri);
    assert.equal(document.getText(found.range), 'install');
    assert.equal(found.severity, vscode.DiagnosticSeverity.Warning);
    assert.ok(typeof found.code === 'object');
    assert.equal(found.code.target.scheme, 'container-tutor');
  });

  it('go when the text is mended', async () => {
    const { document, edit } = await show('mended/Dockerfile', WITHOUT_YES);
    const { range } = await finding(document.uri);
    await edit((change) => change.insert(range.end, ' -y'));
    await findings(document.uri, (all) => !all.some((one) => idOf(one) === RULE));
  });

  it('come to texts that were never saved', async () => {
    const document = await vscode.workspace.openTextDocument({
      language: 'dockerfile',
      content: WITHOUT_YES,
    });
    await vscode.window.showTextDocument(document);
    assert.equal(document.uri.scheme, 'untitled');
    await finding(document.uri);
  });

  it('come to texts from anywhere, but not to those nobody edits', async () => {
    const provider = { provideTextDocumentContent: () => WITHOUT_YES };
    const schemes = ['pr', 'virtual'].map((scheme) =>
      vscode.workspace.registerTextDocumentContentProvider(scheme, provider),
    );
    const open = async (uri: string) => {
      const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(uri));
      await vscode.window.showTextDocument(document, { preview: false });
      return document.uri;
    };
    const past = await open('pr:/Dockerfile');
    await finding(await open('virtual:/Dockerfile'));
    assert.deepEqual(ours(past), []);
    vscode.Disposable.from(...schemes).dispose();
  });

  it('leave other texts alone', async () => {
    const { document } = await show('ours/Dockerfile', WITHOUT_YES);
    const plain = await show('plain.yaml', 'name: x\nreplicas: [1\n');
    await show('after/Dockerfile', WITHOUT_YES);
    await finding(document.uri);
    await finding(vscode.window.activeTextEditor!.document.uri);
    assert.deepEqual(ours(plain.document.uri), []);
  });

  it('look into other files, and follow them', async () => {
    const service = await show('near/service.yaml', SERVICE);
    const deployment = await show('near/deployment.yaml', DEPLOYMENT);
    const elsewhere = ({ relatedInformation }: vscode.Diagnostic) =>
      relatedInformation?.some(({ location }) => location.uri.path === deployment.document.uri.path) ?? false;
    await findings(service.document.uri, (all) => all.some(elsewhere));
    const end = deployment.document.positionAt(deployment.document.getText().length);
    const renamed = DEPLOYMENT.replaceAll('app: web', 'app: website');
    await deployment.edit((change) =>
      change.replace(new vscode.Range(new vscode.Position(0, 0), end), renamed),
    );
    await findings(service.document.uri, (all) => !all.some(elsewhere));
  });

  it('speak the language that was set, from that moment on', async () => {
    const { document } = await show('language/Dockerfile', WITHOUT_YES);
    for (const language of ['ko', 'en'])
      await setting('containerTutor.language', language, () =>
        findings(document.uri, (all) =>
          all.some((one) => idOf(one) === RULE && isKorean(one.message) === (language === 'ko')),
        ),
      );
  });

  it('are as loud as the settings say, under any name', async () => {
    const { document } = await show('loud/Dockerfile', WITHOUT_YES);
    await finding(document.uri);
    await setting('containerTutor.rules', { 'hadolint/DL3014': 'error' }, () =>
      findings(document.uri, (all) =>
        all.some((one) => idOf(one) === RULE && one.severity === vscode.DiagnosticSeverity.Error),
      ),
    );
  });
});
