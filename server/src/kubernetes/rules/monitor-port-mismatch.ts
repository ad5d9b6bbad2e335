import { closest } from '../../core/closest';
import type { WorkspaceFacts } from '../../core/facts';
import type { Finding, Fix } from '../../core/rule';
import { type Span, uriOf } from '../../core/span';
import type { Text } from '../../core/text';
import { rewrite, type Word } from '../../yaml/word';
import type { KubernetesFacts, PortFact } from '../facts';
import { isRewritten } from '../kustomize/kustomizations';
import type { Manifest } from '../model';
import { toldBy } from '../references/told';
import { isNeighbour } from '../relations/nearest';
import { selectedServices, selectedWorkloads } from '../relations/selecting';
import { rule } from '../rule';
import { type Selecting, selectorsOf } from '../summarise/selectors';

export default rule({
  id: 'kubernetes/monitor-port-mismatch',
  severity: 'warning',
  scope: 'part',
  what: {
    ko: 'ServiceMonitor나 PodMonitor가 없는 이름의 포트를 지켜본다',
    en: 'A ServiceMonitor or PodMonitor that names a port which is not there',
  },
  why: {
    ko: '`endpoints[].port`는 번호가 아니라 Service의 `ports[].name`이다. PodMonitor는 컨테이너의 `ports[].name`을 본다. 그 이름이 없으면 Prometheus는 오류 없이 아무것도 수집하지 않는다.',
    en: "`endpoints[].port` is no number but a name from the Service's `ports[].name`; a PodMonitor takes it from the containers. If nothing is called so, Prometheus scrapes nothing and reports no error.",
  },
  how: {
    ko: 'Service의 포트에 붙은 이름을 적는다. 이름이 없으면 붙여 준다.',
    en: 'Write the name the port has in the Service, and give it one if it has none.',
  },
  messages: {
    missing: {
      ko: '이 {kind}{kind|이} 고르는 {of}에는 `{port}`{port|이라}는 포트가 없다. 있는 이름은 {names}.',
      en: 'No {of} that this {kind} selects has a port called `{port}`; there is {names}.',
    },
    none: {
      ko: '이 {kind}{kind|이} 고르는 {of}의 포트에는 이름이 없어서 `{port}`{port|을} 찾을 수 없다.',
      en: 'No port of the {of} that this {kind} selects has a name, so `{port}` is not found.',
    },
    there: { ko: '지켜보는 포트', en: 'The ports it watches' },
  },
  concepts: ['kubernetes/service-ports', 'kubernetes/container-ports', 'concepts/selector'],
  source: 'https://prometheus-operator.dev/docs/api-reference/api/#monitoring.coreos.com/v1.Endpoint',
  also: [],
  fix: 'choice',
  examples: [
    {
      bad: `${monitor('«metric»')}---\n${service('name: metrics')}`,
      good: [
        `${monitor('metrics')}---\n${service('name: metrics')}`,
        `${monitor('metric')}---\n${service('name: metric')}`,
      ],
    },
    {
      bad: `${monitor('«metrics»')}---\n${service('protocol: TCP')}`,
      good: `${monitor('metrics')}---\n${service('name: metrics')}`,
      message: 'none',
    },
  ],
  allows: [
    `${monitor('metrics')}---\n${service('name: metrics')}`,
    `${monitor('metrics')}---\n${service('name: metrics')}---\n${service('name: http').replace('name: web', 'name: two')}`,
    monitor('metrics'),
  ],
  *check(manifest: Manifest, { facts }) {
    const { uri } = manifest.file;
    if (!facts.complete || manifest.document.faults.length > 0 || isRewritten(uri, facts)) return;
    for (const object of toldBy(manifest)) {
      const monitored = [...selectorsOf(object)].filter(({ role }) => role === 'monitor');
      const [first] = monitored;
      const there = monitored.flatMap((one) => watched(one, facts));
      const isSure = ({ span }: Watched) =>
        isNeighbour(uriOf(span.part), uri) && !isRewritten(uriOf(span.part), facts);
      if (!first || there.length === 0 || !there.every(isSure)) continue;
      const ports = there.flatMap((one) => one.ports);
      for (const word of first.ports)
        if (!ports.some(({ name }) => name?.text === word.text))
          yield judge(object.kind.value, first.of, word, ports, there[0]!.span);
    }
  },
});

interface Watched {
  readonly ports: readonly PortFact[];
  readonly span: Span;
}

function watched(
  { of, selector, namespace }: Selecting,
  facts: WorkspaceFacts<KubernetesFacts>,
): readonly Watched[] {
  if (of === 'services')
    return selectedServices(selector, namespace, facts).map(({ value, span }) => ({
      ports: value.ports,
      span,
    }));
  if (namespace === undefined) return [];
  return selectedWorkloads(selector, namespace, facts).map(({ value, span }) => ({
    ports: value.ports,
    span,
  }));
}

function judge(
  kind: string,
  of: Selecting['of'],
  word: Word,
  ports: readonly PortFact[],
  span: Span,
): Finding {
  const named = ports.flatMap(({ name }) => name ?? []);
  const names = [...new Set(named.map(({ text }) => text))];
  const near = closest(word.text, names) ?? (names.length === 1 ? names[0] : undefined);
  const meant = named.filter(({ text }) => text === near);
  return {
    span: word.span,
    message: names.length > 0 ? 'missing' : 'none',
    values: {
      kind,
      of: of === 'services' ? 'Service' : 'Pod',
      port: word.text,
      names: names.map((name) => `\`${name}\``),
    },
    related: [{ span: meant[0]?.span ?? span, message: 'there' }],
    fixes: near === undefined ? [] : [...repairs(word, near, of === 'services' ? meant : [])],
  };
}

/** What is named in several Services, or in containers whose probes may know it, is not renamed. */
function* repairs(word: Word, near: string, there: readonly Word[]): Iterable<Fix> {
  const change = (title: Text, values: Fix['values'], edit: Fix['edits'][number]): Fix => ({
    ...{ title, kind: 'choice', edits: [edit] },
    ...(values && { values }),
  });
  yield change(TITLES.use, { port: near }, rewrite(word, near));
  const [only, ...more] = there;
  if (only && more.length === 0) yield change(TITLES.call, { port: word.text }, rewrite(only, word.text));
}

const TITLES = {
  use: { ko: '`{port}`{port|을} 지켜보기', en: 'Watch `{port}`' },
  call: { ko: 'Service의 포트를 `{port}`{port|으로} 부르기', en: "Call the Service's port `{port}`" },
} satisfies Record<string, Text>;

function monitor(port: string): string {
  return `apiVersion: monitoring.coreos.com/v1
kind: ServiceMonitor
metadata:
  name: web
spec:
  selector:
    matchLabels:
      app: web
  endpoints:
    - port: ${port}
`;
}

function service(port: string): string {
  return `apiVersion: v1
kind: Service
metadata:
  name: web
  labels:
    app: web
spec:
  ports:
    - port: 9090
      ${port}
`;
}
