import { once } from '../../core/once';
import type { Command } from '../../shell/script';

// Commands that install what a file lists, and nothing else of the sources. Sources: the manuals named in
// shell/language-tools.ts and shell/python-tools.ts; https://maven.apache.org/plugins/maven-dependency-plugin

export interface DependencyInstall {
  /** Those that install from the same kind of file. */
  readonly ecosystem: string;
  /** What it needs, as sources of a COPY. */
  readonly manifests: readonly string[];
  /** Whether they, as named, lie in the folder it runs in, and are enough for it. */
  readonly complete: boolean;
}

type Row = readonly [
  ecosystem: string,
  tools: readonly string[],
  subcommands: readonly string[],
  manifests: readonly string[],
  /** Without this option, sources are installed too. */
  needs?: string,
];

const ROWS: readonly Row[] = [
  ['node', ['npm'], ['ci', 'install'], ['package*.json']],
  ['node', ['yarn'], ['', 'install'], ['package.json', 'yarn.lock']],
  ['node', ['pnpm'], ['install'], ['package.json', 'pnpm-lock.yaml']],
  ['python', ['poetry'], ['install'], ['pyproject.toml', 'poetry.lock'], '--no-root'],
  ['python', ['pipenv'], ['install', 'sync'], ['Pipfile', 'Pipfile.lock']],
  ['python', ['uv'], ['sync'], ['pyproject.toml', 'uv.lock'], '--no-install-project'],
  ['ruby', ['bundle', 'bundler'], ['', 'install'], ['Gemfile', 'Gemfile.lock']],
  ['go', ['go'], ['mod download'], ['go.mod', 'go.sum']],
];

/** These may need more than can be named here: the scripts of a project, the files of its modules. */
const PARTLY: readonly Row[] = [
  ['php', ['composer', 'composer.phar'], ['install'], ['composer.json', 'composer.lock']],
  ['dotnet', ['dotnet'], ['restore'], ['*.csproj']],
];

/** Options that name another folder, or that install something else or nothing. */
const ELSEWHERE = [
  ...['-C', '--prefix', '--cwd', '--dir', '-d', '--working-dir', '--directory', '--project', '--gemfile'],
  ...['-g', '-w', '--filter', '-F', '-h', '--help', '-v', '-V', '--version', '--dry-run'],
];

/** What a command installs from, if it installs from a list of dependencies alone. */
export const dependencyInstall = once((command: Command): DependencyInstall | undefined => {
  const { subcommand, operands, args } = command;
  if (command.is('pip') || subcommand?.name === 'pip install') return requirements(command);
  if (command.is('mvn', 'mvnw') && args.some(({ value }) => /^dependency:(?:go-offline|resolve)/.test(value)))
    return {
      ecosystem: 'java',
      manifests: ['pom.xml'],
      complete: command.tool === 'mvn' && args.length === 1,
    };
  const isIt = ([, tools, subcommands, , needs]: Row) =>
    command.is(...tools) &&
    subcommands.includes(subcommand?.name ?? '') &&
    (needs === undefined || command.option(needs) !== undefined);
  const whole = ROWS.find(isIt);
  const [ecosystem, , , manifests] = whole ?? PARTLY.find(isIt) ?? [];
  if (!ecosystem || !manifests || command.has('-g', '--help', '--version', '-h', '-v')) return undefined;
  if (operands.length > 0 && ecosystem !== 'dotnet') return undefined;
  return {
    ecosystem,
    manifests,
    complete: whole !== undefined && command.option(...ELSEWHERE) === undefined,
  };
});

/** `pip install -r requirements.txt`, with other packages or without, but nothing from the sources. */
function requirements(command: Command): DependencyInstall | undefined {
  if (!['install', 'pip install'].includes(command.subcommand?.name ?? '')) return undefined;
  const files = command.all('-r').map(({ value = '' }) => value.replace(/^\.\//, ''));
  const local = command.has('-e') || command.operands.some(({ value }) => /^[.~/$]|\/|\.whl$/.test(value));
  if (files.length === 0 || local || files.some((file) => !/^(?!\/dev\/)[\w./-]*\w$/.test(file)))
    return undefined;
  const complete = !files.some((file) => file.includes('/'));
  // A path of the image says nothing of the folders of the context.
  const manifests = files.map((file) => (file.startsWith('/') ? file.replace(/.*\//, '') : file));
  return { ecosystem: 'python', manifests, complete };
}
