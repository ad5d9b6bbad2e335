import { builderOf } from '../commands';
import { GONE_BUILDERS } from '../facts/gone-builders';
import type { Build } from '../model';
import { rule } from '../rule';

export default rule({
  id: 'cloudbuild/gone-builder',
  severity: 'info',
  scope: 'part',
  what: { ko: '아무도 관리하지 않는 builder', en: 'A builder nobody looks after any more' },
  why: {
    ko: '프로젝트가 보관(archive)되거나 저장소에서 지워진 builder는 고쳐지지 않는다. 이미지는 당분간 받을 수 있어도 안의 도구는 낡아 가고, 보안 문제도 그대로 남는다.',
    en: 'A builder whose project was archived, or that was removed from its repository, is not mended any more. Its image may still be there; the tools inside grow old, and holes stay open.',
  },
  how: {
    ko: '관리되는 이미지로 바꾼다. 공식 목록은 GoogleCloudPlatform/cloud-builders의 README에 있다.',
    en: 'Change to an image that is looked after; the README of GoogleCloudPlatform/cloud-builders lists the official ones.',
  },
  messages: {
    gone: {
      ko: '`{builder}`{builder|은} {since}부터 관리되지 않는다. 대신 쓸 것: {instead}.',
      en: '`{builder}` has not been looked after since {since}; use {instead}.',
    },
  },
  concepts: ['cloudbuild/name'],
  source: 'https://github.com/GoogleCloudPlatform/cloud-builders',
  also: [],
  examples: [
    {
      bad: 'steps:\n  - name: «gcr.io/kaniko-project/executor:latest»\n    args: [--destination=us-docker.pkg.dev/p/shop/web:1]\n',
      good: "steps:\n  - name: gcr.io/cloud-builders/docker\n    args: [build, -t, 'us-docker.pkg.dev/p/shop/web:1', .]\nimages: ['us-docker.pkg.dev/p/shop/web:1']\n",
    },
  ],
  allows: [
    'steps:\n  - name: gcr.io/cloud-builders/docker\n  - name: gcr.io/cloud-builders/kubectl\n  - name: gcr.io/cloud-builders/gke-deploy\n',
  ],
  *check({ sort, steps }: Build) {
    if (sort === 'other') return;
    for (const { name } of steps) {
      const builder = name && builderOf(name);
      const gone = builder === undefined ? undefined : GONE_BUILDERS[builder];
      if (name && builder && gone)
        yield { span: name.span, values: { builder, since: gone.since, instead: gone.instead } };
    }
  },
});
