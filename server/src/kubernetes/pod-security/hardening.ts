import { asScalar, entriesOf, get, isAbsent } from '../../yaml/navigate';
import type { Container } from '../model';
import type { Pod } from '../pods/pods';
import { APP_ARMOR_ANNOTATION } from './app-armor';
import { capabilitiesIn } from './capabilities';
import { containerScopes, podScope, type Scope } from './scopes';

/**
 * Something else than the seccomp profile in question holds back a container, or each of a pod's: AppArmor, SELinux,
 * dropped capabilities, or a profile of the container's own where the pod's is in question.
 * Source: checks/linuxHardening.yaml of polaris
 */
export function isHardened(pod: Pod, container?: Container): boolean {
  return containerScopes(pod)
    .filter((scope) => !container || scope.container === container)
    .every(
      (scope) => isHeldBack(pod, scope) || (!container && !isAbsent(get(scope.context, 'seccompProfile'))),
    );
}

function isHeldBack(pod: Pod, scope: Scope): boolean {
  const says = ({ context }: Scope) => {
    const armor = asScalar(get(context, 'appArmorProfile', 'type'))?.text ?? 'Unconfined';
    return entriesOf(get(context, 'seLinuxOptions')).length > 0 || armor !== 'Unconfined';
  };
  const annotation = `${APP_ARMOR_ANNOTATION}${scope.container?.name?.value}`;
  return (
    says(podScope(pod)) ||
    says(scope) ||
    pod.template.annotations.some(({ name }) => name === annotation) ||
    (capabilitiesIn(scope, 'drop').length > 0 &&
      !capabilitiesIn(scope, 'add').some(({ text }) => /^all$/i.test(text)))
  );
}
