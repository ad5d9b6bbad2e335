import { asMap, asScalar, get } from '../../yaml/navigate';
import type { Pod } from '../pods/pods';
import { type Breach, baseline, restricted } from './check';
import { missingEverywhere } from './inherited';
import { repairOf } from './profile';
import { isWindows, narrowest, ownerOf, type Scope, scopes } from './scopes';

const POD_ANNOTATION = 'seccomp.security.alpha.kubernetes.io/pod';
const CONTAINER_ANNOTATION = 'container.seccomp.security.alpha.kubernetes.io/';

/** One breach for each seccomp profile that is neither the runtime's nor one of the node. */
export const seccompBaseline = baseline('seccompProfile_baseline', function* (pod, minor) {
  if (minor < 19) yield* annotated(pod);
  else for (const scope of scopes(pod)) yield* unconfined(scope);
});

/** The same, and one breach where neither the pod nor some of its containers say any. */
export const seccompRestricted = restricted(
  'seccompProfile_restricted',
  function* (pod, minor) {
    if (isWindows(pod, minor)) return;
    for (const scope of scopes(pod)) yield* unconfined(scope);
    yield* missingEverywhere(pod, ['seccompProfile'], ['seccompProfile', 'type'], 'RuntimeDefault');
  },
  19,
  'seccompProfile_baseline',
);

function* unconfined(scope: Scope): Generator<Breach> {
  const profile = asMap(get(scope.context, 'seccompProfile'));
  const type = asScalar(get(profile, 'type'));
  if (profile && type?.text !== 'RuntimeDefault' && type?.text !== 'Localhost')
    yield {
      ...ownerOf(scope),
      span: type?.span ?? narrowest(scope, ['seccompProfile', 'type']),
      values: [type?.text ?? ''],
      repairs: repairOf(scope, 'seccompProfile', type),
    };
}

function* annotated({ template, containers }: Pod): Generator<Breach> {
  const names = new Set([
    POD_ANNOTATION,
    ...containers.map(({ name }) => `${CONTAINER_ANNOTATION}${name?.value ?? ''}`),
  ]);
  for (const { name, value, valueSpan } of template.annotations)
    if (names.has(name) && !/^(?:runtime\/default$|docker\/default$|localhost\/)/.test(value))
      yield { span: valueSpan, values: [value], repairs: [] };
}
