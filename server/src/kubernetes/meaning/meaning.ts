import type { Fact, WorkspaceFacts } from '../../core/facts';
import type { Meaning } from '../../core/meaning';
import type { Surroundings } from '../../core/rule';
import type { PartId } from '../../core/span';
import type { KubernetesFacts } from '../facts';
import type { Label, Manifest, ManifestFile } from '../model';
import { objectAt } from '../object';
import type { Labelled } from '../relations/binding';
import { stored } from '../relations/stored';
import type { Requirement } from '../selectors/selector';
import { generatedBy } from '../summarise/kustomization';
import { summarise } from '../summarise/summarise';
import { keyMeaning } from './config-key';
import { labelMeaning } from './label';
import { objectMeaning } from './object-name';
import { pathMeaning } from './path';
import { containerPortMeaning, servicePortMeaning } from './ports';
import { volumeMeaning } from './volume';
import { isUnder } from './words';

type Facts = WorkspaceFacts<KubernetesFacts>;
type Of<K extends keyof KubernetesFacts> = Fact<KubernetesFacts, K>;

/** What the word at an offset of a document stands for; nothing where it means nothing elsewhere. */
export function meaning(
  { parts }: ManifestFile,
  part: PartId,
  offset: number,
  { facts }: Surroundings<KubernetesFacts>,
): Meaning | undefined {
  const manifest = parts.find(({ id }) => id === part)?.unit;
  const object = manifest && manifest.sort === 'object' ? objectAt(manifest, offset) : undefined;
  const local = object && volumeMeaning(object, offset);
  if (local || !manifest) return local;
  if (manifest.sort === 'kustomization') return inKustomization(manifest, offset, facts);
  for (const fact of summarise(manifest)) {
    const found = meaningIn(fact, offset, facts);
    if (found) return found;
  }
  return undefined;
}

function inKustomization(manifest: Manifest, offset: number, facts: Facts): Meaning | undefined {
  const { root } = manifest.document;
  const made = root?.type === 'map' ? generatedBy(root) : [];
  const generator = made.find(({ word }) => isUnder(word, offset));
  if (!generator) return pathMeaning(manifest, offset, facts);
  return objectMeaning(generator.word, { kind: generator.kind, group: '', namespace: undefined }, facts);
}

function meaningIn(fact: Fact<KubernetesFacts>, offset: number, facts: Facts): Meaning | undefined {
  switch (fact.kind) {
    case 'object':
      return inObject(fact as Of<'object'>, offset, facts);
    case 'reference':
      return inReference(fact as Of<'reference'>, offset, facts);
    case 'config':
      return inConfig(fact as Of<'config'>, offset, facts);
    case 'service':
      return inService(fact as Of<'service'>, offset, facts);
    case 'workload':
      return inWorkload(fact as Of<'workload'>, offset, facts);
    case 'selector':
      return inSelector(fact as Of<'selector'>, offset, facts);
    default:
      return undefined;
  }
}

function inObject(fact: Of<'object'>, offset: number, facts: Facts): Meaning | undefined {
  const { kind, group, name, labels } = fact.value;
  if (isUnder(name, offset)) return objectMeaning(name, { kind, group, namespace: fact.namespace }, facts);
  if (kind !== 'Service' || group !== '') return undefined;
  return inLabels({ of: 'services', fact, labels }, offset, facts);
}

function inReference({ value }: Of<'reference'>, offset: number, facts: Facts): Meaning | undefined {
  const { name, to, parts } = value;
  if (isUnder(name, offset)) return objectMeaning(name, to, facts);
  const part = parts.find(({ word }) => isUnder(word, offset));
  if (!part) return undefined;
  const meaningOf = part.sort === 'key' ? keyMeaning : servicePortMeaning;
  return meaningOf(part.word, to, name.text, facts);
}

function inConfig(
  { name, namespace, value }: Of<'config'>,
  offset: number,
  facts: Facts,
): Meaning | undefined {
  const key = [...value.keys, ...value.binaryKeys].find((word) => isUnder(word, offset));
  return key && name !== undefined
    ? keyMeaning(key, { kind: value.kind, group: '', namespace }, name, facts)
    : undefined;
}

function inService(service: Of<'service'>, offset: number, facts: Facts): Meaning | undefined {
  const { name: own, namespace, value } = service;
  for (const { name, port, target } of value.ports) {
    const word = [name, port?.word].find((one) => one && isUnder(one, offset));
    if (word && own !== undefined)
      return servicePortMeaning(word, { kind: 'Service', group: '', namespace }, own, facts);
    if (target && isUnder(target.word, offset))
      return containerPortMeaning(target.word, { service: stored(service, facts) }, facts);
  }
  return undefined;
}

function inWorkload(workload: Of<'workload'>, offset: number, facts: Facts): Meaning | undefined {
  const { ports, portUses, labels } = workload.value;
  const words = [
    ...ports.flatMap(({ name, port }) => [name, port?.word]),
    ...portUses.map(({ word }) => word),
  ];
  const word = words.find((one) => one && isUnder(one, offset));
  if (word) return containerPortMeaning(word, { workload: stored(workload, facts) }, facts);
  return inLabels({ of: 'pods', fact: workload, labels }, offset, facts);
}

function inLabels(labelled: Labelled, offset: number, facts: Facts): Meaning | undefined {
  for (const label of labelled.labels) {
    const asked = askedAt(label, offset);
    if (asked) return labelMeaning(asked.word, asked, { labelled }, facts);
  }
  return undefined;
}

function askedAt({ name, value, keyWord, valueWord, unknown }: Label, offset: number) {
  if (unknown) return undefined;
  if (isUnder(keyWord, offset)) return { key: name, value: undefined, word: keyWord };
  return isUnder(valueWord, offset) ? { key: name, value, word: valueWord } : undefined;
}

function inSelector(fact: Of<'selector'>, offset: number, facts: Facts): Meaning | undefined {
  for (const requirement of fact.value.selector.requirements) {
    const asked = requiredAt(requirement, offset);
    if (asked) return labelMeaning(asked.word, asked, { selector: stored(fact, facts) }, facts);
  }
  return undefined;
}

function requiredAt({ key, keyWord, words, unknown }: Requirement, offset: number) {
  if (unknown) return undefined;
  if (isUnder(keyWord, offset)) return { key, value: undefined, word: keyWord };
  const word = words.find((one) => isUnder(one, offset));
  return word && { key, value: word.text, word };
}
