import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { applyEdits } from '../server/src/core/edit';
import type { Settings } from '../server/src/core/rule';
import { dockerfile } from '../server/src/dockerfile/language';
import { readCheck, readHadolint } from '../server/src/dockerfile/pragma';
import { table } from './edges';
import { Bench } from './samples';

/** Findings of some rules as `rule line severity`; the rule without its language. */
function found(text: string, ids: readonly string[], settings?: Settings): string[] {
  const bench = new Bench(dockerfile, { files: { Dockerfile: text }, ...(settings && { settings }) });
  return bench
    .diagnose()
    .map(({ rule, start, severity }) => ({ id: rule.id.slice('dockerfile/'.length), start, severity }))
    .filter(({ id }) => ids.includes(id))
    .map(({ id, start, severity }) => `${id} ${text.slice(0, start).split('\n').length} ${severity}`);
}

const SHELL = ['shell-form-command'];

describe('hadolint’s pragmas', () => {
  const silent = (text: string, settings?: Settings) => found(text, SHELL, settings).length === 0;
  const above = (...lines: string[]) => `FROM nginx:1.29\n${lines.join('\n')}\nCMD nginx\n`;

  it('hold for the very next line', () => {
    assert.equal(silent(above()), false);
    for (const line of [
      '# hadolint ignore=DL3025',
      '#hadolint ignore=DL3025',
      '  #  hadolint  ignore = DL3025',
      '# hadolint ignore=DL3014 , DL3025',
      '# hadolint ignore=DL3025 # the shell is wanted',
      '# hadolint ignore=DL3025# wanted',
      '# hadolint ignore=DL9999,DL3005,SC1,DL,SC,DL3025',
      '# hadolint ignore=DL3025\r',
    ])
      assert.equal(silent(above(line)), true, line);
    assert.equal(silent(above('# hadolint ignore=DL3025', '')), false);
    assert.equal(silent(above('# hadolint ignore=DL3025', '# more')), false);
    assert.equal(silent(above('# hadolint ignore=DL3014', '# hadolint ignore=DL3025')), true);
    assert.equal(silent('FROM nginx:1.29\n# hadolint ignore=DL3025\nCMD \\\n  nginx\n'), true);
    assert.equal(silent('FROM nginx:1.29\nCMD \\\n# hadolint ignore=DL3025\n  nginx\n'), false);
  });

  it('are void with one word that is no name', () => {
    for (const line of [
      '# hadolint ignore=DL3025,shell-form',
      '# hadolint ignore=dl3025',
      '# hadolint ignore=hadolint/DL3025',
      '# hadolint ignore=DL3025 because',
      '# hadolint ignore=DL3025,',
      '# hadolint ignore=DL3025;DL3014',
      '# Hadolint ignore=DL3025',
      '# hadolint ignore:DL3025',
    ])
      assert.equal(silent(above(line)), false, line);
    assert.equal(silent(above('# hadolint global ignore=DL3025,foo')), false);
  });

  it('hold for the file, wherever they stand', () => {
    assert.equal(silent(`# hadolint global ignore=DL3025\n${above()}`), true);
    assert.equal(silent(`${above()}# hadolint global ignore=DL3025\n`), true);
  });

  it('hold for the stage from the next line on', () => {
    const text = (pragma: string) =>
      `${pragma}FROM nginx:1.29 AS a\nRUN true\nCMD nginx\nFROM nginx:1.29\nCMD nginx\n`;
    assert.deepEqual(found(text('# hadolint stage ignore=DL3025\n'), SHELL), ['shell-form-command 6 info']);
    assert.equal(found(text('# hadolint stage ignore=DL3025\n\n'), SHELL).length, 2);
    assert.equal(silent(above('# hadolint stage ignore=DL3025')), true);
    const inside = (line: string) =>
      found(`FROM a\nENTRYPOINT a\n${line}\nCMD a\nFROM b\nCMD b\n`, SHELL).map((it) => it.split(' ')[1]);
    assert.deepEqual(inside('# hadolint stage ignore=DL3025\n\n# more\nRUN true'), ['2', '9']);
    assert.deepEqual(inside('# hadolint stage ignore=DL3007\n# hadolint stage ignore=DL3025'), ['2', '7']);
    assert.deepEqual(inside('RUN true'), ['2', '4', '6']);
  });

  it('are not heard where disable-ignore-pragma says so; ours and BuildKit’s are', () => {
    const settings = { hadolintPragmas: false };
    for (const scope of ['', 'global ', 'stage '])
      assert.equal(
        silent(`# hadolint ${scope}ignore=DL3025\n${above('# hadolint ignore=DL3025')}`, settings),
        false,
      );
    assert.equal(silent(above('# container-tutor ignore=DL3025'), settings), true);
    assert.equal(silent(above('# check=skip=JSONArgsRecommended'), settings), true);
  });

  it('name a shell no Linux script is read under', () => {
    const text = (pragma: string) => `${pragma}FROM debian:13\nRUN apt-get update && apt-get install curl\n`;
    assert.equal(found(text(''), ['apt-get-without-yes']).length, 1);
    assert.equal(found(text('# hadolint shell=powershell\n'), ['apt-get-without-yes']).length, 0);
    assert.equal(found(text('# hadolint shell=bash\n'), ['apt-get-without-yes']).length, 1);
  });

  it('are read with the place of every name', () => {
    const text = 'hadolint ignore=DL3025,  foo # why';
    const { written, heard, scope } = readHadolint(text)!;
    assert.deepEqual(
      written.map(({ name, start, end }) => [name, text.slice(start, end)]),
      [
        ['DL3025', 'DL3025'],
        ['foo', 'foo'],
      ],
    );
    assert.deepEqual([heard, scope], [false, 'next']);
  });
});

