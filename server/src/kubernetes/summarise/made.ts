import { get, itemsOf } from '../../yaml/navigate';
import { wordOf } from '../../yaml/word';
import type { KubernetesObject } from '../model';
import { nodesAt } from '../references/read';

/** An object that is made in the cluster by another one. */
export interface Made {
  readonly kind: string;
  readonly name: string;
}

/** What the controllers of well-known kinds make of an object, by the names manifests use for it. */
export function madeOf(object: KubernetesObject): readonly Made[] {
  const { root, spec, name } = object;
  const own = name?.value;
  const secret = (path: string) =>
    nodesAt(root, path).flatMap((node): Made[] => {
      const word = wordOf(node);
      return word ? [{ kind: 'Secret', name: word.text }] : [];
    });
  const named = (kind: string): Made[] => (own === undefined ? [] : [{ kind, name: own }]);
  switch (`${object.group}/${object.kind.value}`) {
    // One claim for each replica: data-web-0, data-web-1 …
    case 'apps/StatefulSet':
      return itemsOf(get(spec, 'volumeClaimTemplates')).flatMap((template): Made[] => {
        const word = wordOf(get(template, 'metadata', 'name'));
        return word && own ? [{ kind: 'PersistentVolumeClaim', name: claimOf(`${word.text}-${own}-0`) }] : [];
      });
    case 'cert-manager.io/Certificate':
      return secret('spec.secretName');
    case 'bitnami.com/SealedSecret':
      return named('Secret');
    case 'external-secrets.io/ExternalSecret': {
      const targets = secret('spec.target.name');
      return targets.length > 0 ? targets : named('Secret');
    }
    default:
      return [];
  }
}

/** The claim of any replica: the number at the end does not count. */
export function claimOf(name: string): string {
  return name.replace(/\d+$/, '#');
}
