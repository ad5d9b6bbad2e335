import type { Fact } from '../../core/facts';
import { uriOf } from '../../core/span';
import type { Message, Text } from '../../core/text';
import type { PolicyRule, RoleFact } from '../access/roles';
import type { KubernetesFacts } from '../facts';
import type { Reference } from '../references/reference';
import { resolve } from '../references/resolve';
import { usesOf } from '../references/uses';
import type { HoverContext } from './context';
import { listed, named } from './listed';

type ReferenceFact = Fact<KubernetesFacts, 'reference'>;
type Facts = HoverContext['facts'];

/** What the bindings of the folder let a ServiceAccount do. */
export function aboutAccount(account: Fact<KubernetesFacts, 'object'>, facts: Facts): readonly Message[] {
  const bindings = usesOf(account, facts).filter(({ value }) => value.relation === 'subject');
  if (bindings.length === 0) return facts.complete ? [{ text: TEXTS.unbound }] : [];
  return bindings.slice(0, MOST).map((binding): Message => {
    const who = named(binding.value.owner, binding.span);
    const role = roleOf(binding, facts);
    const allowed = role && allowedBy(role.value, role.span.part, facts);
    return allowed
      ? { text: TEXTS.bound, values: { who, allowed } }
      : { text: TEXTS.boundTo, values: { who, role: role?.value.name.text ?? '?' } };
  });
}

const MOST = 3;

/** The role a binding gives, from another of its lines. */
function roleOf({ value: { owner }, span }: ReferenceFact, facts: Facts): ReferenceFact | undefined {
  return facts
    .find('reference')
    .find(
      (one) =>
        one.span.part === span.part &&
        one.value.relation === 'role' &&
        one.value.owner.kind === owner.kind &&
        one.value.owner.name === owner.name,
    );
}

/** What the role that is named allows; nothing where it is not here and no cluster is known to bring it. */
export function allowedBy(
  reference: Reference,
  part: Parameters<typeof uriOf>[0],
  facts: Facts,
): Message | undefined {
  const { to, name } = reference;
  const known = to.kind === 'ClusterRole' ? BUILT_IN[name.text] : undefined;
  const answer = resolve(reference, uriOf(part), facts);
  const object = answer.certainty === 'found' ? answer.objects[0] : undefined;
  if (!object) return known && { text: known };
  const role = facts
    .find('role', { name: name.text })
    .find(({ span }) => span.part === object.span.part && span.start === object.span.start);
  return role && allowedIn(role.value);
}

/** What a role allows, in words. */
export function allowedIn({ rules, urls, aggregates }: RoleFact): Message | undefined {
  if (aggregates.length > 0) return { text: TEXTS.aggregated };
  if (rules.length === 0)
    return urls.length > 0 ? { text: TEXTS.urls, values: { urls: urls.map(code) } } : { text: TEXTS.nothing };
  const shown = rules.slice(0, MOST).map(inWords);
  const all = shown.reduce((before, next) => ({ text: TEXTS.and, values: { before, next } }));
  const more = rules.length - shown.length;
  return more > 0 ? { text: TEXTS.more, values: { all, more } } : all;
}

function inWords({ verbs, resources, names }: PolicyRule): Message {
  const all = resources.includes('*');
  if (all && verbs.includes('*') && names.length === 0) return { text: TEXTS.everything };
  const values = {
    verbs: verbs.includes('*') ? TEXTS.anything : verbs.map(code),
    resources: all ? TEXTS.allResources : listed(resources.map(code), 4),
    names: names.map(code),
  };
  return { text: names.length > 0 ? TEXTS.ruleOfNames : TEXTS.rule, values };
}

function code(text: string): Message {
  return { text: { ko: '`{text}`', en: '`{text}`' }, values: { text } };
}

/** Source: https://kubernetes.io/docs/reference/access-authn-authz/rbac/#user-facing-roles */
const BUILT_IN: Readonly<Record<string, Text>> = {
  'cluster-admin': { ko: '**모든 것**', en: '**everything**' },
  admin: {
    ko: 'namespace 안의 거의 모든 것(Role과 RoleBinding 포함)',
    en: 'nearly everything in a namespace, Roles and RoleBindings too',
  },
  edit: {
    ko: 'namespace 안의 거의 모든 오브젝트 읽기와 쓰기(Role과 RoleBinding 제외)',
    en: 'reading and writing most objects of a namespace, but no Roles or RoleBindings',
  },
  view: {
    ko: 'namespace 안의 거의 모든 오브젝트 읽기(Secret 제외)',
    en: 'reading most objects of a namespace, but no Secrets',
  },
};

const TEXTS = {
  bound: { ko: '{who} 덕분에 할 수 있는 것: {allowed}', en: '{who} allows it: {allowed}' },
  boundTo: { ko: '{who}{who|이} role `{role}`{role|을} 준다', en: '{who} gives it the role `{role}`' },
  unbound: {
    ko: '이 폴더에는 이 ServiceAccount에 권한을 주는 RoleBinding이 없다',
    en: 'No RoleBinding of this folder gives it any rights',
  },
  urls: { ko: '{urls} 주소', en: 'the URLs {urls}' },
  nothing: { ko: '아무것도 없음', en: 'nothing' },
  aggregated: {
    ko: 'label로 모이는 다른 ClusterRole들의 합',
    en: 'the sum of other ClusterRoles, gathered by their labels',
  },
  everything: { ko: '**모든 것**', en: '**everything**' },
  anything: { ko: '모든 동작', en: 'any verb' },
  allResources: { ko: '모든 resource', en: 'all resources' },
  and: { ko: '{before}; {next}', en: '{before}; {next}' },
  more: { ko: '{all}; 그 밖에 {more}가지', en: '{all}; and {more} more' },
  rule: { ko: '{resources}에 {verbs}', en: '{verbs} on {resources}' },
  ruleOfNames: { ko: '{resources} 가운데 {names}에 {verbs}', en: '{verbs} on {resources} named {names}' },
} satisfies Record<string, Text>;