describe('BuildKit’s check=', () => {
  const IDS = ['shell-form-command', 'from-as-casing', 'duplicate-instruction', 'duplicate-stage-name'];
  const text = (head: string, above = '') => `${head}FROM nginx:1.29 as web\n${above}CMD nginx\n`;
  const names = (head: string, above = '') =>
    found(text(head, above), IDS).map((line) => line.replace(/ \d+ .*/, ''));

  it('skips for the file at its top', () => {
    assert.deepEqual(names(''), ['from-as-casing', 'shell-form-command']);
    assert.deepEqual(names('# check=skip=FromAsCasing\n'), ['shell-form-command']);
    assert.deepEqual(names('# syntax=docker/dockerfile:1\n#CHECK = skip=FromAsCasing\n'), [
      'shell-form-command',
    ]);
    assert.deepEqual(names('#!/usr/bin/env x\n# check=skip=FromAsCasing\n'), ['shell-form-command']);
    assert.deepEqual(names('# check=error=false;skip=FromAsCasing,JSONArgsRecommended\n'), []);
    assert.deepEqual(names('# check=skip=all\n'), []);
    assert.deepEqual(names('# check=skip=all,FromAsCasing\n'), ['shell-form-command']);
    assert.deepEqual(names('# check=skip=fromascasing\n'), ['from-as-casing', 'shell-form-command']);
    assert.deepEqual(names('# check=skip=FromAsCasing, JSONArgsRecommended\n'), ['shell-form-command']);
    // Behind a comment it is no directive, but a comment of the FROM below.
    assert.deepEqual(names('# a comment\n\n# check=skip=FromAsCasing\n'), ['shell-form-command']);
    assert.deepEqual(names('# a comment\n# check=skip=JSONArgsRecommended\n').length, 2);
  });

  it('skips for one instruction above it, across blank lines and other comments', () => {
    const all = ['from-as-casing', 'shell-form-command'];
    const [casing] = all;
    for (const above of [
      '# check=skip=JSONArgsRecommended\n',
      '# check=skip=JSONArgsRecommended // it must run in a shell\n',
      '# check=skip=all\n',
      '# check=skip=JSONArgsRecommended\n\n\n',
      '# the server\n# check=skip=JSONArgsRecommended\n# as agreed\n',
      '#\n# check=skip=JSONArgsRecommended\n',
    ])
      assert.deepEqual(names('', above), [casing], above);
    for (const above of [
      '# check=skip=JSONArgsRecommended\n#\n',
      '  # check=skip=JSONArgsRecommended\n',
      '# check=skip=FromAsCasing\n',
      '# check=skip=FromAsCasing\n# check=skip=JSONArgsRecommended\n',
      '# check=skip=JSONArgsRecommended;fail=true\n',
      '# please check=skip=JSONArgsRecommended\n',
    ])
      assert.deepEqual(names('', above), all, above);
  });

  it('skips above an instruction only what BuildKit asks there', () => {
    const stages = '# stages\n# check=skip=all\nFROM a AS x\n# check=skip=all\nFROM b AS x\n';
    assert.deepEqual(found(stages, ['duplicate-stage-name']), ['duplicate-stage-name 5 warning']);
    assert.deepEqual(found(`# check=skip=DuplicateStageName\n#\n${stages}`, ['duplicate-stage-name']), []);
  });

  it('skips an instruction without effect above the later one', () => {
    const twice = (one: string, two: string) =>
      found(`FROM a\n${one}CMD ["a"]\n${two}CMD ["b"]\n`, ['duplicate-instruction']).length;
    const skip = '# check=skip=MultipleInstructionsDisallowed\n';
    assert.deepEqual(
      [twice('', ''), twice(skip, ''), twice('', skip), twice('', '# check=skip=all\n')],
      [1, 1, 0, 0],
    );
  });

  it('makes what BuildKit warns of an error with error=true at the top', () => {
    const loud = (head: string, above = '', settings?: Settings) => found(text(head, above), IDS, settings);
    assert.deepEqual(loud('# check=error=true\n'), ['from-as-casing 2 error', 'shell-form-command 3 error']);
    assert.deepEqual(loud('# check=error=1;skip=FromAsCasing\n'), ['shell-form-command 3 error']);
    assert.deepEqual(loud('# check=error=true\n', '# check=skip=JSONArgsRecommended\n'), [
      'from-as-casing 2 error',
    ]);
    assert.deepEqual(loud('', '# check=error=true\n'), [
      'from-as-casing 1 hint',
      'shell-form-command 3 info',
    ]);
    // What somebody has switched off stays off; anything else is as loud as the build.
    assert.deepEqual(loud('# check=error=true\n', '', { rules: { DL3025: 'off', FromAsCasing: 'hint' } }), [
      'from-as-casing 2 error',
    ]);
    // What is hadolint's alone does not fail the build.
    const without = 'FROM debian:13\nRUN apt-get update && apt-get install curl\n';
    assert.deepEqual(found(`# check=error=true\n${without}`, ['apt-get-without-yes']), [
      'apt-get-without-yes 3 warning',
    ]);
  });

  it('leaves a guess a guess, and raises what is lower than its rule', () => {
    const base = (from: string) =>
      found(`# check=error=true\nFROM ${from}\nWORKDIR $APP\n`, ['undefined-variable']);
    assert.deepEqual(base('scratch'), ['undefined-variable 3 error']);
    assert.deepEqual(base('example.com/app:1'), ['undefined-variable 3 hint']);
    const from = (head: string) => found(`${head}FROM a$TAG\n`, ['undeclared-arg-in-from']);
    assert.deepEqual(
      [from('# none\n'), from('# check=error=true\n')],
      [['undeclared-arg-in-from 2 warning'], ['undeclared-arg-in-from 2 error']],
    );
  });

  it('does not skip what fails the build by itself', () => {
    const skip = '# check=skip=all\n';
    assert.deepEqual(found(`${skip}FROM a$TAG\n`, ['undeclared-arg-in-from']), []);
    assert.deepEqual(found(`${skip}FROM $BASE\n`, ['undeclared-arg-in-from']), [
      'undeclared-arg-in-from 2 error',
    ]);
    // That nobody wants to hear of it is another matter.
    assert.deepEqual(
      found('FROM $BASE\n', ['undeclared-arg-in-from'], { rules: { UndefinedArgInFrom: 'off' } }),
      [],
    );
  });

  it('switches an experimental check on, for the file or for one instruction', () => {
    const id = ['invalid-description'];
    const two = (head: string, above = '') =>
      found(`${head}FROM a\n${above}# the first\nARG ONE\n# the second\nARG TWO\n`, id);
    assert.deepEqual(two(''), []);
    for (const list of ['all', 'InvalidDefinitionDescription', 'X,InvalidDefinitionDescription'])
      assert.deepEqual(two(`# check=experimental=${list}\n`), [
        'invalid-description 3 info',
        'invalid-description 5 info',
      ]);
    assert.deepEqual(two('', '# check=experimental=all\n'), ['invalid-description 3 info']);
    assert.deepEqual(two('# check=experimental=X\n'), []);
    // No skip holds for what was asked for.
    assert.equal(two('# check=experimental=all;skip=all\n').length, 2);
    assert.equal(two('# check=experimental=all;error=true\n')[0], 'invalid-description 3 error');
    const off = { rules: { InvalidDefinitionDescription: 'off' } } as const;
    assert.deepEqual(found('# check=experimental=all\nFROM a\n# x\nARG ONE\n', id, off), []);
  });

  it('is read as ParseLintOptions does', () => {
    const options = (text: string) => {
      const { skip, experimental, error, fault } = readCheck(text)!;
      return [
        skip.map(({ name }) => name).join('+'),
        experimental.map(({ name }) => name).join('+'),
        error,
        fault && text.slice(fault.start, fault.end),
      ];
    };
    assert.deepEqual(options('check=skip=A,B;error=T;experimental=C'), ['A+B', 'C', true, undefined]);
    assert.deepEqual(options('check=skip=A, B'), ['A+', '', false, undefined]);
    assert.deepEqual(options('check=skip=A;error=true;experimental=C;x=1'), ['A', 'C;x=1', true, undefined]);
    assert.deepEqual(options('check=skip=all;skip=A;skip=B'), ['all', '', false, undefined]);
    assert.deepEqual(options('check=skip=A;skip=B'), ['B', '', false, undefined]);
    assert.deepEqual(options('check=skip'), ['', '', false, 'skip']);
    assert.deepEqual(options('check=skip=A;error=yes'), ['', '', false, 'error=yes']);
    assert.deepEqual(options('check=Skip=A'), ['', '', false, 'Skip=A']);
    assert.equal(readCheck('checked=skip=A'), undefined);
    assert.equal(readCheck('check='), undefined);
  });
});

