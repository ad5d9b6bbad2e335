import type { Finding, Fix } from '../../core/rule';
import type { Values } from '../../core/text';
import { changeTo } from '../../yaml/change';
import type { YamlScalar } from '../../yaml/node';
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
    ko: '시간은 초로 쓴다. `600`처럼 `s`가 없으면 빌드가 시작되지 않는다. `10m`은 trigger에서는 통하지만 `gcloud builds submit`에서는 `duration must end with s`로 거부된다. 빌드도 step도 24시간을 넘길 수 없고, step의 시간은 빌드 전체의 시간보다 길 수 없다.',
    en: 'Times are written in seconds. Without the `s`, as in `600`, the build does not start. A trigger reads `10m`, too, but `gcloud builds submit` refuses it: `duration must end with s`. Neither a build nor a step may take more than 24 hours, and no step more than the whole build.',
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
    trigger: {
      ko: '`{written}`{written|은} trigger만 읽는다. `gcloud builds submit`은 거부하므로 초로 쓴다.',
      en: 'Only triggers read `{written}`; `gcloud builds submit` refuses it. Write seconds.',
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
      bad: 'steps:\n  - name: ubuntu\ntimeout: «"600"»\n',
      good: 'steps:\n  - name: ubuntu\ntimeout: "600s"\n',
    },
    {
      bad: 'steps:\n  - name: ubuntu\ntimeout: «10m»\n',
      good: 'steps:\n  - name: ubuntu\ntimeout: 600s\n',
      message: 'trigger',
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
      for (const { field, node, type } of place.leaves) {
        if (type !== 'duration' || typeof node.value !== 'string') continue;
        const values = { field: field.name, written: node.text };
        const seconds = secondsOf(node.text);
        if (seconds === undefined) yield unread(node, values);
        else if (seconds < 0) yield { span: node.span, message: 'negative', values };
        else if (field.name === 'timeout' && seconds > LONGEST_SECONDS)
          yield { span: node.span, message: 'long', values };
        else if (limit && most && place.type.name === 'BuildStep' && seconds > most)
          yield { ...longerThan(limit), span: node.span };
      }
  },
});

/** What Go reads as a duration a trigger takes, which is written in it. */
function unread(node: YamlScalar, values: Values): Finding {
  const isGo = /^(?:\d+(?:\.\d*)?(?:h|m|s|ms))+$/.test(node.text);
  const found = { span: node.span, values, fixes: fixesOf(node) };
  return isGo ? { ...found, message: 'trigger', severity: 'warning' } : found;
}

function longerThan({ span, text }: YamlScalar): Omit<Finding, 'span'> {
  return { message: 'build', values: { build: text }, related: [{ span, message: 'limit' }] };
}

function fixesOf(node: YamlScalar): readonly Fix[] {
  const seconds = meantSeconds(node.text);
  return seconds === undefined ? [] : [changeTo(node, `${seconds}s`)];
}
