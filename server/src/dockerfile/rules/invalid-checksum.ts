import type { Finding } from '../../core/rule';
import { dispatchedAs } from '../facts/rejected';
import { sourceKind } from '../facts/transfer';
import type { Add, Flag, ImageState } from '../model';
import { rule } from '../rule';

export default rule({
  id: 'dockerfile/invalid-checksum',
  severity: 'error',
  scope: 'section',
  what: { ko: '쓸 수 없는 `--checksum`', en: 'A `--checksum` that cannot be used' },
  why: {
    ko: '`ADD --checksum`은 내려받은 것 하나를 확인한다. build context의 파일이나 원본 여러 개에는 쓸 수 없다. URL이면 `sha256:`과 16진수 64자리를, Git 저장소면 commit을 적는다. 어긋나면 BuildKit은 그 줄에서 멈춘다.',
    en: '`ADD --checksum` checks one download. It is not for files of the build context, nor for several sources. For a URL it takes `sha256:` and 64 hexadecimal digits, for a Git repository the commit. BuildKit stops at anything else.',
  },
  how: {
    ko: 'context의 파일이면 `--checksum`을 지운다. 여러 개를 받으면 ADD를 나누고 하나씩 적는다.',
    en: 'For files of the context, remove `--checksum`. For several downloads, write one ADD for each.',
  },
  messages: {
    local: {
      ko: '`--checksum`은 URL이나 Git 저장소에만 쓸 수 있다. 이 ADD에는 내려받는 것이 없다.',
      en: '`--checksum` is for URLs and Git repositories; this ADD downloads nothing.',
    },
    several: {
      ko: '`--checksum`은 원본 하나에만 쓸 수 있는데 {count}개다.',
      en: '`--checksum` is for one source, and there are {count}.',
    },
    digest: {
      ko: '`{value}`{value|은} checksum이 아니다. `sha256:`과 16진수 64자리를 적는다.',
      en: '`{value}` is no checksum. Write `sha256:` and 64 hexadecimal digits.',
    },
  },
  concepts: ['dockerfile/ADD'],
  source: 'https://docs.docker.com/reference/dockerfile/#add---checksum',
  also: [],
  examples: [
    {
      bad: 'FROM debian:13\nADD «--checksum=sha256:24454f83» app.conf /etc/\n',
      good: 'FROM debian:13\nADD app.conf /etc/\n',
    },
    {
      bad: 'FROM debian:13\nADD «--checksum=sha256:24454f83» https://example.com/a https://example.com/b /srv/\n',
      good: 'FROM debian:13\nADD https://example.com/a https://example.com/b /srv/\n',
      message: 'several',
    },
    {
      bad: 'FROM debian:13\nADD --checksum=«sha256:24454f83» https://example.com/a /srv/\n',
      good: 'FROM debian:13\nADD --checksum=sha256:24454f830cdb571e2c4ad15481119c43b3cafd48dd869a9b2945d1036d1dc68d https://example.com/a /srv/\n',
      message: 'digest',
    },
  ],
  allows: [
    'FROM a\nADD --checksum=be1f38e https://github.com/moby/buildkit.git#v0.26.2 /\n',
    'FROM a\nARG SUM=x\nADD --checksum=$SUM https://example.com/b /c\nADD --checksum= b /c\n',
    'FROM a\nARG URL\nADD --checksum=sha256:1 $URL /c\n',
  ],
  *check(stage) {
    for (const { instruction, state, lowered } of dispatchedAs(stage, 'ADD')) {
      const flag = instruction.flags.find(({ name }) => name === 'checksum');
      const found = flag && findingIn(flag, instruction, state);
      if (found) yield { ...found, ...lowered };
    }
  },
});

/** Source: dispatchCopy in dockerfile2llb/convert_copy.go. */
function findingIn(flag: Flag, { sources, heredocs, problems }: Add, state: ImageState): Finding | undefined {
  const { value, overridable } = flag.value ? state.scope.expand(flag.value) : {};
  if (!flag.value || value === '' || problems.length > 0) return undefined;
  const [only, ...more] = sources;
  if (more.length > 0)
    return value === undefined || overridable
      ? undefined
      : { span: flag.span, message: 'several', values: { count: sources.length } };
  const kind = only ? sourceKind(only, state) : 'local';
  const hidden = only && (state.scope.expand(only).overridable || kind === 'unknown');
  if (hidden || value === undefined || overridable) return undefined;
  if (kind === 'url' && !isDigest(value))
    return { span: flag.value.span, message: 'digest', values: { value } };
  return kind === 'local' || kind === 'archive'
    ? { span: flag.span, values: { count: heredocs.length } }
    : undefined;
}

const LENGTHS: Readonly<Record<string, number>> = { sha256: 64, sha384: 96, sha512: 128 };

/** Source: Validate of github.com/opencontainers/go-digest. */
function isDigest(text: string): boolean {
  const [, algorithm = '', digits = ''] = /^(\w+):([0-9a-f]+)$/.exec(text) ?? [];
  return LENGTHS[algorithm] === digits.length;
}
