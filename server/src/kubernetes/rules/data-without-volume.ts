import { familiarName } from '../../image/reference';
import { entry, isAbsent } from '../../yaml/navigate';
import { type DataDirectory, dataDirectoryOf } from '../facts/data-directories';
import type { Container, Manifest } from '../model';
import { imagesIn } from '../pods/images';
import { isWhole } from '../pods/pods';
import { rule } from '../rule';

const KEEPERS = new Set(['Deployment', 'StatefulSet', 'Pod']);

export default rule({
  id: 'kubernetes/data-without-volume',
  severity: 'info',
  scope: 'part',
  what: {
    ko: '데이터를 두는 이미지인데 volume이 없다',
    en: 'An image that keeps data, without a volume for it',
  },
  why: {
    ko: '컨테이너 안에 쓴 파일은 그 컨테이너와 함께 사라진다. 데이터베이스가 다시 시작되거나 다른 node로 옮겨지면 빈 것으로 다시 시작한다. `VOLUME`이 있는 이미지라도 Kubernetes는 그것을 보지 않는다.',
    en: 'What is written inside of a container is gone with that container. When the database restarts, or moves to another node, it begins empty. A `VOLUME` in the image does not help: Kubernetes does not look at it.',
  },
  how: {
    ko: 'PersistentVolumeClaim을 만들어 그 디렉터리에 mount한다. 데이터베이스라면 StatefulSet의 `volumeClaimTemplates`가 알맞다. 버려도 되는 데이터라면 `emptyDir`을 적어 뜻을 밝힌다.',
    en: 'Mount a PersistentVolumeClaim at the directory; for a database the `volumeClaimTemplates` of a StatefulSet are made for that. If the data may be lost, say so with an `emptyDir`.',
  },
  messages: {
    lost: {
      ko: '`{image}`{image|은} 데이터를 `{path}`에 두는데 거기 mount한 volume이 없다. 컨테이너가 다시 시작되면 사라진다.',
      en: '`{image}` keeps its data in `{path}`, where no volume is mounted: it is lost when the container restarts.',
    },
  },
  concepts: ['concepts/volume', 'concepts/stateful', 'kubernetes/StatefulSet'],
  source: 'https://kubernetes.io/docs/concepts/storage/volumes/',
  also: [],
  examples: [
    {
      bad: pod('«db»', 'postgres:18', ''),
      good: pod('db', 'postgres:18', mount('/var/lib/postgresql')),
    },
    {
      bad: pod('db', 'mysql:8.4', mount('/etc/mysql')).replace('volumeMounts', '«volumeMounts»'),
      good: pod('db', 'mysql:8.4', mount('/var/lib/mysql')),
    },
  ],
  allows: [
    pod('db', 'postgres:16', mount('/var/lib/postgresql/data')),
    pod('db', 'postgres:16', '      env:\n        - name: PGDATA\n          value: /data\n'),
    // A client.
    pod('db', 'postgres:16', '      command: [pg_dump]\n'),
    pod('cache', 'redis:8', ''),
  ],
  *check(manifest: Manifest, { facts }) {
    if (!isWhole(manifest, facts)) return;
    for (const { pod, container, reference } of imagesIn(manifest, facts)) {
      const image = familiarName(reference);
      const directory = dataDirectoryOf(image);
      if (!directory || container.role !== 'container' || !KEEPERS.has(pod.workload.kind)) continue;
      if (isMoved(container, directory) || isMounted(container, directory)) continue;
      yield {
        span: entry(container.node, 'volumeMounts')?.key.span ?? container.anchor,
        values: { image, path: directory.path },
      };
    }
  },
});

/** Another program runs, or the data lies elsewhere. */
function isMoved({ node, env }: Container, { movedBy }: DataDirectory): boolean {
  if (!isAbsent(entry(node, 'command')?.value) || !isAbsent(entry(node, 'args')?.value)) return true;
  return movedBy !== undefined && env.some(({ name }) => name && movedBy.test(name.value));
}

function isMounted({ mounts }: Container, { path }: DataDirectory): boolean {
  return mounts.some(({ mountPath }) => {
    const at = mountPath && `${mountPath.value.replace(/\/+$/, '')}/`;
    return at === undefined || at.startsWith(`${path}/`) || `${path}/`.startsWith(at);
  });
}

function pod(name: string, image: string, more: string): string {
  return `apiVersion: v1\nkind: Pod\nmetadata:\n  name: db\nspec:\n  containers:\n    - name: ${name}\n      image: ${image}\n${more}`;
}

function mount(path: string): string {
  return `      volumeMounts:\n        - name: data\n          mountPath: ${path}\n  volumes:\n    - name: data\n      persistentVolumeClaim:\n        claimName: db\n`;
}
