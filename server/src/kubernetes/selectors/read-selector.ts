import type { Span } from '../../core/span';
import { asMap, asScalar, entriesOf, entry, get, isAbsent, itemsOf, keySpan } from '../../yaml/navigate';
import type { YamlMap, YamlNode, YamlScalar } from '../../yaml/node';
import { isHalfTyped, wordIn } from '../metadata';
import type { KubernetesObject } from '../model';
import type { Operator, Requirement, Selector, SelectorFault } from './selector';

/**
 * Reads `matchLabels` and `matchExpressions`; nothing where no selector is written.
 * Source: https://github.com/kubernetes/apimachinery/blob/v0.35.0/pkg/apis/meta/v1/helpers.go (LabelSelectorAsSelector)
 */
export function readLabelSelector(
  node: YamlNode | undefined,
  empty: Selector['empty'] = 'everything',
): Selector | undefined {
  const map = asMap(node);
  if (!map) return undefined;
  const faults: SelectorFault[] = [];
  const requirements = equalities(get(map, 'matchLabels'));
  for (const item of itemsOf(get(map, 'matchExpressions')))
    requirements.push(...expression(asMap(item), faults));
  return { span: map.span, requirements, empty, faults };
}

/** Reads the plain map of a Service or ReplicationController; an empty one counts as none. */
export function readMapSelector(node: YamlNode | undefined): Selector | undefined {
  const map = asMap(node);
  if (!map || map.entries.length === 0) return undefined;
  return { span: map.span, requirements: equalities(map), empty: 'nothing', faults: [] };
}

/**
 * The pods an object that runs none selects: Service, PodDisruptionBudget, NetworkPolicy.
 * Source: the comments of core/v1 ServiceSpec, policy/v1 and v1beta1, networking/v1 in k8s.io/api.
 */
export function podSelectorOf(object: KubernetesObject): Selector | undefined {
  const { kind, spec, apiVersion, root } = object;
  switch (kind.value) {
    case 'Service': {
      // ExternalName is an alias in DNS: the API server ignores a selector there.
      if (asScalar(get(spec, 'type'))?.text === 'ExternalName') return undefined;
      return readMapSelector(get(spec, 'selector'));
    }
    case 'PodDisruptionBudget':
      return readLabelSelector(
        get(spec, 'selector'),
        apiVersion.value === 'policy/v1beta1' ? 'nothing' : 'everything',
      );
    case 'NetworkPolicy': {
      const written = get(spec, 'podSelector');
      if (!isAbsent(written)) return readLabelSelector(written);
      // Left out it selects every pod of the namespace, like `{}`.
      const span = spec ? keySpan(spec) : root.span;
      return { span, requirements: [], empty: 'everything', faults: [] };
    }
    default:
      return undefined;
  }
}

function equalities(node: YamlNode | undefined): Requirement[] {
  return entriesOf(node).map(({ name, key, value }) => {
    const scalar = asScalar(value);
    return {
      key: name,
      operator: 'In',
      values: [scalar?.text ?? ''],
      from: 'labels',
      keySpan: key.span,
      keyWord: wordIn(key, name),
      words: scalar ? [wordIn(value, scalar.text)] : [],
      valueSpan: value.span,
      unknown: key.templated || !scalar || scalar.templated || isHalfTyped(scalar),
    };
  });
}

function expression(item: YamlMap | undefined, faults: SelectorFault[]): Requirement[] {
  if (!item) return [];
  const key = entry(item, 'key');
  const operator = asScalar(get(item, 'operator'));
  const values = entry(item, 'values');
  const written = itemsOf(values?.value).flatMap((value) => asScalar(value) ?? []);
  if (!key) faults.push({ code: 'key-missing', span: firstKey(item) });
  const fault = faultOf(operator, values?.value.span ?? operator?.span ?? firstKey(item), written.length);
  if (fault) faults.push(fault);
  const keyNode = asScalar(key?.value);
  if (fault || !key || !keyNode) return [];
  return [
    {
      key: keyNode.text,
      operator: operator!.text as Operator,
      values: written.map(({ text }) => text),
      from: 'expressions',
      keySpan: keyNode.span,
      keyWord: wordIn(keyNode, keyNode.text),
      words: written.map((node) => wordIn(node, node.text)),
      valueSpan: values?.value.span ?? keyNode.span,
      unknown: [keyNode, operator!, ...written].some(({ templated }) => templated),
    },
  ];
}

function faultOf(
  operator: YamlScalar | undefined,
  valuesSpan: Span,
  count: number,
): SelectorFault | undefined {
  switch (operator?.text) {
    case 'In':
    case 'NotIn':
      return count === 0 ? { code: 'values-missing', span: operator.span } : undefined;
    case 'Exists':
    case 'DoesNotExist':
      return count > 0 ? { code: 'values-forbidden', span: valuesSpan } : undefined;
    default:
      return { code: 'operator', span: operator?.span ?? valuesSpan };
  }
}

function firstKey(item: YamlMap): Span {
  return item.pairs[0]?.key.span ?? item.span;
}
