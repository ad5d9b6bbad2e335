import type { PeerName } from '../../core/rule';
import type { Text } from '../../core/text';
import type { Reference } from './reference';

/** What comes of a name that names nothing. */
export interface Consequence {
  readonly text: Text;
  /** Other linters' names for it. */
  readonly also: readonly PeerName[];
}

/**
 * What happens while the named object does not exist.
 * Source: the page of each kind below https://kubernetes.io/docs/concepts/
 */
export function consequenceOf({ relation, to, owner }: Reference): Consequence {
  const found = (relation === 'class' ? CLASSES[to.kind] : undefined) ?? CONSEQUENCES[relation];
  const isAsked = PEERS_ASK[relation] === undefined || PEERS_ASK[relation] === owner.kind;
  return isAsked ? found : { ...found, also: [] };
}

/** Where other linters look at one kind only. */
const PEERS_ASK: Partial<Record<Reference['relation'], string>> = {
  backend: 'Ingress',
  scale: 'HorizontalPodAutoscaler',
};

const NOT_STARTED: Text = {
  ko: '생기기 전까지 컨테이너는 시작하지 못한다(CreateContainerConfigError).',
  en: 'Until it exists, the container does not start (CreateContainerConfigError).',
};
const PENDING: Text = {
  ko: '생기기 전까지 `Pending`에 머문다.',
  en: 'Until it exists, whatever asks for it stays `Pending`.',
};

const CONSEQUENCES: Readonly<Record<Reference['relation'], Consequence>> = {
  account: {
    text: {
      ko: '이 ServiceAccount가 없으면 Pod가 만들어지지 않는다.',
      en: 'Without this ServiceAccount no Pod is created.',
    },
    also: ['kube-linter/non-existent-service-account'],
  },
  backend: {
    text: {
      ko: '생기기 전까지 이리로 오는 요청은 5xx 오류를 받는다.',
      en: 'Until it exists, requests sent here get a 5xx error.',
    },
    also: ['kube-linter/dangling-ingress', 'kube-score/ingress-targets-service'],
  },
  certificate: {
    text: {
      ko: '생기기 전까지 이 주소에는 맞는 인증서가 없다.',
      en: 'Until it exists, there is no right certificate for this address.',
    },
    also: [],
  },
  claim: { text: PENDING, also: [] },
  class: {
    text: { ko: '없으면 이 설정을 맡을 곳이 없다.', en: 'Without it, nobody takes care of this.' },
    also: [],
  },
  env: { text: NOT_STARTED, also: ['kube-linter/env-value-from'] },
  envFrom: { text: NOT_STARTED, also: ['kube-linter/env-value-from'] },
  gateway: {
    text: {
      ko: '없으면 이 경로를 받아 주는 Gateway가 없다.',
      en: 'Without it, no Gateway takes this route.',
    },
    also: [],
  },
  headless: {
    text: {
      ko: '없으면 Pod마다 주어지는 DNS 이름이 생기지 않는다.',
      en: 'Without it, the Pods get no DNS names of their own.',
    },
    also: ['kube-score/statefulset-has-servicename'],
  },
  namespace: {
    text: {
      ko: '없는 namespace에는 오브젝트를 만들 수 없다.',
      en: 'Nothing can be created in a namespace that does not exist.',
    },
    also: [],
  },
  owner: {
    text: {
      ko: '주인이 없는 오브젝트는 garbage collector가 지운다.',
      en: 'The garbage collector deletes objects whose owner does not exist.',
    },
    also: [],
  },
  pull: {
    text: {
      ko: '없으면 비공개 registry의 이미지를 받지 못한다.',
      en: 'Without it, images of a private registry cannot be pulled.',
    },
    also: [],
  },
  role: {
    text: {
      ko: '바인딩은 만들어져도 아무 권한을 주지 않는다.',
      en: 'The binding can be made all the same, and grants nothing.',
    },
    also: [],
  },
  scale: {
    text: {
      ko: '생기기 전까지 autoscaler는 아무 일도 하지 않는다.',
      en: 'Until it exists, the autoscaler does nothing.',
    },
    also: ['kube-linter/dangling-horizontalpodautoscaler', 'kube-score/horizontalpodautoscaler-has-target'],
  },
  subject: {
    text: {
      ko: '바인딩은 만들어져도 권한을 받는 쪽이 없다.',
      en: 'The binding can be made all the same, and nobody gets its rights.',
    },
    also: [],
  },
  volume: {
    text: {
      ko: '생기기 전까지 Pod는 `ContainerCreating`에 머문다.',
      en: 'Until it exists, the Pod stays in `ContainerCreating`.',
    },
    also: [],
  },
  webhook: {
    text: {
      ko: '생기기 전까지 API server가 이리로 보내는 호출은 실패한다.',
      en: 'Until it exists, every call of the API server to it fails.',
    },
    also: [],
  },
};

const CLASSES: Readonly<Record<string, Consequence>> = {
  StorageClass: { text: PENDING, also: [] },
  PriorityClass: {
    text: {
      ko: '이 PriorityClass가 없으면 Pod가 만들어지지 않는다.',
      en: 'Without this PriorityClass no Pod is created.',
    },
    also: [],
  },
  RuntimeClass: {
    text: {
      ko: '이 RuntimeClass가 없으면 Pod가 만들어지지 않는다.',
      en: 'Without this RuntimeClass no Pod is created.',
    },
    also: [],
  },
  IngressClass: {
    text: {
      ko: '없으면 이 Ingress를 맡는 controller가 없다.',
      en: 'Without it, no controller takes care of this Ingress.',
    },
    also: [],
  },
};
