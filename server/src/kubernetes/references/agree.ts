import type { WorkspaceFacts } from '../../core/facts';
import type { Fix } from '../../core/rule';
import type { Edit } from '../../core/span';
import type { Text, Values } from '../../core/text';
import { rewrite } from '../../yaml/word';
import type { KubernetesFacts } from '../facts';
import type { Reference } from './reference';
import { isUnclaimed, type Near } from './resolve';

/** Ways to make a name and the object that is meant agree. That one is renamed only where nobody else speaks of it. */
export function* agree(
  { name, beside, to, owner, relation }: Reference,
  { object, differs }: Near,
  facts: WorkspaceFacts<KubernetesFacts>,
): Iterable<Fix> {
  const { name: there, kind, group, apiVersion } = object.value;
  if (differs === 'name') {
    yield fix(TITLES.here, { name: there.text }, rewrite(name, there.text));
    if (isUnclaimed(object, facts))
      yield fix(TITLES.there, { kind, near: there.text, name: name.text }, rewrite(there, name.text));
    return;
  }
  // What scales says an `apiVersion`, what binds a group.
  const said = { kind, namespace: object.namespace, group: relation === 'scale' ? apiVersion : group }[
    differs
  ];
  // A ClusterRoleBinding grants no Role.
  const fits = owner.kind !== 'ClusterRoleBinding' || differs === 'namespace';
  const isOfGroup = differs === 'group' || to.group === undefined || to.group === group;
  const word = beside[differs];
  if (word && said !== undefined && fits && isOfGroup)
    yield fix(TITLES[differs], { name: said }, rewrite(word, said));
}

function fix(title: Text, values: Values, edit: Edit): Fix {
  return { title, values, kind: 'choice', edits: [edit] };
}

const TITLES = {
  here: { ko: '여기서 `{name}`{name|으로} 부르기', en: 'Say `{name}` here' },
  there: {
    ko: '{kind} `{near}`의 이름을 `{name}`{name|으로} 바꾸기',
    en: 'Rename {kind} `{near}` to `{name}`',
  },
  kind: { ko: '종류를 {name}{name|으로} 고치기', en: 'Change the kind to {name}' },
  group: { ko: '`{name}`{name|으로} 고치기', en: 'Change it to `{name}`' },
  namespace: { ko: 'namespace를 `{name}`{name|으로} 고치기', en: 'Change the namespace to `{name}`' },
} satisfies Record<string, Text>;
