import type { PeerName } from '../../core/rule';
import type { Manifest } from '../model';
import { capabilitiesBaseline } from '../pod-security/capabilities';
import { fixedBy, namesFor, violationsIn } from '../pod-security/report';
import { rule } from '../rule';

const ALWAYS: readonly PeerName[] = ['pss/capabilities_baseline', 'pss/capabilities_restricted'];

export default rule({
  id: 'kubernetes/dangerous-capability',
  severity: 'info',
  strict: 'warning',
  scope: 'part',
  what: { ko: '위험한 capability를 더 받은 컨테이너', en: 'A container with dangerous capabilities added' },
  why: {
    ko: 'Linux는 root의 힘을 capability로 나눠 놓았고, 컨테이너는 그 가운데 십여 가지만 받는다. `add`는 거기에 더한다. `SYS_ADMIN`이면 mount까지 되어 거의 root이고, `NET_ADMIN`은 네트워크 설정을, `SYS_PTRACE`는 다른 프로세스의 메모리를 건드린다. `ALL`은 `privileged`와 큰 차이가 없다.',
    en: 'Linux parts the power of root into capabilities, and a container gets a dozen of them. `add` gives more: `SYS_ADMIN` can mount and is nearly root, `NET_ADMIN` changes the network, `SYS_PTRACE` reads the memory of other processes. `ALL` is not far from `privileged`.',
  },
  how: {
    ko: '필요한 것만 남긴다. 1024 아래 포트를 여는 데는 `NET_BIND_SERVICE`면 된다. 나머지는 `drop: [ALL]`로 뺀다.',
    en: 'Keep only what it needs. For ports below 1024 `NET_BIND_SERVICE` is enough. Take the rest away with `drop: [ALL]`.',
  },
  messages: {
    added: {
      ko: '`{names}`{last|은} 컨테이너가 보통 받지 않는 권한이다. 정말 쓰는지 본다.',
      en: '`{names}` goes beyond what containers have; see whether it is used.',
    },
  },
  concepts: ['kubernetes/security-context', 'concepts/pod-security'],
  source:
    'https://kubernetes.io/docs/tasks/configure-pod-container/security-context/#set-capabilities-for-a-container',
  also: [
    ...ALWAYS,
    'kube-linter/drop-net-raw-capability',
    'kube-linter/privilege-escalation-container',
    'polaris/dangerousCapabilities',
  ],
  fix: 'choice',
  examples: [
    { bad: pod('[«SYS_ADMIN», CHOWN]'), good: pod('[CHOWN]') },
    {
      bad: pod('[«NET_RAW»]'),
      good: pod('[CHOWN]').replace('        capabilities:\n          add: [CHOWN]\n', ''),
    },
  ],
  allows: [pod('[NET_BIND_SERVICE]'), pod('[]')],
  *check(manifest: Manifest, context) {
    for (const { pod: owner, violation } of violationsIn(manifest, context, capabilitiesBaseline)) {
      const { span, values, repairs } = violation;
      yield {
        span,
        values: { names: values, last: values.at(-1) ?? '' },
        also: namesFor(owner, context.kubernetesVersion, [...ALWAYS, ...peersOf(values)]),
        ...fixedBy(manifest.document, repairs, TITLE),
      };
    }
  },
});

const TITLE = { ko: '더한 capability 빼기', en: 'Take the added capabilities away' };

function* peersOf(names: readonly string[]): Generator<PeerName> {
  const has = (pattern: RegExp) => names.some((name) => pattern.test(name));
  if (has(/^(?:NET_RAW|ALL)$/i)) yield 'kube-linter/drop-net-raw-capability';
  if (has(/^SYS_ADMIN$/)) yield 'kube-linter/privilege-escalation-container';
  if (has(/^(?:ALL|SYS_ADMIN|NET_ADMIN)$/i)) yield 'polaris/dangerousCapabilities';
}

function pod(add: string): string {
  return `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: nginx:1.29.0
      securityContext:
        runAsUser: 10001
        capabilities:
          add: ${add}
`;
}
