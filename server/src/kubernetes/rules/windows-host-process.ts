import type { Manifest } from '../model';
import { fixedBy, violationsIn } from '../pod-security/report';
import { windowsHostProcess } from '../pod-security/windows-host-process';
import { rule } from '../rule';

export default rule({
  id: 'kubernetes/windows-host-process',
  severity: 'info',
  strict: 'warning',
  scope: 'part',
  what: { ko: 'node에서 바로 도는 Windows 컨테이너', en: 'A Windows container that runs right on its node' },
  why: {
    ko: '`hostProcess: true`인 컨테이너는 Windows node의 프로세스로 돈다. 파일 시스템, 네트워크, 장치가 격리되지 않는다. Linux의 `privileged`에 해당하고, node를 관리하는 프로그램을 위한 것이다.',
    en: 'A container with `hostProcess: true` is a process of the Windows node: nothing separates its files, network and devices. It is what `privileged` is on Linux, and made for programs that manage nodes.',
  },
  how: {
    ko: 'node를 관리하는 프로그램이 아니라면 지운다. 필요하다면 `runAsUserName`에 권한이 작은 계정을 고른다.',
    en: 'Take it away unless the program manages nodes. Where it does, choose an account with few rights in `runAsUserName`.',
  },
  messages: {
    process: {
      ko: 'node의 프로세스로 돈다. 격리가 없다.',
      en: 'This runs as a process of the node, without the walls of a container.',
    },
  },
  concepts: ['concepts/pod-security', 'kubernetes/security-context'],
  source: 'https://kubernetes.io/docs/tasks/configure-pod-container/create-hostprocess-pod/',
  also: ['polaris/hostProcess', 'pss/windowsHostProcess'],
  fix: 'choice',
  examples: [{ bad: pod('«true»'), good: pod('false') }],
  allows: [pod('false')],
  *check(manifest: Manifest, context) {
    for (const { violation } of violationsIn(manifest, context, windowsHostProcess))
      yield { span: violation.span, ...fixedBy(manifest.document, violation.repairs, TITLE) };
  },
});

const TITLE = { ko: '`hostProcess: false`로 바꾸기', en: 'Write `hostProcess: false`' };

function pod(hostProcess: string): string {
  return `apiVersion: v1
kind: Pod
metadata:
  name: agent
spec:
  hostNetwork: true
  os:
    name: windows
  securityContext:
    windowsOptions:
      hostProcess: ${hostProcess}
      runAsUserName: NT AUTHORITY\\LOCAL SERVICE
  containers:
    - name: agent
      image: mcr.microsoft.com/windows/nanoserver:ltsc2025
`;
}
