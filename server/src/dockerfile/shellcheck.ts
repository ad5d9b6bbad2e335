import type { Found } from '../core/check';
import type { Fix, Severity } from '../core/rule';
import type { Edit, Range } from '../core/span';
import { type Dockerfile, instructionsOf, type Run, stateBefore } from './model';
import { PROXY_ARGS } from './scope';

/** The shell of one RUN as ShellCheck is asked about it. */
export interface ShellCheckTask {
  readonly run: Run;
  readonly dialect: string;
  /** What it reads: a few lines that say what the shell knows already, then the script. */
  readonly input: string;
  /** How many lines stand before the script. */
  readonly prelude: number;
}

/**
 * What ShellCheck says of one place. Lines and columns count from 1, columns in code points.
 * Source: the format json1 of https://github.com/koalaman/shellcheck/wiki/Integration
 */
export interface ShellCheckComment extends Place {
  readonly level: 'error' | 'warning' | 'info' | 'style';
  readonly code: number;
  readonly message: string;
  readonly fix?: { readonly replacements: readonly Replacement[] } | null;
}

interface Place {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

interface Replacement extends Place {
  readonly replacement: string;
  /** Of an insertion: `beforeStart` belongs to what stands before it, `afterEnd` to what follows. */
  readonly insertionPoint: 'beforeStart' | 'afterEnd';
}

/** The scripts of a file that ShellCheck can read: none of PowerShell, of other interpreters, in JSON form. */
export function shellCheckTasks(dockerfile: Dockerfile): ShellCheckTask[] {
  return instructionsOf(dockerfile, 'RUN').flatMap((run) => {
    const { form, shell, interpreter, command } = run;
    const dialect = DIALECTS[interpreter ?? shell.name];
    if (!dialect || (form !== 'shell' && form !== 'heredoc')) return [];
    // A first line that names its interpreter is no longer the first: as a comment it is as long.
    const script = command.text.replace(/^#!/, '##').replaceAll('\r\n', ' \n');
    const known = new Set([...stateBefore(dockerfile, run).scope.names(), ...PROXY_ARGS]);
    const lines = [
      // `export NAME=1` would say that a variable needs no quotes.
      `read -r ${[...known].filter((name) => /^[A-Za-z_]\w*$/.test(name)).join(' ')}`,
      ...[...(run.script?.commands[0]?.settings ?? [])].map((name) => `set -o ${name}`),
    ];
    return { run, dialect, input: [...lines, script].join('\n'), prelude: lines.length };
  });
}

/** The shells ShellCheck knows, by the name of the program. */
const DIALECTS: Readonly<Record<string, string>> = {
  sh: 'sh',
  bash: 'bash',
  dash: 'dash',
  ash: 'dash',
  busybox: 'dash',
  ksh: 'ksh',
  mksh: 'ksh',
};

/** What it says as findings at the words of the Dockerfile; what it says of our own lines is left out. */
export function foundByShellCheck(task: ShellCheckTask, comments: readonly ShellCheckComment[]): Found[] {
  return comments.flatMap((comment) => {
    const at = placeOf(task, comment);
    if (!at || UNDECIDED.has(comment.code)) return [];
    const { command, part } = task.run;
    // An empty place is shown as the character there.
    const end = Math.min(Math.max(at.end, at.start + 1), command.text.length);
    const fix = fixOf(task, comment);
    return {
      rule: ruleOf(comment),
      finding: {
        span: { part, ...command.range(Math.min(at.start, end), end) },
        values: { said: comment.message },
        ...(fix && { fixes: [fix] }),
      },
    };
  });
}

/**
 * SC1090, SC1091: a file that is sourced is in the image and cannot be read here. SC2291: repeated blanks, which
 * joined lines are full of.
 */
const UNDECIDED = new Set([1090, 1091, 2291]);

/** What stands for a rule of ours: made of what was said, since its rules are its own. */
function ruleOf({ code, level }: ShellCheckComment): Found['rule'] {
  const source = `https://www.shellcheck.net/wiki/SC${code}`;
  return {
    id: `shellcheck/SC${code}`,
    severity: SEVERITY[level],
    scope: 'part',
    what: { ko: `ShellCheck의 SC${code}`, en: `SC${code} of ShellCheck` },
    why: {
      ko: 'ShellCheck가 이 RUN의 shell 명령을 읽고 찾은 것이다.',
      en: 'ShellCheck found this in the shell of this RUN.',
    },
    how: {
      ko: `틀린 예와 바른 예는 ShellCheck wiki의 SC${code}에 있다.`,
      en: `ShellCheck's wiki has wrong and right examples under SC${code}.`,
    },
    messages: { said: { ko: '{said}', en: '{said}' } },
    concepts: [],
    source,
    also: [`hadolint/SC${code}`],
    examples: [],
    allows: [],
    check: () => [],
  };
}

/** An error is what the builder rejects; a shell may never come to what ShellCheck calls one. */
const SEVERITY: Readonly<Record<ShellCheckComment['level'], Severity>> = {
  error: 'warning',
  warning: 'warning',
  info: 'info',
  style: 'hint',
};

/** Its repair, where every edit has a place of its own in one piece of the Dockerfile. */
function fixOf(task: ShellCheckTask, { code, fix }: ShellCheckComment): Fix | undefined {
  const replacements = fix?.replacements ?? [];
  const edits = replacements.flatMap((one) => editOf(task, one) ?? []);
  const starts = new Set(edits.map(({ span }) => span.start));
  if (edits.length === 0 || edits.length < replacements.length || starts.size < edits.length)
    return undefined;
  const title = { ko: 'ShellCheck의 SC{code}대로 고치기', en: 'Repair SC{code} as ShellCheck would' };
  return { title, values: { code }, kind: 'choice', edits };
}

function editOf(task: ShellCheckTask, replacement: Replacement): Edit | undefined {
  const { command, part } = task.run;
  const { replacement: text, insertionPoint } = replacement;
  const at = placeOf(task, replacement);
  if (!at || text.includes('\n')) return undefined;
  const { start, end } = at;
  // What ends a word stays with it where the line goes on below.
  const before = start === end && insertionPoint === 'beforeStart' && start > 0;
  const written = before ? command.range(start - 1, start) : command.range(start, end);
  if (!before && written.end - written.start !== end - start) return undefined;
  return { span: { part, start: before ? written.end : written.start, end: written.end }, text };
}

/** Offsets in the script. */
function placeOf({ input, prelude }: ShellCheckTask, place: Place): Range | undefined {
  if (place.line <= prelude) return undefined;
  const lines = input.split('\n');
  const offset = (line: number, column: number) => {
    const above = lines.slice(prelude, line - 1).reduce((sum, one) => sum + one.length + 1, 0);
    return above + [...(lines[line - 1] ?? '')].slice(0, column - 1).join('').length;
  };
  return { start: offset(place.line, place.column), end: offset(place.endLine, place.endColumn) };
}
