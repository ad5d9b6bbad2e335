import assert from 'node:assert/strict';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type * as vscode from 'vscode';
import { closeAll, finding, findings, idOf, setting, show } from './editor';

const SAID = {
  line: 2,
  endLine: 2,
  column: 8,
  endColumn: 10,
  level: 'info',
  code: 2086,
  message: 'Quote it.',
};
const TEXT = 'FROM debian:13.2-slim\nRUN echo \\\n  # a comment\n  $X\n';

/** With a script that stands for the program. */
describe('an installed ShellCheck', () => {
  const folder = mkdtempSync(join(tmpdir(), 'shellcheck-'));
  const program = join(folder, 'shellcheck');
  before(function () {
    if (process.platform === 'win32') this.skip();
    writeFileSync(
      program,
      `#!/bin/sh\ncat > ${folder}/input\necho '${JSON.stringify({ comments: [SAID] })}'\nexit 1\n`,
    );
    chmodSync(program, 0o755);
  });
  after(() => rmSync(folder, { recursive: true }));
  afterEach(closeAll);

  it('is asked while it is switched on, and leads to its wiki', async () => {
    const { document } = await show('shellcheck/Dockerfile', TEXT);
    const isIts = (one: vscode.Diagnostic) => idOf(one).startsWith('shellcheck/');
    await setting('containerTutor.dockerfile.shellcheckPath', program, () =>
      setting('containerTutor.dockerfile.shellcheck', true, async () => {
        const found = await finding(document.uri, 'shellcheck/SC2086');
        assert.equal(found.message, 'Quote it.');
        assert.equal(document.getText(found.range), '$X');
        const { target } = found.code as { target: vscode.Uri };
        assert.equal(target.toString(), 'https://www.shellcheck.net/wiki/SC2086');
      }),
    );
    await findings(document.uri, (all) => !all.some(isIts));
  });
});
