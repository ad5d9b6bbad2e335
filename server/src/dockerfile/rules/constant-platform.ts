import { isPlatform, partsOf, withoutPlatform } from '../facts/platform';
import { rule } from '../rule';

export default rule({
  id: 'dockerfile/constant-platform',
  severity: 'info',
  strict: 'warning',
  scope: 'section',
  what: { ko: 'FROM에 고정한 platform', en: 'A platform fixed in FROM' },
  why: {
    ko: '`FROM --platform=linux/amd64`는 어디서 빌드하든 amd64 이미지를 받는다. Apple silicon 같은 arm64 컴퓨터에서는 에뮬레이션으로 느리게 돌고, `docker build --platform linux/arm64`로 빌드해도 속에는 amd64 파일이 든다. platform은 빌드하는 사람이 고르게 두는 편이 낫다.',
    en: '`FROM --platform=linux/amd64` takes the amd64 image wherever it is built. On an arm64 machine such as Apple silicon it runs slowly, emulated, and `docker build --platform linux/arm64` gives an image with amd64 files inside. The platform is better left to whoever builds.',
  },
  how: {
    ko: '`--platform`을 지우고 `docker build --platform linux/amd64`로 정한다. 일부러 platform마다 stage를 나눈 것이라면 stage 이름에 적는다. ex) `AS build-amd64`',
    en: 'Delete the flag and choose with `docker build --platform linux/amd64`. Where a stage is for one platform on purpose, say so in its name, ex) `AS build-amd64`.',
  },
  messages: {
    constant: {
      ko: 'FROM의 platform이 {platform:으로} 고정되어 있다. 다른 컴퓨터에서 빌드해도 바뀌지 않는다.',
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
  *check({ from, name = '' }) {
    const value = from?.platform?.value;
    if (!from?.platform || !value || value.variables.length > 0) return;
    const platform = isPlatform(value.text) ? partsOf(value.text) : undefined;
    if (!platform || platform.some((part) => name.includes(part))) return;
    yield {
      span: value.span,
      values: { platform: value.text },
      fixes: [withoutPlatform(from, from.platform, 'choice')],
    };
  },
});