describe('silence for a finding in a comment', () => {
  const silenced = (text: string) => {
    const bench = new Bench(dockerfile, text);
    const before = bench.diagnose().find(({ rule }) => rule.id === 'dockerfile/unknown-rule-name')!;
    const { model } = bench.engine.model(bench.uri)!;
    const edits = dockerfile.suppress!(model as never, before.finding.span, before.rule.id);
    bench.text = applyEdits(bench.text, bench.engine.edits(edits)?.get(bench.uri) ?? []);
    assert.deepEqual(
      bench.diagnose().filter(({ rule }) => rule === before.rule),
      [],
    );
    return bench.text;
  };

  it('is written above it, or into our own comment', () => {
    assert.equal(
      silenced('FROM a\n# hadolint ignore=foo\nCMD ["a"]\n'),
      'FROM a\n# container-tutor ignore=dockerfile/unknown-rule-name\n# hadolint ignore=foo\nCMD ["a"]\n',
    );
    assert.equal(
      silenced('FROM a\n# container-tutor ignore=nothing-like-it -- why\nCMD ["a"]\n'),
      'FROM a\n# container-tutor ignore=nothing-like-it,dockerfile/unknown-rule-name -- why\nCMD ["a"]\n',
    );
  });

  it('never stands above a parser directive', () => {
    assert.equal(
      silenced('# syntax=docker/dockerfile:1\n# check=skip=Foo\nFROM a\n'),
      '# syntax=docker/dockerfile:1\n# check=skip=Foo\n# container-tutor ignore-file=dockerfile/unknown-rule-name\nFROM a\n',
    );
  });
});

