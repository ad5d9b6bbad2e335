import type { Span } from '../../core/span';
import type { Command, Word } from '../../shell/script';
import { type Add, type Copy, type Dockerfile, type Instruction, type Run, stateBefore } from '../model';
import { resolvePath } from '../state';
import { knownText } from './known-text';
import { isMounted } from './mounts';

// What an instruction is known to put into its layer, and where. Sources:
// https://docs.docker.com/reference/dockerfile/#destination and the manuals of curl, wget, git, tar, unzip.

export interface AddedPath {
  /** Absolute. A last `/*` is what a directory gets whose names are not known. */
  readonly path: string;
  readonly by: Instruction;
  /** What names it. */
  readonly span: Span;
}

type Source = Copy['sources'][number];

/** @param apart sources that do not count. */
export function addedBy(
  instruction: Instruction,
  file: Dockerfile,
  apart: ReadonlySet<Source> = new Set(),
): AddedPath[] {
  if (instruction.keyword === 'COPY' || instruction.keyword === 'ADD')
    return transferred(instruction, file, apart);
  return instruction.keyword === 'RUN' ? fetched(instruction, file) : [];
}

/** Where a COPY or ADD puts things; its destination may be a directory already. */
function transferred(by: Copy | Add, file: Dockerfile, apart: ReadonlySet<Source>): AddedPath[] {
  const to = destinationOf(by, file);
  const sources = by.sources.filter((source) => !apart.has(source));
  if (to === undefined || (sources.length === 0 && by.heredocs.length === 0)) return [];
  const span = by.keywordSpan;
  const names = sources.flatMap(({ text, variables }) => {
    const name =
      variables.length > 0
        ? ''
        : text
            .replace(/(?<=:\/\/.*)[?#].*$/, '')
            .replace(/\/+$/, '')
            .replace(/^.*\//, '');
    return /^\.*$|[*?[\]\\$]/.test(name) ? [] : [name];
  });
  const paths = names.map((name) => join(to, name));
  const many = by.sources.length > 1 || /\/$/.test(by.destination!.text);
  return [...paths, many ? join(to, '*') : to].map((path) => ({ path, by, span }));
}

/** The absolute destination of a COPY or ADD, as far as the file tells. */
export function destinationOf(by: Copy | Add, file: Dockerfile): string | undefined {
  const { scope, workdir } = stateBefore(file, by);
  const value = by.destination && scope.expand(by.destination).value;
  return value === undefined ? undefined : resolvePath(workdir?.path, value);
}

function join(directory: string, name: string): string {
  return `${directory === '/' ? '' : directory}/${name}`;
}

/** What the commands of a RUN fetch or unpack and leave there. */
function fetched(by: Run, file: Dockerfile): AddedPath[] {
  const paths = walk(by, file).flatMap(({ command, at }) =>
    targetsOf(command).flatMap(({ word, name, inside }) => {
      const { scope } = stateBefore(file, by);
      const text = name ?? knownText(word, scope);
      const path = text === undefined || /[*?$]/.test(text) ? undefined : resolvePath(at, text);
      if (path === undefined) return [];
      return [{ path: inside ? join(path, '*') : path, by, span: { part: by.part, ...word.range } }];
    }),
  );
  const gone = removedBy(by, file);
  return paths.filter(({ path }) => !isMounted(by, path) && !gone.some((one) => covers(one.path, path)));
}

export interface RemovedPath {
  /** Absolute; a last `/*` is all that a directory holds. */
  readonly path: string;
  readonly word: Word;
}

/** What a RUN deletes for sure: `rm`, in the shell of the RUN itself. */
export function removedBy(run: Run, file: Dockerfile): RemovedPath[] {
  const { scope } = stateBefore(file, run);
  return walk(run, file).flatMap(({ command, at }) => {
    if (!command.is('rm') || command.before === '||') return [];
    return command.operands.flatMap((word) => {
      const text = knownText(word, scope);
      if (text === undefined || /[?[\]{}]|\*(?!$)|[^/]\*$/.test(text)) return [];
      const path = resolvePath(at, text);
      return path === undefined || path === '/' || isMounted(run, path) ? [] : [{ path, word }];
    });
  });
}

/** Whether deleting one path deletes another; both as above. */
export function covers(removed: string, path: string): boolean {
  if (removed === path) return true;
  return path.startsWith(removed.endsWith('/*') ? removed.slice(0, -1) : `${removed}/`);
}

interface Step {
  readonly command: Command;
  /** The directory it runs in; undefined where that cannot be told. */
  readonly at: string | undefined;
}

/** The commands that surely run, each with its directory. */
function walk(run: Run, file: Dockerfile): Step[] {
  const { scope, workdir } = stateBefore(file, run);
  let at = workdir?.path;
  const steps: Step[] = [];
  for (const command of run.script?.commands ?? []) {
    if (command.inside.some(({ kind }) => kind !== 'group')) {
      // What moves in there may have moved the RUN too.
      if (command.is('cd', 'pushd', 'popd') && !command.within('subshell', 'substitution')) at = undefined;
      continue;
    }
    if (command.is('cd')) {
      const [to] = command.operands;
      const text = to && knownText(to, scope);
      at = text === undefined || /^[-~]/.test(text) ? undefined : resolvePath(at, text);
    } else if (command.is('pushd', 'popd')) at = undefined;
    else steps.push({ command, at });
  }
  return steps;
}

interface Target {
  readonly word: Word;
  /** Where the word does not say it itself. */
  readonly name?: string;
  /** It is a directory that gets unknown names. */
  readonly inside?: boolean;
}

function targetsOf(command: Command): Target[] {
  const written: Target[] = command.redirects.flatMap(({ operator, target, descriptor = 1 }) =>
    command.is('curl', 'wget') && /^>\|?$/.test(operator) && descriptor === 1 && target
      ? [{ word: target }]
      : [],
  );
  return [...written, ...outputsOf(command)].filter(
    ({ word, name }) => !/^(?:-|\/dev\/.*)$/.test(name ?? word.value),
  );
}

function outputsOf(command: Command): Target[] {
  const value = (...names: string[]): Target[] => {
    const option = command.option(...names);
    return option?.valueWord
      ? [{ word: option.valueWord }]
      : option?.value
        ? [{ word: option.word, name: option.value }]
        : [];
  };
  const named = command.operands.flatMap((word) => {
    const name = /^[a-z]+:\/\/[^?#]*\/([\w.@+-]+)$/i.exec(word.value)?.[1];
    return word.literal && name ? [{ word, name }] : [];
  });
  switch (command.tool) {
    case 'curl':
      return command.has('-O') ? (command.option('--output-dir') ? [] : named) : value('-o');
    case 'wget':
      return command.option('-O') ? value('-O') : command.option('-P', '-i') ? [] : named;
    case 'git': {
      const [url, directory] = command.operands;
      if (command.subcommand?.name !== 'clone' || !url || command.option('-C')) return [];
      const name = /([^/:]+?)(?:\.git)?\/?$/.exec(url.value)?.[1];
      if (directory) return [{ word: directory }];
      return url.literal && name ? [{ word: url, name }] : [];
    }
    case 'tar':
      return command.has('-x') ? value('-C').map((one) => ({ ...one, inside: true })) : [];
    case 'unzip':
      return value('-d').map((one) => ({ ...one, inside: true }));
    default:
      return [];
  }
}

/** Scripts and settings that are only tidied up weigh nothing; what they hold stays all the same. */
const SMALL = /\.(?:sh|bash|py|rb|pl|js|sql|txt|conf|cfg|ini|ya?ml|json|toml|list|repo|patch)$|scripts?\/?$/i;

export function isSmall(by: Instruction): boolean {
  return by.keyword === 'COPY' && by.sources.every(({ text }) => SMALL.test(text));
}
