import type { Fact } from '../../core/facts';
import { booleanOf, get, itemsOf, numberOf, stringOf } from '../../yaml/navigate';
import type { YamlDocument } from '../../yaml/node';
import { wordOf } from '../../yaml/word';
import { readBinding } from '../access/bindings';
import { readRole } from '../access/roles';
import type { KubernetesFacts } from '../facts';
import { splitApiVersion } from '../facts/kinds';
import { readWritten } from '../metadata';
import type { KubernetesObject, Manifest } from '../model';
import { readIsolation } from '../pods/isolation';
import { referencesOf } from '../references/read';
import { addressOf } from '../references/reference';
import { toldBy } from '../references/told';
import { customKinds } from '../schema/custom';
import { saidBy } from '../selectors/selector';
import { configFact } from './config';
import { customPodsOf } from './custom-pods';
import { generatedBy, kustomizationFact } from './kustomization';
import { limitRangeFact } from './limit-range';
import { madeOf } from './made';
import { selectorsOf } from './selectors';
import { serviceFact } from './service';
import { imagesBuiltBy } from './skaffold';
import { workloadFact } from './workload';

type AnyFact = { [K in keyof KubernetesFacts]: Fact<KubernetesFacts, K> }[keyof KubernetesFacts];

/** What a document tells the rest of the workspace; templates and fragments tell no more than that they are there. */
export function summarise(manifest: Manifest): readonly AnyFact[] {
  const { sort, document, file } = manifest;
  const there: AnyFact = { kind: 'file', name: file.uri, value: {}, span: { ...document.span, end: 0 } };
  if (sort === 'kustomization') return [there, ...ofKustomization(manifest)];
  if (sort === 'skaffold') return [there, ...ofSkaffold(manifest)];
  const damaged = document.faults.length > 0;
  return [there, ...toldBy(manifest).flatMap((object) => [...factsOf(document, object, damaged)])];
}

/** @param damaged YAML faults may have moved or hidden labels: what is read proves nothing. */
function* factsOf(document: YamlDocument, object: KubernetesObject, damaged: boolean): Generator<AnyFact> {
  const at = place(object);
  yield* asAny(object, at);
  if (object.type) yield* asBuiltIn(document, object, at, damaged);
  else
    for (const value of customPodsOf(object))
      yield { kind: 'customPods', ...at, value: damaged ? { ...value, unknown: true } : value };
}

/** What any object tells, whoever defined its kind. */
function* asAny(object: KubernetesObject, at: Place): Generator<AnyFact> {
  const { kind, group, apiVersion, labels } = object;
  const name = wordOf(object.name?.node);
  if (at.name !== undefined && name) {
    const placed = object.writtenNamespace !== undefined;
    const token = mountsNoToken(object) && { mountsToken: false as const };
    const value = { apiVersion: apiVersion.value, group, kind: kind.value, name, placed, labels, ...token };
    yield { kind: 'object', ...at, value };
  }
  for (const value of referencesOf(object))
    yield {
      kind: 'reference',
      namespace: value.to.namespace,
      name: addressOf(value.to.kind, value.name.text),
      value,
      span: value.name.span,
    };
  for (const { namespace, ...value } of selectorsOf(object))
    yield { kind: 'selector', namespace, name: saidBy(value.selector), value, span: value.selector.span };
  const by = { kind: kind.value, name: object.name?.value };
  for (const made of madeOf(object))
    yield {
      kind: 'made',
      namespace: at.namespace,
      name: made.name,
      value: { kind: made.kind, by },
      span: at.span,
    };
}

function mountsNoToken({ kind, root }: KubernetesObject): boolean {
  return kind.value === 'ServiceAccount' && booleanOf(get(root, 'automountServiceAccountToken')) === false;
}

function* asBuiltIn(
  document: YamlDocument,
  object: KubernetesObject,
  at: Place,
  damaged: boolean,
): Generator<AnyFact> {
  const { kind, spec } = object;
  if (object.workload) {
    const value = workloadFact(object, object.workload);
    yield { kind: 'workload', ...at, value: damaged ? { ...value, unknown: true } : value };
  }
  const role = readRole(object);
  if (role) yield { kind: 'role', ...at, value: role };
  const binding = readBinding(object);
  if (binding) yield { kind: 'binding', ...at, value: binding };
  const isolation = readIsolation(object);
  if (isolation) yield { kind: 'isolation', ...at, value: isolation };
  switch (kind.value) {
    case 'Service':
      yield { kind: 'service', ...at, value: serviceFact(object) };
      break;
    case 'HorizontalPodAutoscaler': {
      const target = autoscalerTarget(object);
      const minReplicas = numberOf(get(spec, 'minReplicas'));
      const maxReplicas = numberOf(get(spec, 'maxReplicas'));
      if (target) yield { kind: 'autoscaler', ...at, value: { target, minReplicas, maxReplicas } };
      break;
    }
    case 'ConfigMap':
    case 'Secret':
      yield { kind: 'config', ...at, value: configFact(document, object, kind.value) };
      break;
    case 'PersistentVolumeClaim': {
      const modes = itemsOf(get(spec, 'accessModes')).flatMap((mode) => stringOf(mode) ?? []);
      yield { kind: 'claim', ...at, value: { modes } };
      break;
    }
    case 'LimitRange':
      yield { kind: 'limitRange', ...at, value: limitRangeFact(object) };
      break;
    case 'CustomResourceDefinition':
      for (const value of customKinds(object))
        yield { kind: 'customKind', name: value.kind.type, value, span: at.span };
  }
}

/** An HPA's `scaleTargetRef`, where it is complete. */
export function autoscalerTarget({
  spec,
}: KubernetesObject): KubernetesFacts['autoscaler']['target'] | undefined {
  const ref = get(spec, 'scaleTargetRef');
  const kind = readWritten(ref, 'kind');
  const name = readWritten(ref, 'name');
  if (!kind || !name || name.node.templated) return undefined;
  const apiVersion = readWritten(ref, 'apiVersion')?.value;
  const group = apiVersion === undefined ? undefined : splitApiVersion(apiVersion).group;
  return { kind: kind.value, name: name.value, group, span: name.node.span };
}

type Place = ReturnType<typeof place>;

/** Where an object stands in the cluster; what a template writes is unknown and so missing. */
function place({ name, namespace, writtenNamespace, kind, type }: KubernetesObject) {
  const own = namespace ?? (type ? undefined : 'default');
  return {
    namespace: writtenNamespace?.node.templated ? undefined : own,
    name: name?.node.templated ? undefined : name?.value,
    span: (name ?? kind).node.span,
  };
}

function ofKustomization({ document: { root, span } }: Manifest): AnyFact[] {
  if (root?.type !== 'map') return [];
  const by = { kind: 'Kustomization', name: undefined };
  return [
    { kind: 'kustomization', value: kustomizationFact(root), span: root.pairs[0]?.key.span ?? span },
    ...generatedBy(root).map(
      ({ kind, word }): AnyFact => ({ kind: 'made', name: word.text, value: { kind, by }, span: word.span }),
    ),
  ];
}

function ofSkaffold({ document: { root, span } }: Manifest): AnyFact[] {
  const images = imagesBuiltBy(root);
  return images.length === 0 ? [] : [{ kind: 'skaffold', value: { images }, span }];
}
