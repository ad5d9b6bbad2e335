import type { Graph } from '../../core/graph';
import type { Message, Text } from '../../core/text';
import { shownPort } from '../relations/ports';
import { addMade } from './made';
import { addNamed } from './named';
import { Drawing, type Facts, type Of } from './nodes';
import { addSelected, choosesAll } from './selected';

/** Every object of a workspace, what is made of it in the cluster, and what they have to do with each other. */
export function graph(facts: Facts): Graph {
  const drawing = new Drawing(facts, (object) => factsOf(object, facts));
  addSelected(drawing, facts);
  addNamed(drawing, facts);
  addMade(drawing, facts);
  const { nodes, edges, areas } = drawing;
  return { nodes, edges, areas };
}

/** So many words of a list are shown. */
const MOST = 6;

/** What is worth knowing of an object besides its edges. */
function factsOf(object: Of<'object'>, facts: Facts): readonly Message[] {
  const { namespace, name, value } = object;
  const at = { ...(namespace !== undefined && { namespace }), ...(name !== undefined && { name }) };
  const isOwn = ({ span }: { readonly span: { readonly part: unknown } }) => span.part === object.span.part;
  const list = (words: readonly string[]) => (words.length > MOST ? [...words.slice(0, MOST), '…'] : words);
  switch (value.kind) {
    case 'Service': {
      const { type = '', ports = [], headless } = facts.find('service', at).find(isOwn)?.value ?? {};
      const shown = list(ports.map((port) => `${shownPort(port)} → ${port.target?.word.text ?? '?'}`));
      return [
        { text: headless ? TEXTS.headless : TEXTS.type, values: { type } },
        ...(ports.length > 0 ? [{ text: TEXTS.ports, values: { list: shown } }] : []),
      ];
    }
    case 'ConfigMap':
    case 'Secret': {
      const { keys = [], binaryKeys = [] } = facts.find('config', at).find(isOwn)?.value ?? {};
      const words = [...keys, ...binaryKeys].map(({ text }) => text);
      return words.length > 0 ? [{ text: TEXTS.keys, values: { list: list(words) } }] : [];
    }
    case 'PersistentVolumeClaim': {
      const modes = facts.find('claim', at).find(isOwn)?.value.modes ?? [];
      return modes.length > 0 ? [{ text: TEXTS.modes, values: { list: modes } }] : [];
    }
    case 'NetworkPolicy':
    case 'PodDisruptionBudget': {
      const selectors = facts.find('selector', { ...(namespace !== undefined && { namespace }) });
      const own = selectors.find(
        (one) => isOwn(one) && one.value.owner.name === name && one.value.role !== 'peer',
      );
      return own && choosesAll(own) ? [{ text: TEXTS.everyPod }] : [];
    }
    default:
      return [];
  }
}

const TEXTS = {
  type: { ko: '`type: {type}`', en: '`type: {type}`' },
  headless: { ko: 'headless (`clusterIP: None`)', en: 'headless (`clusterIP: None`)' },
  ports: { ko: 'port → targetPort: {list}', en: 'port → targetPort: {list}' },
  keys: { ko: 'key: {list}', en: 'Keys: {list}' },
  modes: { ko: 'accessModes: {list}', en: 'accessModes: {list}' },
  everyPod: {
    ko: '조건이 없는 selector라서 이 namespace의 모든 Pod가 대상이다',
    en: 'Without conditions its selector means every Pod of the namespace',
  },
} satisfies Record<string, Text>;
