import type { Edit } from '../../core/span';
import { addEntry } from '../../yaml/edit';
import { entriesOf, entry, get } from '../../yaml/navigate';
import type { YamlDocument } from '../../yaml/node';
import { wordOf } from '../../yaml/word';
import { type ConfigFact, NEW_KEY } from '../facts';
import type { KubernetesObject } from '../model';

/** What the workspace knows of a ConfigMap or Secret: its keys, never their values. */
export function configFact(
  document: YamlDocument,
  object: KubernetesObject,
  kind: ConfigFact['kind'],
): ConfigFact {
  const keysIn = (field: string) =>
    entriesOf(get(object.root, field)).flatMap(({ key }) => wordOf(key) ?? []);
  const keys = [...keysIn('data'), ...(kind === 'Secret' ? keysIn('stringData') : [])];
  const binaryKeys = kind === 'ConfigMap' ? keysIn('binaryData') : [];
  const open = keys.length + binaryKeys.length === 0 || isFilled(object);
  return { kind, keys, binaryKeys, open, room: roomIn(document, object) };
}

/** An empty value is the same with and without base64. */
function roomIn(document: YamlDocument, { root }: KubernetesObject): Edit | undefined {
  const holder = entry(root, 'stringData') ?? entry(root, 'data');
  const isMap = holder?.value.type === 'map' && holder.value.pairs.length > 0;
  return isMap ? addEntry(document, holder, NEW_KEY, '""') : undefined;
}

/** A template, a controller or an operator writes keys of its own. */
function isFilled({ root, annotations, labels }: KubernetesObject): boolean {
  const holders = ['data', 'stringData', 'binaryData'].map((field) => get(root, field));
  if (holders.some((node) => node?.templated) || hasUnsaidKey(root)) return true;
  return [...annotations, ...labels].some(({ name }) => FILLERS.test(name));
}

function hasUnsaidKey(root: KubernetesObject['root']): boolean {
  return ['data', 'stringData'].some((field) =>
    entriesOf(get(root, field)).some(({ key }) => wordOf(key) === undefined),
  );
}

/**
 * Annotations and labels that ask a controller to fill in what is not written: the token controller, OpenShift's CA
 * injection, replicators.
 */
const FILLERS =
  /^kubernetes\.io\/service-account\.name$|inject-(?:trusted-)?ca-?bundle|replicator|reflector\.|replicate-from|sync-with/;
