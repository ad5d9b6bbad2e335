import type { Fix } from '../../core/rule';
import { addEntry, replaceValue } from '../../yaml/edit';
import { asMap, entriesOf, entry, get, numberOf } from '../../yaml/navigate';
import type { YamlDocument, YamlMap } from '../../yaml/node';
import { toJson } from '../../yaml/value';
import type { Manifest } from '../model';
import { podsIn } from '../pods/pods';
import { probeOf } from '../pods/probes';
import { rule } from '../rule';

export default rule({
  id: 'kubernetes/identical-probes',
  severity: 'info',
  scope: 'part',
  what: {
    ko: '`livenessProbe`가 `readinessProbe`와 똑같다',
    en: 'A `livenessProbe` that is the same as the `readinessProbe`',
  },
  why: {
    ko: 'readiness가 실패하면 요청을 보내지 않고, liveness가 실패하면 죽이고 다시 시작한다. 둘이 같은 것을 같은 만큼 기다리면 바쁜 Pod는 쉬어 갈 틈 없이 바로 다시 시작된다. 남은 Pod로 요청이 몰려 차례로 죽을 수도 있다.',
    en: 'When readiness fails no requests are sent; when liveness fails the container is killed and started anew. Where both ask the same and wait equally long, a busy pod never gets its rest: it is restarted at once. Its requests go to the others, and these may fall one after the other.',
  },
  how: {
    ko: 'liveness는 더 가벼운 것을 확인하게 하거나, 같은 것을 쓰되 `failureThreshold`를 더 크게 준다. 그러면 먼저 요청이 끊기고, 그래도 낫지 않을 때만 다시 시작된다.',
    en: 'Have liveness ask something simpler, or the same with a higher `failureThreshold`. Then requests stop first, and only what does not get better is restarted.',
  },
  messages: {
    same: {
      ko: '`livenessProbe`가 `readinessProbe`와 같은 것을 같은 만큼 기다린다. 바쁜 Pod가 요청을 덜 받는 대신 다시 시작된다.',
      en: 'The `livenessProbe` asks what the `readinessProbe` asks and waits no longer: a busy pod is restarted instead of getting fewer requests.',
    },
    readiness: { ko: '같은 readinessProbe', en: 'The same readinessProbe' },
  },
  concepts: ['concepts/probe', 'kubernetes/liveness-probe', 'kubernetes/readiness-probe'],
  source: 'https://kubernetes.io/docs/concepts/workloads/pods/probes/',
  also: ['kube-score/pod-probes-identical'],
  fix: 'choice',
  examples: [
    {
      bad: pod('«livenessProbe»', ''),
      good: pod('livenessProbe', '        failureThreshold: 6\n'),
    },
    {
      bad: pod('«livenessProbe»', '        failureThreshold: 2\n'),
      good: pod('livenessProbe', '        failureThreshold: 6\n'),
    },
  ],
  allows: [
    // It waits longer.
    pod('livenessProbe', '        failureThreshold: 5\n'),
    pod('livenessProbe', '        periodSeconds: 30\n'),
    pod('livenessProbe', '').replace('path: /health', 'path: /live'),
    pod('startupProbe', ''),
  ],
  *check(manifest: Manifest, { facts }) {
    for (const { containers } of podsIn(manifest, facts))
      for (const container of containers) {
        const [liveness, readiness] = [
          probeOf(container, 'livenessProbe'),
          probeOf(container, 'readinessProbe'),
        ];
        const asked = readiness && handlerOf(readiness);
        if (!liveness || !asked || handlerOf(liveness) !== asked) continue;
        if (patience(liveness) > patience(readiness)) continue;
        const key = entry(container.node, 'livenessProbe')!.key;
        const fix = waitLonger(manifest.document, liveness, readiness);
        yield {
          span: key.span,
          related: [{ span: entry(container.node, 'readinessProbe')!.key.span, message: 'readiness' }],
          fixes: fix ? [fix] : [],
        };
      }
  },
});

/** What is asked, as text to compare: the defaults of an httpGet filled in, in any order of keys. */
function handlerOf(probe: YamlMap): string | undefined {
  const [handler] = entriesOf(probe).filter(({ name }) => HANDLERS.has(name));
  const asked = asMap(handler?.value);
  if (!handler || !asked) return undefined;
  const usual = handler.name === 'httpGet' ? { path: '/', scheme: 'HTTP' } : {};
  const written = Object.entries({ ...usual, ...(toJson(asked) as object) });
  return JSON.stringify([handler.name, written.sort(([a], [b]) => (a < b ? -1 : 1))]);
}

const HANDLERS = new Set(['httpGet', 'tcpSocket', 'grpc', 'exec']);

/** How many seconds of failure it takes. */
function patience(probe: YamlMap): number {
  return (numberOf(get(probe, 'periodSeconds')) || 10) * (numberOf(get(probe, 'failureThreshold')) || 3);
}

/** Twice as patient as readiness. Not where both are the same text behind an alias. */
function waitLonger(document: YamlDocument, liveness: YamlMap, readiness: YamlMap): Fix | undefined {
  if (liveness === readiness) return undefined;
  const count = Math.ceil((2 * patience(readiness)) / (numberOf(get(liveness, 'periodSeconds')) || 10));
  const written = entry(liveness, 'failureThreshold');
  if (written && written.parent !== liveness) return undefined;
  return {
    title: {
      ko: '`failureThreshold: {count}`로 더 오래 기다리기',
      en: 'Wait longer: `failureThreshold: {count}`',
    },
    values: { count },
    kind: 'choice',
    edits: [
      written
        ? replaceValue(written.value, String(count))
        : addEntry(document, liveness, 'failureThreshold', String(count)),
    ],
  };
}

function pod(key: string, more: string): string {
  return `apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n    - name: web\n      image: nginx:1.29\n      readinessProbe:\n        httpGet:\n          path: /health\n          port: 8080\n      ${key}:\n        httpGet:\n          path: /health\n          port: 8080\n${more}`;
}
