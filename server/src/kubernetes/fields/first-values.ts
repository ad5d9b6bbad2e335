import { asScalar, entriesOf, get, itemsOf, numberOf, stringOf } from '../../yaml/navigate';
import type { YamlNode } from '../../yaml/node';
import type { Place } from '../../yaml/schema/places';
import { contents } from '../../yaml/schema/types';
import type { JsonObject, JsonValue } from '../../yaml/value';
import { choicesOf } from '../facts/field-choices';
import { conditionsOf } from '../facts/field-conditions';
import { wordsOf } from '../facts/field-words';
import { usualValue } from '../facts/first-values';
import { FORMATS } from '../facts/formats';
import { placesOf } from '../facts/kinds';
import { requiredFields } from '../facts/required-fields';
import { says } from '../schema/conditions';
import type { Schema } from '../schema/schema';
import type { Missing } from './missing';
import type { Typed } from './typed';

/**
 * What can stand in a field that nobody has written: what its neighbours say, the words there are, or what is usual.
 * Nothing where only the author knows.
 */
export function firstValues(typed: Typed, { of }: Pick<Missing, 'of'>, name: string): readonly JsonValue[] {
  const told = TOLD[`${of}.${name}`] ?? TOLD[`*.${name}`];
  const values = told?.(typed);
  if (values) return values.slice(0, MOST);
  const field = typed.place.type.name === of ? typed.place.type.fields.get(name) : undefined;
  const usual = usualValue(of, name);
  const words = field && wordsOf(typed.place, field)?.filter((word) => word && fits(typed.place, name, word));
  if (words?.length)
    return words.length > MOST ? (usual === undefined ? [] : [usual]) : choices(field!.type, words, usual);
  if (usual !== undefined) return [usual];
  const whole = field && wholeOf(typed.schema, field.type);
  return whole === undefined ? [] : [whole];
}

/** The usual one first; for a list each in a list of its own. */
function choices(type: string, words: readonly string[], usual: JsonValue | undefined): readonly JsonValue[] {
  const ordered = words.toSorted((a, b) => Number(b === usual) - Number(a === usual));
  return contents(type).of === 'list' ? ordered.map((word) => [word]) : ordered;
}

/** Whether the fields that a word asks for are there, and those it refuses are not. */
function fits(place: Place, field: string, word: string): boolean {
  return conditionsOf(place.type.name)
    .filter((one) => one.field === field && one.values.includes(word) !== (one.not === true))
    .every(
      ({ needs = [], refuses = [] }) =>
        needs.every((one) => says(place, one)) && !refuses.some((one) => says(place, one)),
    );
}

/** More than this is no help to choose. */
const MOST = 3;

/** An object with the fields it has to have, where all of them are known. */
function wholeOf(schema: Schema, type: string): JsonValue | undefined {
  const held = contents(type);
  const object = schema.type(held.type);
  if (!object || choicesOf({ type: object, inside: undefined }).some(({ needed }) => needed))
    return undefined;
  const fields = held.of === 'map' ? [] : requiredFields(held.type);
  const known = fields.flatMap((name) => {
    const field = object.fields.get(name);
    const [word, ...others] = field?.values?.keys() ?? [];
    const value = usualValue(held.type, name) ?? (others.length > 0 ? undefined : word);
    const found = value ?? (field && wholeOf(schema, field.type));
    return found === undefined ? [] : [[name, found] as const];
  });
  if (known.length === 0 || known.length < fields.length) return undefined;
  return held.of === 'list' ? [Object.fromEntries(known)] : Object.fromEntries(known);
}

type Told = (typed: Typed) => readonly JsonValue[] | undefined;

const POD: JsonValue = { containers: usualValue('core.v1.PodSpec', 'containers')! };
const JOB_POD = { restartPolicy: 'Never', ...(POD as JsonObject) };

const JOB: JsonValue = { spec: { template: { spec: JOB_POD } } };

