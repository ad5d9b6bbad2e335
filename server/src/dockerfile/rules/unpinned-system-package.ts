import { unconfigured } from '../facts/configured';
import { PINNED, unpinnedIn } from '../facts/system-packages';
import { rule } from '../rule';

export default rule({
  id: 'dockerfile/unpinned-system-package',
  severity: 'hint',
  strict: 'warning',
  scope: 'section',
  what: {
    ko: 'apt, apk, dnf, yum, zypper 패키지에 버전이 없다',
    en: 'A package of apt, apk, dnf, yum or zypper without a version',
  },
  why: {
    ko: '버전을 안 적으면 빌드하는 날 저장소에 있는 것이 깔린다. 그래서 같은 Dockerfile이 다음 달에는 다른 이미지를 만든다. 그런데 반대쪽 말이 더 세다. Debian과 Alpine 같은 배포판은 저장소에 최신 것만 두고 옛 버전을 지우므로, 정확한 버전을 박아 두면 보안 업데이트가 나오는 날 `Version … was not found`로 빌드가 깨진다. 안정판 배포판은 어차피 같은 release 안에서 고친 것만 올려 준다.',
    en: 'Without a version the build installs what the repository has that day, so the same Dockerfile gives another image next month. The case against pinning is stronger here, though: Debian, Alpine and others keep the newest version only. An exact pin breaks the build with `Version … was not found` on the day a security fix comes out, and until somebody raises it there are no fixes either. Within one stable release the updates are fixes anyway.',
  },
  how: {
    ko: '배포판의 release를 FROM에 적고(ex) `debian:13`, 더 엄격하게는 digest) 이미지를 자주 다시 빌드하면 대개 충분하다. 버전이 정말 중요한 패키지만, 끝자리를 열어 두고 적는다: apt `nginx=1.26.*`, apk `curl~8`, dnf와 yum `nginx-1.26*`, zypper `"curl>=8"`. 늘 똑같은 이미지가 필요하면 `snapshot.debian.org`처럼 날짜가 박힌 저장소를 쓴다. 이대로 좋다면 이 힌트는 꺼도 된다.',
    en: 'Naming the release in FROM, ex) `debian:13`, or its digest, and rebuilding often is enough for most. Write a version for the few packages where it matters, and leave its end open: apt `nginx=1.26.*`, apk `curl~8`, dnf and yum `nginx-1.26*`, zypper `"curl>=8"`. For the very same image every time use repositories as of one day, such as `snapshot.debian.org`. If you are content as it is, ignore this hint.',
  },
  messages: {
    found: {
      ko: '{packages}에 버전이 없어 빌드하는 날 저장소에 있는 것이 깔린다. 버전이 중요하면 `{form}`처럼 적는다.',
      en: '{packages}: whatever the repository has on the day of the build. Where the version matters write `{form}`.',
    },
    many: {
      ko: '{packages} 말고도 {rest}개에 버전이 없어 빌드하는 날 저장소에 있는 것이 깔린다. 버전이 중요하면 `{form}`처럼 적는다.',
      en: '{packages} and {rest} more: whatever the repository has on the day of the build. Where the version matters write `{form}`.',
    },
  },
  concepts: ['concepts/package-manager', 'concepts/image-tag', 'dockerfile/RUN'],
  source: 'https://docs.docker.com/build/building/best-practices/#apt-get',
  also: ['hadolint/DL3008', 'hadolint/DL3018', 'hadolint/DL3033', 'hadolint/DL3037', 'hadolint/DL3041'],
  examples: [
    {
      bad: 'FROM debian:13\nRUN apt-get update && apt-get install -y «nginx» curl=8.14.*\n',
      good: 'FROM debian:13\nRUN apt-get update && apt-get install -y nginx=1.26.* curl=8.14.*\n',
    },
    {
      bad: 'FROM alpine:3.24\nRUN apk add --no-cache «curl»\n',
      good: 'FROM alpine:3.24\nRUN apk add --no-cache curl~8\n',
    },
    {
      bad: 'FROM almalinux:9\nRUN dnf install -y «java-21-openjdk» && dnf clean all\n',
      good: 'FROM almalinux:9\nRUN dnf install -y java-21-openjdk-21.0* && dnf clean all\n',
    },
    {
      bad: 'FROM opensuse/leap:16.0\nRUN zypper -n install «curl» && zypper clean --all\n',
      good: "FROM opensuse/leap:16.0\nRUN zypper -n install 'curl>=8' && zypper clean --all\n",
    },
    {
      bad: 'FROM debian:13\nRUN apt-get update && apt-get install -y «git» less nano vim\n',
      good: 'FROM debian:13\nRUN apt-get update && apt-get install -y git=1:2.47.* less=668-1 nano=8.4-1 vim=2:9.1.*\n',
      message: 'many',
    },
  ],
  allows: [
    'FROM debian:13\nRUN apt-get update && apt-get install -y ./tool.deb "nginx=$NGINX" $PACKAGES\n',
    'FROM debian:13\nRUN apt-get update && apt-get install -y -t trixie-backports git\n',
    'FROM alpine:3.24\nRUN apk add --no-cache --virtual .build-deps "gcc>14" ./tool.apk tool@edge\n',
    'FROM almalinux:9\nRUN dnf install -y https://example.com/tool.rpm @development nginx-1.26.3-1.el9\n',
    "FROM debian:13\nRUN printf 'deb http://snapshot.debian.org/archive/debian/20261101T000000Z trixie main' > /etc/apt/sources.list\nRUN apt-get update && apt-get install -y nginx\n",
  ],
  *check(stage) {
    for (const { command, run } of unconfigured(stage, PINNED)) {
      const { manager, packages } = unpinnedIn(command) ?? {};
      if (!manager || !packages) continue;
      const shown = packages.length > 3 ? packages.slice(0, 1) : packages;
      const rest = packages.length - shown.length;
      yield {
        span: { part: run.part, ...packages[0]!.range },
        ...(rest > 0 && { message: 'many' }),
        values: { packages: shown.map(({ value }) => `\`${value}\``), rest, form: manager.form },
        also: [manager.also],
      };
    }
  },
});
