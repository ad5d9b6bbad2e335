import type { PeerName } from '../../core/rule';
import type { Manifest } from '../model';
import { fixedBy, violationsIn } from '../pod-security/report';
import { sysctls } from '../pod-security/sysctls';
import { rule } from '../rule';

const PSS: PeerName = 'pss/sysctls';
const KUBE_LINTER: PeerName = 'kube-linter/unsafe-sysctls';

export default rule<{ unsafeSysctls: readonly string[] }>({
  id: 'kubernetes/unsafe-sysctl',
  severity: 'info',
  strict: 'warning',
  scope: 'part',
  what: { ko: '안전 목록에 없는 sysctl', en: 'A sysctl that is not on the safe list' },
  why: {
    ko: 'sysctl은 kernel의 설정이다. 안전하다고 정해진 것만 Pod 안에서 끝난다. 나머지는 같은 node의 다른 Pod에 번지거나 메모리를 한도 밖에서 쓴다. kubelet은 `--allowed-unsafe-sysctls`에 적힌 것이 아니면 Pod를 받지 않고, Pod는 `SysctlForbidden`으로 끝난다.',
    en: 'A sysctl is a setting of the kernel. Those on the safe list end at the Pod; others reach the Pods beside it, or use memory past every limit. Unless `--allowed-unsafe-sysctls` lists it, the kubelet refuses the Pod: `SysctlForbidden`.',
  },
  how: {
    ko: '빼거나, 목록에 있는 것으로 바꾼다. 꼭 필요하면 그 node의 kubelet에서 허용하고 그 node로만 보낸다.',
    en: 'Take it away, or choose one from the list. If it has to be, allow it on some nodes and send the Pod there.',
  },
  messages: {
    unsafe: {
      ko: '`{name}`{name|은} {version}의 안전 목록에 없다. kubelet이 허용하지 않으면 Pod가 뜨지 못한다.',
      en: '`{name}` is not on the safe list of {version}: unless its kubelet allows it, the Pod does not start.',
    },
  },
  concepts: ['kubernetes/security-context', 'concepts/pod-security'],
  source: 'https://kubernetes.io/docs/tasks/administer-cluster/sysctl-cluster/',
  also: [KUBE_LINTER, PSS],
  options: {
    unsafeSysctls: {
      default: ['kernel.msg', 'kernel.sem', 'kernel.shm', 'fs.mqueue.', 'net.'],
      what: {
        ko: '`kube-linter/unsafe-sysctls`가 위험하다고 보는 이름의 앞부분',
        en: 'How the names begin that `kube-linter/unsafe-sysctls` calls unsafe',
      },
    },
  },
  fix: 'choice',
  examples: [
    {
      bad: pod('\n    - name: «net.core.somaxconn»\n      value: "1024"\n'),
      good: pod(''),
    },
  ],
  allows: [pod('\n    - name: net.ipv4.tcp_syncookies\n      value: "1"\n')],
  *check(manifest: Manifest, context) {
    const { options, kubernetesVersion: version } = context;
    const isKnown = (name: string) => options.unsafeSysctls.some((start) => name.startsWith(start));
    for (const { violation } of violationsIn(manifest, context, sysctls)) {
      const [name = ''] = violation.values;
      yield {
        span: violation.span,
        values: { name, version },
        also: isKnown(name) ? [KUBE_LINTER, PSS] : [PSS],
        ...fixedBy(manifest.document, violation.repairs, TITLE),
      };
    }
  },
});

const TITLE = { ko: 'sysctl 지우기', en: 'Take the sysctl away' };

function pod(sysctls: string): string {
  return `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
${sysctls && `  securityContext:\n    sysctls:${sysctls.replaceAll('\n    ', '\n      ')}`}  containers:
    - name: web
      image: nginx:1.29.0
`;
}
