import { once } from '../../core/once';
import type { ImageReference } from '../../image/reference';
import type { Command } from '../../shell/script';
import { imageName } from './official-image';

// What is there for building, not for running. Package names as Debian, Alpine, Fedora and openSUSE spell them:
// https://packages.debian.org https://pkgs.alpinelinux.org https://packages.fedoraproject.org

const TOOLS: ReadonlySet<string> = new Set(
  (
    'build-essential build-dep build-base base-devel devel_basis gcc g++ gcc-c++ cpp clang llvm gfortran gcc-gfortran ' +
    'make cmake ninja ninja-build meson scons autoconf automake libtool bison flex nasm yasm swig ' +
    'dpkg-dev debhelper devscripts rpm-build abuild linux-headers kernel-headers kernel-devel ' +
    'golang golang-go go rust rustc cargo ghc cabal-install maven gradle ant sbt default-jdk default-jdk-headless'
  ).split(' '),
);

const PATTERNS = [
  /^(?:gcc|g\+\+|clang|llvm|cpp|gfortran|golang|linux-headers)-\d+(?:\.\d+)*(?:-go)?$/,
  // On Debian, then Alpine, where the runtime is `openjdk21-jre`, then Fedora.
  /^openjdk\d+(?:-jdk)?$/,
  /^java-[\w.-]+-devel$/,
  /^openjdk-[\w.-]+-jdk(?:-.*)?$/,
  /^temurin-\d+-jdk$/,
  /^dotnet-sdk-[\d.]+$/,
  // Cross compilers, but not `gcc-14-x86-64-linux-gnu-base`.
  /^(?:gcc|g\+\+)-(?:\d+-)?[\w-]*linux-gnu(?:\w+)?$/,
  /^@?"?development[ -]tools"?$/i,
];

/** A package of a compiler or a build system. */
export function isCompiler(name: string): boolean {
  return TOOLS.has(name) || PATTERNS.some((pattern) => pattern.test(name));
}

/** A package of headers and static libraries. */
export function isHeaders(name: string): boolean {
  return /-(?:dev|devel)$/.test(name) && !isCompiler(name);
}

/** Images with a whole toolchain, whose publishers offer something smaller to run the result on. */
const SDK_IMAGES: ReadonlySet<string> = new Set([
  'golang',
  'rust',
  'gcc',
  'maven',
  'gradle',
  'haskell',
  'dart',
  'swift',
  'mcr.microsoft.com/dotnet/sdk',
  'mcr.microsoft.com/dotnet/core/sdk',
]);

/** Images that are nothing but a toolchain are built on it; who starts from it knows. */
const TOOLCHAIN = 'buildpack-deps';

const JDK_IMAGES: ReadonlySet<string> = new Set([
  'eclipse-temurin',
  'openjdk',
  'amazoncorretto',
  'sapmachine',
  'ibm-semeru-runtimes',
  'mcr.microsoft.com/openjdk/jdk',
  'azul/zulu-openjdk',
  'azul/zulu-openjdk-alpine',
  'azul/zulu-openjdk-debian',
]);

/** Languages whose full image stands on `buildpack-deps` and which have a `slim` one too. */
const FULL_IMAGES: ReadonlySet<string> = new Set(['node', 'python', 'ruby', 'perl', 'pypy']);

export type BuildImage = 'sdk' | 'toolchain' | 'jdk' | 'full';

/** What an image brings for building; undefined for one that is meant to run things. */
export function buildImage(reference: ImageReference): BuildImage | undefined {
  const name = imageName(reference);
  const { digest, tag = digest === undefined ? 'latest' : undefined } = reference;
  if (/windowsservercore|nanoserver/.test(tag ?? '')) return undefined;
  if (SDK_IMAGES.has(name)) return name === 'swift' && /\bslim\b/.test(tag ?? '') ? undefined : 'sdk';
  // Which variant a digest is, it does not say.
  if (tag === undefined || reference.problem) return undefined;
  if (name === 'nvidia/cuda') return /\bdevel\b/.test(tag) ? 'sdk' : undefined;
  if (name === TOOLCHAIN) return /\b(?:curl|scm)\b/.test(tag) ? undefined : 'toolchain';
  if (JDK_IMAGES.has(name)) return /\b(?:jre|headless)\b/.test(tag) ? undefined : 'jdk';
  return FULL_IMAGES.has(name) && !/\b(?:slim|alpine)/.test(tag) ? 'full' : undefined;
}

