import type { Text } from '../../core/text';
import type { CheckId } from './check';

/** What each check asks for, in a few words. */
export const STEPS: Readonly<Record<CheckId, Text>> = {
  allowPrivilegeEscalation: same('`allowPrivilegeEscalation: false`'),
  appArmorProfile: { ko: 'AppArmor profile `RuntimeDefault`', en: 'AppArmor profile `RuntimeDefault`' },
  capabilities_baseline: { ko: '추가한 capability 빼기', en: 'no added capabilities' },
  capabilities_restricted: same('`capabilities.drop: [ALL]`'),
  hostNamespaces: { ko: 'node의 namespace 쓰지 않기', en: 'no namespaces of the node' },
  hostPathVolumes: { ko: '`hostPath` 없애기', en: 'no `hostPath`' },
  hostPorts: { ko: '`hostPort` 없애기', en: 'no `hostPort`' },
  hostProbesAndHostLifecycle: { ko: 'probe의 `host` 없애기', en: 'no `host` in probes' },
  privileged: same('`privileged: false`'),
  procMount: same('`procMount: Default`'),
  procMount_restricted: same('`procMount: Default`'),
  restrictedVolumes: { ko: '허용된 종류의 volume만 쓰기', en: 'only the allowed types of volume' },
  runAsNonRoot: same('`runAsNonRoot: true`'),
  runAsUser: { ko: '`runAsUser: 0` 없애기', en: 'no `runAsUser: 0`' },
  seLinuxOptions: { ko: 'SELinux 옵션 없애기', en: 'no SELinux options' },
  seccompProfile_baseline: same('`seccompProfile: RuntimeDefault`'),
  seccompProfile_restricted: same('`seccompProfile: RuntimeDefault`'),
  sysctls: { ko: '안전한 sysctl만 쓰기', en: 'only safe sysctls' },
  windowsHostProcess: { ko: '`hostProcess` 끄기', en: 'no `hostProcess`' },
};

function same(text: string): Text {
  return { ko: text, en: text };
}
