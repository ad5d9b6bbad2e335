import { asScalar, get } from '../../yaml/navigate';
import { minorOf } from '../fields/typed';
import type { Manifest } from '../model';
import { fixedBy } from '../pod-security/report';
import { containerScopes, isWindows, narrowest, setting } from '../pod-security/scopes';
import { isWhole, podsIn } from '../pods/pods';
import { rule } from '../rule';

const FIELD = 'readOnlyRootFilesystem';

export default rule({
  id: 'kubernetes/writable-root-filesystem',
  severity: 'off',
  strict: 'warning',
  scope: 'part',
  what: {
    ko: '이미지의 파일을 바꿀 수 있는 컨테이너',
    en: 'A container that may change the files of its image',
  },
  why: {
    ko: '적지 않으면 컨테이너는 이미지 위의 얇은 layer에 쓸 수 있다. 뚫고 들어온 사람은 프로그램을 바꿔 놓고 도구를 내려받는다. 앱이 쓴 파일도 컨테이너가 다시 뜨면 사라지니, 남아야 할 것이 어디 있는지 모르게 된다.',
    en: 'By default a container may write to a thin layer above its image. An intruder swaps programs and downloads tools there. And what the app writes is gone when the container restarts, so that nobody knows where it keeps what has to stay.',
  },
  how: {
    ko: '`readOnlyRootFilesystem: true`를 적고, 쓰는 곳(`/tmp`, cache)에는 `emptyDir`을 mount한다.',
    en: 'Write `readOnlyRootFilesystem: true`, and mount an `emptyDir` where it writes (`/tmp`, caches).',
  },
  messages: {
    missing: {
      ko: '이미지의 파일을 바꿀 수 있다. `readOnlyRootFilesystem: true`로 막고 쓰는 곳만 volume으로 준다.',
      en: 'The files of the image can be changed; write `readOnlyRootFilesystem: true`, with volumes where it writes.',
    },
  },
  concepts: ['concepts/thin-layer', 'kubernetes/security-context', 'kubernetes/empty-dir'],
  source: 'https://kubernetes.io/docs/tasks/configure-pod-container/security-context/',
  also: [
    'kube-linter/no-read-only-root-fs',
    'kube-score/container-security-context-readonlyrootfilesystem',
    'polaris/notReadOnlyRootFilesystem',
  ],
  fix: 'choice',
  examples: [
    {
      bad: pod('').replace('name: web\n      image', 'name: «web»\n      image'),
      good: pod('      securityContext:\n        readOnlyRootFilesystem: true\n'),
    },
    {
      bad: pod('      securityContext:\n        readOnlyRootFilesystem: «false»\n'),
      good: pod('      securityContext:\n        readOnlyRootFilesystem: true\n'),
    },
  ],
  allows: [
    pod('      securityContext:\n        readOnlyRootFilesystem: true\n'),
    pod('').replace('spec:', 'spec:\n  os:\n    name: windows'),
  ],
  *check(manifest: Manifest, { facts, kubernetesVersion }) {
    if (!isWhole(manifest, facts)) return;
    const told = new Set<number>();
    for (const owner of podsIn(manifest, facts)) {
      if (isWindows(owner, minorOf(kubernetesVersion))) continue;
      for (const scope of containerScopes(owner)) {
        const node = asScalar(get(scope.context, FIELD));
        const span = node?.value === false ? node.span : narrowest(scope, [FIELD]);
        if (node?.value === true || told.has(span.start)) continue;
        told.add(span.start);
        yield { span, ...fixedBy(manifest.document, [setting(scope, [FIELD], 'true')], TITLE) };
      }
    }
  },
});

const TITLE = {
  ko: '`readOnlyRootFilesystem: true` 적기(쓰는 곳에는 volume이 있어야 한다)',
  en: 'Write `readOnlyRootFilesystem: true` (where it writes there must be volumes)',
};

function pod(own: string): string {
  return `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: nginx:1.29.0
${own}`;
}
