import type { Text } from '../../core/text';
import { REMOVED_APIS } from './removed-apis';

/** A kind that no version of a group has any more. */
export interface GoneKind {
  readonly removedIn: number;
  /** What does its work today, as a sentence. */
  readonly instead: Text;
}

export function findGone(kind: string): GoneKind | undefined {
  const instead = Object.hasOwn(INSTEAD, kind) ? INSTEAD[kind] : undefined;
  const releases = REMOVED_APIS.filter(({ kinds }) => kinds.includes(kind)).map(({ removedIn }) => removedIn);
  return instead && { instead, removedIn: Math.max(...releases) };
}

const INSTEAD: Readonly<Record<string, Text>> = {
  PodSecurityPolicy: {
    ko: '지금은 Namespace에 label(`pod-security.kubernetes.io/enforce`)을 붙여 Pod Security Admission을 쓴다.',
    en: 'Pod Security Admission does its work: label the Namespace with `pod-security.kubernetes.io/enforce`.',
  },
  ThirdPartyResource: {
    ko: '지금은 CustomResourceDefinition으로 새 kind를 만든다.',
    en: 'A CustomResourceDefinition makes new kinds today.',
  },
  InitializerConfiguration: {
    ko: '지금은 MutatingWebhookConfiguration으로 한다.',
    en: 'A MutatingWebhookConfiguration does its work.',
  },
  PodPreset: {
    ko: '지금은 admission webhook이 Pod를 고쳐 준다.',
    en: 'An admission webhook can change pods as they are made.',
  },
  ClusterCIDR: {
    ko: '대신하는 API는 없다. Pod의 IP 범위는 네트워크 plugin이나 cluster의 설정이 정한다.',
    en: 'No API replaces it; network plugins and the settings of the cluster say where the addresses of pods come from.',
  },
  ResourceClass: {
    ko: '지금은 DeviceClass다.',
    en: 'It is a DeviceClass today.',
  },
  PodSchedulingContext: {
    ko: '대신하는 API는 없다. scheduler가 ResourceSlice를 보고 스스로 정한다.',
    en: 'No API replaces it; the scheduler decides by itself, from the ResourceSlices.',
  },
};
