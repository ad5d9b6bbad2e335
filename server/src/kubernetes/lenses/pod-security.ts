import type { Lens, LensText } from '../../core/lens';
import type { Fix, Surroundings } from '../../core/rule';
import type { PartId } from '../../core/span';
import type { Text } from '../../core/text';
import type { KubernetesFacts } from '../facts';
import type { Manifest, ManifestFile } from '../model';
import { editsFor, type PodSecurity, podSecurity, type Step } from '../pod-security/level';
import { type Pod, podsIn } from '../pods/pods';

type Around = Surroundings<KubernetesFacts>;

/** Which level of the Pod Security Standards a pod passes, and how far it is to the next. */
export function podSecurityLenses(manifest: Manifest, around: Around): readonly Lens[] {
  return [...podsIn(manifest, around.facts)].flatMap((pod): Lens[] => {
    const head = pod.object.root.pairs[0];
    if (!head) return [];
    const tell = () => levelOf(podSecurity(pod, around.kubernetesVersion));
    return [{ span: head.key.span, sort: 'podSecurity', tell }];
  });
}

function levelOf({ level, steps }: PodSecurity): LensText {
  if (steps.length === 0) return { title: { text: TITLES.restricted } };
  const text = steps.length === 1 ? TITLES.oneStep : TITLES.steps;
  return { title: { text, values: { level, count: steps.length } }, steps: true };
}

/** The steps that bring the pod at an offset to `restricted`, in the order to make them in, and all of them at once. */
export function steps({ parts }: ManifestFile, part: PartId, offset: number, around: Around): readonly Fix[] {
  const manifest = parts.find(({ id }) => id === part)?.unit;
  const pods: readonly Pod[] = manifest ? [...podsIn(manifest, around.facts)] : [];
  const pod = pods.find(
    ({ object: { root } }) =>
      root.parent === undefined || (root.span.start <= offset && offset <= root.span.end),
  );
  if (!manifest || !pod) return [];
  const all = podSecurity(pod, around.kubernetesVersion).steps.filter(({ mechanical }) => mechanical);
  const edits = (some: readonly Step[]) => editsFor(manifest.document, some);
  const each = all.map((step, i): Fix => {
    const values = { number: i + 1, what: plain(step.what) };
    return { title: TITLES.step, values, kind: 'choice', edits: edits([step]) };
  });
  if (all.length < 2) return each;
  return [...each, { title: TITLES.all, values: { count: all.length }, kind: 'choice', edits: edits(all) }];
}

/** A menu shows no Markdown. */
function plain({ ko, en }: Text): Text {
  return { ko: ko.replaceAll('`', ''), en: en.replaceAll('`', '') };
}

const TITLES = {
  restricted: { ko: 'Pod Security restricted 통과', en: 'passes Pod Security restricted' },
  steps: {
    ko: 'Pod Security {level} 통과, restricted까지 {count}단계',
    en: 'passes Pod Security {level}; {count} steps to restricted',
  },
  oneStep: {
    ko: 'Pod Security {level} 통과, restricted까지 1단계',
    en: 'passes Pod Security {level}; 1 step to restricted',
  },
  step: { ko: 'Pod Security {number}단계: {what}', en: 'Pod Security, step {number}: {what}' },
  all: {
    ko: 'Pod Security: {count}단계를 한꺼번에',
    en: 'Pod Security: all {count} steps at once',
  },
} satisfies Record<string, Text>;
