import type { Span } from '../../core/span';
import { asMap, asScalar, get, isAbsent, itemsOf, keySpan } from '../../yaml/navigate';
import type { YamlMap } from '../../yaml/node';
import type { KubernetesObject, Label } from '../model';
import { readLabelSelector } from '../selectors/read-selector';
import type { Selector } from '../selectors/selector';

/** What a Role or ClusterRole allows. */
export interface RoleFact {
  readonly kind: 'Role' | 'ClusterRole';
  readonly rules: readonly PolicyRule[];
  /** Paths that are no resources: `/healthz`. */
  readonly urls: readonly string[];
  /** Of the role itself: other roles may take it in by them. */
  readonly labels: readonly Label[];
  /** The API server fills in the rules of every ClusterRole that one of these selects. */
  readonly aggregates: readonly Selector[];
}

/** One item of a role's `rules`, without those about URLs. */
export interface PolicyRule {
  readonly apiGroups: readonly string[];
  readonly resources: readonly string[];
  readonly verbs: readonly string[];
  /** It holds for objects with these names only; for all where there are none. */
  readonly names: readonly string[];
  /** The key `resources`. */
  readonly span: Span;
}

/** `secrets` in the group `''`, `deployments` in `apps`, `pods/exec`. */
export interface Resource {
  readonly group: string;
  readonly name: string;
}

/** A resource as kubectl spells it: `secrets`, `deployments.apps`. */
export function readResource(written: string): Resource {
  const dot = written.indexOf('.');
  return dot < 0
    ? { group: '', name: written }
    : { group: written.slice(dot + 1), name: written.slice(0, dot) };
}

export function isRoleKind(kind: string): kind is RoleFact['kind'] {
  return kind === 'Role' || kind === 'ClusterRole';
}

/** What an object tells as a role; nothing for other kinds. */
export function readRole({ kind, group, root, labels }: KubernetesObject): RoleFact | undefined {
  if (!isRoleKind(kind.value) || group !== RBAC_GROUP) return undefined;
  const selectors = itemsOf(get(root, 'aggregationRule', 'clusterRoleSelectors'));
  return {
    kind: kind.value,
    rules: policyRulesOf(root).map(({ rule }) => rule),
    urls: itemsOf(get(root, 'rules')).flatMap((rule) =>
      itemsOf(get(rule, 'nonResourceURLs')).flatMap((url) => asScalar(url)?.text ?? []),
    ),
    labels,
    aggregates: selectors.flatMap((selector) => readLabelSelector(selector) ?? []),
  };
}

/** A rule with the map that says it. */
export interface WrittenRule {
  readonly rule: PolicyRule;
  readonly node: YamlMap;
}

export function policyRulesOf(root: YamlMap): readonly WrittenRule[] {
  return itemsOf(get(root, 'rules')).flatMap((item): WrittenRule[] => {
    const node = asMap(item);
    const resources = node && get(node, 'resources');
    if (!node || !resources || isAbsent(resources)) return [];
    const words = (key: string) => itemsOf(get(node, key)).flatMap((word) => asScalar(word)?.text ?? []);
    const rule = {
      apiGroups: words('apiGroups'),
      resources: words('resources'),
      verbs: words('verbs'),
      names: words('resourceNames'),
      span: keySpan(resources),
    };
    return [{ rule, node }];
  });
}

/**
 * Whether a rule allows a verb on every object of a resource.
 * Source: pkg/apis/rbac/v1/evaluation_helpers.go of Kubernetes (VerbMatches, APIGroupMatches, ResourceMatches)
 */
export function allows(rule: Omit<PolicyRule, 'span'>, { group, name }: Resource, verb: string): boolean {
  const has = (list: readonly string[], ...words: string[]) => words.some((word) => list.includes(word));
  const [, subresource] = name.split('/');
  const everyOne = subresource === undefined ? [] : [`*/${subresource}`];
  return (
    has(rule.verbs, verb, '*') &&
    has(rule.apiGroups, group, '*') &&
    has(rule.resources, name, '*', ...everyOne) &&
    rule.names.length === 0
  );
}

const EVERY_VERB = ['get', 'list', 'watch', 'create', 'update', 'patch', 'delete'];

/** Whether a rule allows everything on everything. */
export function allowsAll({ apiGroups, resources, verbs, names }: Omit<PolicyRule, 'span'>): boolean {
  const everyVerb = verbs.includes('*') || EVERY_VERB.every((verb) => verbs.includes(verb));
  return everyVerb && apiGroups.includes('*') && resources.includes('*') && names.length === 0;
}

export const RBAC_GROUP = 'rbac.authorization.k8s.io';

/** Roles and bindings with such names are made by the cluster itself. */
export function isOfTheSystem(name: string | undefined): boolean {
  return name?.startsWith('system:') === true || name === CLUSTER_ADMIN;
}

export const CLUSTER_ADMIN = 'cluster-admin';