const template: Told = (typed) => [templateWith(labelsFor(typed))];
const workload: Told = ({ object }) => {
  const labels = { app: object.name?.value || 'web' };
  return [{ selector: { matchLabels: labels }, template: templateWith(labels) }];
};

/** What the neighbours of a field say of it. */
const TOLD: Readonly<Record<string, Told>> = {
  '*.metadata': (typed) => nameOf(typed).map((name) => ({ name })),
  'meta.v1.ObjectMeta.name': nameOf,
  'apps.v1.Deployment.spec': workload,
  'apps.v1.DaemonSet.spec': workload,
  'apps.v1.StatefulSet.spec': workload,
  'apps.v1.ReplicaSet.spec': workload,
  'apps.v1.DeploymentSpec.template': template,
  'apps.v1.DaemonSetSpec.template': template,
  'apps.v1.StatefulSetSpec.template': template,
  'apps.v1.ReplicaSetSpec.template': template,
  'core.v1.ReplicationControllerSpec.template': template,
  'batch.v1.JobSpec.template': () => [{ spec: JOB_POD }],
  'batch.v1.Job.spec': () => [{ template: { spec: JOB_POD } }],
  'batch.v1.JobTemplateSpec.spec': () => [{ template: { spec: JOB_POD } }],
  'batch.v1.CronJobSpec.jobTemplate': () => [JOB],
  'batch.v1.CronJob.spec': () => [
    { schedule: usualValue('batch.v1.CronJobSpec', 'schedule')!, jobTemplate: JOB },
  ],
  'core.v1.PodTemplateSpec.spec': ({ place }) => [
    place.inside?.type.name === 'batch.v1.JobSpec' ? JOB_POD : POD,
  ],
  'core.v1.Container.name': containerName,
  'core.v1.ContainerPort.containerPort': portByName,
  'core.v1.ServicePort.port': portByName,
  'core.v1.ServicePort.name': servicePortName,
  'core.v1.HTTPGetAction.port': ({ place }) => portsOf(place),
  'core.v1.TCPSocketAction.port': ({ place }) => portsOf(place),
  'core.v1.Probe.tcpSocket': ({ place }) => portsOf(place).map((port) => ({ port })),
  'core.v1.Probe.httpGet': ({ place }) => portsOf(place).map((port) => ({ path: '/', port })),
  // A program for this is seldom in the image.
  'core.v1.Probe.exec': () => [],
  'core.v1.Probe.grpc': () => [],
  'core.v1.VolumeMount.name': ({ place }) =>
    itemsOf(get(around(place, 'core.v1.PodSpec')?.map, 'volumes')).flatMap(
      (one) => stringOf(get(one, 'name')) ?? [],
    ),
  'core.v1.VolumeMount.mountPath': ({ place }) => {
    const name = stringOf(get(place.map, 'name'));
    return name ? [`/mnt/${name}`] : [];
  },
  'autoscaling.v1.HorizontalPodAutoscalerSpec.maxReplicas': mostReplicas,
  'autoscaling.v2.HorizontalPodAutoscalerSpec.maxReplicas': mostReplicas,
  'autoscaling.v1.CrossVersionObjectReference.apiVersion': groupOfKind,
  'autoscaling.v2.CrossVersionObjectReference.apiVersion': groupOfKind,
  'rbac.v1.PolicyRule.apiGroups': groupsOfResources,
};

function templateWith(labels: JsonObject): JsonValue {
  return { metadata: { labels }, spec: POD };
}

/** The labels a template has to have: those its own selector asks for. */
function labelsFor({ place, object }: Typed): JsonObject {
  const selector = get(place.map, 'selector');
  const asked = entriesOf(get(selector, 'matchLabels') ?? selector).flatMap(({ name, value }) => {
    const text = stringOf(value);
    return text === undefined ? [] : [[name, text] as const];
  });
  return asked.length > 0 ? Object.fromEntries(asked) : { app: object.name?.value || 'web' };
}

