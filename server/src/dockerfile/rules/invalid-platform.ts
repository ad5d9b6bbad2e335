import { isPlatform } from '../facts/platform';
import { undeclaredIn } from '../facts/undeclared';
import { stateBefore } from '../model';
import { rule } from '../rule';

export default rule({
  id: 'dockerfile/invalid-platform',
  severity: 'error',
  scope: 'section',
  what: { ko: 'platform이 아닌 `--platform`', en: '`--platform` with something that is no platform' },
  why: {
    ko: 'platform은 `linux/arm64`나 `linux/arm/v7`처럼 운영체제, architecture, 변형을 `/`로 나눈 것이다. 하나만 적으면 운영체제나 architecture로 아는 이름이어야 한다. 쉼표로 여럿을 적을 수도 없다. 여러 platform은 `docker build --platform`으로 고른다. 어긋나면 BuildKit은 "failed to parse platform"이라며 멈춘다.',
    en: 'A platform is the system, the architecture and a variant with `/` between them: `linux/arm64`, `linux/arm/v7`. A single word has to be a known system or architecture. A list with commas is for `docker build --platform`, not for FROM. BuildKit stops at anything else: "failed to parse platform".',
  },
  how: {
    ko: '`linux/amd64`처럼 적거나, 지우고 `docker build --platform`으로 정한다.',
    en: 'Write it like `linux/amd64`, or remove it and choose with `docker build --platform`.',
  },
  messages: {
    invalid: {
      ko: '`{platform}`{platform|은} platform이 아니다. `linux/amd64`처럼 적는다.',
      en: '`{platform}` is no platform. Write it like `linux/amd64`.',
    },
  },
  concepts: ['dockerfile/FROM'],
  source: 'https://docs.docker.com/reference/dockerfile/#from',
  also: [],
  examples: [
    { bad: 'FROM --platform=«linux/amd64,linux/arm64» node:24\n', good: 'FROM node:24\n' },
    { bad: 'FROM --platform=«adm64» node:24\n', good: 'FROM --platform=linux/amd64 node:24\n' },
  ],
  allows: [
    'FROM --platform=linux a AS b\nFROM --platform=AARCH64 a\nFROM --platform=linux/arm/v7 a\n',
    'FROM --platform=windows(10.0.17763)/amd64 a\nFROM --platform= a\nFROM --platform=my/own a\n',
    'ARG P=nothing,else\nFROM --platform=$P a\nFROM --platform=$BUILDPLATFORM a\n',
  ],
  *check(stage) {
    const { from } = stage;
    const value = from?.platform?.value;
    // A variable nobody declared is another rule's.
    if (!from || !value || value.problem || undeclaredIn(value, stage).length > 0) return;
    const { value: platform, overridable } = stateBefore(stage, from).scope.expand(value);
    if (platform && !overridable && !isPlatform(platform)) yield { span: value.span, values: { platform } };
  },
});
