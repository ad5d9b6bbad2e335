import type { YamlScalar } from '../../yaml/node';
import type { Repair } from './repair';
import { type Scope, setting } from './scopes';

/** The profile the container runtime brings along, in the place of another. */
export function repairOf(
  scope: Scope,
  field: 'seccompProfile' | 'appArmorProfile',
  type: YamlScalar | undefined,
): readonly Repair[] {
  return type
    ? [{ kind: 'replace', node: type, text: 'RuntimeDefault' }]
    : [setting(scope, [field, 'type'], 'RuntimeDefault')];
}
