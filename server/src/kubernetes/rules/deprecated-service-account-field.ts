import type { Fix } from '../../core/rule';
import { removeEntry } from '../../yaml/edit';
import { entry, stringOf } from '../../yaml/navigate';
import type { Manifest } from '../model';
import { podsIn } from '../pods/pods';
import { rule } from '../rule';

export default rule({
  id: 'kubernetes/deprecated-service-account-field',
  severity: 'info',
  scope: 'part',
  what: { ko: '`serviceAccount`라는 옛 필드', en: 'The old field `serviceAccount`' },
  why: {
    ko: '`serviceAccount`는 `serviceAccountName`의 옛 이름이다. 아직 읽히지만 새 이름과 다르면 말없이 버려진다. 그러면 Pod는 적은 것과 다른 계정으로 돈다.',
    en: '`serviceAccount` is the old name of `serviceAccountName`. It is still read, but where both are written and differ it is dropped without a word: the Pod runs as another account than somebody meant.',
  },
  how: {
    ko: '`serviceAccountName`으로 적는다.',
    en: 'Write `serviceAccountName`.',
  },
  messages: {
    old: {
      ko: '`serviceAccount`는 옛 이름이다. `serviceAccountName`으로 적는다.',
      en: '`serviceAccount` is the old name; write `serviceAccountName`.',
    },
    ignored: {
      ko: '`serviceAccountName: {name}`{name|이} 있어서 이 `{old}`{old|은} 버려진다.',
      en: 'This `{old}` is dropped: `serviceAccountName` says `{name}`.',
    },
  },
  concepts: ['kubernetes/ServiceAccount', 'kubernetes/Pod'],
  source: 'https://kubernetes.io/docs/reference/kubernetes-api/core/pod-v1/#PodSpec',
  also: ['kube-linter/deprecated-service-account-field'],
  fix: 'safe',
  examples: [
    { bad: pod('  «serviceAccount»: web\n'), good: pod('  serviceAccountName: web\n') },
    {
      bad: pod('  serviceAccountName: web\n  «serviceAccount»: shop\n'),
      good: pod('  serviceAccountName: web\n'),
      message: 'ignored',
    },
  ],
  allows: [
    pod('  serviceAccountName: web\n'),
    // As `kubectl get -o yaml` prints it.
    pod('  serviceAccount: web\n  serviceAccountName: web\n'),
  ],
  *check(manifest: Manifest, { facts }) {
    const told = new Set<number>();
    for (const { spec } of podsIn(manifest, facts)) {
      const pair = entry(spec, 'serviceAccount');
      const old = stringOf(pair?.value);
      const current = entry(spec, 'serviceAccountName');
      const name = stringOf(current?.value);
      if (!pair || !old || old === name || told.has(pair.span.start)) continue;
      told.add(pair.span.start);
      const rename: Fix = {
        title: { ko: '`serviceAccountName`으로 바꾸기', en: 'Rename it `serviceAccountName`' },
        kind: 'safe',
        edits: [{ span: pair.key.span, text: 'serviceAccountName' }],
      };
      const remove: Fix = {
        title: { ko: '버려지는 필드 지우기', en: 'Take away what is dropped' },
        kind: 'safe',
        edits: [removeEntry(manifest.document, pair)],
      };
      yield {
        span: pair.key.span,
        ...(name && { message: 'ignored', values: { name, old } }),
        // A merged map or an empty name is somebody's to sort out.
        ...(name ? { fixes: [remove] } : !current ? { fixes: [rename] } : {}),
      };
    }
  },
});

function pod(own: string): string {
  return `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
${own}  containers:
    - name: web
      image: nginx:1.29.0
`;
}
