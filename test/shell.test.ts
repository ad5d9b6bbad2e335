import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Joined } from '../server/src/core/joined';
import type { Range } from '../server/src/core/span';
import {
  type Command,
  readExec,
  readShell,
  type Script,
  settingsOf,
  type Word,
} from '../server/src/shell/script';
import { STRIDE } from './hurry';

/** Joins as the Dockerfile scanner does: a continuation disappears, comment and blank lines inside it too. */
function join(source: string): Joined {
  const slices: Range[] = [];
  let start = 0;
  let continued = false;
  for (const { 0: line, index } of source.matchAll(/[^\n]*\n|[^\n]+$/g)) {
    if (continued && /^\s*(#.*)?\n?$/.test(line)) {
      start = index + line.length;
      continue;
    }
    const end = /\\[ \t]*\n$/.exec(line);
    continued = end !== null;
    if (!end) continue;
    slices.push({ start, end: index + end.index });
    start = index + line.length;
  }
  return new Joined(source, [...slices, { start, end: source.length }]);
}

/** Heredoc bodies stay as they are written. */
function verbatim(source: string): Joined {
  return new Joined(source, [{ start: 0, end: source.length }]);
}

function wordsOf(command: Command): Word[] {
  return command.name ? [command.name, ...command.args] : [...command.args];
}

/** One line for each command: its assignments and words as the shell sees them. */
function lines(script: Script): string[] {
  return script.commands.map((command) =>
    [
      ...command.assignments.map(({ name, value, append }) => `${name}${append ? '+' : ''}=${value.value}`),
      ...wordsOf(command).map(({ value }) => value),
    ].join(' '),
  );
}

function only(script: Script, tool: string): Command {
  const found = script.find(tool);
  assert.equal(found.length, 1, `${tool} once in ${lines(script).join(' | ')}`);
  return found[0]!;
}

type Row = readonly [source: string, ...commands: string[]];

const SEQUENCES: readonly Row[] = [
  ['apt-get update && apt-get install -y nginx', 'apt-get update', 'apt-get install -y nginx'],
  ['set -eux; a; b || c & d | e', 'set -eux', 'a', 'b', 'c', 'd', 'e'],
  ['A=1 B="x y" make all', 'A=1 B=x y make all'],
  ['A=1; export B=$(id -u) C="d e"', 'A=1', 'export B=$(id -u) C=d e', 'id -u'],
  ['list=(a $(b) c) more+=x', 'list=(a $(b) c) more+=x', 'b'],
  ['echo >&2 "msg" 2>/dev/null end', 'echo msg end'],
  ['(cd /src && make); { a; b; }', 'cd /src', 'make', 'a', 'b'],
  ['if a; then b; elif c; then d; else e; fi', 'a', 'b', 'c', 'd', 'e'],
  ['for f in $(ls) x; do echo $f; done', 'ls', 'echo $f'],
  ['while read -r l; do a; done < <(b)', 'read -r l', 'a', 'b'],
  ['case "$(uname -m)" in x86_64|amd64) a;; *) b; esac', 'uname -m', 'a', 'b'],
  ['f() { a; }; function g { b; }; f', 'a', 'b', 'f'],
  ['[ -f x ] && [[ -d $(b) ]] || ((c))', '[ -f x ]', '[[ $(b)', 'b', '(('],
  ['! a && ! b', 'a', 'b'],
  ['time -p a | b; time', 'time -p', 'a', 'b', 'time'],
  [
    'echo "$(a "$(b)")" `c` $((1+$(d))) ${x:-$(e)}',
    'echo $(a "$(b)") `c` $((1+$(d))) ${x:-$(e)}',
    'a $(b)',
    'b',
    'c',
    'd',
    'e',
  ],
  ['echo `a \\`b c\\``', 'echo `a \\`b c\\``', 'a `b c`', 'b c'],
  ['a # not b\nc', 'a', 'c'],
];

const WORDS: readonly Row[] = [
  [`apt-get '-y' --"no-install"-recommends in\\stall`, 'apt-get -y --no-install-recommends install'],
  [`echo 'it'\\''s' "a\\"b\\$c\\d" $'x\\ty'`, `echo it's a"b$c\\d x\ty`],
  ['/usr/bin/apt-get "" \\#x a#b', '/usr/bin/apt-get  #x a#b'],
  ['rm -rf /var/lib/apt/lists/* x{1,2} ~/y', 'rm -rf /var/lib/apt/lists/* x{1,2} ~/y'],
  ['echo 한글 "🐳 고래" é', 'echo 한글 🐳 고래 é'],
];

const CONTINUED: readonly Row[] = [
  [
    'apt-get update \\\n  # why\n\n && apt-get inst\\\nall \\\n    -y nginx \\\n  curl',
    'apt-get update',
    'apt-get install -y nginx curl',
  ],
  [
    'sh -c "apt-get \\\n # x\n install \\\n \\"a b\\""',
    'sh -c apt-get  install  "a b"',
    'apt-get install a b',
  ],
  ['echo a \\', 'echo a \\'],
];

const HEREDOCS: readonly Row[] = [
  ['cat <<EOF > /x && a\nrm -rf $(b) \\$(c)\nEOF\nd', 'cat', 'a', 'b', 'd'],
  ["cat <<'EOF'\n$(b)\nEOF\nd", 'cat', 'd'],
  [
    'bash -e <<EOF && a\napt-get install \\$x\n$(b)\nEOF\nc',
    'bash -e',
    'a',
    'apt-get install $x',
    '$(b)',
    'b',
    'c',
  ],
  ["bash <<-'EOF'\n\tif a; then\n\t\tb $(c)\n\tfi\n\tEOF\nd", 'bash', 'a', 'b $(c)', 'c', 'd'],
  ['sudo sh <<X\na\nX', 'sudo sh', 'sh', 'a'],
  ['sh <<< "a; b"', 'sh', 'a', 'b'],
  ['cat <<A <<B\n1 $(x)\nA\n2\nB\nc', 'cat', 'x', 'c'],
  ['a <<EOF\nb', 'a'],
];

const WRAPPED: readonly Row[] = [
  ['sudo -u root -E X=1 apt-get update', 'sudo -u root -E X=1 apt-get update', 'X=1 apt-get update'],
  ['sudo -l; sudo --user=www -- a -b', 'sudo -l', 'sudo --user=www -- a -b', 'a -b'],
  ['env -i -u HOME A=b C="d e" f', 'env -i -u HOME A=b C=d e f', 'A=b C=d e f'],
  ['env; env A=b; env -S "a b"', 'env', 'env A=b', 'env -S a b', 'a b'],
  ['sh -c "a && b" x', 'sh -c a && b x', 'a', 'b'],
  [`/bin/bash -o pipefail -lc 'a | b'`, '/bin/bash -o pipefail -lc a | b', 'a', 'b'],
  [
    'ash -exc "a"; dash -c b; zsh -c c; ksh +x -c d',
    'ash -exc a',
    'a',
    'dash -c b',
    'b',
    'zsh -c c',
    'c',
    'ksh +x -c d',
    'd',
  ],
  ['bash script.sh; bash', 'bash script.sh', 'bash'],
  [
    'sudo bash -c "su - u -c \'a b\'"',
    `sudo bash -c su - u -c 'a b'`,
    `bash -c su - u -c 'a b'`,
    'su - u -c a b',
    'a b',
  ],
  ['sh -c "a $(b) \\$(c)"', 'sh -c a $(b) $(c)', 'a $(b) $(c)', 'b', 'c'],
  ["sh -c 'a '\"$x\"' b'", 'sh -c a $x b', 'a $x b'],
  [`sh -c $'a\\nb c'`, 'sh -c a\nb c', 'a', 'b c'],
  [
    'doas -u x a; exec -a n a; command -p a; nohup a',
    'doas -u x a',
    'a',
    'exec -a n a',
    'a',
    'command -p a',
    'a',
    'nohup a',
    'a',
  ],
  ['command -v curl || exec >log', 'command -v curl', 'exec'],
  [
    'nice -n 5 a; nice -10 a; timeout -k 5 -s KILL 10m a -b',
    'nice -n 5 a',
    'a',
    'nice -10 a',
    'a',
    'timeout -k 5 -s KILL 10m a -b',
    'a -b',
  ],
  ['xargs -0 -n 1 -I{} a {}; xargs -i -P 4 b', 'xargs -0 -n 1 -I{} a {}', 'a {}', 'xargs -i -P 4 b', 'b'],
  [
    'gosu u a; su-exec u:g b; eatmydata c; chroot /mnt d',
    'gosu u a',
    'a',
    'su-exec u:g b',
    'b',
    'eatmydata c',
    'c',
    'chroot /mnt d',
    'd',
  ],
  ['eval a "b c" $d; eval "a; b"', 'eval a b c $d', 'a b c $d', 'eval a; b', 'a', 'b'],
  ['trap "rm -f x" EXIT; trap - EXIT', 'trap rm -f x EXIT', 'rm -f x', 'trap - EXIT'],
  [
    'find . -name x -exec rm -rf {} + -o -execdir sh -c "a $1" \\; -print',
    'find . -name x -exec rm -rf {} + -o -execdir sh -c a $1 ; -print',
    'rm -rf {}',
    'sh -c a $1',
    'a $1',
  ],
  [
    'python3 -m pip install x; python3 -c "import a"',
    'python3 -m pip install x',
    'pip install x',
    'python3 -c import a',
  ],
  ['python3 -mpip install x', 'python3 -mpip install x', 'pip install x'],
  ['/usr/bin/time -v a; busybox wget x', '/usr/bin/time -v a', 'a', 'busybox wget x', 'wget x'],
];

/** Texts that are not shell yet, or never will be. */
const UNFINISHED: readonly Row[] = [
  ['', ...[]],
  ['   ', ...[]],
  ['a && ', 'a'],
  ['a && && b; c', 'a', 'b', 'c'],
  ['&& a || || b | | c', 'a', 'b', 'c'],
  ['if a && && b; then c; fi; d', 'a', 'b', 'c', 'd'],
  ['a; ) b; } c; fi && d', 'a', 'b', 'c', 'd'],
  ['then a; b ;; c', 'a', 'b', 'c'],
  ['cat <<E ) a\nb\nE\nc', 'cat', 'a', 'c'],
  ['if a; then b', 'a', 'b'],
  ['for x in $(a', 'a'],
  ['case x in a) b;; c', 'b'],
  ['(a; { b; c', 'a', 'b', 'c'],
  ['a "b $(c', 'a b $(c', 'c'],
  [`bash -c 'apt-get install`, 'bash -c apt-get install', 'apt-get install'],
  ['a `b', 'a `b`'.slice(0, 4), 'b'],
  ['a ${b', 'a ${b'],
  ['a > ; b', 'a', 'b'],
  ['f() a; coproc', 'a'],
];

const TABLES = { SEQUENCES, WORDS, CONTINUED, HEREDOCS, WRAPPED, UNFINISHED };
const joinedBy = (table: string) => (table === 'HEREDOCS' ? verbatim : join);

for (const [table, rows] of Object.entries(TABLES))
  describe(`commands: ${table.toLowerCase()}`, () => {
    for (const [source, ...commands] of rows)
      it(JSON.stringify(source), () => assert.deepEqual(lines(readShell(joinedBy(table)(source))), commands));
  });

describe('every prefix of every text', () => {
  for (const [table, rows] of Object.entries(TABLES))
    it(table.toLowerCase(), () => {
      for (const [source] of rows)
        for (let end = 0; end <= source.length; end += STRIDE) check(source.slice(0, end), joinedBy(table));
    });
});

/** Ranges lie in the source, and an exact word is what its range says. */
function check(source: string, joiner: (source: string) => Joined): void {
  const within = (range: Range) =>
    assert.ok(
      0 <= range.start && range.start <= range.end && range.end <= source.length,
      `${range.start}-${range.end}`,
    );
  const script = readShell(joiner(source));
  for (const { range } of [...script.faults, ...script.pipelines]) within(range);
  for (const command of script.commands) {
    within(command.range);
    assert.ok(command.arguments.options.every(({ names }) => names.length > 0));
    for (const { range } of command.redirects) within(range);
    const redirected = command.redirects.flatMap(({ target }) => target ?? []);
    for (const word of [
      ...wordsOf(command),
      ...command.assignments.map(({ value }) => value),
      ...redirected,
    ]) {
      within(word.range);
      for (const { range } of word.expansions) within(range);
      if (!word.exact) continue;
      const written = joiner(source.slice(word.range.start, word.range.end)).text;
      assert.equal(written, word.text, source);
      if (word.literal && !/[`(]/.test(word.text)) assert.equal(unquoted(word.text), word.value, source);
    }
  }
}

/**
 * Quote removal, by the book:
 * https://pubs.opengroup.org/onlinepubs/9799919799/utilities/V3_chap02.html#tag_19_02
 */
function unquoted(text: string): string {
  const parts =
    /\\\n|\\(.)|'([^']*)(?:'|$)|\$'((?:\\.|[^'\\])*\\?)(?:'|$)|"((?:\\[\s\S]|[^"\\])*\\?)(?:"|$)|([\s\S])/gs;
  return text.replace(parts, (whole, escaped, single, ansi, double, plain) => {
    if (ansi !== undefined) return ansi.replace(/\\n/g, '\n').replace(/\\t/g, '\t').replace(/\\$/, '\\');
    if (double !== undefined) return double.replace(/\\\n/g, '').replace(/\\([$`"\\])/g, '$1');
    return escaped ?? single ?? plain ?? (whole === '\\' ? '\\' : '');
  });
}

describe('ranges', () => {
  /** «marks» the expected ranges of the words of one command. */
  const rows: readonly (readonly [tool: string, marked: string])[] = [
    ['apt-get', 'sudo «apt-get» «"install"» «-y» «a\\\nb» && c'],
    ['apt-get', 'a \\\n # x\n && «apt-get» \\\n «update»'],
    ['apt-get', 'bash -c "set -e; «apt-get» «install» «a»" x'],
    ['apt-get', "sudo sh -c '«apt-get» «update»'"],
    ['apt-get', 'echo "x $(«apt-get» «-v»)"'],
    ['apt-get', 'eval «apt-get» "«install» «-y»"'],
    ['apt-get', 'echo `«apt-get» «moo»; \\`x\\``'],
    ['c', 'echo `a \\`«c» «d»\\``'],
  ];
  for (const [tool, marked] of rows)
    it(marked, () => {
      const source = marked.replaceAll(/[«»]/g, '');
      const expected = [...marked.matchAll(/«([^»]*)»/g)].map((match) => match[1]);
      const words = wordsOf(only(readShell(join(source)), tool));
      assert.deepEqual(
        words.map(({ range }) => source.slice(range.start, range.end)),
        expected,
      );
      const starts = [...marked.matchAll(/«/g)].map(({ index }, i) => index - 2 * i);
      assert.deepEqual(
        words.map(({ range }) => range.start),
        starts,
      );
      assert.ok(words.every(({ exact }) => exact));
    });

  it('are not exact where escapes belong to another shell', () => {
    const command = only(readShell(join('bash -c "apt-get install \\"a b\\" \\$c d"')), 'apt-get');
    assert.deepEqual(
      wordsOf(command).map(({ value, exact }) => [value, exact]),
      [
        ['apt-get', true],
        ['install', true],
        ['a b', false],
        ['$c', false],
        ['d', true],
      ],
    );
  });

  it('of decoded text are those of its quotes', () => {
    const source = `sh -c $'a\\nb' x`;
    const command = only(readShell(join(source)), 'b');
    assert.equal(source.slice(command.range.start, command.range.end), `$'a\\nb'`);
    assert.equal(command.name!.exact, false);
  });

  it('lie in here-documents', () => {
    const source = 'bash <<-EOF\n\tapt-get install \\$x\n\tEOF\n';
    const words = wordsOf(only(readShell(verbatim(source)), 'apt-get'));
    assert.deepEqual(
      words.map(({ range }) => source.slice(range.start, range.end)),
      ['apt-get', 'install', '$x'],
    );
    assert.deepEqual(
      words.map(({ exact }) => exact),
      [true, true, false],
    );
  });

  it('cover assignments and redirects of a command', () => {
    const source = 'x; A="b c" make -j2 > log 2>&1; y';
    const make = only(readShell(join(source)), 'make');
    assert.equal(source.slice(make.range.start, make.range.end), 'A="b c" make -j2 > log 2>&1');
    const [assignment] = make.assignments;
    assert.equal(source.slice(assignment!.value.range.start, assignment!.value.range.end), '"b c"');
    assert.deepEqual(
      make.redirects.map(({ descriptor, operator, target }) => [descriptor, operator, target?.value]),
      [
        [undefined, '>', 'log'],
        [2, '>&', '1'],
      ],
    );
  });

  it('skip carriage returns', () => {
    const script = readShell(verbatim('a\r\napt-get install b\r\ncat <<E\r\nx\r\nE\r\nc'));
    assert.deepEqual(lines(script), ['a', 'apt-get install b', 'cat', 'c']);
  });
});

describe('words', () => {
  const wordOf = (text: string): Word => readShell(join(`x ${text}`)).commands[0]!.args[0]!;
  it('say whether they are literal, quoted, a pattern', () => {
    const rows: readonly (readonly [text: string, literal: boolean, quoted: boolean, glob: boolean])[] = [
      ['a', true, false, false],
      ['"a"', true, true, false],
      ['a\\ b', true, true, false],
      ['$a', false, false, false],
      ['"$a"', false, true, false],
      ["'$a'", true, true, false],
      ['*.deb', true, false, true],
      ['"*"', true, true, false],
      ['{a,b}', false, false, false],
      ['`a`', false, false, false],
    ];
    for (const [text, ...expected] of rows) {
      const { literal, quoted, glob } = wordOf(text);
      assert.deepEqual([literal, quoted, glob], expected, text);
    }
  });

  it('list their expansions', () => {
    const source = 'x a$b"${c:-$(d)}$1"$(e)`f`$((g)){i,j}"$@"${#k}';
    const { expansions } = readShell(join(source)).commands[0]!.args[0]!;
    assert.deepEqual(
      expansions.map(({ kind, name, quoted, range }) => [
        kind,
        name,
        quoted,
        source.slice(range.start, range.end),
      ]),
      [
        ['parameter', 'b', false, '$b'],
        ['parameter', 'c', true, '${c:-$(d)}'],
        ['parameter', '1', true, '$1'],
        ['command', undefined, false, '$(e)'],
        ['command', undefined, false, '`f`'],
        ['arithmetic', undefined, false, '$((g))'],
        ['brace', undefined, false, '{i,j}'],
        ['parameter', '@', true, '$@'],
        ['parameter', 'k', false, '${#k}'],
      ],
    );
  });

  it('are not literal where an outer shell expands', () => {
    const [, command] = readShell(join(`sh -c "a '$x' b '\\$y' $(c)d"`)).commands;
    assert.deepEqual(
      command!.args.map(({ value, literal }) => [value, literal]),
      [
        ['$x', false],
        ['b', true],
        ['$y', true],
        ['$(c)d', false],
      ],
    );
  });
});

describe('structure', () => {
  it('connects commands', () => {
    const { commands } = readShell(join('a && ! b || c | d; e & (f) && { g; }'));
    assert.deepEqual(
      commands.map(({ tool, before, after, negated, stage, pipeline }) => [
        tool,
        before,
        after,
        negated,
        stage,
        pipeline?.length,
      ]),
      [
        ['a', 'start', '&&', false, 0, undefined],
        ['b', '&&', '||', true, 0, undefined],
        ['c', '||', '|', false, 0, 2],
        ['d', '|', ';', false, 1, 2],
        ['e', ';', '&', false, 0, undefined],
        ['f', 'start', 'end', false, 0, undefined],
        ['g', 'start', 'end', false, 0, undefined],
      ],
    );
    assert.deepEqual(
      commands.map(({ inside }) => inside.map(({ kind, before }) => `${before} ${kind}`).join()),
      [...['', '', '', '', ''], '& subshell', '&& group'],
    );
  });

  it('names what a command stands in', () => {
    const text =
      'if c1; then t; else e; fi; while c2; do l; done; for i in $(s1); do l2; done; case x in y) k; esac; f() { u; }; p <(q); sh -c "w $(s2)"';
    const kinds = new Map(
      readShell(join(text)).commands.map((command) => [
        command.tool,
        command.inside.map(({ kind }) => kind).join(' '),
      ]),
    );
    assert.deepEqual(Object.fromEntries(kinds), {
      c1: 'condition',
      t: 'then',
      e: 'else',
      c2: 'condition',
      l: 'loop',
      s1: 'substitution',
      l2: 'loop',
      k: 'case',
      u: 'function',
      p: '',
      q: 'process',
      sh: '',
      w: 'script',
      s2: 'substitution',
    });
    const u = only(readShell(join(text)), 'u');
    assert.ok(u.within('loop', 'function') && !u.within('loop'));
  });

  it('shares one object among the commands of one body', () => {
    const [a, b, c] = readShell(join('(a; b); (c)')).commands;
    assert.equal(a!.inside[0], b!.inside[0]);
    assert.notEqual(a!.inside[0], c!.inside[0]);
  });

  it('gives pipelines with the settings they run under', () => {
    const source =
      'a | b; set -eo pipefail; c | (set +o pipefail; d | e); f |& g; bash -euo pipefail -c "h | i"; sh -c "j|k"';
    const { pipelines } = readShell(join(source));
    assert.deepEqual(
      pipelines.map(({ range, length, settings }) => [
        source.slice(range.start, range.end),
        length,
        [...settings].join(),
      ]),
      [
        ['a | b', 2, ''],
        ['c | (set +o pipefail; d | e)', 2, 'errexit,pipefail'],
        ['d | e', 2, 'errexit'],
        ['f |& g', 2, 'errexit,pipefail'],
        ['h | i', 2, 'errexit,nounset,pipefail'],
        ['j|k', 2, ''],
      ],
    );
  });

  it('says what runs a command', () => {
    const command = only(readShell(join('sudo env A=b bash -c "x; apt-get update"')), 'apt-get');
    assert.deepEqual(
      command.via.map(({ tool }) => tool),
      ['sudo', 'env', 'bash'],
    );
  });

  it('follows set', () => {
    const { commands } = readShell(
      join('set -eux; a; set +x -o pipefail; if b; then set +e; fi; c; x=$(set +u; d); e'),
    );
    const settings = new Map(commands.map((command) => [command.tool, [...command.settings].sort().join()]));
    assert.equal(settings.get('a'), 'errexit,nounset,xtrace');
    assert.equal(settings.get('c'), 'errexit,nounset,pipefail');
    assert.equal(settings.get('d'), 'errexit,pipefail');
    assert.equal(settings.get('e'), 'errexit,nounset,pipefail');
  });

  it('begins with the settings of SHELL or of the first line', () => {
    assert.deepEqual([...settingsOf(['-o', 'pipefail', '-euc'])], ['pipefail', 'errexit', 'nounset']);
    const settings = settingsOf(['-o', 'pipefail', '-c']);
    assert.deepEqual([...readShell(join('a | b'), { settings }).pipelines[0]!.settings], ['pipefail']);
    assert.deepEqual(
      [...readShell(verbatim('#!/bin/sh -e\na'), { settings }).commands[0]!.settings],
      ['errexit'],
    );
  });
});

describe('arguments', () => {
  /** The subcommand, the options by their first spelling, `/`, the operands, `--`, what is passed on. */
  const rows: readonly (readonly [command: string, expected: string])[] = [
    ['apt-get -y install a', 'install -y / a'],
    ['apt-get install a -y -- -b', 'install -y / a -b'],
    ['apt-get -yq --assume-yes install', 'install -y -q -y /'],
    ['apt-get -qq -q=2 install', 'install -q -q -q=2 /'],
    [
      'apt-get -o K=v -oK2=v2 --option=K3=v3 --option K4=v4 -t stable install a',
      'install -o=K=v -o=K2=v2 -o=K3=v3 -o=K4=v4 -t=stable / a',
    ],
    ['apt-get install --yes=false a', 'install -y=false! / a'],
    ['apt-get install $PKGS', 'install / $PKGS'],
    ['apt-get install -t', 'install -t /'],
    ['apk --no-cache -X url add -t .deps --virtual=.x a=1', 'add --no-cache -X=url -t=.deps -t=.x / a=1'],
    [
      'yum --setopt=x=y --enablerepo epel -y localinstall a',
      'localinstall --setopt=x=y --enablerepo=epel -y / a',
    ],
    ['microdnf in -y --nodocs a', 'install -y --nodocs / a'],
    ['zypper -n in -n a -t pattern', 'install -n -n -t=pattern / a'],
    [
      'pip3.12 install -r r.txt -U --no-cache a==1 -i url',
      'install -r=r.txt -U --no-cache-dir -i=url / a==1',
    ],
    ['npm i -g --registry url a@1', 'install -g --registry=url / a@1'],
    ['npm run build -- --prod', 'run / build -- --prod'],
    ['npm cache clean -f', 'cache clean -f /'],
    ['yarn global add a --cwd /x', 'global add --cwd=/x / a'],
    ['yarn', '/'],
    ['gem install -v 1 a -N -- --with-x', 'install -v=1 -N / a -- --with-x'],
    ['npm i -L global -S --min-release-age 3 a', 'install -L=global -S --min-release-age=3 / a'],
    ['pnpm add --hoist-pattern x --save-prod a', 'add --hoist-pattern=x -P / a'],
    [
      'uv pip install --system -p 3.13 --index-strategy unsafe-best-match -n a b',
      'pip install --system -p=3.13 --index-strategy=unsafe-best-match -n / a b',
    ],
    ['uv sync --no-dev --no-install-package a', 'sync --no-dev --no-install-package=a /'],
    ['pipx install --pip-args "-q --pre" a==1', 'install --pip-args=-q --pre / a==1'],
    ['poetry install --only main -E x --no-root', 'install --only=main -E=x --no-root /'],
    ['conda env create -f e.yml -n a', 'env create -f=e.yml -n=a /'],
    ['mamba clean -afy', 'clean -a -f -y /'],
    ['conda install -c conda-forge -y a=1', 'install -c=conda-forge -y / a=1'],
    ['composer -d /app require --prefer-install dist a/b', 'require -d=/app --prefer-install=dist / a/b'],
    ['bundle install -j 4 --without a', 'install -j=4 --without=a /'],
    ['cargo install --registry x --test y a', 'install --registry=x --test=y / a'],
    ['go install -v -ldflags "-s -w" a@latest -x', 'install -v -ldflags=-s -w / a@latest -x'],
    ['go build --o=out -tags=a .', 'build -o=out -tags=a / .'],
    ['curl -fsSLo f -H "a: b" url -w%{x}', '-f -s -S -L -o=f -H=a: b -w=%{x} / url'],
    ['wget -nv -qO- --tries=3 url -P /x', '-nv -q -O=- -t=3 -P=/x / url'],
    ['git -C /x clone -b v1 --depth=1 url dir', 'clone -C=/x -b=v1 --depth=1 / url dir'],
    ['tar xzf a.tgz -C /x', '-x -z -f=a.tgz -C=/x /'],
    ['useradd -rmu 10001 a', '-r -m -u=10001 / a'],
    ['unknown -ab --c=d --e f -- -g', '-a -b --c=d --e / f -g'],
  ];
  for (const [source, expected] of rows)
    it(source, () => {
      const command = readShell(join(source)).commands[0]!;
      const { passed } = command.arguments;
      const options = command.options.map(({ names, value, off }) => {
        return `${names[0]}${value === undefined ? '' : `=${value}`}${off ? '!' : ''}`;
      });
      const shown = [
        ...(command.subcommand ? [command.subcommand.name] : []),
        ...options,
        '/',
        ...command.operands.map(({ value }) => value),
        ...(passed.length > 0 ? ['--', ...passed.map(({ value }) => value)] : []),
      ];
      assert.equal(shown.join(' '), expected);
    });

  it('answer the questions of rules', () => {
    const script = readShell(
      join('/usr/bin/apt-get --assume-yes -qq install a; pip3 install b; apt-get update'),
    );
    const [install] = script.find('apt-get', 'install');
    assert.ok(install!.is('apt-get') && !install!.is('apt') && install!.has('-y') && install!.has('--yes'));
    assert.equal(install!.all('--quiet').length, 2);
    assert.equal(install!.option('-t'), undefined);
    assert.equal(script.find(['apt', 'apt-get']).length, 2);
    assert.equal(script.find('pip', 'install', 'download').length, 1);
    assert.equal(only(readShell(join('apt-get install -y --yes=no')), 'apt-get').has('-y'), false);
  });

  it('say where a value and a subcommand are', () => {
    const source = 'yarn cache clean; curl -o "x y" -Hz';
    const { commands } = readShell(join(source));
    const { start, end } = commands[0]!.subcommand!.range;
    assert.equal(source.slice(start, end), 'cache clean');
    const output = commands[1]!.option('--output')!;
    assert.deepEqual([output.word.value, output.value, output.valueWord?.text], ['-o', 'x y', '"x y"']);
    const header = commands[1]!.option('-H')!;
    assert.deepEqual([header.word.value, header.value, header.valueWord], ['-Hz', 'z', undefined]);
  });
});

describe('exec form', () => {
  /** The strings of a JSON array, each mapped to what stands between its quotes, escapes dropped. */
  const strings = (source: string): Joined[] =>
    [...source.matchAll(/"((?:\\.|[^"\\])*)"/g)].map((match) => {
      const slices: Range[] = [];
      for (const part of match[1]!.matchAll(/\\(.)|[^\\]+/g)) {
        const start = match.index + 1 + part.index + (part[1] ? 1 : 0);
        slices.push({ start, end: start + (part[1] ?? part[0]).length });
      }
      return new Joined(source, slices);
    });

  it('is one command, and what it runs', () => {
    assert.deepEqual(lines(readExec(strings('["sudo", "apt-get", "-y", "a $b; c"]'))), [
      'sudo apt-get -y a $b; c',
      'apt-get -y a $b; c',
    ]);
    const source = '["/bin/bash", "-ec", "a \\"b c\\" && d e"]';
    const script = readExec(strings(source));
    assert.deepEqual(lines(script), ['/bin/bash -ec a "b c" && d e', 'a b c', 'd e']);
    const words = script.commands.slice(1).flatMap(wordsOf);
    assert.deepEqual(
      words.map(({ exact }) => exact),
      [true, false, true, true],
    );
    assert.deepEqual(
      words.map(({ range }) => source.slice(range.start, range.end)),
      ['a', '"b c\\"', 'd', 'e'],
    );
    assert.ok(script.commands[2]!.settings.has('errexit'));
    assert.deepEqual(readExec([]).commands, []);
  });
});

