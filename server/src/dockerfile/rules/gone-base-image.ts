import type { Finding, Fix, PeerName } from '../../core/rule';
import type { Span } from '../../core/span';
import { endedIn } from '../facts/end-of-life';
import { cannotBePulled, goneIn, replacementOf } from '../facts/gone';
import { isSpelledOut, placeOf, type UsedImage, usedImages } from '../facts/used-images';
import { rule } from '../rule';

export default rule({
  id: 'dockerfile/gone-base-image',
  severity: 'warning',
  scope: 'section',
  what: { ko: '없어졌거나 버려진 이미지', en: 'An image that is gone or given up' },
  why: {
    ko: '이미지도 사라진다. 프로젝트가 다른 이름이나 registry로 옮기고, 관리하던 사람이 손을 떼고, 오래된 tag를 지운다. 지워진 tag는 캐시가 없는 컴퓨터에서 "not found"로 빌드를 멈추고, 버려진 이미지는 받아지기는 하지만 보안 수정이 더 오지 않는다. 2025년 11월에는 Docker Hub의 `openjdk:17` 같은 tag가 한꺼번에 지워졌다. 2026-11까지 확인한 표를 따른다.',
    en: 'Images go away too: a project moves to another name or registry, its keepers stop, old tags are deleted. A deleted tag stops the build with "not found" on every machine without a cache; an image that was given up can still be pulled but gets no more security fixes. In November 2025 tags such as `openjdk:17` were deleted from Docker Hub all at once. The table was checked up to 2026-11.',
  },
  how: {
    ko: '이어받은 이미지로 바꾸고 테스트한다. ex) `openjdk:17-jdk-slim` → `eclipse-temurin:17-jdk`. `onbuild` 이미지는 그것이 대신하던 COPY와 RUN을 직접 적는다.',
    en: 'Change to the image that took over and test, ex) `openjdk:17-jdk-slim` → `eclipse-temurin:17-jdk`. Instead of an `onbuild` image write the COPY and RUN it did for you.',
  },
  messages: {
    removed: {
      ko: '`{image}`{image|은} {month}에 지워져서 받을 수 없다. {successor:으로} 바꾼다.',
      en: '`{image}` was deleted in {month} and cannot be pulled; use {successor}.',
    },
    retired: {
      ko: '`{image}`{image|은} {month}부터 업데이트되지 않는다. {successor:으로} 바꾼다.',
      en: '`{image}` has had no updates since {month}; use {successor}.',
    },
    givenUp: {
      ko: '`{image}`{image|은} {month}부터 업데이트되지 않는다. 다른 이미지를 고른다.',
      en: '`{image}` has had no updates since {month}; choose another image.',
    },
    moved: {
      ko: '`{image}`{image|은} {month}에 {successor:으로} 옮겨 갔다. 옛 이름에는 더 올라오지 않는다.',
      en: '`{image}` moved to {successor} in {month}; nothing new comes under the old name.',
    },
    unnamed: {
      ko: '`{image}`에는 `latest` tag가 없어서 받을 수 없다. 버전을 적는다. ex) {successor}',
      en: '`{image}` has no tag `latest`, so it cannot be pulled; name a version, ex) {successor}.',
    },
  },
  concepts: ['concepts/base-image-lifetime', 'concepts/image-tag', 'concepts/registry', 'dockerfile/FROM'],
  source: 'https://docs.docker.com/build/building/best-practices/#choose-the-right-base-image',
  also: ['hadolint/DL3006', 'hadolint/DL3007', 'hadolint/DL3022'],
  fix: 'choice',
  examples: [
    {
      bad: 'FROM «openjdk:17-jdk-slim»\nCOPY app.jar ./\nCMD ["java", "-jar", "app.jar"]\n',
      good: 'FROM eclipse-temurin:17-jdk\nCOPY app.jar ./\nCMD ["java", "-jar", "app.jar"]\n',
    },
    {
      bad: 'FROM «bitnami/nginx:1.27.4»\nCOPY site /app\n',
      good: 'FROM bitnamilegacy/nginx:1.27.4\nCOPY site /app\n',
      message: 'moved',
    },
    {
      bad: 'FROM «java:8-jre»\nCOPY app.jar ./\nCMD ["java", "-jar", "app.jar"]\n',
      good: 'FROM eclipse-temurin:8-jre\nCOPY app.jar ./\nCMD ["java", "-jar", "app.jar"]\n',
      message: 'retired',
    },
    {
      bad: 'FROM «elasticsearch»\nCOPY elasticsearch.yml /usr/share/elasticsearch/config/\n',
      good: 'FROM elasticsearch:9.4.5\nCOPY elasticsearch.yml /usr/share/elasticsearch/config/\n',
      message: 'unnamed',
    },
  ],
  allows: [
    'FROM openjdk:27-ea-jdk\n',
    'FROM gcr.io/distroless/static-debian13\n',
    'FROM bitnami/minideb:trixie\nFROM bitnami/nginx:latest\n',
    'FROM my-registry.example.com/openjdk:17\n',
    'FROM node:24 AS java\nFROM java\n',
    'ARG TAG\nFROM openjdk:$TAG\n',
  ],
  *check(stage) {
    for (const image of usedImages(stage)) {
      const found = findingAt(image);
      // What has ended but can be pulled has a finding of its own.
      if (found && (cannotBePulled(image.reference) || !isEnded(image))) yield found;
    }
  },
});

function isEnded({ by, reference }: UsedImage): boolean {
  return by.keyword === 'FROM' && endedIn(reference).length > 0;
}

function findingAt(image: UsedImage): Finding | undefined {
  const { reference, word } = image;
  const gone = goneIn(reference);
  if (!gone) return undefined;
  const next = replacementOf(reference, gone);
  const successor = next ?? gone.successor;
  return {
    span: placeOf(image, undefined),
    message: successor === undefined ? 'givenUp' : gone.state,
    values: { image: reference.text, month: gone.month, successor: successor ?? '' },
    also: gone.state === 'unnamed' ? peersOf(image) : [],
    fixes: next !== undefined && isSpelledOut(image) ? [moveTo(next, word.span)] : [],
  };
}

/** Other linters see the missing tag only. */
function peersOf({ by, reference }: UsedImage): readonly PeerName[] {
  if (by.keyword === 'FROM') return [reference.tag === undefined ? 'hadolint/DL3006' : 'hadolint/DL3007'];
  return by.keyword === 'COPY' && reference.tag === undefined ? ['hadolint/DL3022'] : [];
}

function moveTo(image: string, span: Span): Fix {
  return {
    title: { ko: '{image:으로} 바꾸기', en: 'Change to {image}' },
    values: { image },
    kind: 'choice',
    edits: [{ span, text: image }],
  };
}
