import type { Fix } from '../../core/rule';
import type { Span } from '../../core/span';
import type { Values } from '../../core/text';
import { type Ended, endedIn, successorOf, supported } from '../facts/end-of-life';
import { cannotBePulled } from '../facts/gone';
import { rule } from '../rule';

export default rule({
  id: 'dockerfile/end-of-life-base-image',
  severity: 'warning',
  scope: 'section',
  what: { ko: '지원이 끝난 베이스 이미지', en: 'A base image past its end of support' },
  why: {
    ko: '지원이 끝난 배포판이나 언어 버전에는 보안 수정이 더 오지 않는다. 그 위에 쌓는 이미지는 알려진 취약점을 그대로 안고 가고, 다시 빌드해도 달라지지 않는다. 패키지 저장소가 옮겨지거나 닫혀서 `apt-get update`부터 실패하기도 한다. 날짜는 2026-11까지 확인한 표를 따른다.',
    en: 'A distribution or language version past its end of support gets no more security fixes. Every image on top of it keeps the known holes, and building again does not help. Its package archive may also move or close, and then `apt-get update` is the first thing to fail. The dates come from a table checked up to 2026-11.',
  },
  how: {
    ko: '지원되는 버전의 tag로 옮기고 테스트한다. ex) `ubuntu:14.04` → `ubuntu:26.04`. Ubuntu는 무료 지원이 끝나도 유료 연장(ESM)이 몇 년 더 있지만, Docker Hub의 이미지는 그 저장소를 쓰지 않는다.',
    en: 'Move to the tag of a supported version and test, ex) `ubuntu:14.04` → `ubuntu:26.04`. Ubuntu sells some more years after the free ones (ESM), but the image on Docker Hub does not use that archive.',
  },
  messages: {
    ended: {
      ko: '{name} {version}의 {support:은} {month}에 끝났다. {successor:으로} 옮긴다.',
      en: '{name} {version}: {support} ended in {month}. Move to {successor}.',
    },
    both: {
      ko: '{name} {version}의 {support:은} {month}에, 그 아래 {below}의 {belowSupport:은} {belowMonth}에 끝났다. {successor:으로} 옮긴다.',
      en: '{name} {version} ({support} ended in {month}) on {below} ({belowSupport} ended in {belowMonth}). Move to {successor}.',
    },
  },
  concepts: ['concepts/base-image-lifetime', 'concepts/image-tag', 'dockerfile/FROM'],
  source: 'https://docs.docker.com/build/building/best-practices/#choose-the-right-base-image',
  also: [],
  fix: 'choice',
  examples: [
    {
      bad: 'FROM ubuntu:«14.04»\nRUN apt-get update && apt-get install -y nginx\n',
      good: 'FROM ubuntu:26.04\nRUN apt-get update && apt-get install -y nginx\n',
    },
    {
      bad: 'FROM python:«3.8-slim-buster»\nCOPY app.py ./\nCMD ["python", "app.py"]\n',
      good: 'FROM python:3.14-slim-trixie\nCOPY app.py ./\nCMD ["python", "app.py"]\n',
      message: 'both',
    },
    {
      bad: 'FROM «centos»\nRUN yum install -y nginx\n',
      good: 'FROM almalinux:9\nRUN yum install -y nginx\n',
    },
  ],
  allows: [
    'FROM ubuntu:24.04\n',
    'FROM debian:bookworm-slim\n',
    'FROM node:24-alpine\n',
    'FROM my-registry.example.com/ubuntu:14.04\n',
    'FROM ubuntu\n',
    'ARG VERSION\nFROM node:${VERSION}\n',
    'FROM alpine:3.24 AS node\nFROM node\n',
  ],
  *check({ from, base }) {
    if (base.kind !== 'image' || !from?.image) return;
    const { reference } = base;
    // There is a finding for that.
    if (cannotBePulled(reference)) return;
    const ended = endedIn(reference);
    const [first, below] = ended;
    if (!first) return;
    const { span, raw } = from.image;
    // What a variable expands to has no place of its own.
    const written = raw === reference.text && span.end - span.start === raw.length;
    const { repository, tag = repository } = reference.places;
    const next = written ? supported(reference, ended) : undefined;
    yield {
      span: written ? { ...span, start: span.start + tag.start, end: span.start + tag.end } : span,
      ...(below && { message: 'both' }),
      values: {
        ...endedValues(first),
        ...(below && belowValues(below)),
        successor: next ?? successorOf(first, reference),
      },
      fixes: next === undefined ? [] : [moveTo(next, span)],
    };
  },
});

function endedValues({ product, version, month }: Ended): Values {
  return { name: product.name, version, support: product.support, month };
}

function belowValues({ product, version, month }: Ended): Values {
  return { below: `${product.name} ${version}`, belowSupport: product.support, belowMonth: month };
}

function moveTo(image: string, span: Span): Fix {
  return {
    title: { ko: '{image:으로} 바꾸기', en: 'Change to {image}' },
    values: { image },
    kind: 'choice',
    edits: [{ span, text: image }],
  };
}
