import assert from 'node:assert/strict';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { Config } from '../server/src/core/config';
import { applyEdits } from '../server/src/core/edit';
import { Engine } from '../server/src/core/engine';
import { readMarks } from '../server/src/core/marked';
import { dockerfile } from '../server/src/dockerfile/language';
import type { Dockerfile } from '../server/src/dockerfile/model';
import {
  foundByShellCheck,
  type ShellCheckComment,
  type ShellCheckTask,
  shellCheckTasks,
} from '../server/src/dockerfile/shellcheck';
import { ShellChecks } from '../server/src/lsp/shellcheck';
import { askShellCheck } from '../server/src/programs/shellcheck';

const URI = 'file:///w/Dockerfile';
const BASE = 'FROM debian:13\n';

function read(text: string) {
  const engine = new Engine([dockerfile]);
  engine.set({ uri: URI, path: '/w/Dockerfile' }, text);
  return { engine, model: engine.model(URI)!.model as Dockerfile };
}

const tasks = (text: string) => shellCheckTasks(read(text).model);

/** A program that finds every unquoted `$X` and would put quotes around it. */
function comments({ input }: Pick<ShellCheckTask, 'input'>): ShellCheckComment[] {
  return input.split('\n').flatMap((text, i) =>
    [...text.matchAll(/(?<!")\$X/g)].map((match) => {
      const column = [...text.slice(0, match.index)].length + 1;
      const line = i + 1;
      const at = (at: number) => ({ line, endLine: line, column: at, endColumn: at, replacement: '"' });
      const replacements = [
        { ...at(column), insertionPoint: 'afterEnd' as const },
        { ...at(column + 2), insertionPoint: 'beforeStart' as const },
      ];
      const place = { line, endLine: line, column, endColumn: column + 2 };
      return { ...place, level: 'info', code: 2086, message: 'Quote {it}.', fix: { replacements } } as const;
    }),
  );
}

function diagnose(text: string, settings = {}) {
  const { engine, model } = read(text);
  const outside = shellCheckTasks(model).flatMap((task) => foundByShellCheck(task, comments(task)));
  const all = engine.diagnose(URI, new Config(engine.names, { layers: [settings] }), outside);
  return { engine, found: all.filter(({ rule }) => rule.id.startsWith('shellcheck/')) };
}

describe('what ShellCheck is asked', () => {
  const rows: readonly (readonly [
    name: string,
    text: string,
    ...asked: [dialect: string, script: string][],
  ])[] = [
    ['a line', `${BASE}RUN echo $A`, ['sh', 'echo $A']],
    ['continued lines with comments', `${BASE}RUN echo \\\n# no\n  $A`, ['sh', 'echo   $A']],
    ['a heredoc', `${BASE}RUN <<E\necho $A\nE\n`, ['sh', 'echo $A\n']],
    [
      'a heredoc with an interpreter',
      `${BASE}RUN <<E\n#!/bin/bash\necho\nE\n`,
      ['bash', '##/bin/bash\necho\n'],
    ],
    ['a heredoc of another interpreter', `${BASE}RUN <<E\n#!/usr/bin/python3\nprint()\nE\n`],
    ['the shell that SHELL sets', `${BASE}SHELL ["/bin/bash", "-c"]\nRUN a`, ['bash', 'a']],
    ['the shell of Alpine', `${BASE}SHELL ["/bin/ash", "-c"]\nRUN a`, ['dash', 'a']],
    ['PowerShell', `${BASE}SHELL ["powershell"]\nRUN a`],
    ['zsh, which it does not know', `${BASE}SHELL ["/bin/zsh", "-c"]\nRUN a`],
    ['JSON form', `${BASE}RUN ["sh", "-c", "a"]`],
    ['nothing', `${BASE}RUN`],
    ['other instructions', `${BASE}CMD a\nENTRYPOINT b\nHEALTHCHECK CMD c`],
    ['a trigger', `${BASE}ONBUILD RUN a`, ['sh', 'a']],
    ['flags', `${BASE}RUN --mount=type=cache,target=/x a`, ['sh', 'a']],
    ['Windows line ends', `${BASE}RUN <<E\r\na\r\nb\r\nE\r\n`, ['sh', 'a\nb\n']],
    ['a file without FROM', 'RUN a', ['sh', 'a']],
    ['two', `${BASE}RUN a\nRUN b`, ['sh', 'a'], ['sh', 'b']],
  ];
  for (const [name, text, ...asked] of rows)
    it(name, () => {
      const found = tasks(text).map(({ dialect, input, prelude }) => [
        dialect,
        input.split('\n').slice(prelude).join('\n'),
      ]);
      assert.deepEqual(found, asked);
    });

  it('and told: the variables of the stage, and what the shell is set to', () => {
    const [task] = tasks(
      `${BASE}ARG one=1\nENV TWO=2 three=3\nSHELL ["/bin/bash", "-eo", "pipefail", "-c"]\nRUN a`,
    );
    const [names, ...settings] = task!.input.split('\n').slice(0, task!.prelude);
    for (const name of ['one', 'TWO', 'three', 'http_proxy'])
      assert.ok(names!.split(' ').includes(name), name);
    assert.match(names!, /^read -r /);
    assert.deepEqual(settings, ['set -o errexit', 'set -o pipefail']);
  });
});

describe('what ShellCheck says', () => {
  const rows: readonly (readonly [name: string, marked: string, fixed?: string])[] = [
    ['a word', `${BASE}RUN echo «$X» "$X"`, `${BASE}RUN echo "$X" "$X"`],
    ['two', `${BASE}RUN echo «$X» a«$X»`],
    [
      'before a continuation',
      `${BASE}RUN a «$X»\\\n# a comment\n  && b`,
      `${BASE}RUN a "$X"\\\n# a comment\n  && b`,
    ],
    ['behind a continuation', `${BASE}RUN a \\\n  «$X»`, `${BASE}RUN a \\\n  "$X"`],
    ['split by one', `${BASE}RUN a «$\\\nX»`, `${BASE}RUN a "$\\\nX"`],
    ['behind what is two UTF-16 units', `${BASE}RUN echo 🐳é «$X»`, `${BASE}RUN echo 🐳é "$X"`],
    ['behind a tab', `${BASE}RUN\techo\t«$X»`],
    ['in a heredoc', `${BASE}RUN <<E\n#!/bin/sh -e\necho\n\techo «$X»\nE\n`],
    ['in one without its tabs', `${BASE}RUN <<-E\n\techo\n\t\techo «$X»\n\tE\n`],
    ['with Windows line ends', `${BASE}RUN a \\\r\n  «$X» \\\r\n && b\r\n`],
    ['with another escape', `# escape=\`\n${BASE}RUN a \`\n  «$X»`],
    ['in a trigger', `${BASE}ONBUILD RUN a «$X»`],
    ['silenced as hadolint does', `${BASE}# hadolint ignore=SC2086\nRUN a $X`],
    ['silenced by us', `${BASE}# container-tutor ignore=shellcheck/SC2086 -- words\nRUN a $X`],
    ['silenced in the file', `# hadolint global ignore=SC2086\n${BASE}RUN a $X`],
    ['another one silenced', `${BASE}# hadolint ignore=SC2046\nRUN a «$X»`],
  ];
  for (const [name, marked, fixed] of rows)
    it(name, () => {
      const { text, ranges } = readMarks(marked);
      const { engine, found } = diagnose(text);
      const written = (all: readonly { start: number; end: number }[]) =>
        all.map(({ start, end }) => `${start}: ${text.slice(start, end)}`);
      assert.deepEqual(written(found), written(ranges));
      if (fixed === undefined) return;
      const edits = found.flatMap(({ finding }) => finding.fixes?.flatMap((fix) => fix.edits) ?? []);
      assert.equal(applyEdits(text, engine.edits(edits)!.get(URI)!), fixed);
    });

  const text = `${BASE}RUN echo $X`;
  it('is as loud as it says, an error a warning', () => {
    const [task] = tasks(text);
    const [said] = comments(task!);
    const loud = (['error', 'warning', 'info', 'style'] as const).map(
      (level) => foundByShellCheck(task!, [{ ...said!, level }])[0]!.rule.severity,
    );
    assert.deepEqual(loud, ['warning', 'warning', 'info', 'hint']);
  });
  it('is as loud as somebody set it, by any name', () => {
    for (const name of ['SC2086', 'hadolint/SC2086', 'shellcheck/sc2086']) {
      assert.equal(diagnose(text, { rules: { [name]: 'error' } }).found[0]?.severity, 'error');
      assert.deepEqual(diagnose(text, { rules: { [name]: 'off' } }).found, []);
    }
  });
  it('has its page in its wiki', () => {
    const { rule, names } = diagnose(text).found[0]!;
    assert.equal(rule.source, 'https://www.shellcheck.net/wiki/SC2086');
    assert.deepEqual(names, ['shellcheck/SC2086', 'hadolint/SC2086']);
  });
  it('is nothing where it speaks of our own lines, or of files it cannot see', () => {
    const [task] = tasks(text);
    const [said] = comments(task!);
    assert.deepEqual(foundByShellCheck(task!, [{ ...said!, line: 1, endLine: 1 }]), []);
    assert.deepEqual(foundByShellCheck(task!, [{ ...said!, code: 1091 }]), []);
  });
  it('is in the Dockerfile wherever it says it is', () => {
    const [task] = tasks(text);
    const [said] = comments(task!);
    for (const place of [
      { column: 99, endColumn: 999 },
      { line: 99, endLine: 999 },
      { column: 8, endColumn: 8 },
    ]) {
      const [one] = foundByShellCheck(task!, [{ ...said!, ...place }]);
      const { start, end } = one!.finding.span;
      assert.ok(start <= end && end <= 'RUN echo $X'.length, JSON.stringify(one));
    }
  });
});

/** With a stand-in for the program: a script of ours that says what it was given. */
describe('the program', { skip: process.platform === 'win32' }, () => {
  let folder: string;
  before(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'shellcheck-'));
  });
  after(() => rmSync(folder, { recursive: true }));

  function program(body: string): string {
    const file = path.join(folder, `program-${Math.random()}`);
    writeFileSync(file, `#!${process.execPath}\n${body}`);
    chmodSync(file, 0o755);
    return file;
  }
  const never = new AbortController().signal;
  const task = { dialect: 'bash', input: 'touch ran' };

  it('gets the script on its standard input, no configuration, and a folder that is not the workspace', async () => {
    const file = program(`
      const input = require('node:fs').readFileSync(0, 'utf8');
      const comments = [{ args: process.argv.slice(2), input, cwd: process.cwd(), opts: process.env.SHELLCHECK_OPTS }];
      console.log(JSON.stringify({ comments }));
      process.exitCode = 1;`);
    process.env['SHELLCHECK_OPTS'] = '--severity=error';
    const said = await askShellCheck(file, task, never);
    delete process.env['SHELLCHECK_OPTS'];
    assert.deepEqual(said, [
      {
        args: ['--format=json1', '--norc', '--shell=bash', '-'],
        input: 'touch ran',
        cwd: path.dirname(process.execPath),
      },
    ]);
  });
  it('is missing', () => assert.rejects(askShellCheck(`${folder}/none`, task, never), { code: 'ENOENT' }));
  it('fails', () =>
    assert.rejects(
      askShellCheck(program('console.error("bad option"); process.exit(3)'), task, never),
      /bad option/,
    ));
  it('is no ShellCheck', () => assert.rejects(askShellCheck(program('console.log("hello")'), task, never)));
  it('does not read what it is given', async () => {
    const input = 'a\n'.repeat(200_000);
    const file = program('console.log(JSON.stringify({ comments: [] }))');
    assert.deepEqual(await askShellCheck(file, { dialect: 'sh', input }, never), []);
  });
  it('is stopped', async () => {
    const stop = new AbortController();
    const asked = askShellCheck(program('setInterval(() => {}, 1000)'), task, stop.signal);
    setTimeout(() => stop.abort(), 50);
    await assert.rejects(asked, { name: 'AbortError' });
  });
});

