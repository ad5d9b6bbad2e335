import type { Fix } from '../../core/rule';
import type { Text } from '../../core/text';
import { addEntry } from '../../yaml/edit';
import { get, itemsOf } from '../../yaml/navigate';
import type { YamlDocument, YamlMap } from '../../yaml/node';
import { rewrite } from '../../yaml/word';
import type { PortFact, PortUse, PortWord } from '../facts';
import { isRewritten } from '../kustomize/kustomizations';
import type { Manifest } from '../model';
import { missedPorts } from '../relations/missed-ports';
import { rule } from '../rule';
import { serviceFact } from '../summarise/service';

export default rule({
  id: 'kubernetes/target-port-mismatch',
  severity: 'warning',
  scope: 'part',
  what: {
    ko: 'Service의 targetPort가 Pod의 포트와 맞지 않는다',
    en: 'A targetPort that the selected Pods do not have',
  },
  why: {
    ko: 'targetPort에 이름을 적으면 Pod의 `ports[].name`에서 번호를 찾는다. 그 이름이 없으면 Pod는 endpoint가 되지 못해 아무 요청도 받지 못한다. 번호는 찾지 않고 그대로 쓰므로 선언되지 않은 번호도 통하지만, 대개는 잘못 적은 것이다.',
    en: "A targetPort that is a name is looked up in the Pods' `ports[].name`. Pods without that name do not become endpoints and get no requests. A number is used as it is, declared or not; one that nobody declares is mostly a slip.",
  },
  how: {
    ko: '컨테이너가 실제로 listen하는 포트에 맞춘다. 이름을 쓰면 번호가 바뀌어도 Service는 그대로다.',
    en: 'Make it the port the container listens on. With a name, the Service stays the same when the number changes.',
  },
  messages: {
    name: {
      ko: '이 Service가 고르는 Pod에는 `{port}`{port|이라}는 포트가 없다: {workload}의 포트는 {ports}.',
      en: 'The Pods of this Service have no port called `{port}`: {workload} has {ports}.',
    },
    none: {
      ko: '이 Service가 고르는 Pod에는 `{port}`{port|이라}는 포트가 없다: {workload}의 컨테이너는 `ports`를 적지 않았다.',
      en: 'The Pods of this Service have no port called `{port}`: the containers of {workload} name no `ports`.',
    },
    protocol: {
      ko: '`{port}`{port|이라}는 포트는 {workload}에 있지만 {protocol} 포트가 아니다.',
      en: '{workload} has a port called `{port}`, which is not a {protocol} one.',
    },
    number: {
      ko: 'Pod의 {port}번 포트로 보내는데, {workload}에 선언된 포트는 {ports}. 선언은 알림일 뿐이지만 보통은 같다.',
      en: 'This sends to port {port} of the Pods; {workload} declares {ports}. Declaring is for information only, and still they are usually the same.',
    },
    implied: {
      ko: '`targetPort`가 없으면 Pod에서도 같은 {port}번으로 보낸다. {workload}에 선언된 포트는 {ports}.',
      en: 'Without a `targetPort` this sends to port {port} of the Pods, too; {workload} declares {ports}.',
    },
    there: { ko: '{workload}의 포트', en: 'The ports of {workload}' },
  },
  concepts: ['kubernetes/service-ports', 'kubernetes/container-ports'],
  source: 'https://kubernetes.io/docs/concepts/services-networking/service/#field-spec-ports',
  also: [],
  fix: 'choice',
  examples: [
    {
      bad: {
        files: { 'svc/web.yaml': service('targetPort: «htpp»'), 'deploy/web.yaml': pod('name: http') },
      },
      good: [
        { files: { 'svc/web.yaml': service('targetPort: http'), 'deploy/web.yaml': pod('name: http') } },
        { files: { 'svc/web.yaml': service('targetPort: htpp'), 'deploy/web.yaml': pod('name: htpp') } },
      ],
    },
    {
      bad: `${service('targetPort: «http»')}---\n${pod('protocol: TCP')}`,
      good: `${service('targetPort: 8080')}---\n${pod('protocol: TCP')}`,
    },
    {
      bad: `${service('targetPort: «80»')}---\n${pod('protocol: TCP')}`,
      good: `${service('targetPort: 8080')}---\n${pod('protocol: TCP')}`,
      message: 'number',
    },
    {
      bad: `${service('protocol: TCP').replace('port: 80', 'port: «80»')}---\n${pod('protocol: TCP')}`,
      good: `${service('targetPort: 8080\n      protocol: TCP')}---\n${pod('protocol: TCP')}`,
      message: 'implied',
    },
  ],
  allows: [
    `${service('targetPort: http')}---\n${pod('name: http')}`,
    `${service('targetPort: 8080')}---\n${pod('name: http')}`,
    // Declaring ports is for information only.
    `${service('targetPort: 9000')}---\n${pod('name: http').replace(/\n {6}ports:[\s\S]*$/, '\n')}`,
    // DNS answers with the Pods themselves: a headless Service translates no port.
    `${service('targetPort: htpp').replace('spec:', 'spec:\n  clusterIP: None')}---\n${pod('name: http')}`,
    // Some of the Pods have it.
    `${service('targetPort: http')}---\n${pod('name: http')}---\n${pod('name: htpp').replace('name: web', 'name: canary')}`,
    service('targetPort: http'),
  ],
  *check({ objects, file, document }: Manifest, { facts }) {
    if (!facts.complete || document.faults.length > 0 || isRewritten(file.uri, facts)) return;
    for (const object of objects) {
      if (object.kind.value !== 'Service' || object.spec?.templated) continue;
      const service = serviceFact(object);
      const nodes = itemsOf(get(object.spec, 'ports')).filter((node) => node.type === 'map');
      const place = { uri: file.uri, namespace: object.namespace };
      for (const { port, meant, uses, ...finding } of missedPorts(service, place, facts)) {
        const node = nodes[service.ports.indexOf(port)];
        const fixes = meant && node ? [...repairs(document, node, port.target!, meant, uses)] : [];
        yield { ...finding, fixes };
      }
    }
  },
});

