import { addEntry, replaceText } from '../../yaml/edit';
import { asScalar, entry, get, isAbsent } from '../../yaml/navigate';
import { isEveryMinute } from '../facts/cron';
import type { Manifest } from '../model';
import { isWhole } from '../pods/pods';
import { rule } from '../rule';

export default rule({
  id: 'kubernetes/cronjob-overlaps',
  severity: 'hint',
  scope: 'part',
  what: {
    ko: '매분 도는 CronJob이 겹쳐 돌 수 있다',
    en: 'A CronJob of every minute whose runs may overlap',
  },
  why: {
    ko: '`concurrencyPolicy`를 적지 않으면 `Allow`다. 앞의 Job이 끝나지 않았어도 다음 분에 또 시작한다. 1분을 넘기는 일이 한 번 생기면 Job이 쌓이고, 서로 느려져서 더 쌓인다.',
    en: 'Left out, `concurrencyPolicy` is `Allow`: the next run starts although the last one has not ended. Once a run takes more than a minute they pile up, slow each other down and pile up faster.',
  },
  how: {
    ko: '겹치면 안 되면 `Forbid`(건너뛰기), 새것이 옳으면 `Replace`(옛것을 멈추기)를 적는다.',
    en: 'Write `Forbid` to skip a run while another is on, or `Replace` to stop the older one.',
  },
  messages: {
    overlap: {
      ko: '매분 시작하는데 앞의 Job을 기다리지 않는다(`Allow`). 1분을 넘기면 겹쳐서 쌓인다.',
      en: 'It starts every minute and does not wait for the last run (`Allow`): runs longer than that pile up.',
    },
  },
  concepts: ['kubernetes/CronJob', 'kubernetes/Job'],
  source: 'https://kubernetes.io/docs/concepts/workloads/controllers/cron-jobs/#concurrency-policy',
  also: [],
  fix: 'choice',
  examples: [
    {
      bad: cronJob('«"* * * * *"»', ''),
      good: cronJob('"* * * * *"', '  concurrencyPolicy: Forbid\n'),
    },
    {
      bad: cronJob('"*/1 * * * *"', '  concurrencyPolicy: «Allow»\n'),
      good: cronJob('"*/1 * * * *"', '  concurrencyPolicy: Forbid\n'),
    },
  ],
  allows: [cronJob('"* * * * *"', '  concurrencyPolicy: Replace\n'), cronJob('"*/5 * * * *"', '')],
  *check(manifest: Manifest, { facts }) {
    if (!isWhole(manifest, facts)) return;
    for (const { kind, spec } of manifest.objects) {
      const schedule = asScalar(get(spec, 'schedule'));
      if (kind.value !== 'CronJob' || !spec || !schedule || !isEveryMinute(schedule.text)) continue;
      const policy = asScalar(entry(spec, 'concurrencyPolicy')?.value);
      const isWritten = !isAbsent(policy) && policy?.text !== '';
      if (isWritten && policy?.text !== 'Allow') continue;
      const edit = policy
        ? replaceText(policy, 'Forbid')
        : addEntry(manifest.document, spec, 'concurrencyPolicy', 'Forbid', 'schedule');
      yield {
        span: policy && isWritten ? policy.span : schedule.span,
        fixes: [
          {
            title: {
              ko: '앞의 것이 끝나지 않았으면 건너뛰기(`Forbid`)',
              en: 'Skip a run while one is on (`Forbid`)',
            },
            kind: 'choice',
            edits: [edit],
          },
        ],
      };
    }
  },
});

function cronJob(schedule: string, policy: string): string {
  return `apiVersion: batch/v1\nkind: CronJob\nmetadata:\n  name: clean\nspec:\n  schedule: ${schedule}\n${policy}  jobTemplate:\n    spec:\n      template:\n        spec:\n          restartPolicy: Never\n          containers:\n            - name: clean\n              image: busybox:1.37\n`;
}
