import type { Fix, PeerName } from '../../core/rule';
import type { ImageReference } from '../../image/reference';
import { PRODUCTS } from '../facts/end-of-life';
import { goneIn } from '../facts/gone';
import { imageName } from '../facts/official-image';
import { splitTag } from '../facts/split-tag';
import { strangersIn } from '../facts/stage-names';
import { undeclaredIn } from '../facts/undeclared';
import { isSpelledOut, placeOf, type UsedImage, usedImages } from '../facts/used-images';
import type { Dockerfile, Word } from '../model';
import { rule } from '../rule';

export default rule({
  id: 'dockerfile/floating-tag',
  severity: 'info',
  strict: 'warning',
  scope: 'file',
  what: { ko: 'tag가 없거나 latest인 이미지', en: 'An image without a tag, or with latest' },
  why: {
    ko: 'tag를 적지 않으면 `latest`가 된다. `latest`는 "가장 최신"이 아니라 언제든 다른 이미지로 옮겨 붙는 이름표다. 그래서 같은 Dockerfile이 어제는 되고 오늘은 안 되고, 캐시가 있는 컴퓨터와 새 컴퓨터가 서로 다른 이미지 위에서 빌드한다. 무엇이 바뀌었는지 파일에는 아무 흔적도 남지 않는다.',
    en: 'Without a tag Docker takes `latest`. That does not mean the newest: it is a label that its owner moves to another image at any time. So the same Dockerfile works one day and fails the next, and a machine with a cache builds on another image than a fresh one. Nothing in the file shows what changed.',
  },
  how: {
    ko: '쓰는 버전을 tag에 적는다. ex) `node:24-slim`. 한 글자도 달라지면 안 되면 digest까지 적고(`@sha256:...`) 올려 주는 도구(Renovate, Dependabot)를 함께 쓴다.',
    en: 'Name the version you use in the tag, ex) `node:24-slim`. Where nothing may change at all, add the digest (`@sha256:...`) and let a tool such as Renovate or Dependabot raise it.',
  },
  messages: {
    untagged: {
      ko: '`{image}`에 tag가 없다. `latest`를 받게 되고, 그것은 예고 없이 바뀐다.',
      en: '`{image}` has no tag: Docker takes `latest`, which changes without notice.',
    },
    latest: {
      ko: '`{image}`의 `latest`는 예고 없이 다른 이미지가 된다. 버전을 적는다.',
      en: 'The `latest` of `{image}` becomes another image without notice; name a version.',
    },
  },
  concepts: ['concepts/image-tag', 'concepts/image', 'dockerfile/FROM'],
  source: 'https://docs.docker.com/build/building/best-practices/#pin-base-image-versions',
  also: ['hadolint/DL3006', 'hadolint/DL3007', 'hadolint/DL3022'],
  fix: 'choice',
  examples: [
    {
      bad: 'FROM «node»\nCOPY server.js ./\nCMD ["node", "server.js"]\n',
      good: 'FROM node:24\nCOPY server.js ./\nCMD ["node", "server.js"]\n',
    },
    {
      bad: 'FROM ubuntu:«latest»\nCMD ["date"]\n',
      good: 'FROM ubuntu:26.04\nCMD ["date"]\n',
      message: 'latest',
    },
    {
      bad: 'FROM debian:13-slim\nCOPY --from=«nginx» /etc/nginx /etc/nginx\n',
      good: 'FROM debian:13-slim\nCOPY --from=nginx:1.29 /etc/nginx /etc/nginx\n',
    },
  ],
  allows: [
    'FROM scratch\n',
    'FROM node:24 AS build\nFROM build\n',
    `FROM node:latest@sha256:${'a1'.repeat(32)}\n`,
    'ARG BASE\nFROM $BASE\n',
  ],
  *check(file) {
    const meant = new Set(strangersIn(file).flatMap((image) => (isOther(image) ? image.word : [])));
    for (const image of file.stages.flatMap(usedImages)) {
      const { word, by, reference, overridable } = image;
      const { text, tag, digest, places } = reference;
      if (digest !== undefined || meant.has(word) || (tag !== undefined && tag !== 'latest')) continue;
      // The variable that nobody declared may be the tag; one behind a blank is `malformed-from`.
      if (by.keyword === 'FROM' && (splitTag(by) || undeclaredIn(word, image.stage).length > 0)) continue;
      // `gone-base-image` says that there is none.
      if (goneIn(reference)?.state === 'unnamed') continue;
      yield {
        span: latestAtEnd(word) ?? placeOf(image, places.tag),
        message: tag === undefined ? 'untagged' : 'latest',
        values: { image: text.slice(0, places.repository.end) },
        also: peersOf(by.keyword, tag),
        // Who builds may have chosen another one.
        ...(overridable && { severity: 'hint' as const }),
        fixes: isSpelledOut(image) ? pinned(reference, word) : [],
      };
    }
    yield* latestBehindVariables(file);
  },
});

/** Whether `unknown-stage` speaks of it. */
function isOther({ by, near }: { by: { keyword: string }; near?: string }): boolean {
  return near !== undefined || by.keyword !== 'FROM';
}

function peersOf(keyword: UsedImage['by']['keyword'], tag: string | undefined): readonly PeerName[] {
  if (keyword === 'FROM') return [tag === undefined ? 'hadolint/DL3006' : 'hadolint/DL3007'];
  return keyword === 'COPY' && tag === undefined ? ['hadolint/DL3022'] : [];
}

/** `$REGISTRY/node:latest`: the tag can be told although the name cannot. */
function* latestBehindVariables({ stages }: Dockerfile) {
  for (const { from, base } of stages) {
    const { image } = from ?? {};
    if (!image || base.kind === 'stage' || (base.kind === 'image' && !base.reference.problem)) continue;
    const place = latestAtEnd(image);
    if (place)
      yield {
        span: place,
        message: 'latest',
        values: { image: image.raw.slice(0, -':latest'.length) },
        also: ['hadolint/DL3007'] as const,
      };
  }
}

function latestAtEnd({ raw, span, template }: Word) {
  const last = template.at(-1);
  const written = span.end - span.start === raw.length && raw.endsWith(':latest') && !raw.includes('@');
  if (!written || template.length < 2 || typeof last !== 'string' || !last.endsWith(':latest'))
    return undefined;
  return { ...span, start: span.end - 'latest'.length };
}

/** To the version of the image that is supported by now, where the table knows it. */
function pinned(reference: ImageReference, { span }: Word): Fix[] {
  const { text, places } = reference;
  const product = PRODUCTS.find(({ images }) => images.includes(imageName(reference)));
  if (!product || !('tag' in product.successor)) return [];
  const image = `${text.slice(0, places.repository.end)}:${product.successor.tag}`;
  return [
    {
      title: { ko: '{image:으로} 바꾸기', en: 'Change to {image}' },
      values: { image },
      kind: 'choice',
      edits: [{ span, text: image }],
    },
  ];
}
