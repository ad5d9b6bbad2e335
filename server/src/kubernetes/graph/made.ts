import type { GraphWay } from '../../core/graph';
import { messageOf } from '../../core/page';
import { uriOf } from '../../core/span';
import type { Message, Text } from '../../core/text';
import { isRewritten } from '../kustomize/kustomizations';
import { countOf, SCALED } from '../pods/replica-count';
import selectorMismatch from '../rules/selector-mismatch';
import { explainMiss } from '../selectors/selector';
import type { Drawing, Facts, Of } from './nodes';

/** What the cluster makes of a workload: its Pods, and what stands between. */
export function addMade(drawing: Drawing, facts: Facts): void {
  for (const workload of facts.find('workload')) {
    const own = drawing.idOf(workload.span.part, workload.value.kind, workload.name);
    if (own !== undefined && workload.value.kind !== 'Pod') addPods(drawing, own, workload, facts);
  }
}

function addPods(drawing: Drawing, own: string, workload: Of<'workload'>, facts: Facts): void {
  const { namespace, name = '?', value } = workload;
  const by = { text: TEXTS.madeBy, values: { kind: value.kind, name } };
  const make = (kind: string, from: string, called: string, way: GraphWay, count?: Message) => {
    const about = count ? [by, { text: TEXTS.count, values: { count } }] : [by];
    const made = { sort: 'made', kind, name: called, namespace, facts: about } as const;
    const to = drawing.unwritten({ ...made, ...(count && { count }) }, own);
    drawing.add(from, to, way, true);
    return to;
  };
  const kept = keeps(workload, facts);
  const count = countIn(workload, facts);
  switch (value.kind) {
    case 'Deployment': {
      const set = make('ReplicaSet', own, `${name}-…`, kept);
      make('Pod', set, `${name}-…-…`, MAKES, count);
      return;
    }
    case 'CronJob': {
      const job = make('Job', own, `${name}-…`, MAKES);
      make('Pod', job, `${name}-…-…`, MAKES);
      return;
    }
    // Its Pods are numbered, the others get a name nobody knows.
    case 'StatefulSet':
      make('Pod', own, `${name}-0 …`, kept, count);
      return;
    default:
      make('Pod', own, `${name}-…`, kept, count);
  }
}

/** Whether a workload would find its own Pods again. */
function keeps({ value, name, span, namespace }: Of<'workload'>, facts: Facts): GraphWay {
  const selector =
    value.unknown || isRewritten(uriOf(span.part), facts)
      ? undefined
      : facts
          .find('selector', { ...(namespace !== undefined && { namespace }) })
          .find(
            (one) => one.span.part === span.part && one.value.role === 'own' && one.value.owner.name === name,
          );
  if (!selector || !SCALED.has(value.kind)) return MAKES;
  const reasons = explainMiss(selector.value.selector, value.labels).map(({ requirement, how, found }) => ({
    text: messageOf(selectorMismatch, MISSES[how]),
    values: { key: requirement.key, wanted: requirement.values.join(' | '), found: found?.value ?? '' },
  }));
  return reasons.length > 0 ? { ...MAKES, state: 'broken', reasons } : MAKES;
}

const MISSES = { 'other-value': 'value', 'missing-key': 'missing', forbidden: 'forbidden' } as const;

function countIn({ value, name, namespace, span }: Of<'workload'>, facts: Facts): Message | undefined {
  if (value.kind === 'DaemonSet') return { text: TEXTS.eachNode };
  if (!SCALED.has(value.kind)) return undefined;
  const { kind, group, replicas } = value;
  const at = { namespace, written: replicas, uri: uriOf(span.part) };
  const count = countOf({ kind, group, name }, at, facts);
  if (!count) return { text: TEXTS.unknown };
  const { least, most } = count;
  if (least === most) return { text: TEXTS.exactly, values: { least } };
  return Number.isFinite(most)
    ? { text: TEXTS.between, values: { least, most } }
    : { text: TEXTS.atLeast, values: { least } };
}

const TEXTS = {
  madeBy: {
    ko: '파일에는 없다. {kind} {name}{name|이} cluster에서 만든다',
    en: 'In no file: {kind} {name} makes it in the cluster',
  },
  count: { ko: 'Pod {count}', en: 'Pod {count}' },
  exactly: { ko: '× {least}', en: '× {least}' },
  between: { ko: '× {least}…{most}', en: '× {least}…{most}' },
  atLeast: { ko: '× {least}…', en: '× {least}…' },
  unknown: { ko: '× ?', en: '× ?' },
  eachNode: { ko: '× node마다 1', en: '× 1 per node' },
} satisfies Record<string, Text>;

const MAKES: GraphWay = { says: { text: { ko: '만든다', en: 'makes' } }, state: 'ok', reasons: [] };
