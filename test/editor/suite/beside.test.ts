import * as vscode from 'vscode';
import {
  closeAll,
  eventually,
  finding,
  findings,
  hoverAt,
  idOf,
  RULE,
  setting,
  show,
  WITHOUT_YES,
} from './editor';

/** With a collection of diagnostics that stands for another extension. */
describe('beside another extension', () => {
  const other = vscode.languages.createDiagnosticCollection('hadolint');
  after(() => other.dispose());
  afterEach(async () => {
    other.clear();
    await closeAll();
  });

  const says = (code: string, line: number): vscode.Diagnostic =>
    Object.assign(
      new vscode.Diagnostic(new vscode.Range(line, 0, line, 100), code, vscode.DiagnosticSeverity.Warning),
      { code, source: 'hadolint' },
    );
  const silent = (uri: vscode.Uri) => findings(uri, (all) => !all.some((one) => idOf(one) === RULE));

  it('what it shows is not said twice, and said again when it no longer does', async () => {
    const { document } = await show('beside/Dockerfile', WITHOUT_YES);
    await finding(document.uri);
    other.set(document.uri, [says('DL3014', 1)]);
    await silent(document.uri);
    other.set(document.uri, [says('DL3008', 1)]);
    await finding(document.uri);
  });

  it('it counts where it marks the first line of a longer instruction only', async () => {
    const text = 'FROM debian:13.2-slim\nRUN apt-get update \\\n  && apt-get install curl\n';
    const { document } = await show('beside-long/Dockerfile', text);
    await finding(document.uri);
    other.set(document.uri, [says('DL3014', 1)]);
    await silent(document.uri);
  });

  it('`on` says everything, `off` nothing', async () => {
    const { document } = await show('beside-set/Dockerfile', WITHOUT_YES);
    await finding(document.uri);
    other.set(document.uri, [says('DL3014', 1)]);
    await silent(document.uri);
    await setting('containerTutor.dockerfile.lint', 'on', () => finding(document.uri));
    await setting('containerTutor.dockerfile.lint', 'off', async () => {
      other.clear();
      await findings(document.uri, (all) => all.length === 0);
    });
    await finding(document.uri);
  });
});

/** Its findings by a collection of diagnostics, the rest by an extension of its name: test/editor/yaml. */
describe('beside Red Hat’s YAML extension', () => {
  const other = vscode.languages.createDiagnosticCollection('yaml');
  after(() => other.dispose());
  afterEach(async () => {
    other.clear();
    await closeAll();
  });

  const UNKNOWN = 'kubernetes/unknown-field';
  const TEXT = 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: web\nimmutable: true\ncolour: blue\n';
  const says = (line: number): vscode.Diagnostic =>
    Object.assign(
      new vscode.Diagnostic(new vscode.Range(line, 0, line, 6), 'Property colour is not allowed.'),
      { code: 0, source: 'yaml-schema: ConfigMap' },
    );

  it('what its schema shows is not said twice, and said again when it no longer does', async () => {
    const { document } = await show('beside-yaml/web.yaml', TEXT);
    await finding(document.uri, UNKNOWN);
    other.set(document.uri, [says(5)]);
    await findings(document.uri, (all) => !all.some((one) => idOf(one) === UNKNOWN));
    other.set(document.uri, [says(3)]);
    await finding(document.uri, UNKNOWN);
    await setting('containerTutor.kubernetes.schema', 'off', () =>
      findings(document.uri, (all) => !all.some((one) => idOf(one) === UNKNOWN)),
    );
    other.set(document.uri, [says(5)]);
    await setting('containerTutor.kubernetes.schema', 'on', () => finding(document.uri, UNKNOWN));
  });

  it('where it has a Kubernetes schema, descriptions and fields are its own to show', async () => {
    const { document } = await show('beside-yaml/own.yaml', TEXT);
    const hovered = (wanted: RegExp, unwanted?: RegExp) =>
      eventually(
        () => hoverAt(document.uri, new vscode.Position(4, 2)),
        (text) => wanted.test(text) && !unwanted?.test(text),
      );
    const offers = (wanted: boolean) =>
      eventually(
        () =>
          vscode.commands.executeCommand<vscode.CompletionList>(
            'vscode.executeCompletionItemProvider',
            document.uri,
            new vscode.Position(4, 0),
          ),
        ({ items }) => items.some(({ label }) => label === 'immutable') === wanted,
      );
    await hovered(/ConfigMap\.immutable/);
    await offers(true);
    await setting('yaml.schemas', { kubernetes: ['beside-yaml/*.yaml'] }, async () => {
      await hovered(/^/, /ConfigMap\.immutable/);
      await offers(false);
      await setting('yaml.hover', false, () => hovered(/ConfigMap\.immutable/));
      await setting('containerTutor.kubernetes.schema', 'on', () => hovered(/ConfigMap\.immutable/));
    });
    await setting('yaml.schemas', { kubernetes: ['elsewhere/*.yaml'] }, () =>
      hovered(/ConfigMap\.immutable/),
    );
  });
});
