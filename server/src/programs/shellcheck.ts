import { execFile } from 'node:child_process';
import path from 'node:path';
import type { AskShellCheck } from '../lsp/shellcheck';

/**
 * Asks an installed ShellCheck. It is given the script on its standard input and reads no file: no configuration
 * (`--norc`) and nothing that is sourced. What it is asked about is never run.
 */
export const askShellCheck: AskShellCheck = (program, { dialect, input }, signal) =>
  new Promise((resolve, reject) => {
    const { SHELLCHECK_OPTS: _, ...env } = process.env;
    // Its own folder: none of the workspace, where a program of that name may lie.
    const cwd = path.dirname(process.execPath);
    const limits = { timeout: MOST_MILLISECONDS, maxBuffer: MOST_CHARACTERS, windowsHide: true };
    const args = ['--format=json1', '--norc', `--shell=${dialect}`, '-'];
    const child = execFile(program, args, { ...limits, cwd, env, signal }, (error, said, complaint) => {
      // 1: something was found. https://github.com/koalaman/shellcheck/blob/master/shellcheck.1.md#return-values
      if (error && error.code !== 1) return reject(Object.assign(error, complaint && { message: complaint }));
      try {
        resolve(JSON.parse(said).comments);
      } catch (fault) {
        reject(fault);
      }
    });
    // It may be gone before it has read everything; what became of it is told above.
    child.stdin?.on('error', () => {});
    child.stdin?.end(input);
  });

const MOST_MILLISECONDS = 10_000;
const MOST_CHARACTERS = 4_000_000;
