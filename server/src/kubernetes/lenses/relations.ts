import type { Fact, WorkspaceFacts } from '../../core/facts';
import type { Lens, LensText } from '../../core/lens';
import { type Span, uriOf } from '../../core/span';
import type { Text } from '../../core/text';
import type { KubernetesFacts } from '../facts';
import type { Manifest } from '../model';
import { objectAt } from '../object';
import { objectsNamed } from '../references/resolve';
import { ownerOf, usesOf } from '../references/uses';
import { selectedBy } from '../relations/binding';
import { nearest } from '../relations/nearest';
import { stored } from '../relations/stored';
import { summarise } from '../summarise/summarise';

type Facts = WorkspaceFacts<KubernetesFacts>;
type Of<K extends keyof KubernetesFacts> = Fact<KubernetesFacts, K>;

/** Where a Service and a backend lead, and how often the rest is used. */
export function relationLenses(manifest: Manifest, facts: Facts): readonly Lens[] {
  const lens = (span: Span | undefined, tell: () => LensText): Lens[] =>
    span ? [{ span, sort: 'relations', tell }] : [];
  return summarise(manifest).flatMap((fact): readonly Lens[] => {
    const head = headOf(manifest, fact.span);
    switch (fact.kind) {
      case 'service':
        return fact.value.selector
          ? lens(head, () => workloadsOf(stored(fact as Of<'service'>, facts), facts))
          : [];
      case 'object':
        return USED.has(`${fact.value.group}/${fact.value.kind}`)
          ? lens(head, () => usersOf(stored(fact as Of<'object'>, facts), facts))
          : [];
      case 'reference': {
        const { relation, to, name } = fact.value;
        const found =
          relation === 'backend' ? nearest(objectsNamed(to, name.text, facts), uriOf(fact.span.part)) : [];
        return found.length > 0 ? lens(name.span, () => leadsTo(found)) : [];
      }
      default:
        return [];
    }
  });
}

/** Kinds that are there to be used by others. */
const USED = new Set(['/ConfigMap', '/PersistentVolumeClaim', '/Secret', '/ServiceAccount']);

/** The first line of an object. */
function headOf(manifest: Manifest, { start }: Span): Span | undefined {
  return objectAt(manifest, start)?.root.pairs[0]?.key.span;
}

function workloadsOf(service: Of<'service'>, facts: Facts): LensText {
  const found = selectedBy(service, facts);
  if (found.length === 0) return { title: { text: TITLES.nowhere } };
  const places = found.map(({ span }) => span);
  const [only, more] = found;
  if (!more)
    return {
      title: { text: TITLES.one, values: { kind: only!.value.kind, name: only!.name ?? '' } },
      places,
    };
  return { title: { text: TITLES.workloads, values: { count: found.length } }, places };
}

function leadsTo(found: readonly Of<'object'>[]): LensText {
  const [{ value }] = found as [Of<'object'>];
  const values = { kind: value.kind, name: value.name.text };
  return { title: { text: TITLES.one, values }, places: found.map(({ span }) => span) };
}

function usersOf(object: Of<'object'>, facts: Facts): LensText {
  const uses = usesOf(object, facts);
  if (uses.length === 0) return { title: { text: TITLES.unused } };
  const count = new Set(uses.map(ownerOf)).size;
  return { title: { text: TITLES.used, values: { count } }, places: uses.map(({ span }) => span) };
}

const TITLES = {
  one: { ko: '→ {kind} {name}', en: '→ {kind} {name}' },
  workloads: { ko: '→ workload {count}개', en: '→ {count} workloads' },
  nowhere: { ko: '→ 이 폴더에는 받는 workload가 없다', en: '→ no workload of this folder' },
  used: { ko: '{count}곳에서 쓴다', en: 'used by {count}' },
  unused: { ko: '이 폴더에는 쓰는 곳이 없다', en: 'not used in this folder' },
} satisfies Record<string, Text>;
