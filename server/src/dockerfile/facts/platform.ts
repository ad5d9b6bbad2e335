import type { Fix } from '../../core/rule';
import type { Flag, From } from '../model';

// Platforms as `FROM --platform` takes them. https://pkg.go.dev/github.com/containerd/platforms

const ARCHITECTURES: Readonly<Record<string, string>> = {
  x86_64: 'amd64',
  'x86-64': 'amd64',
  i386: '386',
  aarch64: 'arm64',
  armhf: 'arm',
  armel: 'arm',
};

const SYSTEMS = /^(?:aix|darwin|freebsd|linux|netbsd|openbsd|solaris|wasi|windows)(?:\(.*\))?$/;

/**
 * The system and architecture as a stage name may hold them; undefined for what is no platform, which fails by
 * itself. Source: Parse and normalizeArch of github.com/containerd/platforms.
 */
export function partsOf(text: string): readonly string[] | undefined {
  const parts = text.toLowerCase().replace('macos', 'darwin').split('/');
  if (parts.length > 3 || parts.some((part) => !/^[\w().-]+$/.test(part))) return undefined;
  const [first = '', second] = parts;
  const architecture = second ?? (SYSTEMS.test(first) ? undefined : first);
  const system = second === undefined && architecture ? 'linux' : first.replace(/\(.*/, '');
  return architecture === undefined ? [system] : [system, ARCHITECTURES[architecture] ?? architecture];
}

/** Deletes the flag with the blanks up to the next one or the image. */
export function withoutPlatform({ flags, argumentsSpan }: From, { span }: Flag, kind: Fix['kind']): Fix {
  const next = flags.find((other) => other.span.start > span.start)?.span ?? argumentsSpan;
  return {
    title: { ko: '`--platform` 지우기', en: 'Delete `--platform`' },
    kind,
    edits: [{ span: { ...span, end: next.start }, text: '' }],
  };
}

const KNOWN = new Set(
  (
    'aix android darwin dragonfly freebsd hurd illumos ios js linux nacl netbsd openbsd plan9 solaris wasip1 wasi ' +
    'windows zos 386 amd64 amd64p32 arm armbe arm64 arm64be loong64 ppc64 ppc64le mips mipsle mips64 mips64le ' +
    'mips64p32 mips64p32le ppc riscv riscv64 s390 s390x sparc sparc64 wasm macos'
  )
    .split(' ')
    .concat(Object.keys(ARCHITECTURES)),
);

/** Source: Parse, isKnownOS and isKnownArch of github.com/containerd/platforms. */
export function isPlatform(text: string): boolean {
  const [first = '', ...rest] = text.split('/');
  const system = /^([\w-]+)(?:\([\w.%-]*(?:\+[\w.%-]+)*\))?$/.exec(first)?.[1]?.toLowerCase();
  if (system === undefined || rest.length > 2 || !rest.every((part) => /^[\w.-]+$/.test(part))) return false;
  return rest.length > 0 || KNOWN.has(system);
}
