import { groupBy } from '../../core/group';
import type { Place } from '../../yaml/schema/places';

/** Fields of which one must be written, and no other with it, or of which at most one may be. */
export interface Choice {
  readonly type: string;
  /** It is asked for only inside this type. */
  readonly within?: string;
  readonly fields: readonly string[];
  readonly needed: boolean;
  /** More than one may be written. */
  readonly together?: true;
}

export function choicesOf({ type, inside }: Pick<Place, 'type' | 'inside'>): readonly Choice[] {
  const choices = BY_TYPE.get(type.name) ?? [];
  return choices.filter(({ within }) => within === undefined || within === inside?.type.name);
}

/** Whether a server drops a field before it looks at the others, unless somebody switched it on there. */
export function isDropped(type: string, field: string, minor: number): boolean {
  return minor < (SINCE[`${type}.${field}`] ?? 0);
}

/** The first release that has it on by itself. Source: pkg/features/kube_features.go of k8s.io/kubernetes */
const SINCE: Readonly<Record<string, number>> = {
  'core.v1.Volume.image': 35,
  'core.v1.EnvVarSource.fileKeyRef': 35,
};

/** The types a field cannot be within: pods that have to run on, a role of one namespace. */
export function refusedWithin(field: string): readonly string[] {
  return REFUSED_WITHIN[field] ?? [];
}

const REFUSED_WITHIN: Readonly<Record<string, readonly string[]>> = {
  'core.v1.PodSpec.activeDeadlineSeconds': [
    'apps.v1.DeploymentSpec',
    'apps.v1.StatefulSetSpec',
    'apps.v1.DaemonSetSpec',
    'apps.v1.ReplicaSetSpec',
    'core.v1.ReplicationControllerSpec',
  ],
  'rbac.v1.PolicyRule.nonResourceURLs': ['rbac.v1.Role'],
};

const VOLUME_SOURCES =
  'awsElasticBlockStore azureDisk azureFile cephfs cinder csi fc flexVolume flocker gcePersistentDisk glusterfs hostPath iscsi nfs photonPersistentDisk portworxVolume quobyte rbd scaleIO storageos vsphereVolume';

const CHOICES: readonly Choice[] = [
  ...(
    [
      ['ResourceMetricSource', 'averageUtilization averageValue'],
      ['ContainerResourceMetricSource', 'averageUtilization averageValue'],
      ['ExternalMetricSource', 'value averageValue'],
      ['PodsMetricSource', 'averageValue'],
    ] as const
  ).map(([within, fields]) => ({
    type: 'autoscaling.v2.MetricTarget',
    within: `autoscaling.v2.${within}`,
    fields: fields.split(' '),
    needed: true,
  })),
  {
    type: 'autoscaling.v2.MetricTarget',
    within: 'autoscaling.v2.ObjectMetricSource',
    fields: ['value', 'averageValue'],
    needed: true,
    together: true,
  },
  {
    type: 'flowcontrol.v1.PolicyRulesWithSubjects',
    fields: ['resourceRules', 'nonResourceRules'],
    needed: true,
    together: true,
  },
  {
    type: 'admissionregistration.v1.ValidatingAdmissionPolicySpec',
    fields: ['validations', 'auditAnnotations'],
    needed: true,
    together: true,
  },
  { type: 'networking.v1.IngressSpec', fields: ['rules', 'defaultBackend'], needed: true, together: true },
  ...(
    [
      ['core.v1.Probe', 'exec httpGet tcpSocket grpc', true],
      ['core.v1.LifecycleHandler', 'exec httpGet tcpSocket sleep', true],
      ['core.v1.EnvVar', 'value valueFrom', false],
      ['core.v1.EnvVarSource', 'configMapKeyRef secretKeyRef fieldRef resourceFieldRef fileKeyRef', true],
      ['core.v1.EnvFromSource', 'configMapRef secretRef', true],
      ['core.v1.DownwardAPIVolumeFile', 'fieldRef resourceFieldRef', true],
      // Without any a volume is an emptyDir.
      [
        'core.v1.Volume',
        `${VOLUME_SOURCES} configMap downwardAPI emptyDir ephemeral gitRepo image persistentVolumeClaim projected secret`,
        false,
      ],
      ['core.v1.PersistentVolumeSpec', `${VOLUME_SOURCES} local`, true],
      ['core.v1.VolumeProjection', 'configMap secret downwardAPI serviceAccountToken', false],
      ['core.v1.PodResourceClaim', 'resourceClaimName resourceClaimTemplateName', true],
      ['resource.v1.DeviceRequest', 'exactly firstAvailable', true],
      ['core.v1.FCVolumeSource', 'targetWWNs wwids', true],
      ['storage.v1.VolumeAttachmentSource', 'persistentVolumeName inlineVolumeSpec', true],
      ['apiextensions.v1.WebhookClientConfig', 'service url', true],
      ['core.v1.VolumeMount', 'subPath subPathExpr', false],
      ['networking.v1.IngressBackend', 'service resource', true],
      ['networking.v1.ServiceBackendPort', 'name number', true],
      ['networking.v1.NetworkPolicyPeer', 'ipBlock podSelector', false],
      ['networking.v1.NetworkPolicyPeer', 'ipBlock namespaceSelector', false],
      ['policy.v1.PodDisruptionBudgetSpec', 'minAvailable maxUnavailable', false],
      ['batch.v1.PodFailurePolicyRule', 'onExitCodes onPodConditions', true],
      ['rbac.v1.PolicyRule', 'resources nonResourceURLs', true],
      ['rbac.v1.PolicyRule', 'apiGroups nonResourceURLs', false],
      ['rbac.v1.PolicyRule', 'resourceNames nonResourceURLs', false],
      ['admissionregistration.v1.WebhookClientConfig', 'service url', true],
    ] as const
  ).map(([type, fields, needed]) => ({ type, fields: fields.split(' '), needed })),
];

const BY_TYPE = groupBy(CHOICES, ({ type }) => type);
