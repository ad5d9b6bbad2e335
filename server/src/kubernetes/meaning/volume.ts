import type { Meaning } from '../../core/meaning';
import { get, itemsOf } from '../../yaml/navigate';
import { type Word, wordOf } from '../../yaml/word';
import type { KubernetesObject } from '../model';
import { isUnder, meaningOf } from './words';

/** What the name of a volume stands for: in its pod, and in the claim templates of a StatefulSet. */
export function volumeMeaning({ workload }: KubernetesObject, offset: number): Meaning | undefined {
  const template = workload?.template;
  if (!template?.spec) return undefined;
  const claims = itemsOf(get(workload?.spec, 'volumeClaimTemplates'));
  const definitions = [
    ...template.volumes.flatMap(({ node }) => wordOf(get(node, 'name')) ?? []),
    ...claims.flatMap((claim) => wordOf(get(claim, 'metadata', 'name')) ?? []),
  ];
  const { containers, initContainers, ephemeralContainers } = template;
  const uses = [...containers, ...initContainers, ...ephemeralContainers].flatMap(({ node }) =>
    ['volumeMounts', 'volumeDevices'].flatMap((list) =>
      itemsOf(get(node, list)).flatMap((item) => wordOf(get(item, 'name')) ?? []),
    ),
  );
  const at = [...definitions, ...uses].find((word) => isUnder(word, offset));
  if (!at) return undefined;
  const called = (words: readonly Word[], name: string) => words.filter(({ text }) => text === name);
  const words = { definitions: called(definitions, at.text), uses: called(uses, at.text) };
  return meaningOf(at, words, 'dns-label', (name) => {
    const [other] = called(definitions, name);
    return other && { text: TAKEN, values: { name, place: other.span } };
  });
}

const TAKEN = {
  ko: 'volume `{name}`{name|이} 이미 있다({place}).',
  en: 'There is a volume `{name}` already ({place}).',
};
