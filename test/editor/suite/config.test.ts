import * as vscode from 'vscode';
import { closeAll, finding, findings, idOf, RULE, show, WITHOUT_YES, write } from './editor';

describe('a .hadolint.yaml in the folder', () => {
  afterEach(closeAll);

  it('is honoured, and its change is picked up', async () => {
    const config = await write('moved/.hadolint.yaml', 'ignored: [DL3014]\n');
    const { document } = await show('moved/Dockerfile', `${WITHOUT_YES}MAINTAINER me\n`);
    await finding(document.uri, 'dockerfile/maintainer-deprecated');
    const silent = (all: readonly vscode.Diagnostic[]) => !all.some((one) => idOf(one) === RULE);
    await findings(document.uri, silent);

    await write('moved/.hadolint.yaml', 'override: {error: [DL3014]}\n');
    await findings(document.uri, (all) =>
      all.some((one) => idOf(one) === RULE && one.severity === vscode.DiagnosticSeverity.Error),
    );

    await vscode.workspace.fs.delete(config);
    await findings(document.uri, (all) =>
      all.some((one) => idOf(one) === RULE && one.severity === vscode.DiagnosticSeverity.Warning),
    );
  });

  it('is told what is wrong with it', async () => {
    const config = await write('mistaken/.hadolint.yaml', 'ignored: [DL9999]\n');
    await show('mistaken/Dockerfile', WITHOUT_YES);
    await findings(config, (all) => all.some(({ message }) => message.includes('DL9999')));
  });
});
