import { asScalar, entry, get } from '../../yaml/navigate';
import type { YamlPair } from '../../yaml/node';
import { baseline } from './check';
import { ownerOf, scopes } from './scopes';

/** One breach for each set of SELinux options with a user, a role, or a type of its own; its values are the fields. */
export const seLinuxOptions = baseline('seLinuxOptions', function* (pod, minor) {
  for (const scope of scopes(pod)) {
    const options = get(scope.context, 'seLinuxOptions');
    const bad = ['type', 'user', 'role'].flatMap((field): YamlPair[] => {
      const pair = entry(options, field);
      const node = asScalar(pair?.value);
      if (!pair || !node || node.value === null || node.text === '') return [];
      return field === 'type' && isAllowed(node.text, minor) ? [] : [pair];
    });
    const [first] = bad;
    if (first)
      yield {
        ...ownerOf(scope),
        span: first.value.span,
        values: bad.map(({ name, value }) => `${name}: ${asScalar(value)?.text}`),
        repairs: bad.map((pair) => ({ kind: 'remove', pair })),
      };
  }
});

function isAllowed(type: string, minor: number): boolean {
  if (type === 'container_engine_t') return minor >= 31;
  return ['container_t', 'container_init_t', 'container_kvm_t'].includes(type);
}