describe('silence for a finding where there are comments already', () => {
  const above = (comments: string, instruction = 'CMD nginx') => {
    const bench = new Bench(dockerfile, `FROM nginx:1.29\n${comments}${instruction}\n`);
    const id = instruction === 'CMD nginx' ? 'shell-form-command' : 'secret-in-arg-or-env';
    const found = () => bench.diagnose().find(({ rule }) => rule.id === `dockerfile/${id}`);
    const { finding, rule, names } = found()!;
    const { model } = bench.engine.model(bench.uri)!;
    const edits = dockerfile.suppress!(model as never, finding.span, rule.id, names.slice(1));
    bench.text = applyEdits(bench.text, bench.engine.edits(edits)?.get(bench.uri) ?? []);
    assert.equal(found(), undefined, bench.text);
    return bench.text.slice('FROM nginx:1.29\n'.length, -instruction.length - 1);
  };
  const ours = '# container-tutor ignore=dockerfile/shell-form-command\n';

  it('extends what there is', () => {
    assert.equal(above(''), ours);
    assert.equal(
      above('# container-tutor ignore=a -- why\n# more\n'),
      '# container-tutor ignore=a,dockerfile/shell-form-command -- why\n# more\n',
    );
    assert.equal(above('# hadolint ignore=DL3014 # why\n'), '# hadolint ignore=DL3014,DL3025 # why\n');
    assert.equal(
      above('# check=skip=UndefinedVar;error=true // why\n# more\n'),
      '# check=skip=UndefinedVar,JSONArgsRecommended;error=true // why\n# more\n',
    );
  });

  it('leaves a list alone that would not silence it', () => {
    const stages = 'FROM a AS x\n# check=skip=UndefinedVar\nFROM b AS x\n';
    const bench = new Bench(dockerfile, stages);
    const { finding, rule, names } = bench.diagnose().find(({ names }) => names.includes('hadolint/DL3024'))!;
    const { model } = bench.engine.model(bench.uri)!;
    const [edit] = dockerfile.suppress!(model as never, finding.span, rule.id, names.slice(1));
    assert.equal(edit?.text, '# container-tutor ignore=dockerfile/duplicate-stage-name\n');
  });

  it('extends what there is for the file', () => {
    const inFile = (text: string) => {
      const bench = new Bench(dockerfile, text);
      const told = () => bench.diagnose().find(({ rule }) => rule.id === 'dockerfile/shell-form-command');
      const { names } = told()!;
      const { model } = bench.engine.model(bench.uri)!;
      const edit = dockerfile.suppressInFile!(model as never, names.slice(1));
      if (!edit) return undefined;
      bench.text = applyEdits(bench.text, bench.engine.edits([edit])?.get(bench.uri) ?? []);
      assert.equal(told(), undefined, bench.text);
      return bench.text;
    };
    const stage = 'FROM a\nCMD b\n';
    assert.equal(inFile(stage), undefined);
    assert.equal(
      inFile(`${stage}# hadolint global ignore=DL3014 # why\n`),
      `${stage}# hadolint global ignore=DL3014,DL3025 # why\n`,
    );
    assert.equal(
      inFile(`# check=skip=StageNameCasing;error=true\n${stage}`),
      `# check=skip=StageNameCasing,JSONArgsRecommended;error=true\n${stage}`,
    );
    // Not what is about one instruction, means nothing, or stands beside ours.
    assert.equal(inFile(`# x\n# check=skip=StageNameCasing\n${stage}`), undefined);
    assert.equal(inFile(`# check=error=true\n${stage}`), undefined);
    assert.equal(inFile(`# hadolint global ignore=DL3014 why\n${stage}`), undefined);
    assert.equal(inFile(`# hadolint ignore=DL3006\n${stage}`), undefined);
    assert.equal(
      inFile(`# hadolint global ignore=DL3014\n# container-tutor ignore-file=DL3014\n${stage}`),
      undefined,
    );
  });

  it('parts no comment from its instruction', () => {
    assert.equal(above('# the server\n'), `# the server\n${ours}`);
    assert.equal(above('# hadolint ignore=foo\n'), `${ours}# hadolint ignore=foo\n`);
    assert.equal(above('# hadolint ignore=DL3014\n\n'), `# hadolint ignore=DL3014\n\n${ours}`);
    assert.equal(
      above('# TOKEN is for the registry\n', 'ARG TOKEN'),
      '# container-tutor ignore=dockerfile/secret-in-arg-or-env\n# TOKEN is for the registry\n',
    );
  });
});

