/** One place of a kind where another object is named. Paths go from the object's root; `[]` is any item of a list. */
export interface ReferencePlace {
  /** The map that holds the fields below. */
  readonly at: string;
  /** What the reference is there for. */
  readonly relation: Relation;
  /** The kind that is named, with its group: `storage.k8s.io/StorageClass`. */
  readonly to: string | Chosen;
  /** The field with the name. */
  readonly name: string;
  /** The field with the namespace; without it the object's own. */
  readonly namespace?: string;
  /** Keys of the named ConfigMap or Secret. */
  readonly keys?: string;
  /** The port of the named Service, by name or number. */
  readonly ports?: readonly string[];
}

/** The kind stands in a field of its own. */
export interface Chosen {
  readonly kind: string;
  /** An `apiVersion` or the name of a group. */
  readonly group: string;
  /** What is meant where nothing is written. */
  readonly otherwise?: string;
}

export type Relation =
  | 'account'
  | 'backend'
  | 'certificate'
  | 'claim'
  | 'class'
  | 'env'
  | 'envFrom'
  | 'gateway'
  | 'headless'
  | 'namespace'
  | 'owner'
  | 'pull'
  | 'role'
  | 'scale'
  | 'subject'
  | 'volume'
  | 'webhook';

const IN_CONTAINER: readonly ReferencePlace[] = [
  place('env[].valueFrom.configMapKeyRef', 'env', '/ConfigMap', 'name', { keys: 'key' }),
  place('env[].valueFrom.secretKeyRef', 'env', '/Secret', 'name', { keys: 'key' }),
  place('envFrom[].configMapRef', 'envFrom', '/ConfigMap', 'name'),
  place('envFrom[].secretRef', 'envFrom', '/Secret', 'name'),
];

const VOLUMES: readonly ReferencePlace[] = [
  place('configMap', 'volume', '/ConfigMap', 'name', { keys: 'items[].key' }),
  place('secret', 'volume', '/Secret', 'secretName', { keys: 'items[].key' }),
  place('projected.sources[].configMap', 'volume', '/ConfigMap', 'name', { keys: 'items[].key' }),
  place('projected.sources[].secret', 'volume', '/Secret', 'name', { keys: 'items[].key' }),
  place('persistentVolumeClaim', 'claim', '/PersistentVolumeClaim', 'claimName'),
  place('ephemeral.volumeClaimTemplate.spec', 'class', 'storage.k8s.io/StorageClass', 'storageClassName'),
  place('csi.nodePublishSecretRef', 'volume', '/Secret', 'name'),
];

const IN_POD: readonly ReferencePlace[] = [
  ...['containers[]', 'initContainers[]', 'ephemeralContainers[]'].flatMap((list) =>
    under(list, IN_CONTAINER),
  ),
  ...under('volumes[]', VOLUMES),
  place('imagePullSecrets[]', 'pull', '/Secret', 'name'),
  place('', 'account', '/ServiceAccount', 'serviceAccountName'),
  place('', 'account', '/ServiceAccount', 'serviceAccount'),
  place('', 'class', 'scheduling.k8s.io/PriorityClass', 'priorityClassName'),
  place('', 'class', 'node.k8s.io/RuntimeClass', 'runtimeClassName'),
  place('resourceClaims[]', 'claim', 'resource.k8s.io/ResourceClaim', 'resourceClaimName'),
  place('resourceClaims[]', 'claim', 'resource.k8s.io/ResourceClaimTemplate', 'resourceClaimTemplateName'),
];

/** Where the pod of each kind stands. */
const PODS: Readonly<Record<string, string>> = {
  '/Pod': 'spec',
  '/PodTemplate': 'template.spec',
  '/ReplicationController': 'spec.template.spec',
  'apps/DaemonSet': 'spec.template.spec',
  'apps/Deployment': 'spec.template.spec',
  'apps/ReplicaSet': 'spec.template.spec',
  'apps/StatefulSet': 'spec.template.spec',
  'extensions/DaemonSet': 'spec.template.spec',
  'extensions/Deployment': 'spec.template.spec',
  'extensions/ReplicaSet': 'spec.template.spec',
  'batch/CronJob': 'spec.jobTemplate.spec.template.spec',
  'batch/Job': 'spec.template.spec',
};

const CLAIM: readonly ReferencePlace[] = [
  place('', 'class', 'storage.k8s.io/StorageClass', 'storageClassName'),
  place('', 'claim', '/PersistentVolume', 'volumeName'),
];

const TARGET: Chosen = { kind: 'kind', group: 'apiVersion' };
const BACKEND: Chosen = { kind: 'kind', group: 'group', otherwise: '/Service' };
const SCALE = place('spec.scaleTargetRef', 'scale', TARGET, 'name');
const GATEWAY: Chosen = { kind: 'kind', group: 'group', otherwise: 'gateway.networking.k8s.io/Gateway' };
/** The Service an API server calls. */
const called = (at: string) =>
  place(at, 'webhook', '/Service', 'name', { namespace: 'namespace', ports: ['port'] });

