import type { FileInfo } from '../../core/language';
import { asScalar, get, isAbsent, itemsOf } from '../../yaml/navigate';
import type { YamlDocument, YamlMap, YamlNode } from '../../yaml/node';
import { splitApiVersion } from '../facts/kinds';
import { requiredFields } from '../facts/required-fields';
import { isWorkloadKind } from '../pods/workload';

/**
 * Whether a built-in object is only a part of one, made to be merged into another by kustomize. With the
 * document alone this is told by three signs; a kustomization that lists the file as a patch is the fourth, and
 * is asked for with `patchedBy` in `kustomizations.ts`.
 *
 * 1. a directive of strategic merge: `$patch`, `$retainKeys`, `$setElementOrder/…`, `$deleteFromPrimitiveList/…`;
 * 2. containers of which none has an image, in a workload without the selector it would need;
 * 3. a place made for patches (`overlays/`, `overrides/`, `patches/`, `*patch*.yaml`, `override*.yaml`) and no complete
 *    object.
 *
 * A learner's half-typed Deployment shows none of them: what it lacks is told.
 */
export function isFragment(document: YamlDocument, root: YamlMap, kind: string, { uri }: FileInfo): boolean {
  if (hasDirective(document)) return true;
  const spec = kind === 'CronJob' ? get(root, 'spec', 'jobTemplate', 'spec') : get(root, 'spec');
  const containers = itemsOf(get(spec, 'template', 'spec', 'containers'));
  const images = containers.filter((container) => !isAbsent(get(container, 'image')));
  const hasSelector = !NEEDS_SELECTOR.has(kind) || !isAbsent(get(spec, 'selector'));
  const isNamed = containers.every((container) => !isAbsent(get(container, 'name')));
  if (NEEDS_SELECTOR.has(kind) && !hasSelector && containers.length > 0 && images.length === 0 && isNamed)
    return true;
  return isPatchPlace(uri) && !isComplete(kind, root, spec, hasSelector && images.length > 0);
}

/** Whether a custom resource may be a part of one: what makes it whole is not known. */
export function isMaybeFragment(document: YamlDocument, { uri }: FileInfo): boolean {
  return hasDirective(document) || isPatchPlace(uri);
}

function hasDirective({ text }: YamlDocument): boolean {
  return DIRECTIVE.test(text);
}

const DIRECTIVE = /^[\s-]*"?\$(patch|retainKeys|setElementOrder\/|deleteFromPrimitiveList\/)/m;
const NEEDS_SELECTOR = new Set(['Deployment', 'StatefulSet', 'DaemonSet', 'ReplicaSet']);

function isPatchPlace(uri: string): boolean {
  return /\/(overlays?|overrides?|patch(es)?)\/|(patch|override)[^/]*\.ya?ml$/i.test(uri);
}

/** Enough of an object to stand alone. */
function isComplete(kind: string, root: YamlMap, spec: YamlNode | undefined, runsPods: boolean): boolean {
  if (kind === 'Pod') return itemsOf(get(root, 'spec', 'containers')).some((c) => !isAbsent(get(c, 'image')));
  if (isWorkloadKind(kind)) return runsPods;
  if (kind === 'Service') return !isAbsent(get(spec, 'ports')) || !isAbsent(get(spec, 'externalName'));
  if (/WebhookConfiguration$/.test(kind)) {
    const hooks = itemsOf(get(root, 'webhooks'));
    return hooks.length > 0 && hooks.every((hook) => !isAbsent(get(hook, 'clientConfig')));
  }
  const { group, version } = splitApiVersion(asScalar(get(root, 'apiVersion'))?.text ?? '');
  const type = `${group.split('.')[0] || 'core'}.${version}.${kind}`;
  const hasAll = (at: YamlNode | undefined, fields: readonly string[]) =>
    fields.every((field) => !isAbsent(get(at, field)));
  return hasAll(root, requiredFields(type)) && hasAll(spec, requiredFields(`${type}Spec`));
}
