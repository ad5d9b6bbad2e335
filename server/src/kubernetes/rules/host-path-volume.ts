import type { PeerName } from '../../core/rule';
import { isRuntimeSocket } from '../facts/runtime-sockets';
import type { Manifest } from '../model';
import { hostPathOf } from '../pod-security/host-paths';
import { violationsIn } from '../pod-security/report';
import { hostPathVolumes } from '../pod-security/volumes';
import { rule } from '../rule';

const ALWAYS: readonly PeerName[] = ['polaris/hostPathSet', 'pss/hostPathVolumes', 'pss/restrictedVolumes'];
const SYSTEM: PeerName = 'kube-linter/sensitive-host-mounts';
const WRITABLE: PeerName = 'kube-linter/writable-host-mount';

export default rule<{ dirs: readonly string[] }>({
  id: 'kubernetes/host-path-volume',
  severity: 'info',
  strict: 'warning',
  scope: 'part',
  what: { ko: 'node의 파일을 쓰는 Pod', en: 'A Pod that uses the files of its node' },
  why: {
    ko: '`hostPath`는 node의 디렉터리를 그대로 보여 준다. Pod가 다른 node로 옮겨 가면 거기에는 다른 파일이 있다. 쓸 수 있으면 node의 설정이나 다른 Pod의 파일을 바꿀 수 있고, `/`나 `/etc`라면 node를 얻는 것과 같다. 로그를 모으거나 장치를 다루는 node agent에는 필요한 일이다.',
    en: 'A `hostPath` shows a directory of the node as it is. When the Pod moves to another node, other files are there. If it may write, it can change settings of the node or files of other Pods; with `/` or `/etc` it owns the node. Agents that collect logs or drive devices do need it.',
  },
  how: {
    ko: '남겨야 할 데이터는 `persistentVolumeClaim`에, 잠깐 쓸 것은 `emptyDir`에 둔다. node의 파일을 읽어야 하면 필요한 경로만 `readOnly: true`로 mount한다.',
    en: 'Data that has to stay goes into a `persistentVolumeClaim`, what is only for now into an `emptyDir`. To read files of the node, mount just that path with `readOnly: true`.',
  },
  messages: {
    path: {
      ko: 'node의 `{path}`{path|을} 쓴다. Pod가 옮겨 가면 파일은 남는다.',
      en: 'This uses `{path}` of the node: when the Pod moves, the files stay behind.',
    },
    agent: {
      ko: 'node마다 `{path}`{path|을} 쓴다. 읽기만 한다면 `readOnly: true`로 mount한다.',
      en: 'This uses `{path}` of every node; if it only reads there, mount it with `readOnly: true`.',
    },
    system: {
      ko: 'node의 `{path}`{path|은} 시스템의 것이다. 여기서 node를 들여다볼 수 있다.',
      en: '`{path}` belongs to the node’s system: from here the node can be looked into.',
    },
    writable: {
      ko: 'node의 `{path}`{path|은} 시스템의 것인데 쓸 수 있게 mount했다. 여기서 node를 바꿀 수 있다.',
      en: '`{path}` belongs to the node’s system, and the mount is writable: from here the node can be changed.',
    },
  },
  concepts: ['kubernetes/host-path', 'concepts/volume', 'concepts/container'],
  source: 'https://kubernetes.io/docs/concepts/storage/volumes/#hostpath',
  also: [...ALWAYS, SYSTEM, WRITABLE],
  options: {
    dirs: {
      default: ['^/$', '^/boot$', '^/dev$', '^/etc$', '^/lib$', '^/proc$', '^/sys$', '^/usr$'],
      what: {
        ko: '시스템의 것으로 보는 node의 경로(정규식)',
        en: 'The paths of a node that belong to its system, as regular expressions',
      },
    },
  },
  examples: [
    { bad: pod('«hostPath»:\n        path: /data'), good: pod('emptyDir: {}') },
    {
      bad: pod('«hostPath»:\n        path: /etc'),
      good: pod('configMap:\n        name: web'),
      message: 'writable',
    },
    {
      bad: pod('«hostPath»:\n        path: /proc', '\n          readOnly: true'),
      good: pod('emptyDir: {}', '\n          readOnly: true'),
      message: 'system',
    },
    {
      bad: agent('«hostPath»:\n            path: /var/log'),
      good: agent('emptyDir: {}'),
      message: 'agent',
    },
  ],
  allows: [
    pod('persistentVolumeClaim:\n        claimName: data'),
    pod('hostPath:\n        path: /run/docker.sock'),
  ],
  *check(manifest: Manifest, context) {
    const { dirs } = context.options;
    for (const { pod: owner, violation } of violationsIn(manifest, context, hostPathVolumes)) {
      const { path, isMounted, isWritable } = hostPathOf(owner, violation);
      if (path && isRuntimeSocket(path.text)) continue;
      const isAgent = owner.workload.kind === 'DaemonSet' && isWritable;
      const isSystem = path !== undefined && dirs.some((one) => matches(one, path.text));
      yield {
        span: violation.span,
        message: isSystem ? (isWritable ? 'writable' : 'system') : isAgent ? 'agent' : 'path',
        values: { path: path?.text ?? '?' },
        also: [...ALWAYS, ...(isSystem && isMounted ? [SYSTEM] : []), ...(isWritable ? [WRITABLE] : [])],
      };
    }
  },
});

/** An expression of the user's that is none matches nothing. */
function matches(expression: string, path: string): boolean {
  try {
    return new RegExp(expression).test(path);
  } catch {
    return false;
  }
}

function pod(source: string, mount = ''): string {
  return `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: nginx:1.29.0
      volumeMounts:
        - name: data
          mountPath: /data${mount}
  volumes:
    - name: data
      ${source}
`;
}

function agent(source: string): string {
  return `apiVersion: apps/v1
kind: DaemonSet
metadata:
  name: logs
spec:
  selector:
    matchLabels:
      app: logs
  template:
    metadata:
      labels:
        app: logs
    spec:
      containers:
        - name: logs
          image: fluent/fluent-bit:4.0.5
          volumeMounts:
            - name: log
              mountPath: /var/log
      volumes:
        - name: log
          ${source}
`;
}
