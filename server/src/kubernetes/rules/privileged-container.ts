import type { PeerName } from '../../core/rule';
import { booleanOf, get } from '../../yaml/navigate';
import type { Manifest } from '../model';
import { privileged } from '../pod-security/privileged';
import { fixedBy, namesFor, violationsIn } from '../pod-security/report';
import { rule } from '../rule';

const OWN: readonly PeerName[] = [
  'kube-linter/privileged-container',
  'kube-linter/privilege-escalation-container',
  'kube-score/container-security-context-privileged',
  'polaris/runAsPrivileged',
  'pss/privileged',
];
/** Unless it is denied, which the API server refuses here. */
const ESCALATION: readonly PeerName[] = [
  'polaris/privilegeEscalationAllowed',
  'pss/allowPrivilegeEscalation',
];

export default rule({
  id: 'kubernetes/privileged-container',
  severity: 'info',
  strict: 'warning',
  scope: 'part',
  what: { ko: '모든 권한을 가진 컨테이너', en: 'A container with every right' },
  why: {
    ko: '`privileged: true`이면 모든 capability를 받고 node의 장치가 전부 보인다. seccomp와 AppArmor도 걸리지 않는다. 컨테이너 안의 root가 node의 디스크를 mount할 수 있으니 사실상 node의 root다. 네트워크나 스토리지를 다루는 node agent에는 필요할 때가 있고, 웹 앱에는 없다.',
    en: 'With `privileged: true` a container gets every capability and sees all devices of the node, and neither seccomp nor AppArmor holds it back. Root inside can mount the node’s disk, which makes it root of the node. Agents that set up networks or storage may need that; a web app does not.',
  },
  how: {
    ko: '줄을 지우거나 `false`로 둔다. 한 가지 권한만 모자라면 `capabilities.add`로 그것만 준다. 꼭 필요한 agent라면 왜 그런지 주석으로 남긴다.',
    en: 'Take the line away, or say `false`. Where one right is missing, give that one with `capabilities.add`. If an agent does need it, say why in a comment.',
  },
  messages: {
    privileged: {
      ko: '이 컨테이너를 뚫고 들어온 사람은 node 전체를 얻는다. `privileged`가 정말 필요한지 본다.',
      en: 'Whoever gets into this container gets the whole node; see whether it needs `privileged`.',
    },
  },
  concepts: ['kubernetes/security-context', 'concepts/pod-security', 'concepts/container'],
  source:
    'https://kubernetes.io/docs/concepts/security/linux-kernel-security-constraints/#privileged-containers',
  also: [...OWN, ...ESCALATION],
  fix: 'choice',
  examples: [{ bad: pod('«true»'), good: pod('false') }],
  allows: [pod('false'), pod('')],
  *check(manifest: Manifest, context) {
    for (const { pod: owner, violation } of violationsIn(manifest, context, privileged)) {
      const { container, span, repairs } = violation;
      const isDenied =
        booleanOf(get(container?.node, 'securityContext', 'allowPrivilegeEscalation')) === false;
      const names = isDenied ? OWN : [...OWN, ...ESCALATION];
      yield {
        span,
        also: namesFor(owner, context.kubernetesVersion, names),
        ...fixedBy(manifest.document, repairs, TITLE),
      };
    }
  },
});

const TITLE = { ko: '`privileged: false`로 바꾸기', en: 'Write `privileged: false`' };

function pod(privileged: string): string {
  return `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: nginx:1.29.0
      securityContext:
        privileged: ${privileged}
`;
}
