import type { ImageReference } from '../../image/reference';
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
  /^openjdk-\d+-jdk(?:-headless)?$/,
  /^openjdk\d+(?:-jdk)?$/,
  /^java-[\w.-]+-devel$/,
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
]);

/** Languages whose full image stands on `buildpack-deps` and which have a `slim` one too. */
const FULL_IMAGES: ReadonlySet<string> = new Set(['node', 'python', 'ruby', 'perl', 'pypy']);

export type BuildImage = 'sdk' | 'toolchain' | 'jdk' | 'full';

/** What an image brings for building; undefined for one that is meant to run things. */
export function buildImage(reference: ImageReference): BuildImage | undefined {
  const name = imageName(reference);
  const { tag = 'latest' } = reference;
  if (/windowsservercore|nanoserver/.test(tag)) return undefined;
  if (SDK_IMAGES.has(name)) return 'sdk';
  if (name === TOOLCHAIN) return /\b(?:curl|scm)\b/.test(tag) ? undefined : 'toolchain';
  if (JDK_IMAGES.has(name)) return /\b(?:jre|headless)\b/.test(tag) ? undefined : 'jdk';
  return FULL_IMAGES.has(name) && !/\b(?:slim|alpine)/.test(tag) ? 'full' : undefined;
}

/** The slim variant of a full image: of `3.14-trixie` Python has `3.14-slim-trixie`, Node.js `3.14-trixie-slim`. */
export function slimTag(reference: ImageReference): string {
  const { tag } = reference;
  if (tag === undefined || tag === 'latest') return 'slim';
  const [, version, distribution] = /^(.*?)-?(jessie|stretch|buster|bullseye|bookworm|trixie)?$/.exec(tag)!;
  if (distribution === undefined || imageName(reference) === 'node') return `${tag}-slim`;
  return [version, 'slim', distribution].filter(Boolean).join('-');
}

/** The runtime for a JDK image. Temurin has one for each long-term release. */
export function jreFor({ tag = '' }: ImageReference): string {
  const major = /(?:^|-)(8|11|17|21|25)(?![\d])/.exec(tag)?.[1];
  return `eclipse-temurin:${major ?? '25'}-jre`;
}

const JAVA_BUILDERS: ReadonlySet<string> = new Set('javac mvn mvnw gradle gradlew ant sbt'.split(' '));

const BUILDERS: ReadonlySet<string> = new Set(
  (
    'make cmake ninja meson scons configure autogen.sh gcc g++ cc c++ clang clang++ rustc tsc node-gyp ' +
    'docker-php-ext-install docker-php-ext-configure pecl phpize'
  ).split(' '),
);

/** Tools that build only with some of their subcommands. */
const SOMETIMES: Readonly<Record<string, readonly string[]>> = {
  go: ['build', 'install'],
  cargo: ['build', 'install'],
  dotnet: ['build', 'publish'],
  pip: ['install', 'wheel'],
  uv: ['sync', 'pip'],
  poetry: ['install'],
  gem: ['install', 'build'],
  bundle: ['install'],
  npm: ['install', 'ci', 'clean-install', 'run', 'rebuild'],
  yarn: ['install', 'build', 'run'],
  pnpm: ['install', 'build', 'run'],
};

/** A command that compiles, or installs what may be compiled on the spot. */
export function isBuild(tool: string, subcommand: string | undefined): boolean {
  if (BUILDERS.has(tool) || isJavaBuild(tool)) return true;
  return Object.hasOwn(SOMETIMES, tool) && SOMETIMES[tool]!.includes(subcommand ?? '');
}

export function isJavaBuild(tool: string): boolean {
  return JAVA_BUILDERS.has(tool);
}
