import type { Message, Text } from '../../core/text';
import { asMap, asScalar, entry, get, itemsOf, stringOf } from '../../yaml/navigate';
import type { YamlNode } from '../../yaml/node';
import { readLabelSelector } from '../selectors/read-selector';
import { inWords, type Selector } from '../selectors/selector';
import type { HoverContext } from './context';
import { listed } from './listed';

/**
 * What a NetworkPolicy allows, in words: as a whole, or the one side or peer that is pointed at.
 * Source: https://kubernetes.io/docs/concepts/services-networking/network-policies/
 */
export function aboutPolicy({ object, path, node }: HoverContext): readonly Message[] {
  const { spec } = object;
  switch (path) {
    case 'kind':
    case 'metadata.name':
      return directions(spec);
    case 'spec.ingress':
    case 'spec.egress':
      if (node?.type === 'map') return [];
      return isOn(spec, path === 'spec.ingress' ? 'Ingress' : 'Egress')
        ? [direction(spec, path === 'spec.ingress' ? 'ingress' : 'egress')]
        : [{ text: TEXTS.notMeant, values: { type: path === 'spec.ingress' ? 'Ingress' : 'Egress' } }];
    case 'spec.policyTypes':
      return directions(spec);
    default: {
      const peer = peerAround(path, node);
      return peer ? [{ text: TEXTS.peer, values: { peer: peerInWords(peer) } }] : [];
    }
  }
}

function directions(spec: YamlNode | undefined): readonly Message[] {
  return [
    ...(isOn(spec, 'Ingress') ? [direction(spec, 'ingress')] : []),
    ...(isOn(spec, 'Egress') ? [direction(spec, 'egress')] : []),
  ];
}

/**
 * Whether a side is limited at all. Without a list of types Ingress always is, and Egress where there are rules for it.
 * Source: SetDefaults_NetworkPolicy, https://github.com/kubernetes/kubernetes (pkg/apis/networking/v1/defaults.go)
 */
function isOn(spec: YamlNode | undefined, type: 'Ingress' | 'Egress'): boolean {
  const types = itemsOf(get(spec, 'policyTypes')).flatMap((item) => stringOf(item) ?? []);
  if (types.length > 0) return types.includes(type);
  return type === 'Ingress' || itemsOf(get(spec, 'egress')).length > 0;
}

function direction(spec: YamlNode | undefined, field: 'ingress' | 'egress'): Message {
  const rules = itemsOf(get(spec, field));
  const side = field === 'ingress' ? 'from' : 'to';
  if (rules.length === 0) return { text: TEXTS[field === 'ingress' ? 'noneIn' : 'noneOut'] };
  const peers = rules.flatMap((rule): readonly Message[] => {
    const written = itemsOf(get(rule, side));
    return written.length === 0 ? [{ text: TEXTS.anywhere }] : written.map(peerInWords);
  });
  return { text: TEXTS[field === 'ingress' ? 'in' : 'out'], values: { list: listed(peers) } };
}

/** The item of `from` or `to` that a key belongs to. */
function peerAround(path: string, node: YamlNode | undefined): YamlNode | undefined {
  if (!/^spec\.(?:ingress\.from|egress\.to)\./.test(`${path}.`)) return undefined;
  for (let at: YamlNode | undefined = node; at; ) {
    const parent: YamlNode['parent'] = at.parent;
    const list = parent?.type === 'seq' ? parent.parent : undefined;
    if (list?.type === 'pair' && (list.name === 'from' || list.name === 'to')) return at;
    at = parent?.type === 'pair' ? parent.parent : parent;
  }
  return undefined;
}

/** A peer's two selectors are ANDed; two peers are ORed. */
function peerInWords(peer: YamlNode): Message {
  const block = asScalar(get(peer, 'ipBlock', 'cidr'))?.text;
  if (block !== undefined) {
    const except = itemsOf(get(peer, 'ipBlock', 'except')).flatMap((item) => stringOf(item) ?? []);
    const text = except.length > 0 ? TEXTS.blockExcept : TEXTS.block;
    return { text, values: { block, list: except } };
  }
  const pods = written(peer, 'podSelector');
  const namespaces = written(peer, 'namespaceSelector');
  const values = {
    pods: pods?.requirements.length
      ? { text: TEXTS.somePods, values: { labels: inWords(pods) } }
      : TEXTS.everyPod,
  };
  if (!namespaces) return { text: TEXTS.here, values: { pods: values.pods } };
  if (namespaces.requirements.length === 0)
    return { text: TEXTS.allNamespaces, values: { pods: values.pods } };
  return { text: TEXTS.someNamespaces, values: { pods: values.pods, labels: inWords(namespaces) } };
}

function written(peer: YamlNode, field: string): Selector | undefined {
  const pair = entry(asMap(peer), field);
  return pair && readLabelSelector(pair.value);
}

const TEXTS = {
  in: { ko: '들어올 수 있는 곳: {list}', en: 'Lets in: {list}' },
  out: { ko: '나갈 수 있는 곳: {list}', en: 'Lets out to: {list}' },
  noneIn: { ko: '아무 데서도 들어올 수 없다', en: 'Lets nothing in' },
  noneOut: { ko: '아무 데로도 나갈 수 없다. DNS도 막힌다', en: 'Lets nothing out, not even to DNS' },
  notMeant: {
    ko: '`policyTypes`에 {type}가 없고 규칙도 없다. 이쪽은 아무것도 막지 않는다',
    en: '`policyTypes` does not name {type} and there is no rule: this side stays open',
  },
  anywhere: { ko: '어디든', en: 'anywhere' },
  peer: { ko: '여기서 말하는 상대: {peer}', en: 'This means {peer}' },
  everyPod: { ko: '모든 Pod', en: 'every Pod' },
  somePods: { ko: '`{labels}`인 Pod', en: 'Pods with `{labels}`' },
  here: { ko: '이 namespace의 {pods}', en: '{pods} of this namespace' },
  allNamespaces: { ko: '모든 namespace의 {pods}', en: '{pods} of every namespace' },
  someNamespaces: {
    ko: '`{labels}`인 namespace의 {pods}',
    en: '{pods} of namespaces with `{labels}`',
  },
  block: { ko: 'IP `{block}`', en: 'addresses `{block}`' },
  blockExcept: { ko: 'IP `{block}` ({list} 제외)', en: 'addresses `{block}` except {list}' },
} satisfies Record<string, Text>;
