import type { Finding, Fix } from '../../core/rule';
import { changeTo } from '../../yaml/change';
import type { YamlScalar } from '../../yaml/node';
import { leavesAt } from '../../yaml/schema/places';
import { LONGEST_SECONDS, meantSeconds, secondsOf } from '../facts/duration';
import { scalarAt } from '../field';
import type { Build } from '../model';
import { rule } from '../rule';
import { placesOf } from '../typed';

export default rule({
  id: 'cloudbuild/invalid-duration',
  severity: 'error',
  scope: 'part',
  what: { ko: '읽을 수 없거나 너무 긴 시간', en: 'A time that cannot be read, or is too long' },
  why: {
    ko: 'Cloud Build는 시간을 초로만 읽는다. `10m`이나 `600`은 시간이 아니므로 빌드가 시작되지 않는다. 빌드도 step도 24시간을 넘길 수 없고, step의 시간은 빌드 전체의 시간보다 길 수 없다.',
    en: 'Cloud Build reads times in seconds and nothing else: with `10m` or `600` the build does not start. Neither a build nor a step may take more than 24 hours, and no step more than the whole build.',
  },
  how: {
    ko: '초 뒤에 `s`를 붙인다. ex) 10분은 `600s`. `timeout`을 안 쓰면 빌드 전체가 60분이다.',
    en: 'Write seconds with an `s`, ex) `600s` for ten minutes. Without a `timeout` a build has 60 minutes.',
  },
  messages: {
    syntax: {
      ko: '`{written}`{written|은} 시간으로 읽을 수 없다. `600s`처럼 초로 쓴다.',
      en: '`{written}` is no duration; write seconds, as in `600s`.',
    },
    negative: { ko: '`{field}`{field|은} 0보다 작을 수 없다.', en: '`{field}` cannot be below zero.' },
    long: {
      ko: '`{field}`{field|은} 24시간(`86400s`)을 넘을 수 없다.',
      en: '`{field}` cannot be more than 24 hours (`86400s`).',
    },
    build: {
      ko: '이 step의 시간이 빌드 전체의 `timeout`({build})보다 길다. Cloud Build가 거부한다.',
      en: 'This step may take longer than the whole build (`timeout: {build}`); Cloud Build refuses it.',
    },
    limit: { ko: '빌드 전체의 시간', en: 'The time of the whole build' },
  },
  concepts: ['cloudbuild/timeout'],
  source: 'https://docs.cloud.google.com/build/docs/build-config-file-schema#timeout_2',
  also: [],
  fix: 'choice',
  examples: [
    {
      bad: 'steps:\n  - name: ubuntu\ntimeout: «10m»\n',
      good: 'steps:\n  - name: ubuntu\ntimeout: 600s\n',
    },
    {
      bad: 'steps:\n  - name: ubuntu\ntimeout: «90000s»\n',
      good: 'steps:\n  - name: ubuntu\ntimeout: 86400s\n',
      message: 'long',
    },
    {
      bad: 'steps:\n  - name: ubuntu\n    timeout: «900s»\ntimeout: 600s\n',
      good: 'steps:\n  - name: ubuntu\n    timeout: 600s\ntimeout: 600s\n',
      message: 'build',
    },
  ],
  allows: [
    "steps:\n  - name: ubuntu\n    timeout: 30.5s\ntimeout: '1200s'\nqueueTtl: 3600s\n",
    'steps:\n  - name: ubuntu\ntimeout: ${_TIMEOUT}\n',
  ],
  *check(build: Build) {
    const limit = scalarAt(build.root, 'timeout');
    const most = limit && secondsOf(limit.text);
    for (const place of placesOf(build))
      for (const { field, node, type } of leavesAt(place)) {
        if (type !== 'duration' || typeof node.value !== 'string') continue;
        const values = { field: field.name, written: node.text };
        const seconds = secondsOf(node.text);
        if (seconds === undefined) yield { span: node.span, values, fixes: fixesOf(node) };
        else if (seconds < 0) yield { span: node.span, message: 'negative', values };
        else if (field.name === 'timeout' && seconds > LONGEST_SECONDS)
          yield { span: node.span, message: 'long', values };
        else if (limit && most && place.type.name === 'BuildStep' && seconds > most)
          yield { ...longerThan(limit), span: node.span };
      }
  },
});

function longerThan({ span, text }: YamlScalar): Omit<Finding, 'span'> {
  return { message: 'build', values: { build: text }, related: [{ span, message: 'limit' }] };
}

function fixesOf(node: YamlScalar): readonly Fix[] {
  const seconds = meantSeconds(node.text);
  return seconds === undefined ? [] : [changeTo(node, `${seconds}s`)];
}