// They wait for clocks most of the time.
describe('asking', { concurrency: true }, () => {
  const model = (text: string) => read(text).model;
  const A = model(`${BASE}RUN echo $X\nRUN echo $X\nRUN b $X`);

  function asking(ask = async (_: string, task: Pick<ShellCheckTask, 'input'>) => comments(task)) {
    const asked: string[] = [];
    const log: string[] = [];
    let loads = 0;
    const checks = new ShellChecks({
      load: async () => {
        loads++;
        return (program, task) => {
          asked.push(task.input.split('\n').at(-1)!);
          return ask(program, task);
        };
      },
      log: (message) => log.push(message),
    });
    const changed = () => new Promise<void>((resolve) => (checks.onChanged = resolve));
    return { checks, asked, log, changed, loads: () => loads };
  }

  it('loads and runs nothing while it is switched off', async () => {
    const { checks, loads } = asking();
    assert.deepEqual(checks.found(URI, A, undefined), []);
    await new Promise((resolve) => setTimeout(resolve, 400));
    assert.equal(loads(), 0);
  });
  it('asks once for each script, and answers at once from then on', async () => {
    const { checks, asked, changed } = asking();
    const done = changed();
    assert.deepEqual(checks.found(URI, A, 'it'), []);
    checks.found(URI, A, 'it');
    await done;
    assert.deepEqual(asked, ['echo $X', 'b $X']);
    assert.equal(checks.found(URI, A, 'it').length, 3);
    assert.equal(checks.version, 1);
  });
  it('asks only about what was typed last', async () => {
    const { checks, asked, changed } = asking();
    const done = changed();
    checks.found(URI, model(`${BASE}RUN one`), 'it');
    checks.found(URI, model(`${BASE}RUN two`), 'it');
    await done;
    assert.deepEqual(asked, ['two']);
  });
  it('says once that there is no such program, and tries another one', async () => {
    const { checks, asked, changed } = asking(async (program, task) => {
      if (program === 'it') return comments(task);
      throw Object.assign(new Error('none'), { code: 'ENOENT' });
    });
    const missing: string[] = [];
    checks.onMissing = (program) => missing.push(program);
    let done = changed();
    checks.found(URI, A, 'none');
    await done;
    checks.found(URI, model(`${BASE}RUN other`), 'none');
    assert.deepEqual(missing, ['none']);
    assert.ok(!asked.includes('other'));
    done = changed();
    checks.found(URI, A, 'it');
    await done;
    assert.equal(checks.found(URI, A, 'it').length, 3);
  });
  it('leaves a script alone that it fails on', async () => {
    const { checks, log, asked, changed } = asking(async (_, task) => {
      if (task.input.endsWith('b $X')) throw new Error('broken');
      return comments(task);
    });
    const done = changed();
    checks.found(URI, A, 'it');
    await done;
    assert.equal(checks.found(URI, A, 'it').length, 2);
    assert.deepEqual(log, ['ShellCheck failed: Error: broken']);
    assert.equal(asked.length, 2);
  });
});

/** `SHELLCHECK=/path/to/shellcheck` tries the real one. */
describe('the real ShellCheck', { skip: !process.env['SHELLCHECK'] }, () => {
  it('says what it is known to say, where it stands', async () => {
    const { text, ranges } = readMarks(readFileSync('test/shellcheck/Dockerfile', 'utf8'));
    const { engine, model } = read(text);
    const never = new AbortController().signal;
    const found = [];
    for (const task of shellCheckTasks(model))
      found.push(...foundByShellCheck(task, await askShellCheck(process.env['SHELLCHECK']!, task, never)));
    const all = engine.diagnose(URI, new Config(engine.names, { layers: [] }), found);
    const said = all.filter(({ rule }) => rule.id.startsWith('shellcheck/'));
    assert.deepEqual(
      said.map(({ rule, start, end }) => `${rule.id.slice(11)} ${text.slice(start, end)}`),
      ranges.map(
        ({ start, end }, i) =>
          `${['SC2086', 'SC2164', 'SC2046', 'SC2155', 'SC2086'][i]} ${text.slice(start, end)}`,
      ),
    );
  });
});
