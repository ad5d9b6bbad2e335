import type { Fact, WorkspaceFacts } from '../../core/facts';
import type { Finding } from '../../core/rule';
import type { Span } from '../../core/span';
import { asScalar, get, itemsOf } from '../../yaml/navigate';
import type { KubernetesFacts } from '../facts';
import { BUILT_IN_ROLES } from '../facts/built-in-roles';
import { isPatch } from '../kustomize/kustomizations';
import { readWritten } from '../metadata';
import type { KubernetesObject, Manifest, Written } from '../model';
import { matches } from '../selectors/selector';
import {
  allows,
  allowsAll,
  isOfTheSystem,
  type PolicyRule,
  RBAC_GROUP,
  type Resource,
  type RoleFact,
} from './roles';

/** Who gets which role: a RoleBinding or ClusterRoleBinding. */
export interface Binding {
  readonly object: KubernetesObject;
  readonly kind: 'RoleBinding' | 'ClusterRoleBinding';
  readonly role: { readonly kind: RoleFact['kind']; readonly name: Written<string> };
  /** At least one. */
  readonly subjects: readonly Subject[];
}

export interface Subject {
  readonly kind: string;
  readonly name: string;
}

type Facts = WorkspaceFacts<KubernetesFacts>;

/** What a binding tells the workspace: the role it gives. */
export interface BindingFact {
  readonly kind: RoleFact['kind'];
  readonly name: string;
}

/** What an object tells as a binding; nothing for other kinds. */
export function readBinding(object: KubernetesObject): BindingFact | undefined {
  const binding = bindingOf(object);
  return binding && { kind: binding.role.kind, name: binding.role.name.value };
}

/** The bindings of a document that give somebody something; not those the cluster makes for itself. */
export function* bindingsIn({ objects, file }: Manifest, facts: Facts): Generator<Binding> {
  if (isPatch(file.uri, facts)) return;
  for (const object of objects) {
    const binding = isOfTheSystem(object.name?.value) ? undefined : bindingOf(object);
    if (binding) yield binding;
  }
}

function bindingOf(object: KubernetesObject): Binding | undefined {
  const kind = object.kind.value;
  if (object.group !== RBAC_GROUP || (kind !== 'RoleBinding' && kind !== 'ClusterRoleBinding'))
    return undefined;
  const name = readWritten(get(object.root, 'roleRef'), 'name');
  const roleKind = asScalar(get(object.root, 'roleRef', 'kind'))?.text;
  const subjects = subjectsOf(object);
  if (!name || name.node.templated || subjects.length === 0) return undefined;
  return roleKind === 'ClusterRole' || (roleKind === 'Role' && kind === 'RoleBinding')
    ? { object, kind, role: { kind: roleKind, name }, subjects }
    : undefined;
}

function subjectsOf({ root }: KubernetesObject): Subject[] {
  return itemsOf(get(root, 'subjects')).flatMap((item) => {
    const kind = readWritten(item, 'kind')?.value;
    const name = readWritten(item, 'name')?.value;
    return kind && name ? { kind, name } : [];
  });
}

/** A rule by which a binding gives what was asked for. */
export interface Grant {
  readonly rule: Omit<PolicyRule, 'span'>;
  /** The role that says it. */
  readonly role: string;
  /** Missing for the roles every cluster has. */
  readonly span?: Span;
}

/**
 * What a binding gives of what is wanted. A role that is not here gives nothing we know of; where two files make the
 * same role, only what both say is sure.
 */
export function granting(
  { object, role }: Binding,
  facts: Facts,
  wanted: (rule: Grant['rule']) => boolean,
): Grant | undefined {
  const roles = facts
    .find('role', { name: role.name.value })
    .filter(({ value, namespace }) => value.kind === role.kind && namespace === placeOf(role.kind, object));
  const given = roles.map((fact) => grantsOf(fact, facts).find(({ rule }) => wanted(rule)));
  if (given.length > 0) return given.every((grant) => grant !== undefined) ? given[0] : undefined;
  return role.kind === 'ClusterRole'
    ? builtIn(role.name.value, facts).find(({ rule }) => wanted(rule))
    : undefined;
}

function placeOf(kind: RoleFact['kind'], { namespace }: KubernetesObject): string | undefined {
  return kind === 'Role' ? namespace : undefined;
}

/** A role's own rules; one that is an aggregate has those of others in their place. */
function grantsOf({ name = '', value }: Fact<KubernetesFacts, 'role'>, facts: Facts): Grant[] {
  if (value.aggregates.length === 0) return ownGrants(name, value);
  return aggregated(facts, ({ labels }) => value.aggregates.some((selector) => matches(selector, labels)));
}

function builtIn(name: string, facts: Facts): Grant[] {
  const role = BUILT_IN_ROLES.get(name);
  if (!role) return [];
  const own = role.rules.map((rule) => ({ rule: { ...rule, names: [] }, role: name }));
  const isTaken = ({ labels }: RoleFact) =>
    labels.some((label) => role.aggregates.includes(label.name) && label.value === 'true');
  return [...own, ...aggregated(facts, isTaken)];
}

function aggregated(facts: Facts, isTaken: (role: RoleFact) => boolean): Grant[] {
  return facts
    .find('role')
    .filter(({ value }) => value.kind === 'ClusterRole' && isTaken(value))
    .flatMap(({ name = '', value }) => ownGrants(name, value));
}

function ownGrants(role: string, { rules }: RoleFact): Grant[] {
  return rules.map(({ span, ...rule }) => ({ rule, role, span }));
}

/** Points at the rule that gives it, under a message of the name `rule`. */
export function saidBy({ span, role }: Grant): NonNullable<Finding['related']> {
  return span ? [{ span, message: 'rule', values: { role } }] : [];
}

/** Something a role allows. */
export interface Access {
  readonly resource: Resource;
  readonly verb: string;
  readonly grant: Grant;
}

/** The first of some accesses that a binding gives. One that gives everything is told as that. */
export function accessBy(
  binding: Binding,
  facts: Facts,
  resources: readonly Resource[],
  verbs: readonly string[],
): Access | undefined {
  if (granting(binding, facts, allowsAll)) return undefined;
  for (const resource of resources)
    for (const verb of verbs) {
      const grant = granting(binding, facts, (rule) => allows(rule, resource, verb));
      if (grant) return { resource, verb, grant };
    }
  return undefined;
}

/** Whether a binding of the workspace gives a role to somebody. */
export function isBound(role: KubernetesObject, facts: Facts): boolean {
  return facts
    .find('binding')
    .some(
      ({ value, namespace }) =>
        value.name === role.name?.value &&
        value.kind === role.kind.value &&
        (value.kind === 'ClusterRole' || namespace === role.namespace),
    );
}
