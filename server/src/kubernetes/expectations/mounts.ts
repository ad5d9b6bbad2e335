import { get, itemsOf, stringOf } from '../../yaml/navigate';
import { expectation, noObject, objectNamed } from '../expectation';
import type { KubernetesObject, PodTemplate } from '../model';

export default expectation({
  name: 'mounts',
  fields: { kind: 'text', name: 'text', path: 'text', claim: 'text' },
  goal: ({ kind, name, path, claim }) => ({
    text: {
      ko: '{kind} `{name}`{name|이} `{path}`에 쓰는 것은 PersistentVolumeClaim `{claim}`에 남는다',
      en: 'What {kind} `{name}` writes to `{path}` is kept by PersistentVolumeClaim `{claim}`',
    },
    values: { kind, name, path, claim },
  }),
  check: ({ kind, name, path, claim }, manifests) => {
    const object = objectNamed(manifests, kind, name);
    const template = object?.workload?.template;
    if (!object || !template) return noObject(kind, name);
    const mount = template.containers
      .flatMap(({ mounts }) => mounts)
      .find(({ mountPath }) => mountPath && isAbove(mountPath.value, path));
    const at = mount?.mountPath?.node.span ?? template.containers[0]?.anchor;
    if (!mount) return { told: { text: TOLD.noMount, values: { path } }, at };
    const made = templatesOf(object);
    const claimed = claimOf(template, mount.name?.value) ?? made.find((one) => one === mount.name?.value);
    if (claimed === undefined) return { told: { text: TOLD.noClaim }, at: mount.name?.node.span ?? at };
    if (claimed !== claim) return { told: { text: TOLD.other, values: { claimed } }, at };
    if (made.includes(claim) || objectNamed(manifests, 'PersistentVolumeClaim', claim)) return undefined;
    return noObject('PersistentVolumeClaim', claim);
  },
});

function isAbove(mountPath: string, path: string): boolean {
  const folder = mountPath.replace(/\/+$/, '');
  return path === folder || path.startsWith(`${folder}/`);
}

function claimOf({ volumes }: PodTemplate, name: string | undefined): string | undefined {
  const volume = volumes.find((one) => one.name?.value === name);
  return stringOf(get(volume?.node, 'persistentVolumeClaim', 'claimName'));
}

/** A StatefulSet makes a claim for each of its pods. */
function templatesOf({ spec }: KubernetesObject): readonly string[] {
  return itemsOf(get(spec, 'volumeClaimTemplates')).flatMap(
    (one) => stringOf(get(one, 'metadata', 'name')) ?? [],
  );
}

const TOLD = {
  noMount: { ko: '`{path}`에 mount한 volume이 없다', en: 'No volume is mounted at `{path}`' },
  noClaim: {
    ko: '이 volume은 PersistentVolumeClaim이 아니라서 Pod와 함께 사라진다',
    en: 'This volume is no PersistentVolumeClaim, so it goes with the Pod',
  },
  other: { ko: '지금은 `{claimed}`{claimed|이다}', en: 'It is `{claimed}` now' },
};
