import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { before, describe, it } from 'node:test';
import { bundle } from './bundle';
import { Folder } from './folder';

// The command line's contract, whatever the rules are.

let cli: string;
before(async () => {
  cli = path.resolve(await bundle('server/src/cli/program.ts', 'tinyCli', { tiny: true }));
});

function run(cwd: string, args: readonly string[], input = '', env: NodeJS.ProcessEnv = {}) {
  const all = { PATH: process.env['PATH'], LANG: 'C.UTF-8', ...env };
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, ...args], {
    cwd,
    input,
    env: all,
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

const files = {
  'a.tiny': 'a bad word\n',
  'deep/b.tiny': 'def web\n',
  'deep/c.tiny': 'use web\nuse db\n',
  'deep/notes.txt': 'bad\n',
  '.git/HEAD': '',
  '.gitignore': 'gen/\n',
  'gen/d.tiny': 'bad\n',
};

describe('container-tutor lint', () => {
  it('reads what lies beside a text', () => {
    const folder = new Folder({ 'deep/a.tiny': 'take web\n', 'deep/.tinyignore': 'web\n' });
    for (const args of [['deep/a.tiny'], ['.'], ['-', '--stdin-name', 'deep/a.tiny']]) {
      const { stdout } = run(folder.path, ['lint', '--format', 'json', ...args], 'take web\n');
      assert.deepEqual(
        JSON.parse(stdout).findings.map(({ rule }: { rule: string }) => rule),
        ['tiny/left-out'],
        args.join(' '),
      );
    }
  });

  it('reads here, files and directories, without what git ignores', () => {
    const folder = new Folder(files);
    const { status, stdout, stderr } = run(folder.path, ['lint', '--format', 'json']);
    assert.deepEqual([status, stderr], [1, '']);
    const report = JSON.parse(stdout);
    assert.deepEqual(report, {
      version: 1,
      files: 3,
      findings: [
        {
          file: 'a.tiny',
          line: 1,
          column: 3,
          endLine: 1,
          endColumn: 6,
          rule: 'tiny/bad-word',
          also: ['hadolint/DL1'],
          severity: 'warning',
          message: 'A bad word',
          url: 'https://example.com',
          fixable: true,
        },
        {
          file: 'deep/c.tiny',
          line: 2,
          column: 5,
          endLine: 2,
          endColumn: 7,
          rule: 'tiny/lost-name',
          also: [],
          severity: 'error',
          message: 'db is not there',
          url: 'https://example.com',
          fixable: false,
          object: { kind: 'Use', name: 'db' },
        },
      ],
    });
    const names = (args: string[]) =>
      JSON.parse(run(folder.path, ['lint', '--format=json', ...args]).stdout).findings.map(
        ({ file }: { file: string }) => file,
      );
    assert.deepEqual(names(['deep/']), ['deep/c.tiny']);
    assert.deepEqual(names(['./deep', 'a.tiny', './a.tiny']), ['./deep/c.tiny', 'a.tiny']);
    assert.deepEqual(names(['gen']), ['gen/d.tiny']);
    const absolute = path.join(folder.path, 'a.tiny');
    assert.deepEqual(names([absolute]), [absolute]);
  });

  it('writes lines for people', () => {
    const folder = new Folder(files);
    assert.equal(
      run(folder.path, ['lint']).stdout,
      [
        'a.tiny:1:3 warning A bad word  tiny/bad-word',
        '',
        'deep/c.tiny:2:5 error db is not there  tiny/lost-name',
        '',
        'Files: 3. Findings: error 1, warning 1. --fix repairs 1 of them.',
        '',
      ].join('\n'),
    );
    const korean = run(folder.path, ['lint'], '', { LANG: 'ko_KR.UTF-8' }).stdout;
    assert.match(korean, /경고 나쁜 말이다 {2}tiny\/bad-word\n/);
    assert.match(korean, /db는 없다/);
    assert.match(
      run(folder.path, ['lint', '--language=en'], '', { LANG: 'ko_KR.UTF-8' }).stdout,
      /A bad word/,
    );
    assert.equal(run(folder.path, ['lint', 'deep/b.tiny']).stdout, '1 file, nothing to say.\n');
  });

  it('reads stdin under a name', () => {
    const folder = new Folder({ '.container-tutor.yaml': 'overrides: [{paths: [x], rules: {DL1: hint}}]\n' });
    const named = ['lint', '--format=json', '--stdin-name'];
    const linted = (name: string) =>
      JSON.parse(run(folder.path, [...named, name, '-'], 'bad\n').stdout).findings[0];
    assert.deepEqual([linted('y/a.tiny').file, linted('y/a.tiny').severity], ['y/a.tiny', 'warning']);
    assert.equal(linted('x/a.tiny').severity, 'hint');
    assert.match(run(folder.path, ['lint', '-'], 'bad\n').stderr, /--stdin-name/);
    assert.deepEqual([linted('C:\\x\\a.tiny').file, linted('x\\a.tiny').severity], ['C:/x/a.tiny', 'hint']);
  });

  it('fails from the severity asked for', () => {
    const folder = new Folder({ 'a.tiny': 'bad\n' });
    const status = (...args: string[]) => run(folder.path, ['lint', ...args]).status;
    assert.equal(status(), 1);
    assert.equal(status('--fail-on', 'error'), 0);
    assert.equal(status('--fail-on', 'hint'), 1);
    assert.equal(status('--fail-on', 'never'), 0);
    assert.equal(status('--only', 'lost-name'), 0);
    assert.equal(status('--only', 'lost-name,DL1'), 1);
  });

  it('repairs what is safe and reports the rest', () => {
    const folder = new Folder({ 'a.tiny': '\uFEFFbad bad\r\nuse db\r\n' });
    const { status, stdout } = run(folder.path, ['lint', '--fix']);
    assert.equal(readFileSync(path.join(folder.path, 'a.tiny'), 'utf8'), '\uFEFFgood good\r\nuse db\r\n');
    assert.equal(status, 1);
    assert.match(stdout, /^a.tiny:2:5 error [^\n]*\n\nFiles: 1. Findings: error 1. Repaired: 2.\n$/);
  });

  it('says how much it repaired where nothing is left', () => {
    const repaired = (language: string) => {
      const folder = new Folder({ 'a.tiny': 'bad bad\n', 'b.tiny': 'bad\n' });
      return run(folder.path, ['lint', '--fix', '--language', language]);
    };
    assert.equal(repaired('en').stdout, 'Files: 2. Repaired: 3. Nothing is left to say.\n');
    assert.equal(repaired('ko').stdout, '파일 2개: 3개를 고쳤고 남은 문제는 없다.\n');
    assert.equal(repaired('en').status, 0);
  });

  it('tells the other findings where one cannot be put into words', () => {
    const folder = new Folder({ 'a.tiny': 'unsayable bad\n' });
    const { status, stdout, stderr } = run(folder.path, ['lint']);
    assert.equal(status, 1);
    assert.match(stdout, /^a\.tiny:1:11 warning A bad word/);
    assert.match(stderr, /Rule tiny\/throws failed on file:.*a\.tiny/);
  });

  it('does not end well where a file of ours in a folder could not be read', () => {
    const folder = new Folder({ 'a.tiny': 'bad\n', 'deep/b.tiny': 'x\0' });
    const { status, stdout, stderr } = run(folder.path, ['lint', '--fail-on', 'never']);
    assert.equal(status, 2);
    assert.match(stdout, /^a\.tiny:1:1 warning/);
    assert.match(stderr, /deep\/b\.tiny: holds a NUL byte/);
    folder.write('.container-tutor.yaml', 'ignorePaths: [deep]\n');
    const ignored = run(folder.path, ['lint', '--fail-on', 'never']);
    assert.deepEqual([ignored.status, ignored.stderr], [0, '']);
  });

  it('follows configuration files, the nearest or the one given', () => {
    const folder = new Folder({
      'a.tiny': 'bad\n',
      'deep/a.tiny': 'bad\n',
      'deep/.container-tutor.yaml': 'rules: {bad-word: info}\n',
      'gone/a.tiny': 'bad\n',
      '.container-tutor.yaml': 'ignorePaths: [gone]\nprofile: strict\n',
      'other.yaml': 'rules: {bad-word: off}\n',
    });
    const severities = (...args: string[]) => {
      const { files, findings } = JSON.parse(run(folder.path, ['lint', '--format=json', ...args]).stdout);
      return [files, ...findings.map(({ severity }: { severity: string }) => severity)];
    };
    assert.deepEqual(severities(), [2, 'warning', 'info']);
    assert.deepEqual(severities('--config', 'other.yaml'), [3]);
  });

  it('does not run with a configuration that is wrong', () => {
    const folder = new Folder({ 'a.tiny': 'bad\n', '.container-tutor.yaml': 'profile: strict\nrulez: {}\n' });
    const { status, stdout, stderr } = run(folder.path, ['lint']);
    assert.deepEqual([status, stdout], [2, '']);
    assert.equal(stderr, '.container-tutor.yaml:2:1: There is no setting `rulez`. Did you mean `rules`?\n');
  });

  it('says what is wrong, where, and what to do, and exits with 2', () => {
    const folder = new Folder({ 'a.tiny': 'bad\n', 'b.txt': '', 'c.tiny': 'x\0' });
    const told: [string[], RegExp][] = [
      [['lint', '--format', 'xml'], /--format has no value xml\. There are: text, json/],
      [['lint', 'nowhere'], /nowhere: there is no such file/],
      [['lint', 'c.tiny'], /c\.tiny: holds a NUL byte/],
      [['lint', '--only', ''], /--only has an empty name/],
      [['lint', '--only', 'bad-word,,lost-name'], /--only has an empty name/],
      [['lint', '--only', 'DL2'], /nothing called DL2\. `container-tutor rules` lists/],
      [['lint', '--stdin-name', 'a.tiny'], /--stdin-name names the text on stdin\. Add -/],
      [['rules', 'DL1'], /rules takes no names: DL1\..*container-tutor explain DL1/],
      [['lint', 'b.txt'], /b\.txt: neither a Dockerfile nor/],
      [['lint', '--only', 'bad-wrd'], /nothing called bad-wrd\. Did you mean tiny\/bad-word\?/],
      [['lint', '--fail-on', 'x'], /--fail-on has no value x/],
      [['lint', '--profile', 'x'], /There are: learner, strict/],
      [['lint', '--kubernetes-version', 'new'], /Write it like 1\.35/],
      [['lint', '--config', 'nowhere.yaml'], /nowhere\.yaml: the configuration cannot be read \(ENOENT\)/],
      [['lint', '--formt', 'json'], /no option --formt\. Did you mean --format\?/],
      [['lint', '--format'], /--format cannot be used like this/],
      [['lint', '--fix', '-'], /cannot be used with stdin/],
      [['lnt'], /no command lnt\. Did you mean lint\?/],
      [['Dockerfile'], /container-tutor lint Dockerfile/],
      [['explain'], /explain needs one name/],
      [['explain', 'uze'], /Did you mean tiny\/use\?/],
      [['rules', '--format', 'xml'], /There are: text, json/],
    ];
    for (const [args, words] of told) {
      const { status, stdout, stderr } = run(folder.path, args);
      assert.deepEqual([status, stdout], [2, ''], args.join(' '));
      assert.match(stderr, words);
    }
    assert.match(run(folder.path, ['lint']).stderr, /c\.tiny: holds a NUL byte/);
    assert.equal(run(folder.path, ['lint']).status, 2);
    const { status, stderr } = run(folder.path, ['lint', 'a.tiny', 'b.txt']);
    assert.equal(status, 1);
    assert.match(stderr, /b\.txt/);
    assert.match(
      run(folder.path, ['lint', '--language', 'ko', 'nowhere']).stderr,
      /이런 파일이나 디렉터리가 없다/,
    );
  });
});

describe('container-tutor', () => {
  const { path: here } = new Folder();

  it('explains rules by any name, and concepts', () => {
    const { status, stdout } = run(here, ['explain', 'dl1']);
    assert.equal(status, 0);
    assert.match(stdout, /^# words\n\n`tiny\/bad-word`/);
    for (const name of ['use', 'tiny/use', 'USE'])
      assert.match(run(here, ['explain', name]).stdout, /^# use\n\n1\. Names · Going further\n\nUses a name/);
    assert.match(run(here, ['explain', '이름', '--language=ko']).stdout, /^# 이름/);
    assert.match(run(here, ['explain', 'use']).stdout, /\n\n\*\*Read on\*\* concepts\/name\n\n/);
    const { length } = run(here, ['explain', 'use']).stdout.match(/<https/g)!;
    assert.equal(length, 2);
    assert.match(run(here, ['explain', 'use']).stdout, /Official docs <https:\/\/example.com\/use>/);
  });

  it('lists rules', () => {
    assert.match(run(here, ['rules']).stdout, /^tiny\/bad-word +warning {2}words \(hadolint\/DL1\)\n/);
    const { rules } = JSON.parse(run(here, ['rules', '--format', 'json']).stdout);
    assert.deepEqual(Object.keys(rules[0]), ['id', 'severity', 'what', 'also', 'concepts', 'url']);
  });

  it('tells its version and how it is used, in both languages', () => {
    assert.match(run(here, ['--version']).stdout, /^\d+\.\d+\.\d+\n$/);
    assert.match(run(here, ['--help']).stdout, /container-tutor lint \[options\]/);
    assert.match(run(here, ['lint', '--help', '--language', 'ko']).stdout, /container-tutor lint \[옵션\]/);
    assert.equal(run(here, []).status, 0);
  });

  it('uses no colours outside a terminal', () => {
    const folder = new Folder({ 'a.tiny': 'bad\n' });
    assert.ok(!run(folder.path, ['lint']).stdout.includes('\u001b'));
  });
});
