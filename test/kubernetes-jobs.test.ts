import assert from 'node:assert/strict';
import { it } from 'node:test';
import { isEveryMinute, namesHour } from '../server/src/kubernetes/facts/cron';
import { table } from './kubernetes-table';
import { allRules, Bench } from './samples';

const cron = (spec: string, job = '') =>
  `apiVersion: batch/v1\nkind: CronJob\nmetadata: {name: a}\nspec:\n${spec}  jobTemplate:\n    spec:\n${job}      template: {spec: {restartPolicy: Never, containers: [{name: a, image: a}]}}\n`;
const job = (spec: string) =>
  `apiVersion: batch/v1\nkind: Job\nmetadata: {name: a}\nspec:\n${spec}  template: {spec: {restartPolicy: Never, containers: [{name: a, image: a}]}}\n`;

table('kubernetes/cron-without-time-zone', [
  ['quoted', cron('  schedule: «"30 9 * * 1-5"»\n')],
  ['several hours', cron('  schedule: «"0 9,18 * * *"»\n')],
  ['a range of hours', cron('  schedule: «0 9-17 * * *»\n')],
  ['every two hours of some', cron('  schedule: «0 9-17/2 * * *»\n')],
  ['no schedule', cron('  schedule: "0 25 * * *"\n')],
  ['a zone in the schedule is told elsewhere', cron('  schedule: "CRON_TZ=Asia/Seoul 0 3 * * *"\n')],
  ['null', cron('  schedule: «0 3 * * *»\n  timeZone: null\n')],
  ['half typed', cron('  schedule: «0 3 * * *»\n  timeZone:\n')],
  [
    'CRLF',
    cron('  schedule: «0 3 * * *»\n').replaceAll('\n', '\r\n'),
    cron('  schedule: 0 3 * * *\n  timeZone: Etc/UTC\n').replaceAll('\n', '\r\n'),
  ],
  ['a template', cron('  schedule: "{{ .Values.schedule }}"\n')],
]);

table('kubernetes/cronjob-overlaps', [
  [
    'half typed',
    cron('  schedule: «"* * * * *"»\n  concurrencyPolicy:\n'),
    cron('  schedule: "* * * * *"\n  concurrencyPolicy: Forbid\n'),
  ],
  ['null', cron('  schedule: «"* * * * *"»\n  concurrencyPolicy: null\n')],
  ['once an hour', cron('  schedule: "0 * * * *"\n')],
  ['in one hour', cron('  schedule: "* 3 * * *"\n')],
]);

table('kubernetes/cronjob-without-deadline', [
  ['null', cron('  schedule: "@hourly"\n  «startingDeadlineSeconds»: null\n')],
  [
    'flow style',
    'apiVersion: batch/v1\nkind: CronJob\nmetadata: {name: a}\nspec: {«schedule»: "@hourly", jobTemplate: {}}\n',
    'apiVersion: batch/v1\nkind: CronJob\nmetadata: {name: a}\nspec: {schedule: "@hourly", jobTemplate: {}, startingDeadlineSeconds: 600}\n',
  ],
]);

table('kubernetes/finished-job-stays', [
  ['half typed', job('  «ttlSecondsAfterFinished»:\n')],
  [
    'a hook of Argo CD',
    job('').replace('{name: a}', '{name: a, annotations: {argocd.argoproj.io/hook: Sync}}'),
  ],
  ['of a CronJob', cron('  schedule: "@hourly"\n')],
]);

table('kubernetes/job-ttl-in-cronjob', [
  ['null', cron('  schedule: "@hourly"\n', '      ttlSecondsAfterFinished: null\n')],
  [
    'zero',
    cron('  schedule: "@hourly"\n', '      «ttlSecondsAfterFinished»: 0\n'),
    cron('  schedule: "@hourly"\n'),
  ],
  ['a Job alone', job('  ttlSecondsAfterFinished: 60\n')],
]);

it('schedules that mean a time of day', () => {
  const all = [
    '0 3 * * *',
    '@daily',
    '@weekly',
    '@hourly',
    '* * * * *',
    '0 */6 * * *',
    '0 ? * * *',
    '*/5 0 * * *',
    '@every 1h',
    'x',
  ];
  assert.deepEqual(all.filter(namesHour), ['0 3 * * *', '@daily', '@weekly', '*/5 0 * * *']);
  assert.deepEqual(['* * * * *', '*/1 * * * *', '*/2 * * * *', '* * * *'].map(isEveryMinute), [
    true,
    true,
    false,
    false,
  ]);
});

it('a time zone in the schedule is an error', () => {
  const { language } = allRules.find(({ rule }) => rule.id === 'kubernetes/invalid-value')!;
  for (const zone of ['TZ', 'CRON_TZ'])
    assert.deepEqual(
      new Bench(language, cron(`  schedule: "${zone}=Asia/Seoul 0 3 * * *"\n`))
        .diagnose()
        .filter(({ severity }) => severity === 'error')
        .map(({ rule }) => rule.id),
      ['kubernetes/invalid-value'],
    );
});
