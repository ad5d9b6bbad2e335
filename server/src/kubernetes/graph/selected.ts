import type { GraphWay } from '../../core/graph';
import { uriOf } from '../../core/span';
import type { Message, Text } from '../../core/text';
import type { SelectorRole } from '../facts';
import { isRewritten } from '../kustomize/kustomizations';
import { selectedThings } from '../relations/binding';
import { missedPorts } from '../relations/missed-ports';
import { type NearMiss, nearestMiss, selectsNothing } from '../relations/near-miss';
import { lossOf } from '../relations/role';
import { missingVersion } from '../relations/versions';
import missingVersionRule, { missedBy as missedVersion } from '../rules/selected-version-missing';
import nearMiss, { missedBy } from '../rules/selector-near-miss';
import serviceNearMiss, { missedBy as missedByService } from '../rules/service-near-miss';
import targetPort from '../rules/target-port-mismatch';
import { inWords } from '../selectors/selector';
import { reason } from './named';
import type { Drawing, Facts, Of } from './nodes';

/** Whom objects choose by labels. What a workload asks of its own Pods, or of its neighbours, is no edge. */
export function addSelected(drawing: Drawing, facts: Facts): void {
  for (const selector of facts.find('selector')) {
    const { role, owner } = selector.value;
    const says = WAYS[role];
    const from = says && drawing.idOf(selector.span.part, owner.kind, owner.name);
    if (from === undefined) continue;
    const values = { labels: inWords(selector.value.selector) || '{}' };
    for (const { to, ...way } of endsOf(selector, drawing, facts))
      drawing.add(from, to, { says: { text: says!, values }, ...way });
  }
}

/** A selector that chooses everything is said, and drawn only where there is little to choose from. */
const MANY = 8;

export function choosesAll({ value: { selector, role, of } }: Of<'selector'>): boolean {
  const isAll = selector.requirements.length === 0 && selector.empty === 'everything';
  return isAll && WAYS[role] !== undefined && of === 'pods';
}

type End = Omit<GraphWay, 'says'> & { readonly to: string | undefined };

function* endsOf(selector: Of<'selector'>, drawing: Drawing, facts: Facts): Generator<End> {
  const found = selectedThings(selector, facts);
  if (found.length > 0) {
    if (choosesAll(selector) && found.length > MANY) return;
    const reasons = facts.complete && selector.value.role === 'service' ? wrongTargets(selector, facts) : [];
    const state = reasons.length > 0 ? 'broken' : 'ok';
    for (const { fact } of found) {
      const kind = fact.value.kind;
      yield { to: drawing.idOf(fact.span.part, kind, fact.name), state, reasons };
    }
    return;
  }
  if (facts.complete) yield* missedEnds(selector, drawing, facts);
}

/** Nothing is selected: what was meant is here, or nobody knows where. */
function* missedEnds(selector: Of<'selector'>, drawing: Drawing, facts: Facts): Generator<End> {
  const { value, span, namespace } = selector;
  const uri = uriOf(span.part);
  const owner = { uri, name: value.owner.name };
  const end = ({ candidate }: Pick<NearMiss, 'candidate'>, why: Message): End => ({
    to: drawing.idOf(candidate.span.part, candidate.kind, candidate.name),
    state: 'broken',
    reasons: [why],
  });
  const isService = value.role === 'service';
  // What looks into other namespaces is not known whole.
  const near = namespace === undefined ? undefined : nearestMiss(value, owner, namespace, facts);
  if (near && near.misses.length > 0) {
    const loss = lossOf(value)?.text;
    if (isService) yield end(near, reason(serviceNearMiss, missedByService(near)));
    else if (loss) yield end(near, reason(nearMiss, missedBy(near, loss)));
    return;
  }
  const version = isService ? missingVersion(value.selector, owner, namespace, facts) : undefined;
  if (version) {
    const why = reason(missingVersionRule, missedVersion(version));
    for (const one of version.there) yield end(one, why);
    return;
  }
  if (!selectsNothing(value, namespace, facts) || isRewritten(uri, facts)) return;
  const name = inWords(value.selector);
  const kind = value.of === 'pods' ? 'Pod' : 'Service';
  const about = [{ text: TEXTS.missing }];
  const to = drawing.unwritten({ sort: 'missing', kind, name, namespace, facts: about });
  yield { to, state: 'unknown', reasons: [{ text: TEXTS.nobody }] };
}

/** The ports by which a Service leads nowhere. A number that is not declared may be open all the same. */
function wrongTargets({ span, value, namespace }: Of<'selector'>, facts: Facts): readonly Message[] {
  const uri = uriOf(span.part);
  const at = { ...(namespace !== undefined && { namespace }), name: value.owner.name ?? '' };
  const service = isRewritten(uri, facts)
    ? undefined
    : facts.find('service', at).find((one) => one.span.part === span.part);
  const missed = service ? [...missedPorts(service.value, { uri, namespace }, facts)] : [];
  return missed.filter(({ severity }) => severity !== 'hint').map((one) => reason(targetPort, one));
}

const WAYS: Partial<Record<SelectorRole, Text>> = {
  service: { ko: '`{labels}`인 Pod로 보낸다', en: 'sends to Pods with `{labels}`' },
  budget: {
    ko: '`{labels}`인 Pod가 한꺼번에 내려가지 않게 한다',
    en: 'keeps Pods with `{labels}` from going all at once',
  },
  policy: { ko: '`{labels}`인 Pod의 통신을 거른다', en: 'filters the traffic of Pods with `{labels}`' },
  monitor: { ko: '`{labels}`에서 지표를 모은다', en: 'collects metrics where it finds `{labels}`' },
};

const TEXTS = {
  missing: {
    ko: '이 label을 가진 것이 이 폴더에 없다. 다른 곳에 있을 수 있다',
    en: 'Nothing of this folder has these labels; it may be elsewhere',
  },
  nobody: { ko: '고르는 것이 이 폴더에 하나도 없다', en: 'nothing of this folder is selected' },
} satisfies Record<string, Text>;
