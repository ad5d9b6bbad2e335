import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { before, describe, it } from 'node:test';
import { bundle } from '../protocol/bundle';
import { Folder } from '../protocol/folder';

// Another real client: Neovim speaks to the command line's server. `npx tsx --test test/neovim/*.test.ts`
const missing = spawnSync('nvim', ['--version']).error !== undefined;

describe('neovim', { skip: missing && 'nvim is not installed (Debian: apt-get install neovim)' }, () => {
  let cli: string;
  before(async () => {
    cli = path.resolve(await bundle('server/src/cli/program.ts', 'cli'));
  });

  it('shows findings, a hover and code actions', () => {
    const folder = new Folder({ Dockerfile: 'FROM debian:12\nRUN apt-get update && apt-get install curl\n' });
    const seen = show(path.join(folder.path, 'Dockerfile'), 'dockerfile', 1, 35);
    assert.ok(
      seen.codes.some((code) => code.startsWith('dockerfile/apt-get-without-yes 1:')),
      seen.codes.join(),
    );
    assert.match(seen.hover, /-y/);
    assert.ok(seen.actions.length >= 2);
  });

  it('shows where a Service leads', () => {
    const service =
      'apiVersion: v1\nkind: Service\nmetadata: {name: web}\nspec:\n  selector: {app: wbe}\n  ports: [{port: 80}]\n';
    const pod =
      'apiVersion: v1\nkind: Pod\nmetadata: {name: web, labels: {app: web}}\nspec: {containers: [{name: web, image: nginx:1.29}]}\n';
    const folder = new Folder({ 'service.yaml': service, 'web.yaml': pod });
    const seen = show(path.join(folder.path, 'service.yaml'), 'yaml', 4, 18);
    assert.match(seen.hover, /Selects no workload of this folder/);
    assert.deepEqual(seen.lenses, ['→ no workload of this folder']);
  });

  function show(file: string, filetype: string, line: number, character: number) {
    const env = {
      ...process.env,
      TUTOR_NODE: process.execPath,
      TUTOR_CLI: cli,
      TUTOR_FILE: file,
      TUTOR_FILETYPE: filetype,
      TUTOR_LINE: String(line),
      TUTOR_CHARACTER: String(character),
    };
    const script = path.resolve('test/neovim/check.lua');
    const args = ['--headless', '-u', 'NONE', '-i', 'NONE', '-n', '-S', script];
    const { stdout, stderr, status } = spawnSync('nvim', args, { env, encoding: 'utf8', timeout: 30_000 });
    assert.equal(status, 0, stdout + stderr);
    return JSON.parse(stdout) as { codes: string[]; hover: string; actions: string[]; lenses: string[] };
  }
});