const TAG = /^(.*?)-?((?:threaded)?-?(?:jessie|stretch|buster|bullseye|bookworm|trixie)?)$/;

/** Programs of the full images that the slim ones lack. */
export const MISSING_IN_SLIM: ReadonlySet<string> = new Set(
  'bzr cc curl file g++ gcc git hg make mysql_config patch pg_config pkg-config ssh svn unzip wget'.split(
    ' ',
  ),
);

/** The slim variant of a full image: of `3.14-trixie` Python has `3.14-slim-trixie`, Node.js `3.14-trixie-slim`. */
export function slimTag(reference: ImageReference): string {
  const { tag } = reference;
  if (tag === undefined || tag === 'latest') return 'slim';
  if (imageName(reference) === 'node') return `${tag}-slim`;
  const [, version, rest] = TAG.exec(tag)!;
  return [version, 'slim', rest].filter(Boolean).join('-');
}

/** The runtime for a JDK image. Temurin has one for each long-term release. */
export function jreFor({ tag = '' }: ImageReference): string {
  const major = /(?:^|-)(8|11|17|21|25)(?![\d])/.exec(tag)?.[1];
  return `eclipse-temurin:${major ?? '25'}-jre`;
}

const JAVA_BUILDERS = 'javac mvn mvnw gradle gradlew ant sbt'.split(' ');

const BUILDERS = (
  'make cmake ninja meson scons configure autogen.sh gcc g++ cc c++ clang clang++ rustc ghc swiftc tsc node-gyp ' +
  'docker-php-ext-install docker-php-ext-configure pecl phpize'
).split(' ');

/** Tools that build only with some of their subcommands; an empty one is the bare tool. */
const SOMETIMES: Readonly<Record<string, readonly string[]>> = {
  go: ['build', 'install'],
  cargo: ['build', 'install', 'rustc', 'b'],
  dotnet: ['build', 'publish', 'pack', 'msbuild'],
  pip: ['install', 'wheel'],
  uv: ['sync', 'build', 'pip install', 'pip sync', 'tool install'],
  poetry: ['install', 'build'],
  gem: ['install', 'build'],
  bundle: ['install', ''],
  bundler: ['install', ''],
  npm: ['install', 'ci', 'clean-install', 'run', 'rebuild'],
  yarn: ['install', 'build', 'run', ''],
  pnpm: ['install', 'build', 'run'],
  cabal: ['build', 'install', 'new-build', 'new-install', 'v2-build', 'v2-install'],
  stack: ['build', 'install'],
  dart: ['compile', 'build'],
  swift: ['build'],
};

/** A command that compiles, or installs what may be compiled on the spot. */
export const isBuild = once((command: Command): boolean => {
  if (command.is(...BUILDERS) || isJavaBuild(command)) return true;
  if (command.is('python')) return isSetup(command);
  return Object.entries(SOMETIMES).some(
    ([tool, subcommands]) => command.is(tool) && subcommands.includes(subcommandOf(command)),
  );
});

export function isJavaBuild(command: Command): boolean {
  return command.is(...JAVA_BUILDERS);
}

/** `cargo +nightly build` builds too; `yarn --version` is not the bare tool. */
function subcommandOf(command: Command): string {
  const { name } = command.subcommand ?? {};
  if (name === undefined) return command.has('--version', '-v', '-V', '--help', '-h') ? '--version' : '';
  return name.startsWith('+') ? (command.operands[0]?.value ?? '') : name;
}

/** `python setup.py install` */
function isSetup({ args }: Command): boolean {
  const at = args.findIndex(({ value }) => /(?:^|\/)setup\.py$/.test(value));
  const commands = ['install', 'build', 'build_ext', 'develop', 'bdist_wheel'];
  return at >= 0 && args.slice(at + 1).some(({ value }) => commands.includes(value));
}