function nameOf({ object }: Typed): readonly string[] {
  const { spec, labels, kind, workload } = object;
  if (kind.value === 'CustomResourceDefinition') {
    const parts = [get(spec, 'names', 'plural'), get(spec, 'group')].map(stringOf);
    return parts.every(Boolean) ? [parts.join('.')] : [];
  }
  if (kind.value === 'APIService') {
    const parts = [get(spec, 'version'), get(spec, 'group')].map(stringOf);
    return parts.every(Boolean) ? [parts.join('.')] : [];
  }
  const label = labels.find(({ name }) => name === 'app' || name === 'app.kubernetes.io/name')?.value;
  const names = [label, workload?.template?.containers[0]?.name?.value, kind.value.toLowerCase()];
  return names.filter((name) => name !== undefined && isLabel(name)).slice(0, 1) as string[];
}

/** `nginx` of `registry.example.com/shop/nginx:1.29`, unless another container is called so. */
function containerName({ place }: Typed): readonly string[] {
  const image = stringOf(get(place.map, 'image')) ?? '';
  const [, last = ''] = /([^/:@]+)(?::[^/@]*)?(?:@.*)?$/.exec(image) ?? [];
  const taken = ['containers', 'initContainers'].flatMap((list) =>
    itemsOf(get(place.inside?.map, list)).map((one) => stringOf(get(one, 'name'))),
  );
  const free = (name: string) => !taken.includes(name);
  const name = isLabel(last) ? last : 'web';
  return [[name, `${name}-2`, `${name}-3`].find(free) ?? []].flat();
}

const PORTS: Readonly<Record<string, number>> = { http: 80, web: 80, https: 443, grpc: 50051, metrics: 9090 };

function portByName({ place }: Typed): readonly number[] {
  const other = numberOf(get(place.map, 'targetPort')) ?? numberOf(get(place.map, 'hostPort'));
  return [other ?? PORTS[asScalar(get(place.map, 'name'))?.text ?? ''] ?? 80];
}

function servicePortName({ place }: Typed): readonly string[] {
  const port = numberOf(get(place.map, 'port'));
  const taken = itemsOf(get(place.inside?.map, 'ports')).map((one) => stringOf(get(one, 'name')));
  const usual = Object.keys(PORTS).find((name) => PORTS[name] === port);
  const names = [
    usual,
    `port-${port}`,
    `port-${port}-${stringOf(get(place.map, 'protocol'))?.toLowerCase()}`,
  ];
  const free = names.find((name) => name !== undefined && isLabel(name) && !taken.includes(name));
  return port === undefined || free === undefined ? [] : [free];
}

/** The ports the container of a probe says it listens on, by name where they have one. */
function portsOf(place: Place): readonly JsonValue[] {
  return itemsOf(get(around(place, 'core.v1.Container')?.map, 'ports'))
    .map((one) => stringOf(get(one, 'name')) ?? numberOf(get(one, 'containerPort')))
    .filter((port) => port !== undefined)
    .slice(0, 1);
}

function mostReplicas({ place }: Typed): readonly number[] {
  return [Math.max(3, 2 * (numberOf(get(place.map, 'minReplicas')) ?? 1))];
}

function groupOfKind({ place }: Typed): readonly string[] {
  const [kind] = placesOf(asScalar(get(place.map, 'kind'))?.text ?? '');
  return kind?.group ? [`${kind.group}/${kind.version}`] : [];
}

/** The groups that resources are in, where each is in one alone. */
function groupsOfResources({ place, schema }: Typed): readonly JsonValue[] {
  const names = itemsOf(get(place.map, 'resources')).map((one: YamlNode) => stringOf(one)?.split('/')[0]);
  const groups = names.map((name) => [
    ...new Set(schema.manifests.filter(({ plural }) => plural === name).map(({ group }) => group)),
  ]);
  return groups.length > 0 && groups.every(({ length }) => length === 1) ? [[...new Set(groups.flat())]] : [];
}

function around(place: Place, type: string): Place | undefined {
  return place.type.name === type || !place.inside ? place : around(place.inside, type);
}

function isLabel(text: string): boolean {
  return FORMATS['dns-label'].fault(text) === undefined;
}
