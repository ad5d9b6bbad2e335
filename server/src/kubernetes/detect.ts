import type { FileInfo } from '../core/language';
import { asMap, asScalar, entriesOf, get, isAbsent } from '../yaml/navigate';
import type { YamlDocument, YamlMap } from '../yaml/node';
import { findKind, isBuiltInGroup, placesOf, splitApiVersion } from './facts/kinds';
import { isFragment } from './kustomize/fragment';
import type { DocumentSort } from './model';

/**
 * Whether a file may hold manifests: YAML by language or name. Other languages of YAML go first; each document is then
 * judged by what it says.
 */
export function claimsManifest({ uri, languageId }: FileInfo): boolean {
  const name = fileName(uri);
  return /\.ya?ml$/i.test(name) || /^(yaml|kubernetes|helm)$/.test(languageId ?? '');
}

/** The file name of a URI, with its escapes. */
export function fileName(uri: string): string {
  return uri.slice(uri.lastIndexOf('/') + 1);
}

/** The comment that keeps Microsoft's Kubernetes extension, and so us, away from a file. */
export function isExcluded(text: string): boolean {
  return (
    text.includes('vscode-kubernetes-tools') && /^[ \t]*#\s*vscode-kubernetes-tools:\s*exclude\b/m.test(text)
  );
}

/**
 * Decides what a document is by its `apiVersion` and `kind`; a file name alone only makes a kustomization. What
 * is half typed counts as ours as soon as nothing else it could be is left.
 */
export function sortOf(document: YamlDocument, file: FileInfo): DocumentSort {
  const root = asMap(document.root);
  if (/^kustomization(\.ya?ml)?$/i.test(fileName(file.uri))) return 'kustomization';
  if (!root) return document.root || document.templated ? 'other' : 'empty';
  const apiVersion = asScalar(get(root, 'apiVersion'));
  const kind = asScalar(get(root, 'kind'));
  const { group, version } = splitApiVersion(apiVersion?.text ?? '');
  if (!apiVersion?.text || !kind?.text)
    return isIncomplete(root, group, version, kind?.text) ? 'incomplete' : 'other';
  if (group.startsWith('kustomize.')) return 'kustomization';
  if (group === 'skaffold') return 'skaffold';
  if (document.templated && (apiVersion.templated || kind.templated)) return 'template';
  if (findKind(group, version, kind.text) || isMistyped(root, group, version, kind.text)) {
    if (document.templated) return 'template';
    return isFragment(document, root, kind.text, file) ? 'fragment' : 'object';
  }
  const isForeign =
    group.includes('.') && /^[A-Z][A-Za-z0-9]*$/.test(kind.text) && !CONFIG_GROUPS.test(group);
  return isForeign && !isBuiltInGroup(group) ? 'custom-resource' : 'other';
}

/** A built-in group with a kind or version it does not have, and an object's shape. A `List` has no place of its own. */
function isMistyped(root: YamlMap, group: string, version: string, kind: string): boolean {
  if (!isBuiltInGroup(group)) return false;
  // `1v`, `V1`: with a kind of ours, that is a slip.
  if (!/^v\d/.test(version) && !(/^(?:\d+v?|V\d+)$/.test(version) && placesOf(kind).length > 0)) return false;
  if (group === '' && kind === 'List') return true;
  return hasObjectShape(root);
}

/** One of `apiVersion` and `kind` is there, is ours, and nothing speaks against an object. */
function isIncomplete(root: YamlMap, group: string, version: string, kind: string | undefined): boolean {
  if (kind !== undefined && kind !== '') return placesOf(kind).length > 0 && hasObjectShape(root);
  return /^v\d/.test(version) && isBuiltInGroup(group) && hasObjectShape(root);
}

/** No other keys than an object begins with: a Helm chart or kubeconfig has `apiVersion`, too. */
function hasObjectShape(root: YamlMap): boolean {
  if (!isAbsent(get(root, 'metadata')) && asMap(get(root, 'metadata'))) return true;
  return entriesOf(root).every(({ name, colon }) => colon === undefined || OBJECT_KEYS.has(name));
}

const OBJECT_KEYS = new Set([
  'apiVersion',
  'kind',
  'metadata',
  'spec',
  'data',
  'stringData',
  'type',
  'rules',
  'subjects',
]);

/** Files of tools that look like objects and never reach a cluster. */
const CONFIG_GROUPS =
  /^(kind\.x-k8s\.io|kubeadm\.k8s\.io|k3d\.io|eksctl\.io|ctlptl\.dev|backstage\.io|audit\.k8s\.io|client\.authentication\.k8s\.io|.*\.config\.k8s\.io|config\.k8s\.io|apiserver\.k8s\.io|krew\.googlecontainertools\.github\.com)$/;
