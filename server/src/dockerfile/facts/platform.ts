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
