import { entriesOf, get } from '../../yaml/navigate';
import { wordOf } from '../../yaml/word';
import type { ConfigFact } from '../facts';
import type { KubernetesObject } from '../model';

/** What the workspace knows of a ConfigMap or Secret: its keys, never their values. */
export function configFact(object: KubernetesObject, kind: ConfigFact['kind']): ConfigFact {
  const keysIn = (field: string) =>
    entriesOf(get(object.root, field)).flatMap(({ key }) => wordOf(key) ?? []);
  const keys = [...keysIn('data'), ...(kind === 'Secret' ? keysIn('stringData') : [])];
  const binaryKeys = kind === 'ConfigMap' ? keysIn('binaryData') : [];
  return { kind, keys, binaryKeys, open: keys.length + binaryKeys.length === 0 || isFilled(object) };
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
