import { closest } from '../../core/closest';
import type { Fact, WorkspaceFacts } from '../../core/facts';
import type { Finding, Fix } from '../../core/rule';
import type { Edit } from '../../core/span';
import type { Text, Values } from '../../core/text';
import { rewrite } from '../../yaml/word';
import type { KubernetesFacts, PortWord, ServicePortFact } from '../facts';
import { isRewritten } from '../kustomize/kustomizations';
import type { Manifest } from '../model';
import { consequenceOf } from '../references/consequence';
import type { Reference } from '../references/reference';
import { referencesIn } from '../references/told';
import { isOdd, isPort, servicesOf, shownPort, usersOf } from '../relations/ports';
import { rule } from '../rule';

export default rule({
  id: 'kubernetes/service-port-mismatch',
  severity: 'warning',
  scope: 'part',
  what: {
    ko: 'Service에 없는 포트로 보낸다',
    en: 'A port that the Service does not have',
  },
  why: {
    ko: 'Ingress는 Service의 `port`로 보내고, Service가 그것을 Pod의 `targetPort`로 옮긴다. 포트가 둘이라 컨테이너의 포트를 Ingress에 적기 쉽다. 없는 포트로 보내는 요청은 오류로 끝난다.',
    en: "An Ingress sends to the Service's `port`, and the Service passes it on to the Pods' `targetPort`. With two numbers around, the container's is easily written into the Ingress. Requests to a port that is not there end in an error.",
  },
  how: {
    ko: 'Service의 `ports[].port`나 `ports[].name`에 있는 것을 적는다.',
    en: "Write what stands in the Service's `ports[].port`, or its `ports[].name`.",
  },
  messages: {
    missing: {
      ko: 'Service `{name}`에 포트 `{port}`{port|이} 없다. 있는 것은 {ports}.',
      en: 'Service `{name}` has no port `{port}`; it has {ports}.',
    },
    target: {
      ko: '`{port}`{port|은} Pod 쪽 포트(`targetPort`)다. Service `{name}`의 포트는 {ports}.',
      en: "`{port}` is the Pods' side (`targetPort`); the port of Service `{name}` itself is {ports}.",
    },
    there: { ko: 'Service `{name}`의 포트', en: 'The ports of Service `{name}`' },
  },
  concepts: ['kubernetes/service-ports', 'kubernetes/Service'],
  source: 'https://kubernetes.io/docs/concepts/services-networking/ingress/#the-ingress-resource',
  also: ['kube-linter/dangling-ingress', 'kube-score/ingress-targets-service'],
  fix: 'choice',
  examples: [
    {
      bad: { files: { 'ingress.yaml': ingress('number: «8080»'), 'service.yaml': service('port: 80') } },
      good: [
        { files: { 'ingress.yaml': ingress('number: 80'), 'service.yaml': service('port: 80') } },
        { files: { 'ingress.yaml': ingress('number: 8080'), 'service.yaml': service('port: 8080') } },
      ],
    },
    {
      bad: `${ingress('number: «8080»')}---\n${service('port: 80\n      targetPort: 8080')}`,
      good: `${ingress('number: 80')}---\n${service('port: 80\n      targetPort: 8080')}`,
      message: 'target',
    },
    {
      bad: `${ingress('name: «htpp»')}---\n${service('port: 80\n      name: http\n    - port: 443\n      name: https')}`,
      good: [
        `${ingress('name: http')}---\n${service('port: 80\n      name: http\n    - port: 443\n      name: https')}`,
        `${ingress('name: htpp')}---\n${service('port: 80\n      name: htpp\n    - port: 443\n      name: https')}`,
      ],
    },
  ],
  allows: [
    `${ingress('number: 80')}---\n${service('port: 80\n      targetPort: 8080')}`,
    `${ingress('name: http')}---\n${service('port: 80\n      name: http')}`,
    // An alias in DNS has any port.
    `${ingress('number: 8080')}---\n${service('port: 80').replace('spec:', 'spec:\n  type: ExternalName\n  externalName: example.com')}`,
    `${ingress('number: 8080')}---\n${service('port: 80').replace('name: web', 'name: web\n  namespace: prod')}`,
    // The Service is another file's.
    ingress('number: 8080'),
  ],
  *check(manifest: Manifest, { facts }) {
    const { uri } = manifest.file;
    if (!facts.complete || manifest.document.faults.length > 0 || isRewritten(uri, facts)) return;
    for (const reference of referencesIn(manifest)) yield* wrongPorts(reference, uri, facts);
  },
});

/** @param uri of the document that names the Service */
export function* wrongPorts(
  reference: Reference,
  uri: string,
  facts: WorkspaceFacts<KubernetesFacts>,
): Generator<Finding> {
  const ports = reference.parts.filter((part) => part.sort === 'port' && !isOdd(part));
  const services = ports.length > 0 ? servicesOf(reference, uri, facts) : [];
  const there = services.flatMap(({ value }) => value.ports);
  const [service] = services;
  for (const port of service ? ports : [])
    if (!there.some((one) => isPort(port, one))) {
      const { also } = consequenceOf(reference);
      yield { ...judge(port, service!, usersOf(service!, facts) === 1), also };
    }
}

/** @param alone nobody else speaks of the Service, so that its port may change. */
function judge(port: PortWord, service: Fact<KubernetesFacts, 'service'>, alone: boolean): Finding {
  const { ports } = service.value;
  const target = ports.find((one) => one.target && isSame(one.target, port));
  const meant = target ?? nearestPort(port, ports);
  const name = service.name ?? '?';
  return {
    span: port.word.span,
    message: target ? 'target' : 'missing',
    values: {
      name,
      port: port.word.text,
      ports: (target ? [target] : ports).map((one) => `\`${shownPort(one)}\``),
    },
    related: [
      { span: (meant ?? ports[0])?.port?.word.span ?? service.span, message: 'there', values: { name } },
    ],
    fixes: meant ? [...repairs(port, meant, alone && !target)] : [],
  };
}

/** Facts are compared by what they say. */
function isSame(a: PortWord, b: PortWord): boolean {
  return a.word.text === b.word.text;
}

function nearestPort(
  { word, number }: PortWord,
  ports: readonly ServicePortFact[],
): ServicePortFact | undefined {
  if (ports.length === 1) return ports[0];
  if (number !== undefined) return undefined;
  const near = closest(
    word.text,
    ports.flatMap(({ name }) => name?.text ?? []),
  );
  return near === undefined ? undefined : ports.find(({ name }) => name?.text === near);
}

function* repairs(port: PortWord, meant: ServicePortFact, isFree: boolean): Iterable<Fix> {
  const there = port.number === undefined ? meant.name : meant.port?.word;
  if (!there) return;
  yield fix(TITLES.here, { port: there.text }, rewrite(port.word, there.text));
  if (isFree) yield fix(TITLES.there, { port: port.word.text }, rewrite(there, port.word.text));
}

function fix(title: Text, values: Values, edit: Edit): Fix {
  return { title, values, kind: 'choice', edits: [edit] };
}

const TITLES = {
  here: { ko: '여기를 `{port}`{port|으로} 고치기', en: 'Change it to `{port}`' },
  there: { ko: 'Service의 포트를 `{port}`{port|으로} 바꾸기', en: "Change the Service's port to `{port}`" },
} satisfies Record<string, Text>;

function ingress(port: string): string {
  return `apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: web
spec:
  defaultBackend:
    service:
      name: web
      port:
        ${port}
`;
}

function service(port: string): string {
  return `apiVersion: v1
kind: Service
metadata:
  name: web
spec:
  ports:
    - ${port}
`;
}
