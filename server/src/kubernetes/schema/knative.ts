import type { CustomKindFact } from '../facts';
import type { CustomField, CustomType } from './custom';

/**
 * The Service of Knative, which Cloud Run reads too: what both of them know. A workspace that has Knative's own
 * CustomResourceDefinition is believed instead. `!` is what has to be written.
 * Source: https://github.com/knative/serving/blob/main/config/core/300-resources/service.yaml,
 * https://cloud.google.com/run/docs/reference/yaml/v1
 */
const TYPES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  '': {
    apiVersion: 'string!',
    kind: 'string!',
    metadata: 'meta.v1.ObjectMeta',
    spec: '.spec Which revision runs, and how requests are shared out among revisions.',
    status: 'any Written by the platform: the URL, the revisions that are ready.',
  },
  '.spec': {
    template: '.template Every change of it makes a new revision.',
    traffic: '[].traffic Shares of the requests; 100 % of them go to the latest revision if left out.',
  },
  '.template': {
    metadata: 'meta.v1.ObjectMeta Annotations here hold for the revision, such as the limits of scaling.',
    spec: '.revision One version of the code with its configuration; it never changes once made.',
  },
  '.revision': {
    containers: '[].container! One of them takes the requests: the one with ports, if there are several.',
    containerConcurrency: 'int64 How many requests one container may work on at a time; 0 is no limit.',
    timeoutSeconds: 'int64 How long a request may take before it is answered with an error.',
    responseStartTimeoutSeconds: 'int64 How long a request may go without any byte of an answer.',
    idleTimeoutSeconds: 'int64 How long a request may go without another byte.',
    serviceAccountName:
      'string The identity the code acts with; on Cloud Run the email of a Google service account.',
    volumes: '[]core.v1.Volume',
    imagePullSecrets: '[]core.v1.LocalObjectReference',
    enableServiceLinks: 'boolean',
    automountServiceAccountToken: 'boolean',
    nodeSelector: '{}string',
    runtimeClassName: 'string',
    affinity: 'core.v1.Affinity',
    tolerations: '[]core.v1.Toleration',
    topologySpreadConstraints: '[]core.v1.TopologySpreadConstraint',
    initContainers: '[].container',
    securityContext: 'core.v1.PodSecurityContext',
    dnsConfig: 'core.v1.PodDNSConfig',
    dnsPolicy: 'string',
    hostAliases: '[]core.v1.HostAlias',
    hostIPC: 'boolean',
    hostNetwork: 'boolean',
    hostPID: 'boolean',
    priorityClassName: 'string',
    schedulerName: 'string',
    shareProcessNamespace: 'boolean',
  },
  '.container': {
    name: 'string',
    image: 'string',
    command: '[]string Replaces the ENTRYPOINT of the image.',
    args: '[]string Replaces the CMD of the image.',
    workingDir: 'string',
    env: '[]core.v1.EnvVar',
    envFrom: '[]core.v1.EnvFromSource',
    ports: '[].port The one port requests arrive at; 8080 if left out. The code finds its number in $PORT.',
    resources: 'core.v1.ResourceRequirements',
    volumeMounts: '[]core.v1.VolumeMount',
    livenessProbe: '.probe',
    readinessProbe: '.probe',
    startupProbe: '.probe',
    imagePullPolicy: 'string',
    securityContext: 'core.v1.SecurityContext',
    terminationMessagePath: 'string',
    terminationMessagePolicy: 'string',
  },
  '.port': {
    containerPort: 'int32 Where the code listens.',
    name: 'string `http1`, or `h2c` for HTTP/2 from end to end.',
    protocol: 'string',
  },
  '.probe': {
    exec: 'core.v1.ExecAction',
    httpGet: '.http',
    tcpSocket: '.tcp',
    grpc: '.grpc',
    initialDelaySeconds: 'int32',
    periodSeconds: 'int32',
    timeoutSeconds: 'int32',
    failureThreshold: 'int32',
    successThreshold: 'int32',
    terminationGracePeriodSeconds: 'int64',
  },
  '.http': {
    path: 'string',
    port: 'int-or-string The port of the container if left out.',
    host: 'string',
    scheme: 'string',
    httpHeaders: '[]core.v1.HTTPHeader',
  },
  '.tcp': { port: 'int-or-string The port of the container if left out.', host: 'string' },
  '.grpc': { port: 'int32 The port of the container if left out.', service: 'string' },
  '.traffic': {
    percent: 'int64 The share of the requests. All shares together are 100.',
    revisionName: 'string',
    latestRevision: 'boolean Always the newest revision that is ready, instead of one by name.',
    configurationName: 'string',
    tag: 'string A name that gives this revision a URL of its own.',
    url: 'string',
  },
};

/** Both platforms have more of these than is written here. */
const OPEN = new Set(['.container', '.probe']);

const NAME = 'serving.knative.dev/v1/Service';

export const knativeService: CustomKindFact = {
  kind: {
    group: 'serving.knative.dev',
    version: 'v1',
    kind: 'Service',
    type: NAME,
    plural: 'services',
  },
  types: Object.fromEntries(
    Object.entries(TYPES).map(([name, fields]) => [NAME + name, typeOf(fields, OPEN.has(name))]),
  ),
};

function typeOf(fields: Readonly<Record<string, string>>, open: boolean): CustomType {
  const read = Object.entries(fields).map(([name, said]) => [name, fieldOf(said)] as const);
  return { fields: Object.fromEntries(read), ...(open && { open: true }) };
}

function fieldOf(said: string): CustomField {
  const [, list = '', type = '', required, text = ''] = /^((?:\[\])?)([^\s!]+)(!?) ?(.*)$/.exec(said)!;
  const full = type.startsWith('.') ? NAME + type : type;
  return { type: list + full, ...(required && { required: true as const }), ...(text && { text }) };
}
