import type { Span } from '../../core/span';
import { get, itemsOf, stringOf } from '../../yaml/navigate';
import { expectation, noObject, objectNamed } from '../expectation';
import type { Container } from '../model';

export default expectation({
  name: 'env',
  fields: { kind: 'text', name: 'text', variable: 'text', from: 'text', object: 'text', key: 'text' },
  goal: ({ kind, name, variable, from, object, key }) => ({
    text: {
      ko: '{kind} `{name}`의 `{variable}` 값은 {from} `{object}`의 `{key}`에서 온다',
      en: '`{variable}` of {kind} `{name}` comes from `{key}` of {from} `{object}`',
    },
    values: { kind, name, variable, from, object, key },
  }),
  check: ({ kind, name, variable, from, object, key }, manifests) => {
    const owner = objectNamed(manifests, kind, name);
    if (!owner) return noObject(kind, name);
    const config = manifests.facts.find('config', { name: object }).find(({ value }) => value.kind === from);
    if (!config) return noObject(from, object);
    const values = { variable, from, object, key };
    if (!config.value.keys.some(({ text }) => text === key))
      return { told: { text: TOLD.noKey, values }, at: config.span };
    const containers = owner.workload?.template?.containers ?? [];
    const found = containers.flatMap((one) => [...sourcesOf(one, variable)]);
    if (found.some((one) => one.from === from && one.object === object && one.key === key)) return undefined;
    const [other] = found;
    if (!other) return { told: { text: TOLD.noVariable, values }, at: containers[0]?.anchor };
    return { told: { text: TOLD.elsewhere, values }, at: other.span };
  },
});

interface Source {
  readonly from?: string;
  readonly object?: string;
  readonly key?: string;
  /** What to look at. */
  readonly span: Span;
}

/** Where a variable of a container comes from; one of `envFrom` has the name of its key. */
function* sourcesOf({ env, node, anchor }: Container, variable: string): Generator<Source> {
  for (const { name, valueFrom } of env) {
    if (name?.value !== variable) continue;
    const refs = Object.entries(KEYS).map(([field, from]) => ({ from, ref: get(valueFrom, field) }));
    const { from, ref } = refs.find((one) => one.ref) ?? {};
    const span = get(ref, 'key')?.span ?? name.node.span;
    yield { from, object: stringOf(get(ref, 'name')), key: stringOf(get(ref, 'key')), span };
  }
  for (const one of itemsOf(get(node, 'envFrom')))
    for (const [field, from] of Object.entries(WHOLE)) {
      const key = variable.slice((stringOf(get(one, 'prefix')) ?? '').length);
      const object = stringOf(get(one, field, 'name'));
      if (object !== undefined) yield { from, object, key, span: anchor };
    }
}

const KEYS = { configMapKeyRef: 'ConfigMap', secretKeyRef: 'Secret' };
const WHOLE = { configMapRef: 'ConfigMap', secretRef: 'Secret' };

const TOLD = {
  noKey: { ko: '{from} `{object}`에 `{key}`{key|이} 없다', en: '{from} `{object}` has no key `{key}`' },
  noVariable: { ko: '`{variable}`{variable|이} 없다', en: 'There is no `{variable}`' },
  elsewhere: { ko: '아직 거기서 오지 않는다', en: 'It does not come from there yet' },
};
