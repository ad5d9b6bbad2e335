import { changeTo } from '../../yaml/change';
import { findDeprecated } from '../facts/deprecated-apis';
import { minorOf } from '../fields/typed';
import { isPatch } from '../kustomize/kustomizations';
import type { Manifest } from '../model';
import { rule } from '../rule';

export default rule({
  id: 'kubernetes/deprecated-api-version',
  severity: 'info',
  scope: 'part',
  what: { ko: '곧 사라질 `apiVersion`이다', en: 'An `apiVersion` that is on its way out' },
  why: {
    ko: '지금 cluster는 아직 이 버전을 받지만, 새 버전이 있어서 앞으로 없어진다. 없어진 뒤에는 같은 manifest가 거부된다. cluster를 올리는 날 알게 되는 것보다 지금 바꾸는 편이 쉽다.',
    en: 'The cluster still takes it, but a newer version is there and this one will go. From then on the same manifest is refused. It is easier to change it now than to find out on the day of the upgrade.',
  },
  how: {
    ko: '`apiVersion`을 새 버전으로 바꾼다. 달라진 필드가 있으면 함께 고친다.',
    en: 'Write the newer `apiVersion`, and change the fields that differ.',
  },
  messages: {
    removal: {
      ko: '`{kind}`의 `{version}`{version|은} Kubernetes {release}에서 사라진다. `{replacement}`{replacement|을} 쓴다.',
      en: '`{kind}` loses `{version}` in Kubernetes {release}; write `{replacement}`.',
    },
    deprecated: {
      ko: '`{kind}`{kind|은} Kubernetes {since}부터 쓰지 말라고 하는 kind다. `{replacement}`{replacement|을} 쓴다.',
      en: '`{kind}` is deprecated since Kubernetes {since}; use `{replacement}`.',
    },
  },
  concepts: ['concepts/api-version', 'kubernetes/api-version'],
  source: 'https://kubernetes.io/docs/reference/using-api/deprecation-policy/',
  also: [],
  fix: 'safe',
  examples: [
    {
      bad: {
        files: {
          'class.yaml':
            'apiVersion: «resource.k8s.io/v1beta2»\nkind: DeviceClass\nmetadata:\n  name: gpu.example.com\nspec: {}\n',
        },
        settings: { kubernetesVersion: '1.36' },
      },
      good: {
        files: {
          'class.yaml':
            'apiVersion: resource.k8s.io/v1\nkind: DeviceClass\nmetadata:\n  name: gpu.example.com\nspec: {}\n',
        },
        settings: { kubernetesVersion: '1.36' },
      },
    },
    {
      bad: 'apiVersion: «v1»\nkind: Endpoints\nmetadata:\n  name: db\nsubsets:\n  - addresses:\n      - ip: 192.0.2.10\n',
      good: 'apiVersion: discovery.k8s.io/v1\nkind: EndpointSlice\nmetadata:\n  name: db-1\n  labels:\n    kubernetes.io/service-name: db\naddressType: IPv4\nendpoints:\n  - addresses: [192.0.2.10]\n',
      message: 'deprecated',
    },
  ],
  allows: [
    'apiVersion: resource.k8s.io/v1\nkind: DeviceClass\nmetadata:\n  name: gpu.example.com\nspec: {}\n',
    {
      files: { 'old.yaml': 'apiVersion: v1\nkind: Endpoints\nmetadata:\n  name: db\n' },
      settings: { kubernetesVersion: '1.32' },
    },
  ],
  *check({ objects, file }: Manifest, { kubernetesVersion, facts }) {
    if (isPatch(file.uri, facts)) return;
    const running = minorOf(kubernetesVersion);
    for (const { apiVersion, kind } of objects) {
      const api = findDeprecated(apiVersion.value, kind.value, running);
      if (!api) continue;
      const { replacement, removedIn, deprecatedIn, mechanical } = api;
      yield {
        span: apiVersion.node.span,
        message: removedIn === undefined ? 'deprecated' : 'removal',
        values: {
          kind: kind.value,
          version: apiVersion.value,
          release: `1.${removedIn}`,
          since: `1.${deprecatedIn}`,
          replacement,
        },
        fixes: mechanical ? [{ ...changeTo(apiVersion.node, replacement), kind: 'safe' }] : [],
      };
    }
  },
});