table('unknown-rule-name', [
  ['own, unknown', 'FROM a\n# container-tutor ignore=«nothing-like-it»\nRUN a\n'],
  ['own, among others', 'FROM a\n# container-tutor ignore=DL3014, «DL9999» ,too-many-layers\nRUN a\n'],
  ['own, for the file', 'FROM a\n# container-tutor ignore-file=«nothing-like-it»\nRUN a\n'],
  ['own, at the end', 'FROM a\n# container-tutor ignore=«nothing-like-it»\n'],
  [
    'own, any peer’s name and case',
    'FROM a\n# container-tutor ignore=dl3014,JSONARGSRECOMMENDED,DL3005,SC2086\nRUN a\n',
  ],
  ['own, ours with language', 'FROM a\n# container-tutor ignore=kubernetes/missing-replicas\nRUN a\n'],
  ['indented', 'FROM a\n  #  container-tutor ignore=«nothing-like-it»\nRUN a\n'],
  ['CRLF', 'FROM a\r\n# container-tutor ignore=«nothing-like-it»\r\nRUN a\r\n'],
  ['hadolint, a word', 'FROM a\n# hadolint ignore=DL3014,«foo»\nRUN a\n'],
  ['hadolint, a number nobody has', 'FROM a\n# hadolint global ignore=«DL9999»\nRUN a\n'],
  [
    'hadolint, small letters',
    'FROM a\n# hadolint ignore=«dl3014»\nRUN a\n',
    'FROM a\n# hadolint ignore=DL3014\nRUN a\n',
  ],
  [
    'hadolint, with our prefix',
    'FROM a\n# hadolint ignore=«hadolint/DL3014»\nRUN a\n',
    'FROM a\n# hadolint ignore=DL3014\nRUN a\n',
  ],
  [
    'hadolint, a reason',
    'FROM a\n# hadolint ignore=DL3025,«DL3014 asks nothing»\nRUN a\n',
    'FROM a\n# hadolint ignore=DL3025,DL3014 # asks nothing\nRUN a\n',
  ],
  ['hadolint, stage', '# hadolint stage ignore=«foo»\nFROM a\n'],
  ['hadolint, removed and ShellCheck’s', 'FROM a\n# hadolint ignore=DL3005,DL3039,SC1091,DL1000\nRUN a\n'],
  ['hadolint, shell', '# hadolint shell=zsh\nFROM a\nRUN a\n'],
  ['hadolint, prose', '# hadolint ignores this\nFROM a\n'],
  ['in a continuation it is no pragma', 'FROM a\nRUN a \\\n# hadolint ignore=foo\n && b\n'],
  ['in a heredoc it is text', 'FROM a\nRUN <<EOF\n# hadolint ignore=foo\nEOF\n'],
  ['BuildKit, unknown', '# check=skip=«Foo»\nFROM a\n'],
  ['BuildKit, case', '# check=skip=«fromAsCasing»\nFROM a\n', '# check=skip=FromAsCasing\nFROM a\n'],
  ['BuildKit, experimental', '# check=experimental=«Foo»;error=true\nFROM a\n'],
  ['BuildKit, above an instruction', 'FROM a\n# check=skip=«Foo» // why\nRUN a\n'],
  ['BuildKit, all among others', '# check=skip=«all»,FromAsCasing\nFROM a\n'],
  [
    'BuildKit, a space',
    '# check=skip=FromAsCasing,« StageNameCasing»\nFROM a\n',
    '# check=skip=FromAsCasing,StageNameCasing\nFROM a\n',
  ],
  ['BuildKit, a check for the network', '# check=skip=InvalidBaseImagePlatform\nFROM a\n'],
  ['BuildKit, not the first of the block', 'FROM a\n# check=skip=all\n# check=skip=Foo\nRUN a\n'],
  ['BuildKit, at the end', 'FROM a\n# check=skip=Foo\n'],
]);

