import type { Word } from '../../shell/model';
import type { Command } from '../../shell/script';

/** What a call of Docker, or of a program that does the same, does with images. */
export interface DockerCall {
  readonly built: readonly Word[];
  readonly pushed: readonly Word[];
  /** Pulled, or given another name. */
  readonly present: readonly Word[];
  /** Nothing else can come of it. */
  readonly understood: boolean;
}

/** Undefined for other programs. Source: https://docs.docker.com/reference/cli/docker/ */
export function dockerCall(command: Command): DockerCall | undefined {
  if (command.is('executor')) {
    const built = valuesOf(command.args, ['--destination', '-d']);
    return { built, pushed: built, present: [], understood: true };
  }
  if (command.is('docker-compose', 'buildx', 'buildah', 'podman', 'pack')) return UNKNOWN;
  if (!command.is('docker')) return undefined;
  const words = subcommand(command.args);
  const [verb, ...rest] = words;
  switch (verb?.value) {
    case 'build':
      return buildCall(rest);
    case 'push':
      return { ...NOTHING, pushed: operands(rest) };
    case 'pull':
      return { ...NOTHING, present: operands(rest) };
    case 'tag':
      return { ...NOTHING, present: operands(rest).slice(1) };
    default:
      return HARMLESS.has(verb?.value ?? '') ? NOTHING : UNKNOWN;
  }
}

const NOTHING: DockerCall = { built: [], pushed: [], present: [], understood: true };
const UNKNOWN: DockerCall = { ...NOTHING, understood: false };
/** They make no image and push none. */
const HARMLESS = new Set([
  'run',
  'login',
  'logout',
  'inspect',
  'images',
  'info',
  'version',
  'ps',
  'logs',
  'rm',
]);

/** `build` of `docker --debug buildx build` and of `docker image build`. */
function subcommand(args: readonly Word[]): readonly Word[] {
  const start = args.findIndex(({ value }) => !value.startsWith('-'));
  if (start < 0) return [];
  const isGroup = /^(?:buildx|image|builder)$/.test(args[start]!.value);
  return args.slice(isGroup ? start + 1 : start);
}

function buildCall(args: readonly Word[]): DockerCall {
  const built = valuesOf(args, ['--tag', '-t']);
  const pushes = args.some(
    ({ value }) => /^--push(?:=true)?$/.test(value) || /\btype=registry\b/.test(value),
  );
  // Without a name something else names it: a file of bake, an id.
  const isNamed = built.length > 0 && built.every(({ literal, value }) => literal || /^[^`(]*$/.test(value));
  return { ...NOTHING, built, pushed: pushes ? built : [], understood: isNamed };
}

/** The values of an option, in each of its spellings. */
function valuesOf(args: readonly Word[], names: readonly string[]): readonly Word[] {
  return args.flatMap((word, i) => {
    if (names.includes(word.value)) return args[i + 1] ?? [];
    const name = names.find((one) => one.startsWith('--') && word.value.startsWith(`${one}=`));
    return name === undefined ? [] : behind(word, name.length + 1);
  });
}

/** What stands behind an option's `=`. */
function behind(word: Word, length: number): Word {
  const isSplit = word.exact && word.range.end - word.range.start === word.value.length;
  const start = isSplit ? word.range.start + length : word.range.start;
  return { ...word, value: word.value.slice(length), range: { ...word.range, start } };
}

/** Options of these calls take no values but `--platform`, which is written with `=` or before the name. */
function operands(args: readonly Word[]): readonly Word[] {
  return args.filter(({ value }, i) => !value.startsWith('-') && args[i - 1]?.value !== '--platform');
}
