import type { Finding } from '../../core/rule';
import { mayHoldOptions } from '../facts/answers';
import { NO_RECOMMENDS } from '../facts/apt';
import { type Told, unconfigured } from '../facts/configured';
import { wordBehind } from '../insert';
import { rule } from '../rule';

export default rule({
  id: 'dockerfile/recommended-packages-installed',
  severity: 'hint',
  strict: 'info',
  scope: 'section',
  what: { ko: '추천 패키지까지 까는 apt-get', en: 'apt-get installs recommended packages too' },
  why: {
    ko: 'apt는 꼭 필요한 의존성(Depends) 말고 추천 패키지(Recommends)도 함께 깐다. 데스크톱에서 있으면 좋은 문서, 언어 데이터, 도구들이라 컨테이너에서는 크기와 점검할 것만 늘릴 때가 많다. 다만 프로그램이 추천 패키지에 기대기도 한다. 대표적으로 `curl`은 `ca-certificates`를 추천으로만 데려오고, 이것이 빠지면 HTTPS가 안 된다.',
    en: 'Besides what a package depends on, apt installs what it recommends: documentation, data and tools that are nice on a desktop and often only weight in a container. Sometimes the program does lean on them, though. `curl`, for one, brings `ca-certificates` as a mere recommendation, and without it HTTPS fails.',
  },
  how: {
    ko: '`--no-install-recommends`를 붙이고, 정말 쓰는 것은 이름을 적어 깐다. ex) `apt-get install -y --no-install-recommends curl ca-certificates`. 붙인 뒤에는 이미지를 돌려 본다. 깔리는 것이 달라지므로 자동 수정에는 넣지 않는다.',
    en: 'Add `--no-install-recommends` and name what you really use, ex) `apt-get install -y --no-install-recommends curl ca-certificates`. Then run the image: what gets installed is different, which is why this is never fixed automatically.',
  },
  messages: {
    recommends: {
      ko: '`{tool} install`이 추천 패키지까지 깐다. 필요한 것만 깔려면 `--no-install-recommends`를 붙인다.',
      en: '`{tool} install` brings recommended packages along; `--no-install-recommends` leaves them out.',
    },
  },
  concepts: ['concepts/package-manager', 'concepts/layer'],
  source: 'https://manpages.debian.org/stable/apt/apt-get.8.en.html',
  also: ['hadolint/DL3015'],
  fix: 'choice',
  examples: [
    {
      bad: 'FROM debian:13\nRUN apt-get update && apt-get «install» -y nginx && rm -rf /var/lib/apt/lists/*\n',
      good: 'FROM debian:13\nRUN apt-get update && apt-get install --no-install-recommends -y nginx && rm -rf /var/lib/apt/lists/*\n',
    },
  ],
  allows: [
    'FROM debian:13\nRUN apt-get update && apt-get install -y --no-install-recommends nginx\n',
    'FROM debian:13\nRUN apt-get update && apt-get install -y --install-recommends nginx\n',
    'FROM debian:13\nRUN apt-get update && apt-get install -y -o APT::Install-Recommends=0 nginx\n',
    'FROM debian:13\nRUN echo \'APT::Install-Recommends "false";\' > /etc/apt/apt.conf.d/90lean\nRUN apt-get update && apt-get install -y nginx\n',
  ],
  *check(stage) {
    for (const told of unconfigured(stage, NO_RECOMMENDS)) {
      const { command, state } = told;
      if (command.subcommand?.name !== 'install' || mayHoldOptions(command, state)) continue;
      if (command.options.some(({ names }) => names.some((name) => DECIDED.test(name)))) continue;
      const named = command.operands.length > 0 || command.via.some((wrapper) => wrapper.is('xargs'));
      if (named && !command.has('-s', '--print-uris', '--only-upgrade')) yield findingAt(told);
    }
  },
});

/** Either way it was thought of. */
const DECIDED = /^--(?:no-)?install-recommends$/;

function findingAt({ command, run }: Told): Finding {
  const word = command.subcommand!.words[0]!;
  const title = { ko: '`--no-install-recommends` 붙이기', en: 'Add `--no-install-recommends`' };
  return {
    span: { part: run.part, ...word.range },
    values: { tool: command.tool },
    fixes: word.exact
      ? [{ title, kind: 'choice', edits: [wordBehind(run, word, '--no-install-recommends')] }]
      : [],
  };
}
