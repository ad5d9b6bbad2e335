import { isTrusted } from '../../image/trusted';
import { placeOf, usedImages } from '../facts/used-images';
import { rule } from '../rule';

const trust = (...trustedRegistries: string[]) => ({
  options: { 'dockerfile/untrusted-registry': { trustedRegistries } },
});

export default rule<{ trustedRegistries: readonly string[] }>({
  id: 'dockerfile/untrusted-registry',
  severity: 'warning',
  scope: 'section',
  what: { ko: '믿기로 한 곳이 아닌 registry', en: 'A registry that is not on the list of trusted ones' },
  why: {
    ko: '베이스 이미지에 든 것은 전부 내 이미지가 되고 내 권한으로 실행된다. 그래서 조직은 이미지를 받아도 되는 registry를 정해 두고, 검사한 이미지만 그곳에 올린다. registry를 적지 않은 이름은 Docker Hub(`docker.io`)에서 온다. 목록을 적어 두지 않으면 이 규칙은 아무 말도 하지 않는다.',
    en: 'Whatever is in a base image becomes part of yours and runs with its rights. So organisations settle which registries images may come from and put only images there that were looked at. A name without a registry comes from Docker Hub (`docker.io`). As long as there is no list, this rule says nothing.',
  },
  how: {
    ko: '목록에 있는 registry의 이미지를 쓴다. 그곳도 믿어도 된다면 설정의 `trustedRegistries`에 더한다. ex) `trustedRegistries: [docker.io, "*.example.com"]`',
    en: 'Take the image from a registry on the list. If this one deserves trust too, add it to `trustedRegistries` in the configuration, ex) `trustedRegistries: [docker.io, "*.example.com"]`.',
  },
  messages: {
    untrusted: {
      ko: '{registry:은} 믿기로 한 registry가 아니다. 목록: {trusted}',
      en: '{registry} is not one of the trusted registries: {trusted}.',
    },
  },
  concepts: ['concepts/registry', 'concepts/image', 'dockerfile/FROM'],
  source: 'https://docs.docker.com/build/building/best-practices/#choose-the-right-base-image',
  also: ['hadolint/DL3026'],
  options: {
    trustedRegistries: {
      default: [],
      what: {
        ko: '이미지를 받아도 되는 registry. `*`는 아무 글자나 뜻하고, Docker Hub는 `docker.io`다. 비어 있으면 검사하지 않는다.',
        en: 'The registries images may come from; `*` stands for anything, Docker Hub is `docker.io`. Empty: not checked.',
      },
    },
  },
  examples: [
    {
      bad: {
        files: {
          Dockerfile: 'FROM «node»:24\nCOPY --from=«quay.io»/minio/mc:latest /usr/bin/mc /usr/bin/\n',
        },
        settings: trust('ghcr.io'),
      },
      good: {
        files: {
          Dockerfile:
            'FROM ghcr.io/example/node:24\nCOPY --from=ghcr.io/example/mc:latest /usr/bin/mc /usr/bin/\n',
        },
        settings: trust('ghcr.io'),
      },
    },
  ],
  allows: [
    'FROM quay.io/a/b:1\n',
    {
      files: { Dockerfile: 'FROM node:24 AS a\nFROM a\nCOPY --from=ghcr.io/a/b:1 c d\nFROM scratch\n' },
      settings: trust('docker.io', 'ghcr.io/a'),
    },
  ],
  *check(stage, { options: { trustedRegistries } }) {
    if (trustedRegistries.length === 0) return;
    for (const image of usedImages(stage)) {
      const { reference } = image;
      if (isTrusted(reference, trustedRegistries)) continue;
      const { registry, repository } = reference.places;
      yield {
        span: placeOf(image, registry ?? repository),
        values: { registry: reference.registry, trusted: [...trustedRegistries] },
      };
    }
  },
});