/** A name that probes know stays. */
function* repairs(
  document: YamlDocument,
  node: YamlMap,
  { word, number }: PortWord,
  { name, port }: PortFact,
  uses: readonly PortUse[],
): Iterable<Fix> {
  const there = number === undefined ? (name ?? port?.word) : port?.word;
  if (!there) return;
  const { text } = there;
  const isImplied = get(node, 'targetPort') === undefined;
  const inPlace = there === name ? rewrite(word, text) : { span: word.span, text };
  const edit = isImplied ? addEntry(document, node, 'targetPort', text, 'port') : inPlace;
  yield { title: TITLES.here, values: { port: text }, kind: 'choice', edits: [edit] };
  if (name && there === name && !uses.some((use) => use.word.text === name.text))
    yield {
      title: TITLES.there,
      values: { port: word.text },
      kind: 'choice',
      edits: [rewrite(name, word.text)],
    };
}

const TITLES = {
  here: { ko: '`targetPort`를 `{port}`{port|으로} 적기', en: 'Make the `targetPort` `{port}`' },
  there: { ko: '컨테이너의 포트를 `{port}`{port|으로} 부르기', en: "Call the container's port `{port}`" },
} satisfies Record<string, Text>;

function service(port: string): string {
  return `apiVersion: v1
kind: Service
metadata:
  name: web
spec:
  selector:
    app: web
  ports:
    - port: 80
      ${port}
`;
}

function pod(port: string): string {
  return `apiVersion: v1
kind: Pod
metadata:
  name: web
  labels:
    app: web
spec:
  containers:
    - name: web
      image: nginx:1.29.0
      ports:
        - containerPort: 8080
          ${port}
`;
}
