import { addEntry } from '../../yaml/edit';
import { entry, isAbsent, keySpan } from '../../yaml/navigate';
import type { KubernetesObject, Manifest } from '../model';
import { isWhole } from '../pods/pods';
import { rule } from '../rule';

export default rule({
  id: 'kubernetes/finished-job-stays',
  severity: 'off',
  strict: 'info',
  scope: 'part',
  what: {
    ko: '끝난 뒤에도 지워지지 않는 Job',
    en: 'A Job that stays after it has finished',
  },
  why: {
    ko: '끝난 Job과 그 Pod는 누가 지울 때까지 남는다. 로그를 볼 수 있어 좋지만, 쌓이면 API server가 느려지고 같은 이름으로 다시 apply할 수도 없다.',
    en: 'A finished Job and its pods stay until somebody deletes them. That keeps the logs, but as they pile up the API server gets slower, and the same name cannot be applied again.',
  },
  how: {
    ko: '`ttlSecondsAfterFinished`에 끝난 뒤 몇 초를 남길지 적는다. CronJob의 Job은 `successfulJobsHistoryLimit`가 지우므로 필요 없다.',
    en: 'Write in `ttlSecondsAfterFinished` how long it stays. Jobs of a CronJob need none: its history limits remove them.',
  },
  messages: {
    missing: {
      ko: '`ttlSecondsAfterFinished`가 없어서 끝난 Job이 손으로 지울 때까지 남는다.',
      en: 'Without `ttlSecondsAfterFinished` the finished Job stays until somebody deletes it.',
    },
  },
  concepts: ['kubernetes/Job'],
  source: 'https://kubernetes.io/docs/concepts/workloads/controllers/ttlafterfinished/',
  also: ['kube-linter/job-ttl-seconds-after-finished'],
  fix: 'choice',
  examples: [{ bad: job('«spec»', ''), good: job('spec', '  ttlSecondsAfterFinished: 86400\n') }],
  allows: [
    job('spec', '  ttlSecondsAfterFinished: 0\n'),
    // Who runs the hook removes it.
    job('spec', '').replace(
      '  name: once\n',
      '  name: once\n  annotations:\n    helm.sh/hook: pre-install\n',
    ),
  ],
  *check(manifest: Manifest, { facts }) {
    if (!isWhole(manifest, facts)) return;
    for (const object of manifest.objects) {
      const { kind, spec } = object;
      const written = entry(spec, 'ttlSecondsAfterFinished');
      if (kind.value !== 'Job' || !spec || !isAbsent(written?.value) || isHook(object)) continue;
      yield {
        span: written?.key.span ?? keySpan(spec),
        fixes: written
          ? []
          : [
              {
                title: { ko: '하루 뒤에 지우기', en: 'Remove it after a day' },
                kind: 'choice',
                edits: [addEntry(manifest.document, spec, 'ttlSecondsAfterFinished', '86400')],
              },
            ],
      };
    }
  },
});

function isHook({ annotations }: KubernetesObject): boolean {
  return annotations.some(({ name }) => /^(?:helm\.sh|argocd\.argoproj\.io)\/hook$/.test(name));
}

function job(spec: string, ttl: string): string {
  return `apiVersion: batch/v1\nkind: Job\nmetadata:\n  name: once\n${spec}:\n  template:\n    spec:\n      restartPolicy: Never\n      containers:\n        - name: once\n          image: busybox:1.37\n${ttl}`;
}
