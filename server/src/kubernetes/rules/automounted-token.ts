import type { PeerName } from '../../core/rule';
import type { Span } from '../../core/span';
import { booleanOf, entry, stringOf } from '../../yaml/navigate';
import type { Manifest } from '../model';
import { fixedBy } from '../pod-security/report';
import { isWhole, type Pod, podsIn } from '../pods/pods';
import { rule } from '../rule';

const FIELD = 'automountServiceAccountToken';
const POLARIS: PeerName = 'polaris/automountServiceAccountToken';

export default rule<{ defaultAccounts: readonly string[] }>({
  id: 'kubernetes/automounted-token',
  severity: 'off',
  strict: 'info',
  scope: 'part',
  what: { ko: 'API server에 쓸 token을 받은 Pod', en: 'A Pod that gets a key to the API server' },
  why: {
    ko: '적지 않으면 모든 컨테이너의 `/var/run/secrets/kubernetes.io/serviceaccount`에 ServiceAccount의 token이 놓인다. 앱을 뚫은 사람은 그것으로 API server에 묻는다. `default` 계정은 같은 namespace의 Pod가 모두 나눠 쓰니, 누군가 거기에 권한을 주면 모두가 받는다. 대부분의 앱은 API server에 물을 일이 없다.',
    en: 'By default every container finds the token of its ServiceAccount in `/var/run/secrets/kubernetes.io/serviceaccount`, and whoever gets into the app asks the API server with it. All Pods of a namespace share the account `default`: rights given to it are given to all. Most apps never talk to the API server.',
  },
  how: {
    ko: 'API server에 묻지 않는 Pod라면 `automountServiceAccountToken: false`를 적는다. 묻는 Pod라면 계정을 따로 만들고 필요한 권한만 준다.',
    en: 'Write `automountServiceAccountToken: false` unless the app talks to the API server. If it does, make it an account of its own with just the rights it needs.',
  },
  messages: {
    shared: {
      ko: '모두가 나눠 쓰는 `default` 계정의 token을 받는다. API server에 묻지 않으면 끈다.',
      en: 'It gets the token of the account `default`, which all share; switch it off unless the app talks to the API server.',
    },
    own: {
      ko: '`{account}`{account|의} token을 받는다. API server에 묻지 않으면 끈다.',
      en: 'It gets the token of `{account}`; switch it off unless the app talks to the API server.',
    },
  },
  concepts: ['kubernetes/ServiceAccount', 'kubernetes/Pod'],
  source:
    'https://kubernetes.io/docs/tasks/configure-pod-container/configure-service-account/#opt-out-of-api-credential-automounting',
  also: ['kube-linter/default-service-account', POLARIS],
  options: {
    defaultAccounts: {
      default: ['', 'default'],
      what: {
        ko: '모두가 나눠 쓰는 것으로 보는 ServiceAccount',
        en: 'The ServiceAccounts that everybody shares',
      },
    },
  },
  fix: 'choice',
  examples: [
    { bad: pod('', '«containers»'), good: pod(`  ${FIELD}: false\n`) },
    {
      bad: pod(`  serviceAccountName: web\n  ${FIELD}: «true»\n`),
      good: pod(`  serviceAccountName: web\n  ${FIELD}: false\n`),
      message: 'own',
    },
  ],
  allows: [
    pod(`  ${FIELD}: false\n`),
    {
      files: {
        'web.yaml': pod('  serviceAccountName: web\n'),
        'account.yaml': `apiVersion: v1\nkind: ServiceAccount\nmetadata:\n  name: web\n${FIELD}: false\n`,
      },
    },
  ],
  *check(manifest: Manifest, { facts, options: { defaultAccounts } }) {
    if (!isWhole(manifest, facts)) return;
    for (const owner of podsIn(manifest, facts)) {
      const own = booleanOf(entry(owner.spec, FIELD)?.value);
      const account = accountOf(owner);
      const { namespace } = owner.object;
      const known = facts.find('object', { ...(namespace && { namespace }), name: account || 'default' });
      const isOff = known.some(({ value }) => value.mountsToken === false);
      if (own === false || (own === undefined && isOff)) continue;
      const isShared = defaultAccounts.includes(account);
      yield {
        span: placeOf(owner),
        message: isShared ? 'shared' : 'own',
        values: { account },
        // Who gives a Pod an account of its own means it to be used.
        ...(!isShared && own === undefined && { severity: 'hint' as const }),
        also: isShared ? ['kube-linter/default-service-account', POLARIS] : [POLARIS],
        ...fixedBy(
          manifest.document,
          [{ kind: 'set', holder: owner.spec, path: [FIELD], value: 'false' }],
          TITLE,
        ),
      };
    }
  },
});

const TITLE = { ko: `\`${FIELD}: false\` 적기`, en: `Write \`${FIELD}: false\`` };

function accountOf({ spec }: Pod): string {
  const name = stringOf(entry(spec, 'serviceAccountName')?.value);
  return name || stringOf(entry(spec, 'serviceAccount')?.value) || '';
}

/** Where it is asked for, or where the account is chosen. */
function placeOf({ spec, anchor }: Pod): Span {
  return entry(spec, FIELD)?.value.span ?? entry(spec, 'serviceAccountName')?.value.span ?? anchor;
}

function pod(own: string, containers = 'containers'): string {
  return `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
${own}  ${containers}:
    - name: web
      image: nginx:1.29.0
`;
}
