import type { Finding, PeerName } from '../../core/rule';
import { addItem } from '../../yaml/edit';
import { asScalar, asSeq, entry, get, numberOf } from '../../yaml/navigate';
import type { YamlDocument } from '../../yaml/node';
import type { Container, Manifest } from '../model';
import { isWhole, podsIn } from '../pods/pods';
import { PROBES, type ProbeKind, probeOf } from '../pods/probes';
import { rule } from '../rule';

const NAMES: Readonly<Record<ProbeKind, PeerName>> = {
  livenessProbe: 'kube-linter/liveness-port',
  readinessProbe: 'kube-linter/readiness-port',
  startupProbe: 'kube-linter/startup-port',
};

export default rule({
  id: 'kubernetes/undeclared-probe-port',
  severity: 'off',
  strict: 'info',
  scope: 'part',
  what: {
    ko: 'probe가 `ports`에 없는 포트를 검사한다',
    en: 'A probe of a port that is not among `ports`',
  },
  why: {
    ko: '`ports`는 알림일 뿐이라 적지 않은 포트도 열려 있을 수 있고, probe도 잘 된다. 그래도 다른 포트를 적어 둔 컨테이너에서 probe만 다른 번호를 검사한다면 하나는 잘못 적은 것이기 쉽다.',
    en: '`ports` is there to inform: a port that is not listed may be open all the same, and the probe works. Yet where a container lists its ports and the probe takes another one, one of the two is often a slip.',
  },
  how: {
    ko: '번호를 맞추거나 그 포트를 `ports`에 더한다. `ports`에 이름을 붙이고 probe에서 이름으로 부르면 어긋나지 않는다.',
    en: 'Make the numbers agree, or add the port to `ports`. A port that has a name there can be called by it in the probe.',
  },
  messages: {
    undeclared: {
      ko: '`{probe}`의 포트 {port:은} 이 컨테이너의 `ports`({declared})에 없다.',
      en: 'The `{probe}` goes to port {port}, which is not among the `ports` of the container ({declared}).',
    },
  },
  concepts: ['concepts/probe', 'kubernetes/container-ports'],
  source: 'https://kubernetes.io/docs/concepts/workloads/pods/probes/',
  also: Object.values(NAMES),
  fix: 'choice',
  examples: [
    {
      bad: pod('[{containerPort: 80}]', 'livenessProbe', '«8080»'),
      good: pod('[{containerPort: 80}, {containerPort: 8080}]', 'livenessProbe', '8080'),
    },
    {
      bad: pod('[{containerPort: 80}]', 'readinessProbe', '«8080»'),
      good: pod('[{containerPort: 80}, {containerPort: 8080}]', 'readinessProbe', '8080'),
    },
    {
      bad: pod('[{containerPort: 80}]', 'startupProbe', '«8080»'),
      good: pod('[{containerPort: 80}, {containerPort: 8080}]', 'startupProbe', '8080'),
    },
  ],
  allows: [
    pod('[{containerPort: 80}]', 'livenessProbe', '80'),
    // A container need not list its ports.
    pod('[]', 'livenessProbe', '80'),
    pod('[{containerPort: 80, name: http}]', 'livenessProbe', 'http'),
  ],
  *check(manifest: Manifest, { facts }) {
    if (!isWhole(manifest, facts)) return;
    for (const { template } of podsIn(manifest, facts))
      for (const container of template.containers)
        for (const kind of PROBES) yield* undeclared(manifest.document, container, kind);
  },
});

function* undeclared(document: YamlDocument, container: Container, kind: ProbeKind): Generator<Finding> {
  const declared = container.ports.flatMap(({ number }) => number?.value ?? []);
  if (declared.length === 0) return;
  for (const handler of ['httpGet', 'tcpSocket', 'grpc']) {
    const node = asScalar(get(probeOf(container, kind), handler, 'port'));
    const port = numberOf(node);
    const open = container.ports.filter(({ protocol }) => protocol === 'TCP');
    if (!node || port === undefined || open.some(({ number }) => number?.value === port)) continue;
    const seq = asSeq(entry(container.node, 'ports')?.value);
    const edit =
      seq && addItem(document, seq, seq.flow ? `{containerPort: ${port}}` : `containerPort: ${port}`);
    yield {
      span: node.span,
      values: { probe: kind, port, declared: declared.map(String) },
      also: [NAMES[kind]],
      fixes: edit
        ? [
            {
              title: { ko: '`ports`에 {port} 더하기', en: 'Add {port} to `ports`' },
              values: { port },
              kind: 'choice',
              edits: [edit],
            },
          ]
        : [],
    };
  }
}

function pod(ports: string, probe: string, port: string): string {
  return `apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n    - name: web\n      image: nginx:1.29\n      ports: ${ports}\n      ${probe}:\n        tcpSocket:\n          port: ${port}\n`;
}
