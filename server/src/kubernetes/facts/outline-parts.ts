import type { EntrySort } from '../../core/view';
import { asScalar, entriesOf, get, isAbsent, itemsOf } from '../../yaml/navigate';
import type { Path, YamlMap } from '../../yaml/node';

/** A list whose items are parts of an object that people look for. */
export interface ListPart {
  readonly sort: EntrySort;
  /** Where an item's name may be, the best place first. */
  readonly names: readonly Path[];
  /** A word beside the name. */
  readonly detail?: (item: YamlMap) => string | undefined;
}

/** By key, wherever it is: a custom resource that holds a pod's template has the same parts. */
export const LISTS: Readonly<Record<string, ListPart>> = Object.assign(Object.create(null), {
  containers: { sort: 'container', names: [['name']], detail: word('image') },
  initContainers: { sort: 'container', names: [['name']], detail: word('image') },
  ephemeralContainers: { sort: 'container', names: [['name']], detail: word('image') },
  ports: { sort: 'port', names: [['name'], ['containerPort'], ['port']], detail: portNumbers },
  env: { sort: 'variable', names: [['name']] },
  volumes: { sort: 'volume', names: [['name']], detail: volumeSource },
  volumeMounts: { sort: 'volume', names: [['mountPath']], detail: word('name') },
  volumeClaimTemplates: { sort: 'volume', names: [['metadata', 'name']] },
  rules: { sort: 'rule', names: [['host'], ['verbs'], ['name']], detail: resources },
  paths: { sort: 'rule', names: [['path']], detail: backend },
  subjects: { sort: 'item', names: [['name']], detail: word('kind') },
  metrics: { sort: 'item', names: [['resource', 'name'], ['type']] },
  ingress: { sort: 'rule', names: [] },
  egress: { sort: 'rule', names: [] },
  versions: { sort: 'item', names: [['name']] },
} satisfies Record<string, ListPart>);

/** Maps at the top of an object whose keys are its parts. */
export const MAPS: ReadonlySet<string> = new Set(['data', 'binaryData', 'stringData']);

function word(...path: Path): (item: YamlMap) => string | undefined {
  return (item) => asScalar(get(item, ...path))?.text;
}

function portNumbers(item: YamlMap): string | undefined {
  const numbers = ['containerPort', 'port', 'targetPort'].flatMap((key) => word(key)(item) || []);
  return numbers.length === 1 && isAbsent(get(item, 'name')) ? undefined : numbers.join(' → ');
}

function volumeSource(item: YamlMap): string | undefined {
  return entriesOf(item).find(({ name, value }) => name !== 'name' && !isAbsent(value))?.name;
}

function resources(item: YamlMap): string {
  return itemsOf(get(item, 'resources'))
    .flatMap((one) => asScalar(one)?.text ?? [])
    .join(', ');
}

function backend(item: YamlMap): string | undefined {
  return word('backend', 'service', 'name')(item);
}
