import type { Finding, Fix } from '../../core/rule';
import { removeEntry } from '../../yaml/edit';
import { asMap, asScalar, entry, get, isAbsent, numberOf } from '../../yaml/navigate';
import type { YamlDocument, YamlMap } from '../../yaml/node';
import { isWithin, type Place } from '../../yaml/schema/places';
import type { KubernetesObject } from '../model';
import { says } from '../schema/conditions';

/** Fields of one place that do not go together, where no table says so. */
export function exclusiveIn(
  place: Place,
  document: YamlDocument,
  object: KubernetesObject,
): Iterable<Finding> {
  return OF_TYPE[place.type.name]?.(place, document, object) ?? [];
}

export function removal(document: YamlDocument, { map }: Place, field: string): Fix {
  return {
    title: { ko: '`{field}` 지우기', en: 'Take `{field}` away' },
    values: { field },
    kind: 'choice',
    edits: [removeEntry(document, entry(map, field)!)],
  };
}

function* service(place: Place, document: YamlDocument): Generator<Finding> {
  const { map } = place;
  const value = serviceType(map);
  const ip = asScalar(get(map, 'clusterIP'));
  if (ip?.text === 'None' && (value === 'NodePort' || value === 'LoadBalancer'))
    yield {
      span: ip.span,
      message: 'headless',
      values: { value },
      fixes: [removal(document, place, 'clusterIP')],
    };
}

function* servicePort(place: Place, document: YamlDocument): Generator<Finding> {
  const { map, inside } = place;
  if (numberOf(get(map, 'nodePort')) && serviceType(inside?.map) === 'ClusterIP')
    yield {
      span: entry(map, 'nodePort')!.key.span,
      message: 'node-port',
      fixes: [removal(document, place, 'nodePort')],
    };
}

/** Undefined where something else writes it. */
function serviceType(spec: YamlMap | undefined): string | undefined {
  const type = asScalar(get(spec, 'type'));
  return type?.templated ? undefined : type?.text || 'ClusterIP';
}

const RUNNING = ['livenessProbe', 'readinessProbe', 'startupProbe', 'lifecycle'];

function* container(place: Place, document: YamlDocument): Generator<Finding> {
  const { map, field } = place;
  const policy = asScalar(get(map, 'restartPolicy'));
  if (field !== 'initContainers' || policy?.text === 'Always' || policy?.templated) return;
  for (const name of RUNNING)
    if (says(place, name))
      yield {
        span: entry(map, name)!.key.span,
        message: 'init',
        values: { field: name },
        fixes: [removal(document, place, name)],
      };
}

function* probe(place: Place, document: YamlDocument): Generator<Finding> {
  const grace = 'terminationGracePeriodSeconds';
  if (place.field === 'readinessProbe' && says(place, grace))
    yield {
      span: entry(place.map, grace)!.key.span,
      message: 'readiness',
      values: { field: grace },
      fixes: [removal(document, place, grace)],
    };
}

function* securityContext({ map }: Place): Generator<Finding> {
  const escalation = asScalar(get(map, 'allowPrivilegeEscalation'));
  if (escalation?.value === false && asScalar(get(map, 'privileged'))?.value === true)
    yield { span: escalation.span, message: 'privileged' };
}

function* containerPort({ map, inside }: Place): Generator<Finding> {
  const isOnHost = asScalar(get(inside?.inside?.map, 'hostNetwork'))?.value === true;
  const [port, host] = [numberOf(get(map, 'containerPort')), numberOf(get(map, 'hostPort'))];
  if (isOnHost && port !== undefined && host && host !== port)
    yield { span: get(map, 'hostPort')!.span, message: 'host-port', values: { port } };
}

function* job(place: Place, document: YamlDocument, object: KubernetesObject): Generator<Finding> {
  // What was read back from a cluster has the one the system wrote.
  if (!isAbsent(get(object.metadata, 'uid'))) return;
  const [selector, manual] = [asMap(get(place.map, 'selector')), asScalar(get(place.map, 'manualSelector'))];
  const isInCronJob = isWithin(place, 'batch.v1.CronJob');
  const isKept =
    !isInCronJob && (manual?.value === true || manual?.templated || selector?.entries.length === 0);
  if (!selector || selector.templated || isKept) return;
  const { span } = entry(place.map, 'selector')!.key;
  yield { span, message: 'generated', fixes: [removal(document, place, 'selector')] };
}

/** How many pods may go, and come, at once: a Deployment has a quarter each, a DaemonSet replaces one by one. */
const ROLLOUTS: Readonly<Record<string, { readonly surge: string; readonly unavailable: string }>> = {
  'apps.v1.RollingUpdateDeployment': { surge: '25%', unavailable: '25%' },
  'apps.v1.RollingUpdateDaemonSet': { surge: '0', unavailable: '1' },
};

function* rollout({ map, type }: Place): Generator<Finding> {
  const usual = ROLLOUTS[type.name]!;
  const [surge, unavailable] = [asScalar(get(map, 'maxSurge')), asScalar(get(map, 'maxUnavailable'))];
  const isZero = (text: string) => /^0%?$/.test(text);
  const isNone = [isZero(surge?.text ?? usual.surge), isZero(unavailable?.text ?? usual.unavailable)];
  const span = (unavailable ?? surge)?.span;
  if (span && isNone[0] && isNone[1]) yield { span, message: 'zero' };
  if (surge && type.name === 'apps.v1.RollingUpdateDaemonSet' && !isNone[0] && !isNone[1])
    yield { span: surge.span, message: 'daemon' };
}

type OfType = (place: Place, document: YamlDocument, object: KubernetesObject) => Generator<Finding>;

const OF_TYPE: Readonly<Record<string, OfType>> = {
  'core.v1.ServiceSpec': service,
  'core.v1.ServicePort': servicePort,
  'core.v1.Container': container,
  'core.v1.Probe': probe,
  'core.v1.SecurityContext': securityContext,
  'core.v1.ContainerPort': containerPort,
  'apps.v1.RollingUpdateDeployment': rollout,
  'apps.v1.RollingUpdateDaemonSet': rollout,
  'batch.v1.JobSpec': job,
};
