import { closest } from '../../core/closest';
import type { Finding, Fix, PeerName } from '../../core/rule';
import type { Edit } from '../../core/span';
import type { Text } from '../../core/text';
import { addEntry } from '../../yaml/edit';
import { get } from '../../yaml/navigate';
import type { YamlDocument } from '../../yaml/node';
import { rewrite, type Word, wordOf } from '../../yaml/word';
import type { Container, Manifest } from '../model';
import { isWhole, podsIn } from '../pods/pods';
import { isOdd } from '../relations/ports';
import { rule } from '../rule';
import { PORT_USES, portWord, servingContainers } from '../summarise/workload';

/** What kube-linter calls it, of each probe. */
const NAMES: Readonly<Record<string, PeerName>> = {
  livenessProbe: 'kube-linter/liveness-port',
  readinessProbe: 'kube-linter/readiness-port',
  startupProbe: 'kube-linter/startup-port',
};

export default rule({
  id: 'kubernetes/probe-port-name',
  severity: 'warning',
  scope: 'part',
  what: {
    ko: 'probe가 자기 컨테이너에 없는 포트 이름을 쓴다',
    en: 'A probe asks a port by a name its container does not have',
  },
  why: {
    ko: 'probe나 hook의 포트 이름은 같은 컨테이너의 `ports[].name`에서 찾는다. 없으면 검사는 매번 실패한다: readiness라면 Pod는 Ready가 되지 못하고, liveness라면 kubelet이 컨테이너를 계속 다시 시작한다.',
    en: 'The port name of a probe or hook is looked up in the `ports[].name` of its own container. Without it every check fails: a Pod never becomes Ready, or the kubelet restarts a healthy container again and again.',
  },
  how: {
    ko: '컨테이너의 포트에 붙은 이름을 쓰거나, 번호를 적는다. 번호는 `ports`에 없어도 된다.',
    en: "Use the name of one of the container's ports, or a number, which need not be declared.",
  },
  messages: {
    missing: {
      ko: '컨테이너 `{container}`에는 `{port}`{port|이라}는 포트가 없다. 있는 이름은 {names}.',
      en: 'Container `{container}` has no port called `{port}`; it has {names}.',
    },
    other: {
      ko: '`{port}`{port|은} 다른 컨테이너 `{other}`의 포트다. 이름은 컨테이너 `{container}` 안에서만 찾는다.',
      en: '`{port}` is a port of the container `{other}`. Names are looked up in container `{container}` only.',
    },
    none: {
      ko: '컨테이너 `{container}`의 포트에는 이름이 없어서 `{port}`{port|을} 찾을 수 없다.',
      en: 'No port of container `{container}` has a name, so `{port}` is not found.',
    },
  },
  concepts: ['concepts/probe', 'kubernetes/container-ports'],
  source:
    'https://kubernetes.io/docs/tasks/configure-pod-container/configure-liveness-readiness-startup-probes/#use-a-named-port',
  also: Object.values(NAMES),
  fix: 'choice',
  examples: [
    {
      bad: pod('name: http', '«htpp»'),
      good: [pod('name: http', 'http'), pod('name: htpp', 'htpp')],
    },
    {
      bad: pod('protocol: TCP', '«http»'),
      good: [pod('protocol: TCP', '8080'), pod('name: http\n          protocol: TCP', 'http')],
      message: 'none',
    },
    {
      bad: `${pod('name: http', '«admin»')}    - name: side\n      image: busybox:1.37\n      ports:\n        - containerPort: 9000\n          name: admin\n`,
      good: `${pod('name: http', 'http')}    - name: side\n      image: busybox:1.37\n      ports:\n        - containerPort: 9000\n          name: admin\n`,
      message: 'other',
    },
  ],
  allows: [
    pod('name: http', 'http'),
    // A number need not be declared.
    pod('name: http', '9000'),
    pod('name: {{ .Values.port }}', 'http'),
    {
      files: {
        'pod.yaml': pod('protocol: TCP', 'http'),
        'kustomization.yaml': 'resources: [pod.yaml]\npatches: [{path: ports.yaml}]\n',
      },
    },
  ],
  *check(manifest: Manifest, { facts }) {
    if (!isWhole(manifest, facts)) return;
    for (const { template } of podsIn(manifest, facts)) {
      const containers = servingContainers(template);
      for (const container of containers)
        for (const path of get(container.node, 'ports')?.templated ? [] : NAMING) {
          const use = portWord(get(container.node, ...path));
          if (!use || use.number !== undefined || isOdd(use)) continue;
          const isNamed = ({ ports }: Container) => ports.some(({ name }) => name?.value === use.word.text);
          if (isNamed(container)) continue;
          yield {
            ...judge(manifest.document, container, use.word, containers.find(isNamed)),
            also: [NAMES[path[0]!] ?? []].flat(),
          };
        }
    }
  },
});

/** gRPC is asked by number only. */
const NAMING = PORT_USES.filter((path) => !path.includes('grpc'));

function judge(
  document: YamlDocument,
  container: Container,
  word: Word,
  other: Container | undefined,
): Finding {
  const names = container.ports.flatMap(({ name }) => name?.value ?? []);
  return {
    span: word.span,
    message: other ? 'other' : names.length > 0 ? 'missing' : 'none',
    values: {
      container: container.name?.value ?? '?',
      port: word.text,
      names: names.map((name) => `\`${name}\``),
      other: other?.name?.value ?? '?',
    },
    fixes: [...repairs(document, container, word, other !== undefined)],
  };
}

/** The name that is meant, or the only port there is: by its name, else by its number. */
function* repairs(
  document: YamlDocument,
  { ports }: Container,
  word: Word,
  isOthers: boolean,
): Iterable<Fix> {
  const names = ports.flatMap(({ name }) => name?.value ?? []);
  const near = closest(word.text, names);
  const meant =
    near !== undefined
      ? ports.find(({ name }) => name?.value === near)
      : ports.length === 1
        ? ports[0]
        : undefined;
  if (!meant) return;
  const name = wordOf(meant.name?.node);
  const number = meant.number?.node.text;
  if (name) yield change(TITLES.use, name.text, rewrite(word, name.text));
  else if (number !== undefined) yield change(TITLES.use, number, { span: word.span, text: number });
  if (isOthers) return;
  if (name) yield change(TITLES.call, word.text, rewrite(name, word.text));
  else
    yield change(TITLES.call, word.text, addEntry(document, meant.node, 'name', word.text, 'containerPort'));
}

function change(title: Text, port: string, edit: Edit): Fix {
  return { title, values: { port }, kind: 'choice', edits: [edit] };
}

const TITLES = {
  use: { ko: '`{port}`{port|을} 쓰기', en: 'Use `{port}`' },
  call: { ko: '컨테이너의 포트를 `{port}`{port|으로} 부르기', en: "Call the container's port `{port}`" },
} satisfies Record<string, Text>;

function pod(port: string, probed: string): string {
  return `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: nginx:1.29.0
      ports:
        - containerPort: 8080
          ${port}
      readinessProbe:
        httpGet:
          path: /
          port: ${probed}
`;
}