const INGRESS: readonly ReferencePlace[] = [
  ...['spec.defaultBackend.service', 'spec.rules[].http.paths[].backend.service'].map((at) =>
    place(at, 'backend', '/Service', 'name', { ports: ['port.name', 'port.number'] }),
  ),
  // Up to networking.k8s.io/v1beta1, gone since 1.22.
  ...['spec.backend', 'spec.rules[].http.paths[].backend'].map((at) =>
    place(at, 'backend', '/Service', 'serviceName', { ports: ['servicePort'] }),
  ),
  place('spec.tls[]', 'certificate', '/Secret', 'secretName'),
  place('spec', 'class', 'networking.k8s.io/IngressClass', 'ingressClassName'),
];

const ROLE_BINDING: readonly ReferencePlace[] = [
  place('roleRef', 'role', { kind: 'kind', group: 'apiGroup' }, 'name'),
  place('subjects[]', 'subject', { kind: 'kind', group: 'apiGroup' }, 'name', { namespace: 'namespace' }),
];

/** Source: https://gateway-api.sigs.k8s.io/reference/spec/ */
const ROUTE: readonly ReferencePlace[] = [
  place('spec.parentRefs[]', 'gateway', GATEWAY, 'name', { namespace: 'namespace' }),
  ...['spec.rules[].backendRefs[]', 'spec.rules[].filters[].requestMirror.backendRef'].map((at) =>
    place(at, 'backend', BACKEND, 'name', { namespace: 'namespace', ports: ['port'] }),
  ),
];

/** What any object may name. */
const ANYWHERE: readonly ReferencePlace[] = [
  place('metadata', 'namespace', '/Namespace', 'namespace'),
  place('metadata.ownerReferences[]', 'owner', TARGET, 'name'),
];

/** Beside those of the pods. */
const OF_KINDS: Readonly<Record<string, readonly ReferencePlace[]>> = {
  '/PersistentVolumeClaim': under('spec', CLAIM),
  '/PersistentVolume': [
    place('spec', 'class', 'storage.k8s.io/StorageClass', 'storageClassName'),
    place('spec.claimRef', 'claim', '/PersistentVolumeClaim', 'name', { namespace: 'namespace' }),
  ],
  '/ServiceAccount': ['secrets[]', 'imagePullSecrets[]'].map((at) => place(at, 'pull', '/Secret', 'name')),
  'apps/StatefulSet': [
    place('spec', 'headless', '/Service', 'serviceName'),
    ...under('spec.volumeClaimTemplates[].spec', CLAIM),
  ],
  'autoscaling/HorizontalPodAutoscaler': [SCALE],
  'networking.k8s.io/Ingress': INGRESS,
  'extensions/Ingress': INGRESS,
  'rbac.authorization.k8s.io/RoleBinding': ROLE_BINDING,
  'rbac.authorization.k8s.io/ClusterRoleBinding': ROLE_BINDING,
  'admissionregistration.k8s.io/ValidatingWebhookConfiguration': [called('webhooks[].clientConfig.service')],
  'admissionregistration.k8s.io/MutatingWebhookConfiguration': [called('webhooks[].clientConfig.service')],
  'apiregistration.k8s.io/APIService': [called('spec.service')],
  'apiextensions.k8s.io/CustomResourceDefinition': [called('spec.conversion.webhook.clientConfig.service')],
  'gateway.networking.k8s.io/Gateway': [
    place('spec', 'class', 'gateway.networking.k8s.io/GatewayClass', 'gatewayClassName'),
    place(
      'spec.listeners[].tls.certificateRefs[]',
      'certificate',
      { ...BACKEND, otherwise: '/Secret' },
      'name',
      { namespace: 'namespace' },
    ),
  ],
  'gateway.networking.k8s.io/HTTPRoute': ROUTE,
  'gateway.networking.k8s.io/GRPCRoute': ROUTE,
  'gateway.networking.k8s.io/TCPRoute': ROUTE,
  'gateway.networking.k8s.io/TLSRoute': ROUTE,
  'gateway.networking.k8s.io/UDPRoute': ROUTE,
  'autoscaling.k8s.io/VerticalPodAutoscaler': [place('spec.targetRef', 'scale', TARGET, 'name')],
  'keda.sh/ScaledObject': [{ ...SCALE, to: { ...TARGET, otherwise: 'apps/Deployment' } }],
};

/**
 * Every place where objects of a kind name other objects.
 * Source: the API reference of each type, https://kubernetes.io/docs/reference/kubernetes-api/
 */
export function referencePlaces(group: string, kind: string): readonly ReferencePlace[] {
  const pod = PODS[`${group}/${kind}`];
  return [
    ...(OF_KINDS[`${group}/${kind}`] ?? []),
    ...(pod === undefined ? [] : under(pod, IN_POD)),
    ...ANYWHERE,
  ];
}

function place(
  at: string,
  relation: Relation,
  to: ReferencePlace['to'],
  name: string,
  more: Pick<ReferencePlace, 'namespace' | 'keys' | 'ports'> = {},
): ReferencePlace {
  return { at, relation, to, name, ...more };
}

function under(path: string, places: readonly ReferencePlace[]): readonly ReferencePlace[] {
  return places.map((one) => ({ ...one, at: one.at === '' ? path : `${path}.${one.at}` }));
}