table('invalid-check-option', [
  ['no value (error)', '# check=«skip»\nFROM a\n'],
  [
    'a name (error)',
    '# check=«FromAsCasing,StageNameCasing»\nFROM a\n',
    '# check=skip=FromAsCasing,StageNameCasing\nFROM a\n',
  ],
  ['a typo (error)', '# check=«skp=FromAsCasing»\nFROM a\n', '# check=skip=FromAsCasing\nFROM a\n'],
  ['capitals (error)', '# check=«Skip=FromAsCasing»\nFROM a\n', '# check=skip=FromAsCasing\nFROM a\n'],
  ['not a boolean (error)', '# check=skip=all;«error=on»\nFROM a\n', '# check=skip=all;error=true\nFROM a\n'],
  ['nothing behind the semicolon (error)', '# check=skip=all;«»\nFROM a\n'],
  ['above an instruction (warning)', 'FROM a\n# check=«error=maybe»\nRUN a\n'],
  ['behind a space', '# check=skip=all ;error=on\nFROM a\n'],
  ['a fourth part belongs to the third', '# check=skip=all;error=true;experimental=A;b\nFROM a\n'],
  ['prose', 'FROM a\n# check whether a=b\nRUN a\n'],
  ['a word of its own', 'FROM a\n#\n# the check=skip\nRUN a\n'],
]);

table('inline-ignore', [
  ['hadolint', 'FROM a\n«# hadolint ignore=DL3014»\nRUN a\n'],
  ['for the file', '«# hadolint global ignore=DL3014 # why»\nFROM a\n'],
  ['for the stage', '«# hadolint stage ignore=DL3014»\nFROM a\n'],
  ['ours', 'FROM a\n  «# container-tutor ignore=DL3014 -- why»\nRUN a\n'],
  ['void', 'FROM a\n# hadolint ignore=DL3014 why\nRUN a\n'],
  ['BuildKit’s is not meant', '# check=skip=all\nFROM a\n'],
  ['in a continuation', 'FROM a\nRUN a \\\n# hadolint ignore=DL3014\n && b\n'],
]);
