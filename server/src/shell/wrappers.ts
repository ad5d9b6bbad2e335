import { readArguments } from './arguments';
import type { Command } from './command';
import type { Word } from './model';
import { settingsOf } from './settings';
import { familyOf } from './tools';
import { type Habit, type Usage, usage } from './usage';

// Commands that run other commands. Each row of the table knows the options of its wrapper and how to tell
// what
// it runs. Sources: the manuals of sudo, doas, GNU coreutils and findutils, dash, bash, util-linux, gosu,
// su-exec.

/** What a command runs: the words of a command, a text for a shell, or what a shell reads from its input. */
export type Run =
  | { readonly kind: 'words'; readonly words: readonly Word[] }
  /** `fresh` are the settings of a new shell; without it the text runs in the shell that is there. */
  | { readonly kind: 'text'; readonly words: readonly Word[]; readonly fresh?: readonly string[] }
  | { readonly kind: 'input'; readonly fresh: readonly string[] };

/** What a command runs, in order; nothing for a command that is no wrapper. */
export function runsOf(command: Command): readonly Run[] {
  const name = familyOf(command.tool);
  const row = Object.hasOwn(WRAPPERS, name) ? WRAPPERS[name] : undefined;
  return row ? row(command.args) : [];
}

type Wrapper = (words: readonly Word[]) => readonly Run[];

interface Row {
  /** How many operands come before the command: the duration of `timeout`. */
  readonly skip?: number;
  /** Options after which no command follows: `command -v`. */
  readonly unless?: readonly string[];
  /** Options whose value is a text for a shell. */
  readonly text?: readonly string[];
  /** Options whose value is the command's name: `python -m pip`. */
  readonly module?: string;
}

function wrapper(table: string, row: Row = {}, ...habits: Habit[]): Wrapper {
  const known = usage(table, 'ordered', ...habits);
  return (words) => {
    const { options, operands } = readArguments(words, known);
    const given = (names: readonly string[]) =>
      options.filter((option) => option.names.some((name) => names.includes(name)));
    if (given(row.unless ?? []).length > 0) return [];
    const texts = given(row.text ?? []).flatMap(({ valueWord }) => valueWord ?? []);
    if (texts.length > 0) return texts.map((word) => ({ kind: 'text', words: [word], fresh: [] }));
    const named = given(row.module ? [row.module] : []).flatMap(({ value, valueWord, word }) =>
      // `-mpip` holds the name in its own word.
      valueWord ? [valueWord] : value ? [{ ...word, value, text: value, exact: false }] : [],
    );
    if (row.module && named.length === 0) return [];
    const run = [...named, ...operands].slice(row.skip ?? 0);
    return run.length > 0 ? [{ kind: 'words', words: run }] : [];
  };
}

const SHELL: Usage = usage(
  '-c, -s, -l --login, -i, -o <option>, -O <option>, --rcfile <file>, --init-file <file>',
  'ordered',
);

/** `sh -c text`, `sh <<EOF`; `sh file` runs what is not here. */
const shell: Wrapper = (words) => {
  // `+e` is an option too.
  const minus = words.map((word) =>
    /^\+[A-Za-z]/.test(word.value) ? { ...word, value: `-${word.value.slice(1)}` } : word,
  );
  const { options, operands } = readArguments(minus, SHELL);
  const fresh = [...settingsOf(words.map(({ value }) => value).filter((value) => !value.startsWith('--')))];
  const has = (name: string) => options.some((option) => option.names.includes(name));
  const first = operands[0] && words[minus.indexOf(operands[0])];
  if (has('-c')) return first ? [{ kind: 'text', words: [first], fresh }] : [];
  const reads = !first || has('-s') || ['-', '/dev/stdin'].includes(first.value);
  return reads ? [{ kind: 'input', fresh }] : [];
};

/** The commands of `-exec` run to `;` or to `+` behind `{}`. */
const find: Wrapper = (words) => {
  const runs: Run[] = [];
  for (let i = 0; i < words.length; i++) {
    if (!/^-(exec|execdir|ok|okdir)$/.test(words[i]!.value)) continue;
    const start = i + 1;
    const isEnd = (word: Word, at: number) =>
      at >= start && (word.value === ';' || (word.value === '+' && words[at - 1]!.value === '{}'));
    const end = words.findIndex(isEnd);
    const run = words.slice(start, end < 0 ? undefined : end);
    if (run.length > 0) runs.push({ kind: 'words', words: run });
    i = start + run.length;
  }
  return runs;
};

const evaluate: Wrapper = (words) => {
  const { operands } = readArguments(words, usage('', 'ordered'));
  return operands.length > 0 ? [{ kind: 'text', words: operands }] : [];
};

