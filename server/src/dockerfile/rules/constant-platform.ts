import type { Span } from '../../core/span';
import type { Flag, From } from '../model';
import { rule } from '../rule';

export default rule({
  id: 'dockerfile/constant-platform',
  severity: 'info',
  scope: 'file',
  what: { ko: 'FROM에 못 박은 플랫폼', en: 'A platform fixed in FROM' },
  why: {
    ko: '`FROM --platform=linux/amd64`는 어디서 빌드하든 amd64 이미지를 받는다. Apple silicon 같은 arm64 기계에서는 에뮬레이션으로 느리게 돌고, `docker build --platform linux/arm64`로 빌드해도 속에는 amd64 파일이 든다. 플랫폼은 빌드하는 사람이 고르게 두는 편이 낫다.',
    en: '`FROM --platform=linux/amd64` takes the amd64 image wherever it is built. On an arm64 machine such as Apple silicon it runs slowly, emulated, and `docker build --platform linux/arm64` gives an image with amd64 files inside. The platform is better left to whoever builds.',
  },
  how: {
    ko: '`--platform`을 지우고 `docker build --platform linux/amd64`로 정한다. 일부러 플랫폼마다 stage를 나눈 것이라면 stage 이름에 적는다. ex) `AS build-amd64`',
    en: 'Delete the flag and choose with `docker build --platform linux/amd64`. Where a stage is for one platform on purpose, say so in its name, ex) `AS build-amd64`.',
  },
  messages: {
    constant: {
      ko: 'FROM의 플랫폼이 {platform:으로} 못 박혀 있다. 다른 기계에서 빌드해도 바뀌지 않는다.',
      en: 'The platform of this FROM is fixed to {platform}, whatever the build asks for.',
    },
  },
  concepts: ['dockerfile/FROM', 'concepts/multi-stage-build'],
  source: 'https://docs.docker.com/reference/build-checks/from-platform-flag-const-disallowed/',
  also: ['hadolint/DL3029', 'buildkit/FromPlatformFlagConstDisallowed'],
  fix: 'choice',
  examples: [
    {
      bad: 'FROM --platform=«linux/amd64» node:24-slim\n',
      good: 'FROM node:24-slim\n',
    },
  ],
  allows: [
    'FROM --platform=$BUILDPLATFORM golang:1.27 AS build\n',
    'FROM --platform=linux/amd64 golang:1.27 AS build-amd64\n',
    'FROM --platform=linux/arm64 golang:1.27 AS linux\n',
    'FROM node:24-slim\n',
  ],
  *check({ stages }) {
    for (const { from, name = '' } of stages) {
      const value = from?.platform?.value;
      if (!from?.platform || !value || value.variables.length > 0) continue;
      const platform = normal(value.text);
      if (!platform || platform.some((part) => name.includes(part))) continue;
      yield {
        span: value.span,
        values: { platform: value.text },
        fixes: [
          {
            title: { ko: '`--platform` 지우기', en: 'Delete `--platform`' },
            kind: 'choice',
            edits: [{ span: withGap(from, from.platform), text: '' }],
          },
        ],
      };
    }
  },
});

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
function normal(text: string): readonly string[] | undefined {
  const parts = text.toLowerCase().replace('macos', 'darwin').split('/');
  if (parts.length > 3 || parts.some((part) => !/^[\w().-]+$/.test(part))) return undefined;
  const [first = '', second] = parts;
  const architecture = second ?? (SYSTEMS.test(first) ? undefined : first);
  const system = second === undefined && architecture ? 'linux' : first.replace(/\(.*/, '');
  return architecture === undefined ? [system] : [system, ARCHITECTURES[architecture] ?? architecture];
}

/** With the blanks up to the next flag or the image. */
function withGap({ flags, argumentsSpan }: From, { span }: Flag): Span {
  const next = flags.find((other) => other.span.start > span.start)?.span ?? argumentsSpan;
  return { ...span, end: next.start };
}
