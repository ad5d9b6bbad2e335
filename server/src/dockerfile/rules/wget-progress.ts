import type { Fix } from '../../core/rule';
import type { Command, Redirect } from '../../shell/script';
import { type Distribution, distributionOf } from '../facts/distribution';
import { wordBehind } from '../insert';
import { instructionsOf, type Run } from '../model';
import { rule } from '../rule';

export default rule({
  id: 'dockerfile/wget-progress',
  severity: 'hint',
  strict: 'info',
  scope: 'section',
  what: { ko: '빌드 로그를 채우는 wget', en: 'wget that fills the build log' },
  why: {
    ko: '빌드 중에는 화면이 없어서 wget은 진행 막대 대신 점을 줄줄이 찍는다. 50KB에 한 줄이니 100MB짜리 파일이면 로그가 2000줄이다. 정작 봐야 할 오류가 그 속에 묻히고, CI의 로그 제한에 걸리기도 한다.',
    en: 'A build has no terminal, so wget prints rows of dots instead of a bar: a line for every 50 KB, two thousand lines for a file of 100 MB. The error you look for drowns in them, and CI services cut long logs off.',
  },
  how: {
    ko: '`--progress=dot:giga`를 붙이면 32MB에 한 줄만 찍는다. `-nv`는 결과 한 줄만, `-q`는 아무것도 찍지 않는다. Alpine에 처음부터 있는 BusyBox wget은 `--progress`를 모르니 `-q`를 쓴다.',
    en: '`--progress=dot:giga` prints one line for 32 MB, `-nv` one line in all, `-q` nothing. The wget of BusyBox, which Alpine brings, does not know `--progress`: use `-q` there.',
  },
  messages: {
    dots: {
      ko: 'wget이 진행 상황을 빌드 로그에 계속 찍는다. `{option}`{option|을} 붙이면 조용해진다.',
      en: 'This wget writes its progress into the build log; `{option}` keeps it quiet.',
    },
  },
  concepts: ['dockerfile/RUN'],
  source: 'https://www.gnu.org/software/wget/manual/html_node/Download-Options.html',
  also: ['hadolint/DL3047'],
  fix: 'safe',
  examples: [
    {
      bad: 'FROM debian:13\nRUN «wget» https://example.com/a.tgz\n',
      good: 'FROM debian:13\nRUN wget --progress=dot:giga https://example.com/a.tgz\n',
    },
    {
      bad: 'FROM alpine:3.23\nRUN «wget» -O- https://example.com/a.tgz | tar -xz\n',
      good: 'FROM alpine:3.23\nRUN wget -q -O- https://example.com/a.tgz | tar -xz\n',
    },
  ],
  allows: [
    'FROM debian:13\nRUN wget -qO- https://example.com/a.tgz | tar -xz\n',
    'FROM debian:13\nRUN wget -nv https://example.com/a.tgz\n',
    'FROM debian:13\nRUN wget --progress=dot:mega https://example.com/a.tgz\n',
    'FROM debian:13\nRUN wget -o wget.log https://example.com/a.tgz\n',
    'FROM debian:13\nRUN wget https://example.com/a.tgz 2>/dev/null\n',
    'FROM debian:13\nRUN wget --version\n',
    'FROM debian:13\nRUN wget $WGET_OPTS https://example.com/a.tgz\n',
  ],
  *check(stage) {
    const base = distributionOf(stage);
    for (const run of instructionsOf(stage, 'RUN'))
      for (const command of run.script?.find('wget') ?? []) {
        if (isQuiet(command)) continue;
        const option = base === 'alpine' ? '-q' : '--progress=dot:giga';
        yield {
          span: { part: run.part, ...command.name!.range },
          values: { option },
          fixes: command.name!.exact ? [withOption(option, command, run, base)] : [],
        };
      }
  },
});

/** Nothing is shown, or not in the log. */
function isQuiet(command: Command): boolean {
  const { args, operands, redirects, via } = command;
  // `-i` reads the addresses from a file.
  const asks = operands.length > 0 || command.option('-i') || via.some((one) => one.is('xargs'));
  if (!asks || command.option('--progress', '-o', '-a') || command.has('-b', '--spider', '-V', '-h'))
    return true;
  if (command.has('-q', '-nv') && !command.has('--show-progress')) return true;
  // Options in a variable.
  if (
    args.some(({ expansions }) => expansions.some(({ name = '' }) => /^[@*]|opt|arg|flag|param/i.test(name)))
  )
    return true;
  return hidesErrors(redirects);
}

/** `2>file`, `&>file`, `>file 2>&1`: progress goes to standard error. */
function hidesErrors(redirects: readonly Redirect[]): boolean {
  const toFile = (from: number) =>
    redirects.some(
      ({ operator, descriptor = 1, target }) =>
        operator.startsWith('&>') ||
        (/^>[>|]?$/.test(operator) && descriptor === from && target !== undefined),
    );
  const joined = redirects.some(
    ({ operator, descriptor, target }) => operator === '>&' && descriptor === 2 && target?.value === '1',
  );
  return toFile(2) || (joined && toFile(1));
}

/** The wget of BusyBox stops at an option it does not know, and so does the build. */
function withOption(option: string, { name }: Command, run: Run, base: Distribution | undefined): Fix {
  return {
    title: { ko: '`{option}` 붙이기', en: 'Add `{option}`' },
    values: { option },
    kind: base ? 'safe' : 'choice',
    edits: [wordBehind(run, name!, option)],
  };
}
