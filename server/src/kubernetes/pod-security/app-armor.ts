import { asMap, asScalar, get } from '../../yaml/navigate';
import { baseline } from './check';
import { repairOf } from './profile';
import { narrowest, ownerOf, scopes } from './scopes';

export const APP_ARMOR_ANNOTATION = 'container.apparmor.security.beta.kubernetes.io/';

/** One breach for each AppArmor profile that is neither the runtime's nor one of the node. */
export const appArmorProfile = baseline('appArmorProfile', function* (pod) {
  for (const scope of scopes(pod)) {
    const profile = asMap(get(scope.context, 'appArmorProfile'));
    const type = asScalar(get(profile, 'type'));
    if (!profile || type?.text === 'RuntimeDefault' || type?.text === 'Localhost') continue;
    yield {
      ...ownerOf(scope),
      span: type?.span ?? narrowest(scope, ['appArmorProfile', 'type']),
      values: [type?.text ?? ''],
      repairs: repairOf(scope, 'appArmorProfile', type),
    };
  }
  for (const { name, value, valueSpan } of pod.template.annotations) {
    const isAllowed = value === '' || value === 'runtime/default' || value.startsWith('localhost/');
    if (!name.startsWith(APP_ARMOR_ANNOTATION) || isAllowed) continue;
    const node = asScalar(get(pod.template.metadata, 'annotations', name));
    yield {
      span: valueSpan,
      values: [value],
      repairs: node ? [{ kind: 'replace', node, text: 'runtime/default' }] : [],
    };
  }
});
