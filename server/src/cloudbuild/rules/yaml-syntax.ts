import { FAULT_TEXTS } from '../../yaml/fault-texts';
import type { Build } from '../model';
import { rule } from '../rule';

export default rule({
  id: 'cloudbuild/yaml-syntax',
  severity: 'error',
  scope: 'part',
  what: { ko: 'YAML로 읽을 수 없는 빌드 설정', en: 'A build config that is not valid YAML' },
  why: {
    ko: '`gcloud builds submit`도 trigger도 먼저 YAML을 읽는다. 읽지 못하면 step은 하나도 시작하지 않는다.',
    en: 'Both `gcloud builds submit` and a trigger read the YAML first. If that fails, not a single step starts.',
  },
  how: {
    ko: '들여쓰기는 space로만 하고, step마다 `- `의 칸을 맞춘다. `[`와 따옴표는 닫고, `docker` 인자처럼 `:`이나 `$`가 든 값은 따옴표로 감싼다.',
    en: 'Indent with spaces only and keep the `- ` of all steps in one column. Close brackets and quotes, and put values with a `:` or `$` in quotes.',
  },
  messages: FAULT_TEXTS,
  concepts: ['concepts/yaml'],
  source: 'https://yaml.org/spec/1.2.2/',
  also: [],
  examples: [
    {
      bad: "steps:\n  - name: gcr.io/cloud-builders/docker\n    args: «[»'build', '.'\n",
      good: "steps:\n  - name: gcr.io/cloud-builders/docker\n    args: ['build', '.']\n",
      message: 'unclosed-bracket',
    },
    {
      bad: 'steps:\n«\t»- name: ubuntu\n',
      good: 'steps:\n  - name: ubuntu\n',
      message: 'tab-indentation',
    },
  ],
  allows: [
    "steps:\n  - name: gcr.io/cloud-builders/docker\n    args: [inspect, --format={{.Id}}, 'web:1']\n",
    // A trigger.
    'name: on-push\nfilename: cloudbuild.yaml\ngithub: [x\n',
  ],
  *check({ sort, document }: Build) {
    if (sort !== 'build') return;
    for (const { code, span } of document.faults) if (!ELSEWHERE.has(code)) yield { span, message: code };
  },
});

/** A rule of its own says it, or it is kubectl's alone. */
const ELSEWHERE = new Set(['duplicate-key', 'separator', 'directive']);
