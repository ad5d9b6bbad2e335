import { knownText } from '../facts/known-text';
import { wordBehind } from '../insert';
import { instructionsOf, stateBefore } from '../model';
import { rule } from '../rule';

/** From here on the files of last logins grow past 25 MB; below, nobody would notice. */
const HIGH = 100_000;

export default rule({
  id: 'dockerfile/useradd-high-uid',
  severity: 'warning',
  scope: 'section',
  what: { ko: '큰 UID를 준 useradd', en: 'useradd with a high UID' },
  why: {
    ko: 'useradd는 새 사용자의 자리를 `/var/log/lastlog`와 `/var/log/faillog`에 만든다. 이 파일들은 UID를 번호표로 쓰는 표라서, UID가 크면 빈자리가 그만큼 길어진다. 디스크에서는 빈자리가 공간을 먹지 않는 sparse 파일이지만, 레이어로 묶을 때는 0으로 채워진다. UID 하나가 이미지를 수백 MB에서 수십 GB까지 키울 수 있다.',
    en: 'useradd makes room for the user in `/var/log/lastlog` and `/var/log/faillog`. Both are tables indexed by UID, so a high UID leaves a long gap before it. On disk the gap costs nothing, the file is sparse; packed into a layer it is written out as zeros. One UID can add hundreds of megabytes, or fill the disk.',
  },
  how: {
    ko: '`--no-log-init`(`-l`)을 붙인다. ex) `useradd --no-log-init -u 1000540000 app`. 더 작은 UID를 골라도 된다.',
    en: 'Add `--no-log-init` (`-l`), ex) `useradd --no-log-init -u 1000540000 app`. Or choose a smaller UID.',
  },
  messages: {
    high: {
      ko: 'UID {uid:은} 커서, `--no-log-init` 없이는 레이어에 빈자리가 가득 찬 로그 파일이 들어간다.',
      en: 'Without `--no-log-init` the high UID {uid} puts log files full of zeros into the layer.',
    },
  },
  concepts: ['concepts/layer', 'dockerfile/USER', 'dockerfile/RUN'],
  source: 'https://docs.docker.com/build/building/best-practices/#user',
  also: ['hadolint/DL3046'],
  fix: 'safe',
  examples: [
    {
      bad: 'FROM debian:13\nRUN useradd -m -u «1000540000» app\n',
      good: 'FROM debian:13\nRUN useradd --no-log-init -m -u 1000540000 app\n',
    },
  ],
  allows: [
    'FROM debian:13\nRUN useradd -u 10001 app\n',
    'FROM debian:13\nRUN useradd --no-log-init -u 1000540000 app\n',
    'FROM debian:13\nRUN useradd -rlu 1000540000 app\n',
    'FROM debian:13\nRUN useradd -u $APP_UID app\n',
    'FROM alpine:3.23\nRUN adduser -D -u 1000540000 app\n',
  ],
  *check(stage) {
    for (const run of instructionsOf(stage, 'RUN'))
      for (const command of run.script?.find('useradd') ?? []) {
        const option = command.option('-u');
        if (!option || command.has('-l')) continue;
        const { scope } = stateBefore(stage, run);
        const word = option.valueWord ?? option.word;
        const uid = option.valueWord ? knownText(option.valueWord, scope) : option.value;
        if (!/^\d+$/.test(uid ?? '') || Number(uid) < HIGH) continue;
        const name = command.name!;
        yield {
          span: { part: run.part, ...word.range },
          values: { uid: uid! },
          fixes: name.exact
            ? [
                {
                  title: { ko: '`--no-log-init` 붙이기', en: 'Add `--no-log-init`' },
                  kind: 'safe',
                  edits: [wordBehind(run, name, '--no-log-init')],
                },
              ]
            : [],
        };
      }
  },
});
