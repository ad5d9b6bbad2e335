import { closest } from '../../core/closest';
import { removeItem } from '../../yaml/edit';
import { asScalar, asSeq, entry, get, itemsOf } from '../../yaml/navigate';
import type { Container, Manifest, PodTemplate } from '../model';
import { isWhole, podsIn } from '../pods/pods';
import { rule } from '../rule';

export default rule({
  id: 'kubernetes/unused-volume',
  severity: 'hint',
  scope: 'part',
  what: { ko: '아무 컨테이너도 mount하지 않는 volume', en: 'A volume that no container mounts' },
  why: {
    ko: 'volume은 `volumes`에 적고 컨테이너의 `volumeMounts`에서 이름으로 붙여야 쓸 수 있다. 붙이지 않아도 Pod는 그것을 기다린다. ConfigMap이나 PersistentVolumeClaim이 없으면 쓰지도 않는 것 때문에 Pod가 뜨지 않는다.',
    en: 'A volume is declared in `volumes` and becomes usable by its name in the `volumeMounts` of a container. A pod waits for all of its volumes, mounted or not: a ConfigMap or PersistentVolumeClaim that is missing keeps it from starting although nobody uses it.',
  },
  how: {
    ko: '쓸 컨테이너에 `volumeMounts`를 적거나 volume을 지운다.',
    en: 'Write `volumeMounts` in the container that needs it, or take the volume away.',
  },
  messages: {
    unused: {
      ko: 'volume `{name}`{name|을} mount하는 컨테이너가 없다.',
      en: 'No container mounts the volume `{name}`.',
    },
  },
  concepts: ['kubernetes/volumes', 'concepts/volume'],
  source: 'https://kubernetes.io/docs/concepts/storage/volumes/#how-volumes-work',
  also: [],
  fix: 'choice',
  examples: [
    {
      bad: pod('  volumes:\n    - name: «cache»\n      emptyDir: {}\n'),
      good: pod(''),
    },
    {
      bad: pod(
        '  volumes:\n    - name: tmp\n      emptyDir: {}\n    - name: «cache»\n      emptyDir: {}\n',
        '      volumeMounts:\n        - name: tmp\n          mountPath: /tmp\n',
      ),
      good: pod(
        '  volumes:\n    - name: tmp\n      emptyDir: {}\n',
        '      volumeMounts:\n        - name: tmp\n          mountPath: /tmp\n',
      ),
    },
  ],
  allows: [
    pod(
      '  volumes:\n    - name: tmp\n      emptyDir: {}\n',
      '      volumeMounts:\n        - name: tmp\n          mountPath: /tmp\n',
    ),
    pod(
      '  volumes:\n    - name: disk\n      persistentVolumeClaim:\n        claimName: disk\n',
      '      volumeDevices:\n        - name: disk\n          devicePath: /dev/xvda\n',
    ),
  ],
  *check(manifest: Manifest, { facts }) {
    if (!isWhole(manifest, facts)) return;
    for (const { spec, containers, template } of podsIn(manifest, facts)) {
      const used = new Set(containers.flatMap(mounted));
      const meant = meantBy(used, template);
      const seq = asSeq(entry(spec, 'volumes')?.value);
      // A container that is injected later may mount it; a mount that finds no volume is told for itself.
      const isInjected = template.annotations.some(({ name }) => /gcsfuse|sidecar|inject/.test(name));
      const isMisspelt = [...used].some((one) => !template.volumes.some(({ name }) => name?.value === one));
      if (containers.length === 0 || isInjected || isMisspelt) continue;
      for (const { node, name } of template.volumes) {
        if (!name?.value || name.node.templated || used.has(name.value)) continue;
        // A mount that has slipped is told at the mount.
        if (meant.has(name.value)) continue;
        const index = seq?.items.indexOf(node) ?? -1;
        yield {
          span: name.node.span,
          values: { name: name.value },
          fixes:
            seq && index >= 0
              ? [
                  {
                    title: { ko: 'volume 지우기', en: 'Take the volume away' },
                    kind: 'choice',
                    edits: [removeItem(manifest.document, seq, index)],
                  },
                ]
              : [],
        };
      }
    }
  },
});

/** The volumes that mounts without a volume are nearest to. */
function meantBy(used: ReadonlySet<string>, { volumes }: PodTemplate): ReadonlySet<string> {
  const names = volumes.flatMap(({ name }) => name?.value ?? []);
  const lost = [...used].filter((one) => !names.includes(one));
  return new Set(lost.flatMap((one) => closest(one, names) ?? []));
}

/** Also as raw devices, which are no mounts. */
function mounted({ node, mounts }: Container): string[] {
  return [
    ...mounts.flatMap(({ name }) => name?.value ?? []),
    ...itemsOf(get(node, 'volumeDevices')).flatMap((item) => asScalar(get(item, 'name'))?.text ?? []),
  ];
}

function pod(volumes: string, container = ''): string {
  return `apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n    - name: web\n      image: nginx:1.29\n${container}${volumes}`;
}
