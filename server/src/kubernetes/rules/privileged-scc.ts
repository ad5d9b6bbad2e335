import { asScalar, get } from '../../yaml/navigate';
import { isPatch } from '../kustomize/kustomizations';
import type { Manifest } from '../model';
import { fixedBy } from '../pod-security/report';
import { rule } from '../rule';

export default rule({
  id: 'kubernetes/privileged-scc',
  severity: 'info',
  strict: 'warning',
  scope: 'part',
  what: {
    ko: '`privileged` 컨테이너를 허락하는 SecurityContextConstraints',
    en: 'SecurityContextConstraints that allow privileged containers',
  },
  why: {
    ko: 'OpenShift에서는 SecurityContextConstraints가 Pod에 무엇을 허락할지 정한다. `allowPrivilegedContainer: true`면 이것을 쓸 수 있는 계정은 누구나 node의 root와 같은 컨테이너를 띄운다.',
    en: 'In OpenShift, SecurityContextConstraints decide what Pods may ask for. With `allowPrivilegedContainer: true` every account that may use them can start containers that are root of their node.',
  },
  how: {
    ko: '`false`로 두고, 필요한 것만 `allowedCapabilities`와 `volumes`로 연다. 꼭 필요하면 `users`와 `groups`를 좁힌다.',
    en: 'Write `false`, and allow what is needed with `allowedCapabilities` and `volumes`. If it has to be, keep `users` and `groups` short.',
  },
  messages: {
    allowed: {
      ko: '이것을 쓸 수 있는 계정은 누구나 `privileged` 컨테이너를 띄운다.',
      en: 'Every account that may use these can start privileged containers.',
    },
  },
  concepts: ['concepts/pod-security', 'concepts/container'],
  source:
    'https://docs.redhat.com/en/documentation/openshift_container_platform/4.19/html/authentication_and_authorization/managing-pod-security-policies',
  also: ['kube-linter/scc-deny-privileged-container'],
  fix: 'choice',
  examples: [{ bad: scc('«true»'), good: scc('false') }],
  allows: [scc('false'), scc('true').replace('security.openshift.io/v1', 'example.com/v1')],
  *check({ outline, document, file, sort }: Manifest, { facts }) {
    if (sort === 'template' || isPatch(file.uri, facts)) return;
    for (const { kind, group, root } of outline) {
      if (kind.value !== 'SecurityContextConstraints' || !GROUPS.has(group)) continue;
      const node = asScalar(get(root, 'allowPrivilegedContainer'));
      if (node?.value === true && !node.templated)
        yield { span: node.span, ...fixedBy(document, [{ kind: 'replace', node, text: 'false' }], TITLE) };
    }
  },
});

const TITLE = { ko: '`false`로 바꾸기', en: 'Write `false`' };

/** It was a part of the core group once. */
const GROUPS = new Set(['security.openshift.io', '']);

function scc(allow: string): string {
  return `apiVersion: security.openshift.io/v1
kind: SecurityContextConstraints
metadata:
  name: web
allowPrivilegedContainer: ${allow}
runAsUser:
  type: MustRunAsRange
seLinuxContext:
  type: MustRunAs
`;
}
