import { closest } from '../../core/closest';
import type { Finding } from '../../core/rule';
import { changeTo } from '../../yaml/change';
import { findGone } from '../facts/gone-kinds';
import { allKinds, findKind, isBuiltInGroup, type KindFacts, placesOf } from '../facts/kinds';
import { minorOf } from '../fields/typed';
import { isPatch } from '../kustomize/kustomizations';
import type { KubernetesObject, Manifest } from '../model';
import { rule } from '../rule';
import { schemaOf } from '../schema/shipped';

export default rule({
  id: 'kubernetes/unknown-kind',
  severity: 'error',
  scope: 'part',
  what: {
    ko: '없는 `apiVersion`과 `kind`의 조합',
    en: 'An `apiVersion` and `kind` that do not exist together',
  },
  why: {
    ko: 'kubectl은 `apiVersion`과 `kind`를 함께 보고 어느 API에 보낼지 정한다. Deployment는 `apps/v1`에, Pod는 `v1`에 있다. 조합이 틀리면 `no matches for kind`라며 아무것도 보내지 않는다. `kind`는 대소문자도 가린다.',
    en: 'kubectl takes `apiVersion` and `kind` together to find the API an object goes to: a Deployment is in `apps/v1`, a Pod in `v1`. With the wrong pair it says `no matches for kind` and sends nothing. Capitals count in a `kind`.',
  },
  how: {
    ko: '`kubectl api-resources`가 cluster의 모든 kind와 그 apiVersion을 알려 준다.',
    en: '`kubectl api-resources` lists every kind of the cluster with its apiVersion.',
  },
  messages: {
    elsewhere: {
      ko: '`{version}`에 `{kind}`{kind|은} 없다. `{near}`에 있다.',
      en: '`{version}` has no `{kind}`; it is in `{near}`.',
    },
    near: {
      ko: '`{kind}`{kind|이라}는 kind는 없다. `{near}`{near|을} 쓰려던 것일까?',
      en: 'There is no kind `{kind}`; did you mean `{near}`?',
    },
    gone: {
      ko: '`{kind}`{kind|은} Kubernetes {release}에서 사라졌다. {instead}',
      en: '`{kind}` is gone since Kubernetes {release}. {instead}',
    },
    unknown: {
      ko: '`{version}`에 `{kind}`{kind|이라}는 kind는 없다 (Kubernetes {release}).',
      en: '`{version}` has no kind `{kind}` (Kubernetes {release}).',
    },
  },
  concepts: ['concepts/object', 'concepts/api-version', 'kubernetes/api-version'],
  source: 'https://kubernetes.io/docs/reference/kubernetes-api/',
  also: [],
  fix: 'choice',
  examples: [
    {
      bad: 'apiVersion: «v1»\nkind: Deployment\nmetadata:\n  name: web\nspec:\n  replicas: 2\n  selector:\n    matchLabels:\n      app: web\n  template:\n    metadata:\n      labels:\n        app: web\n    spec:\n      containers:\n        - name: web\n          image: nginx:1.29\n',
      good: 'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\nspec:\n  replicas: 2\n  selector:\n    matchLabels:\n      app: web\n  template:\n    metadata:\n      labels:\n        app: web\n    spec:\n      containers:\n        - name: web\n          image: nginx:1.29\n',
    },
    {
      bad: 'apiVersion: v1\nkind: «Configmap»\nmetadata:\n  name: web\n',
      good: 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: web\n',
      message: 'near',
    },
    {
      bad: 'apiVersion: policy/v1\nkind: «PodSecurityPolicy»\nmetadata:\n  name: tight\nspec:\n  privileged: false\n',
      good: 'apiVersion: v1\nkind: Namespace\nmetadata:\n  name: tight\n  labels:\n    pod-security.kubernetes.io/enforce: restricted\n',
      message: 'gone',
    },
  ],
  allows: [
    'apiVersion: gateway.networking.k8s.io/v1\nkind: Gateway\nmetadata:\n  name: web\n',
    'apiVersion: v1\nkind: List\nitems: []\n',
  ],
  *check({ objects, file }: Manifest, { kubernetesVersion, facts }) {
    const schema = schemaOf(kubernetesVersion);
    // Before 1.34 there were kinds that the schema does not have.
    if (!schema || minorOf(kubernetesVersion) < 34 || isPatch(file.uri, facts)) return;
    for (const object of objects) {
      const { group, version, kind, apiVersion } = object;
      if (kind.node.templated || apiVersion.node.templated || !isBuiltInGroup(group)) continue;
      if (schema.kind(group, version, kind.value) || findKind(group, version, kind.value)) continue;
      yield findingOf(object, kubernetesVersion);
    }
  },
});

function findingOf({ kind, apiVersion, group }: KubernetesObject, release: string): Finding {
  const values = { kind: kind.value, version: apiVersion.value, release };
  const gone = findGone(kind.value);
  if (gone)
    return {
      span: kind.node.span,
      message: 'gone',
      values: { ...values, release: `1.${gone.removedIn}`, instead: gone.instead },
    };
  const [place] = placesOf(kind.value);
  if (place) {
    const near = nameOf(place);
    return {
      span: apiVersion.node.span,
      message: 'elsewhere',
      values: { ...values, near },
      fixes: [changeTo(apiVersion.node, near)],
    };
  }
  const kinds = [...allKinds()].filter(({ until }) => until === undefined);
  const own = closest(kind.value, new Set(kinds.filter((one) => one.group === group).map((one) => one.kind)));
  const near = own ?? closest(kind.value, new Set(kinds.map((one) => one.kind)));
  const { span } = kind.node;
  if (near === undefined) return { span, message: 'unknown', values };
  return { span, message: 'near', values: { ...values, near }, fixes: [changeTo(kind.node, near)] };
}

function nameOf({ group, version }: KindFacts): string {
  return group === '' ? version : `${group}/${version}`;
}
