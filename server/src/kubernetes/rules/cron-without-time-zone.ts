import type { Fix } from '../../core/rule';
import { addEntry } from '../../yaml/edit';
import { asScalar, entry, get, isAbsent } from '../../yaml/navigate';
import type { YamlDocument, YamlMap } from '../../yaml/node';
import { namesHour } from '../facts/cron';
import type { Manifest } from '../model';
import { isWhole } from '../pods/pods';
import { rule } from '../rule';

export default rule({
  id: 'kubernetes/cron-without-time-zone',
  severity: 'hint',
  scope: 'part',
  what: {
    ko: 'CronJob의 시각이 어느 시간대인지 적지 않았다',
    en: 'A CronJob at an hour of an unnamed time zone',
  },
  why: {
    ko: '`timeZone`이 없으면 schedule은 kube-controller-manager의 시간대로 읽힌다. 관리형 cluster에서는 거의 UTC다. 한국의 새벽 3시를 생각하고 `0 3 * * *`이라고 적으면 낮 12시에 돈다.',
    en: 'Without `timeZone` a schedule is read in the zone of the kube-controller-manager, which on managed clusters is mostly UTC. A `0 3 * * *` that was meant for the night in Seoul then runs at noon.',
  },
  how: {
    ko: '`timeZone: Asia/Seoul`처럼 적는다. schedule 안에 쓰는 `TZ=`와 `CRON_TZ=`는 API server가 거부한다. 일광 절약 시간이 있는 곳에서는 새벽 2~3시를 피한다.',
    en: 'Write it, ex) `timeZone: Asia/Seoul`. `TZ=` and `CRON_TZ=` in the schedule are refused by the API server. Where clocks are changed in spring, keep away from two to three at night.',
  },
  messages: {
    unknown: {
      ko: '이 시각은 controller의 시간대(보통 UTC)로 읽힌다. `timeZone`을 적는다.',
      en: 'This hour is read in the zone of the controller, usually UTC; write `timeZone`.',
    },
  },
  concepts: ['kubernetes/CronJob'],
  source: 'https://kubernetes.io/docs/concepts/workloads/controllers/cron-jobs/#time-zones',
  also: [],
  fix: 'choice',
  examples: [
    {
      bad: cronJob('«0 3 * * *»', ''),
      good: [cronJob('0 3 * * *', '  timeZone: Etc/UTC\n'), cronJob('0 3 * * *', '  timeZone: Asia/Seoul\n')],
    },
    {
      bad: cronJob('«"@daily"»', ''),
      good: [cronJob('"@daily"', '  timeZone: Etc/UTC\n'), cronJob('"@daily"', '  timeZone: Asia/Seoul\n')],
    },
  ],
  allows: [
    cronJob('0 3 * * *', '  timeZone: Asia/Seoul\n'),
    // The same in every zone, or nearly so.
    cronJob('"*/5 * * * *"', ''),
    cronJob('"0 */6 * * *"', ''),
    cronJob('"@hourly"', ''),
  ],
  *check(manifest: Manifest, { facts }) {
    if (!isWhole(manifest, facts)) return;
    for (const { kind, spec } of manifest.objects) {
      const schedule = asScalar(get(spec, 'schedule'));
      if (kind.value !== 'CronJob' || !spec || !schedule || !namesHour(schedule.text)) continue;
      const written = entry(spec, 'timeZone');
      if (!isAbsent(written?.value)) continue;
      yield {
        span: schedule.span,
        fixes: written ? [] : ZONES.map((zone) => zoneFix(manifest.document, spec, zone)),
      };
    }
  },
});

/** What it most likely means now, and where many of our readers live. */
const ZONES = ['Etc/UTC', 'Asia/Seoul'];

function zoneFix(document: YamlDocument, spec: YamlMap, zone: string): Fix {
  return {
    title: { ko: '`timeZone: {zone}` 적기', en: 'Write `timeZone: {zone}`' },
    values: { zone },
    kind: 'choice',
    edits: [addEntry(document, spec, 'timeZone', zone, 'schedule')],
  };
}

function cronJob(schedule: string, zone: string): string {
  return `apiVersion: batch/v1\nkind: CronJob\nmetadata:\n  name: clean\nspec:\n  schedule: ${schedule}\n${zone}  jobTemplate:\n    spec:\n      template:\n        spec:\n          restartPolicy: Never\n          containers:\n            - name: clean\n              image: busybox:1.37\n`;
}
