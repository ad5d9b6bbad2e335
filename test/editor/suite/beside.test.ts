import * as vscode from 'vscode';
import { closeAll, finding, findings, idOf, RULE, setting, show, WITHOUT_YES } from './editor';

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
