import { addEntry } from '../../yaml/edit';
import { entry, isAbsent, keySpan } from '../../yaml/navigate';
import type { Manifest } from '../model';
import { isWhole } from '../pods/pods';
import { rule } from '../rule';

export default rule({
  id: 'kubernetes/cronjob-without-deadline',
  severity: 'off',
  strict: 'info',
  scope: 'part',
  what: {
    ko: 'CronJob에 `startingDeadlineSeconds`가 없다',
    en: 'A CronJob without `startingDeadlineSeconds`',
  },
  why: {
    ko: '제때 시작하지 못한 Job을 언제까지 늦게라도 시작할지 정하는 값이다. 없으면 기한이 없다. controller가 오래 멈췄다 돌아오면 밤에 돌 일이 낮에 시작될 수 있고, 놓친 횟수가 100번을 넘으면 경고 이벤트를 남긴다.',
    en: 'It says how late a run that missed its time may still be started. Without it there is no limit: when the controller comes back after an outage, what belongs to the night may start at noon. After more than 100 missed runs it leaves a warning event.',
  },
  how: {
    ko: '늦어도 되는 초를 `startingDeadlineSeconds`에 적는다. 10초보다 작으면 시작되지 않을 수 있다(controller가 10초마다 본다).',
    en: 'Write how many seconds late it may be. With less than 10 it may never start: the controller looks every 10 seconds.',
  },
  messages: {
    missing: {
      ko: '`startingDeadlineSeconds`가 없어서 놓친 Job이 아무 때나 늦게 시작될 수 있다.',
      en: 'Without `startingDeadlineSeconds` a run that was missed may start at any later time.',
    },
  },
  concepts: ['kubernetes/CronJob', 'kubernetes/Job'],
  source: 'https://kubernetes.io/docs/concepts/workloads/controllers/cron-jobs/#starting-deadline',
  also: ['kube-score/cronjob-has-deadline'],
  fix: 'choice',
  examples: [
    { bad: cronJob('«schedule»', ''), good: cronJob('schedule', '  startingDeadlineSeconds: 600\n') },
  ],
  allows: [cronJob('schedule', '  startingDeadlineSeconds: 0\n')],
  *check(manifest: Manifest, { facts }) {
    if (!isWhole(manifest, facts)) return;
    for (const { kind, spec } of manifest.objects) {
      const written = entry(spec, 'startingDeadlineSeconds');
      if (kind.value !== 'CronJob' || !spec || !isAbsent(written?.value)) continue;
      yield {
        span: (written ?? entry(spec, 'schedule'))?.key.span ?? keySpan(spec),
        fixes: written
          ? []
          : [
              {
                title: {
                  ko: '`startingDeadlineSeconds: 600` 적기',
                  en: 'Write `startingDeadlineSeconds: 600`',
                },
                kind: 'choice',
                edits: [addEntry(manifest.document, spec, 'startingDeadlineSeconds', '600', 'schedule')],
              },
            ],
      };
    }
  },
});

function cronJob(schedule: string, deadline: string): string {
  return `apiVersion: batch/v1\nkind: CronJob\nmetadata:\n  name: clean\nspec:\n  ${schedule}: "*/5 * * * *"\n${deadline}  jobTemplate:\n    spec:\n      template:\n        spec:\n          restartPolicy: Never\n          containers:\n            - name: clean\n              image: busybox:1.37\n`;
}
