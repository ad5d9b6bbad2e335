import type { Surroundings } from '../core/rule';
import type { Text } from '../core/text';
import type { Link } from '../core/view';
import { IMAGE_PAGE, pageOf } from '../image/page';
import { parseReference } from '../image/reference';
import { spanWithin } from '../yaml/navigate';
import type { YamlNode, YamlScalar } from '../yaml/node';
import { contentOf } from '../yaml/word';
import type { KubernetesFacts } from './facts';
import { pathsIn } from './kustomize/kustomization-paths';
import type { KubernetesObject, ManifestFile } from './model';
import { schemaOf } from './schema/shipped';

/** Images lead to their registry's page, `apiVersion` and `kind` to the API reference, paths of a kustomization to files. */
export function links(
  { parts }: ManifestFile,
  { kubernetesVersion, facts }: Surroundings<KubernetesFacts>,
): readonly Link[] {
  return parts.flatMap(({ unit }) =>
    unit.sort === 'kustomization'
      ? pathsIn(unit, facts).map(({ word, uri }) => ({
          span: contentOf(word),
          target: uri,
          tip: { text: FILE },
        }))
      : unit.outline.flatMap((object) => [
          ...referenceLinks(object, kubernetesVersion),
          ...imageLinks(object.root),
        ]),
  );
}

/**
 * Where the reference of a version describes a kind; only what that version serves is there.
 * Source: https://github.com/kubernetes/website (static/docs/reference/generated/kubernetes-api)
 */
function referenceLinks(
  { group, version, apiVersion, kind }: KubernetesObject,
  wanted: string,
): readonly Link[] {
  const schema = schemaOf(wanted);
  const isServed = schema?.kind(group, version, kind.value)?.plural !== undefined;
  if (!isServed || kind.node.templated || apiVersion.node.templated) return [];
  const { minor } = schema;
  const anchor = [kind.value.toLowerCase(), version, (group || 'core').replaceAll('.', '-')].join('-');
  const target = `https://kubernetes.io/docs/reference/generated/kubernetes-api/v${minor}/#${anchor}`;
  const tip = { text: REFERENCE, values: { kind: kind.value, minor } };
  return [apiVersion, kind].map(({ node }) => ({ span: content(node), target, tip }));
}

/** Every `image:` of an object, also where a custom resource holds containers. */
function imageLinks(node: YamlNode, links: Link[] = []): readonly Link[] {
  if (node.type === 'seq') for (const item of node.items) imageLinks(item, links);
  if (node.type !== 'map') return links;
  for (const { name, value } of node.pairs)
    if (value.type !== 'scalar') imageLinks(value, links);
    else if (name === 'image' && !value.templated && typeof value.value === 'string') {
      const target = pageOf(parseReference(value.text));
      if (target) links.push({ span: content(value), target, tip: { text: IMAGE_PAGE } });
    }
  return links;
}

/** Without quotes. */
function content(node: YamlScalar) {
  return spanWithin(node, 0, node.text.length);
}

const REFERENCE: Text = {
  ko: 'Kubernetes {minor} API 레퍼런스의 {kind}',
  en: '{kind} in the API reference of Kubernetes {minor}',
};
const FILE: Text = { ko: '파일 열기', en: 'Open the file' };
