import { removeEntry } from '../../yaml/edit';
import { entry, isAbsent } from '../../yaml/navigate';
import { isPatch } from '../kustomize/kustomizations';
import type { Manifest } from '../model';
import { rule } from '../rule';

export default rule({
  id: 'kubernetes/job-ttl-in-cronjob',
  severity: 'off',
  strict: 'info',
  scope: 'part',
  what: {
    ko: 'CronJob 안에 `ttlSecondsAfterFinished`를 적었다',
    en: '`ttlSecondsAfterFinished` inside of a CronJob',
  },
  why: {
    ko: 'CronJob은 끝난 Job을 몇 개 남길지 스스로 정한다(`successfulJobsHistoryLimit` 3, `failedJobsHistoryLimit` 1). 시간으로도 지우게 하면 먼저 걸리는 쪽이 지우므로, 남기려던 실패의 로그가 사라질 수 있다.',
    en: 'A CronJob decides how many finished Jobs stay (`successfulJobsHistoryLimit` 3, `failedJobsHistoryLimit` 1). With a time limit as well, whichever comes first removes them: the log of a failure that was to be kept may be gone.',
  },
  how: {
    ko: '한쪽만 쓴다. 개수로 남기려면 `ttlSecondsAfterFinished`를 지운다.',
    en: 'Use one of the two. To keep a number of them, take `ttlSecondsAfterFinished` away.',
  },
  messages: {
    both: {
      ko: '끝난 Job은 CronJob의 history limit도 지운다. 먼저 걸리는 쪽이 지운다.',
      en: "Finished Jobs are also removed by the CronJob's history limits; whichever comes first wins.",
    },
  },
  concepts: ['kubernetes/CronJob', 'kubernetes/Job'],
  source: 'https://kubernetes.io/docs/concepts/workloads/controllers/cron-jobs/#jobs-history-limits',
  also: ['kube-linter/job-ttl-seconds-after-finished'],
  fix: 'choice',
  examples: [{ bad: cronJob('      «ttlSecondsAfterFinished»: 60\n'), good: cronJob('') }],
  allows: [cronJob('')],
  *check({ objects, document, file }: Manifest, { facts }) {
    if (isPatch(file.uri, facts)) return;
    for (const { kind, workload } of objects) {
      const pair = kind.value === 'CronJob' ? entry(workload?.spec, 'ttlSecondsAfterFinished') : undefined;
      if (!pair || isAbsent(pair.value)) continue;
      yield {
        span: pair.key.span,
        fixes:
          pair.parent === workload?.spec
            ? [
                {
                  title: {
                    ko: '`ttlSecondsAfterFinished` 지우기',
                    en: 'Take `ttlSecondsAfterFinished` away',
                  },
                  kind: 'choice',
                  edits: [removeEntry(document, pair)],
                },
              ]
            : [],
      };
    }
  },
});

function cronJob(ttl: string): string {
  return `apiVersion: batch/v1\nkind: CronJob\nmetadata:\n  name: clean\nspec:\n  schedule: "*/5 * * * *"\n  jobTemplate:\n    spec:\n${ttl}      template:\n        spec:\n          restartPolicy: Never\n          containers:\n            - name: clean\n              image: busybox:1.37\n`;
}
