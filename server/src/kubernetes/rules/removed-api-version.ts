import type { PeerName } from '../../core/rule';
import { findGone } from '../facts/gone-kinds';
import { findRemoved } from '../facts/removed-apis';
import { isPatch } from '../kustomize/kustomizations';
import type { Manifest } from '../model';
import { rule } from '../rule';

export default rule({
  id: 'kubernetes/removed-api-version',
  severity: 'error',
  scope: 'part',
  what: {
    ko: '이 버전의 cluster에 없는 `apiVersion`이다',
    en: 'An `apiVersion` the cluster no longer serves',
  },
  why: {
    ko: 'API는 beta를 거쳐 정식 버전이 되고, 옛 버전은 예고한 뒤 사라진다. 사라진 버전으로 쓴 manifest는 `no matches for kind` 오류로 거부된다. 이미 cluster에 있는 오브젝트는 새 버전으로 그대로 보인다.',
    en: 'An API grows from beta to stable, and the old versions are removed after notice. A manifest written for a removed one is rejected with `no matches for kind`. Objects already in the cluster stay, and are seen through the new version.',
  },
  how: {
    ko: '`apiVersion`을 새 버전으로 바꾸고, 이름이 바뀌었거나 새로 필수가 된 필드를 함께 고친다.',
    en: 'Write the new `apiVersion`, and with it the fields that were renamed or became required.',
  },
  messages: {
    replaced: {
      ko: '`{kind}`의 `{version}`{version|은} Kubernetes {release}에서 사라졌다. 지금은 `{replacement}`{replacement|이다}.',
      en: '`{kind}` has no `{version}` since Kubernetes {release}; it is `{replacement}` today.',
    },
    fields: {
      ko: '`{kind}`의 `{version}`{version|은} Kubernetes {release}에서 사라졌다. 지금은 `{replacement}`이고, 달라진 필드도 고쳐야 한다: {fields}.',
      en: '`{kind}` has no `{version}` since Kubernetes {release}; it is `{replacement}` today, where these fields differ: {fields}.',
    },
    gone: {
      ko: '`{kind}`{kind|은} Kubernetes {release}에서 사라졌다. {instead}',
      en: '`{kind}` is gone since Kubernetes {release}. {instead}',
    },
  },
  concepts: ['concepts/api-version', 'kubernetes/api-version'],
  source: 'https://kubernetes.io/docs/reference/using-api/deprecation-guide/',
  also: ['kube-linter/no-extensions-v1beta', 'kube-score/stable-version'],
  fix: 'safe',
  examples: [
    {
      bad: 'apiVersion: «batch/v1beta1»\nkind: CronJob\nmetadata:\n  name: clean\nspec:\n  schedule: "0 3 * * *"\n  jobTemplate:\n    spec:\n      template:\n        spec:\n          restartPolicy: Never\n          containers:\n            - name: clean\n              image: busybox:1.37\n',
      good: 'apiVersion: batch/v1\nkind: CronJob\nmetadata:\n  name: clean\nspec:\n  schedule: "0 3 * * *"\n  jobTemplate:\n    spec:\n      template:\n        spec:\n          restartPolicy: Never\n          containers:\n            - name: clean\n              image: busybox:1.37\n',
    },
    {
      bad: 'apiVersion: «extensions/v1beta1»\nkind: Deployment\nmetadata:\n  name: web\nspec:\n  replicas: 1\n',
      good: 'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\nspec:\n  replicas: 1\n  selector:\n    matchLabels:\n      app: web\n  template:\n    metadata:\n      labels:\n        app: web\n    spec:\n      containers:\n        - name: web\n          image: nginx:1.29\n',
      message: 'fields',
    },
    {
      bad: 'apiVersion: «policy/v1beta1»\nkind: PodSecurityPolicy\nmetadata:\n  name: tight\n',
      good: 'apiVersion: v1\nkind: Namespace\nmetadata:\n  name: tight\n',
      message: 'gone',
    },
  ],
  allows: [
    'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\nspec:\n  replicas: 1\n',
    {
      files: { 'old.yaml': 'apiVersion: batch/v1beta1\nkind: CronJob\nmetadata:\n  name: clean\n' },
      settings: { kubernetesVersion: '1.24' },
    },
    'apiVersion: example.com/v1beta1\nkind: CronJob\nmetadata:\n  name: clean\n',
  ],
  *check({ objects, file }: Manifest, { kubernetesVersion, facts }) {
    if (isPatch(file.uri, facts)) return;
    const running = Number(kubernetesVersion.split('.')[1]);
    for (const { apiVersion, kind } of objects) {
      const api = findRemoved(apiVersion.value, kind.value);
      if (!api || api.removedIn > running) continue;
      const { replacement = '', mechanical, fields } = api;
      const gone = findGone(kind.value);
      const { span } = apiVersion.node;
      yield {
        span,
        message: !replacement ? 'gone' : mechanical ? 'replaced' : 'fields',
        values: {
          kind: kind.value,
          version: apiVersion.value,
          release: `1.${gone?.removedIn ?? api.removedIn}`,
          ...(gone && { instead: gone.instead }),
          replacement,
          fields: fields.map((field) => `\`${field}\``),
        },
        also: namesFor(apiVersion.value, kind.value),
        fixes: replacement && mechanical ? [update(span, replacement)] : [],
      };
    }
  },
});

/** kube-linter looks at one group, kube-score at the kinds it knows. */
function namesFor(apiVersion: string, kind: string): PeerName[] {
  return [
    ...(apiVersion.startsWith('extensions/v1beta') ? (['kube-linter/no-extensions-v1beta'] as const) : []),
    ...(STABLE.has(kind) ? (['kube-score/stable-version'] as const) : []),
  ];
}

const STABLE = new Set([
  'CronJob',
  'DaemonSet',
  'Deployment',
  'Ingress',
  'IngressClass',
  'PodDisruptionBudget',
  'StatefulSet',
]);

/** The same object under its new name: nothing else changes. */
function update(span: Manifest['document']['span'], replacement: string) {
  return {
    title: { ko: '`{replacement}`{replacement|으로} 바꾸기', en: 'Change it to `{replacement}`' },
    values: { replacement },
    kind: 'safe' as const,
    edits: [{ span, text: replacement }],
  };
}
