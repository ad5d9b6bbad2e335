import type { PeerName } from '../../core/rule';
import { asSeq, get } from '../../yaml/navigate';
import type { Manifest } from '../model';
import { capabilitiesRestricted, DEFAULT_CAPABILITIES } from '../pod-security/capabilities';
import { fixedBy, violationsIn } from '../pod-security/report';
import { isWhole } from '../pods/pods';
import { rule } from '../rule';

const PSS: PeerName = 'pss/capabilities_restricted';
const POLARIS: PeerName = 'polaris/insecureCapabilities';
const LINTER: PeerName = 'kube-linter/drop-net-raw-capability';

/** Polaris is content where these are dropped one by one; Pod Security is not. */
const INSECURE = [...DEFAULT_CAPABILITIES, 'NET_ADMIN', 'NET_RAW'];

export default rule<{ forbiddenCapabilities: readonly string[] }>({
  id: 'kubernetes/capabilities-kept',
  severity: 'off',
  strict: 'warning',
  scope: 'part',
  what: { ko: 'capability를 버리지 않은 컨테이너', en: 'A container that keeps its capabilities' },
  why: {
    ko: '컨테이너는 적지 않아도 십여 가지 capability를 받는다. 파일 소유자를 바꾸는 `CHOWN`, 다른 사용자가 되는 `SETUID`, 패킷을 꾸미는 `NET_RAW`가 그렇다. 대부분의 앱은 하나도 쓰지 않는다. 버리면 뚫렸을 때 할 수 있는 일이 줄어든다.',
    en: 'A container gets a dozen capabilities unasked: `CHOWN` to change the owner of files, `SETUID` to become somebody else, `NET_RAW` to forge packets. Most programs use none. What is dropped, an intruder cannot use either.',
  },
  how: {
    ko: '`capabilities.drop`에 `ALL`을 적고, 1024 아래 포트를 연다면 `add: [NET_BIND_SERVICE]`만 더한다. root로 시작해 사용자를 바꾸는 이미지는 뜨지 못할 수 있다.',
    en: 'Write `ALL` in `capabilities.drop`; for ports below 1024 add back `NET_BIND_SERVICE`. An image that starts as root and then becomes somebody else may need more.',
  },
  messages: {
    kept: {
      ko: '쓰지 않는 capability까지 가지고 돈다. `drop: [ALL]`로 버린다.',
      en: 'This runs with capabilities it has no use for; `drop: [ALL]` takes them away.',
    },
    added: {
      ko: '`{names}`{last|은} Pod Security restricted에서 더할 수 없다. `NET_BIND_SERVICE`만 된다.',
      en: 'Pod Security `restricted` lets nobody add `{names}`, only `NET_BIND_SERVICE`.',
    },
  },
  concepts: ['kubernetes/security-context', 'concepts/container', 'concepts/process'],
  source:
    'https://kubernetes.io/docs/tasks/configure-pod-container/security-context/#set-capabilities-for-a-container',
  also: [PSS, POLARIS, LINTER],
  options: {
    forbiddenCapabilities: {
      default: ['NET_RAW'],
      what: {
        ko: '`kube-linter/drop-net-raw-capability`가 버리기를 바라는 capability',
        en: 'The capabilities that `kube-linter/drop-net-raw-capability` wants to be dropped',
      },
    },
  },
  fix: 'choice',
  examples: [
    {
      bad: pod('').replace('name: web\n      image', 'name: «web»\n      image'),
      good: pod('      securityContext:\n        capabilities:\n          drop:\n            - ALL\n'),
    },
    {
      bad: pod(
        '      securityContext:\n        capabilities:\n          drop: [ALL]\n          add: [«CHOWN», SETUID]\n',
      ),
      good: pod('      securityContext:\n        capabilities:\n          drop: [ALL]\n'),
      message: 'added',
    },
  ],
  allows: [
    pod(
      '      securityContext:\n        capabilities:\n          drop: [ALL]\n          add: [NET_BIND_SERVICE]\n',
    ),
    pod('').replace('spec:', 'spec:\n  os:\n    name: windows'),
  ],
  *check(manifest: Manifest, context) {
    if (!isWhole(manifest, context.facts)) return;
    const { forbiddenCapabilities } = context.options;
    for (const { violation } of violationsIn(manifest, context, capabilitiesRestricted)) {
      const { span, missing, values, container, repairs } = violation;
      // What is dangerous is told by itself.
      if (values.some((name) => !DEFAULT_CAPABILITIES.has(name))) continue;
      const drop = asSeq(get(container?.node, 'securityContext', 'capabilities', 'drop'));
      const dropped = (drop?.items ?? []).flatMap((item) =>
        item.type === 'scalar' ? item.text.toUpperCase() : [],
      );
      const isDropped = (names: readonly string[]) =>
        dropped.includes('ALL') || names.every((name) => dropped.includes(name));
      yield {
        span,
        message: missing ? 'kept' : 'added',
        ...(!missing && { values: { names: values, last: values.at(-1) ?? '' } }),
        also: [
          PSS,
          ...(missing && !isDropped(INSECURE) ? [POLARIS] : []),
          ...(missing && !isDropped(forbiddenCapabilities) ? [LINTER] : []),
        ],
        ...fixedBy(manifest.document, repairs, missing ? DROP : TAKE),
      };
    }
  },
});

const DROP = { ko: '`drop: [ALL]` 적기', en: 'Write `drop: [ALL]`' };
const TAKE = { ko: '더한 capability 빼기', en: 'Take the added capabilities away' };

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