describe('faults', () => {
  const rows: readonly (readonly [source: string, ...faults: string[]])[] = [
    ['a && b', ...[]],
    ['a && && b; ) c', 'missing &&', 'unexpected )'],
    ['a &&', 'missing &&'],
    ['echo "a', 'unterminated "'],
    ["sh -c 'a", "unterminated '"],
    ['echo $(a', 'unterminated $('],
    ['if a; then b', 'missing fi'],
    ['sh -c "if a; then b"', 'missing fi'],
    ['a; fi', 'unexpected fi'],
  ];
  for (const [source, ...faults] of rows)
    it(source, () =>
      assert.deepEqual(
        readShell(join(source)).faults.map(({ kind, token }) => `${kind} ${token}`),
        faults,
      ),
    );
});

describe('texts that would hang or crash a parser', () => {
  const times = (text: string, count: number) => text.repeat(count);
  const texts: Readonly<Record<string, string>> = {
    'command substitutions': times('$(', 5000),
    'quoted substitutions': times('"$(', 2000),
    functions: times('f() ', 5000),
    coprocesses: times('coproc ', 5000),
    conditions: times('if ', 5000),
    subshells: times('(', 5000),
    backticks: times('`', 3000),
    'stray tokens': times(') ', 3000),
    evals: times('eval ', 3000),
    'quoted evals': times("eval '", 1000),
    wrappers: times('sudo ', 3000),
    'shells in shells': times('sh -c "', 500),
    heredocs: times('sh <<E\n', 1000),
    length: times('a b; ', 40_000),
  };
  for (const [name, text] of Object.entries(texts)) it(name, () => check(`echo start; ${text}`, verbatim));

  it('still gives what comes first', () => {
    const script = readShell(verbatim(`apt-get update; ${times('$(', 5000)}`));
    assert.equal(script.find('apt-get', 'update').length, 1);
    assert.ok(script.faults.some(({ kind }) => kind === 'too-deep'));
  });
});