const trap: Wrapper = (words) => {
  const { operands } = readArguments(words, usage('-l, -p', 'ordered'));
  const [action, ...signals] = operands;
  if (!action || signals.length === 0 || action.value === '-' || action.value === '') return [];
  return [{ kind: 'text', words: [action] }];
};

const WRAPPERS: Readonly<Record<string, Wrapper>> = {
  sudo: wrapper(
    `
    -u --user <user>, -g --group <group>, -C --close-from <n>, -D --chdir <directory>, -h --host <host>
    -p --prompt <prompt>, -R --chroot <directory>, -r --role <role>, -t --type <type>
    -T --command-timeout <time>
    -U --other-user <user>, -a --auth-type <type>, -c --login-class <class>, -e --edit, -l --list
    -v --validate, -K --remove-timestamp
    `,
    { unless: ['--edit', '--list', '--validate', '--remove-timestamp'] },
    'assigns',
  ),
  doas: wrapper('-u <user>, -C <file>, -a <style>'),
  env: wrapper(
    '-u --unset <name>, -C --chdir <directory>, -S --split-string <text>, -a --argv0 <name>, -i --ignore-environment',
    { text: ['-S'] },
    'assigns',
  ),
  exec: wrapper('-a <name>, -c, -l'),
  command: wrapper('-p, -v, -V', { unless: ['-v', '-V'] }),
  builtin: wrapper(''),
  nice: wrapper('-n --adjustment <n>'),
  ionice: wrapper('-c --class <class>, -n --classdata <level>, -t --ignore, -p --pid <pid>', {
    unless: ['-p'],
  }),
  nohup: wrapper(''),
  setsid: wrapper('-c --ctty, -f --fork, -w --wait'),
  stdbuf: wrapper('-i --input <mode>, -o --output <mode>, -e --error <mode>'),
  time: wrapper('-f --format <format>, -o --output <file>, -a --append, -p --portability, -v --verbose'),
  timeout: wrapper('-k --kill-after <duration>, -s --signal <signal>, --foreground, -v --verbose', {
    skip: 1,
  }),
  xargs: wrapper(`
    -a --arg-file <file>, -d --delimiter <character>, -E <end>, -I <text>, -L <lines>, -n --max-args <n>
    -P --max-procs <n>, -s --max-chars <n>, -e --eof [end], -i --replace [text], -l --max-lines [lines]
    --process-slot-var <name>, -0 --null, -r --no-run-if-empty, -t --verbose
  `),
  chroot: wrapper('--userspec <user>, --groups <groups>, -u <user>, -g <group>, -G <groups>', { skip: 1 }),
  gosu: wrapper('', { skip: 1 }),
  'su-exec': wrapper('', { skip: 1 }),
  setpriv: wrapper(`
    --reuid <id>, --regid <id>, --groups <ids>, --ruid <id>, --euid <id>, --rgid <id>, --egid <id>
    --inh-caps <caps>, --ambient-caps <caps>, --bounding-set <caps>, --securebits <bits>, --pdeathsig <signal>
  `),
  eatmydata: wrapper(''),
  fakeroot: wrapper('-l --lib <library>, --faked <file>, -s <file>, -i <file>, -b <fd>'),
  busybox: wrapper('--list, --install', { unless: ['--list', '--install'] }),
  tini: wrapper('-p <signal>, -e <code>, -s, -g, -v, -w'),
  'dumb-init': wrapper('-r --rewrite <signals>, -c --single-child, -v --verbose'),
  python: wrapper('-m <module>..., -c <text>..., -W <filter>, -X <option>', { module: '-m' }),
  su: (words) =>
    texted(words, '-c --command <text>, -s --shell <shell>, -g --group <group>, -G --supp-group <group>'),
  runuser: (words) =>
    texted(words, '-u --user <user>, -c --command <text>, -s --shell <shell>, -g --group <group>'),
  find,
  eval: evaluate,
  trap,
  sh: shell,
  bash: shell,
  dash: shell,
  ash: shell,
  zsh: shell,
  ksh: shell,
  mksh: shell,
};

/** `su user -c text`, with its options anywhere; `runuser -u user command` is the one form without a text. */
function texted(words: readonly Word[], table: string): readonly Run[] {
  const { options, operands } = readArguments(words, usage(table));
  const text = options.find((option) => option.names.includes('-c'))?.valueWord;
  if (text) return [{ kind: 'text', words: [text], fresh: [] }];
  const direct = options.some((option) => option.names.includes('-u'));
  return direct && operands.length > 0 ? wrapper('-u --user <user>')(words) : [];
}
