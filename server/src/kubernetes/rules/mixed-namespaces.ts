import type { WorkspaceFacts } from '../../core/facts';
import { once } from '../../core/once';
import { addEntry } from '../../yaml/edit';
import { entry, keySpan } from '../../yaml/navigate';
import type { KubernetesFacts } from '../facts';
import { builtBy, isRewritten } from '../kustomize/kustomizations';
import type { KubernetesObject, Label, Manifest, ManifestFile } from '../model';
import { rule } from '../rule';
import { podSelectorOf } from '../selectors/read-selector';
import { matches } from '../selectors/selector';
import { autoscalerTarget } from '../summarise/summarise';

export default rule({
  id: 'kubernetes/mixed-namespaces',
  severity: 'info',
  scope: 'file',
  what: {
    ko: '한 파일에서 어떤 오브젝트만 namespace를 적었다',
    en: 'A file in which only some objects name their namespace',
  },
  why: {
    ko: 'namespace를 적지 않은 오브젝트는 apply하는 사람의 현재 namespace로 간다(정하지 않았다면 `default`). 적은 오브젝트는 적힌 곳으로 간다. 그러면 함께 일해야 할 Service와 Pod가 서로 다른 namespace에 놓이고, 서로를 찾지 못한다. 오류는 나지 않는다.',
    en: 'An object without a namespace goes to the one that whoever applies it happens to be in, `default` if none was chosen; the others go where they say. So a Service and the pods it is for land in different namespaces and do not find each other, and nothing is reported.',
  },
  how: {
    ko: '함께 쓰는 오브젝트에는 모두 같은 `namespace`를 적거나, 아무 데도 적지 않고 `kubectl apply -n`이나 kustomization의 `namespace`로 정한다.',
    en: 'Name the same `namespace` in all that belong together. Or name it in none, and choose with `kubectl apply -n` or the `namespace` of a kustomization.',
  },
  messages: {
    missing: {
      ko: '{other}{other|은} namespace `{namespace}`에 있는데 이 오브젝트는 namespace를 적지 않았다. 서로 다른 곳에 놓일 수 있다.',
      en: '{other} is in the namespace `{namespace}` and this object names none: they may end up apart.',
    },
    other: { ko: 'namespace를 적은 오브젝트', en: 'The object that names its namespace' },
  },
  concepts: ['concepts/namespace', 'kubernetes/namespace'],
  source: 'https://kubernetes.io/docs/concepts/overview/working-with-objects/namespaces/',
  also: [],
  fix: 'choice',
  examples: [
    {
      bad: `${service('\n  namespace: shop')}---\n${deployment('').replace('metadata', '«metadata»')}`,
      good: `${service('\n  namespace: shop')}---\n${deployment('\n  namespace: shop')}`,
    },
  ],
  allows: [
    `${service('')}---\n${deployment('')}`,
    `${service('\n  namespace: shop')}---\n${deployment('\n  namespace: shop')}`,
    // What is not written is `default`, too.
    `${service('\n  namespace: default')}---\n${deployment('')}`,
    `${service('\n  namespace: shop').replaceAll('app: web', 'app: db')}---\n${deployment('')}`,
    {
      files: {
        'all.yaml': `${service('\n  namespace: shop')}---\n${deployment('')}`,
        'kustomization.yaml': 'resources: [all.yaml]\nnamespace: shop\n',
      },
    },
  ],
  *check({ parts, file }: ManifestFile, { facts }) {
    const placed: KubernetesObject[] = [];
    for (const { unit } of parts)
      for (const object of unit.objects) if (object.writtenNamespace?.value) placed.push(object);
    if (placed.length === 0 || isPlaced(file.uri, facts)) return;
    for (const { unit } of parts)
      for (const object of unit.objects) {
        const { metadata, type } = object;
        if (object.writtenNamespace || !metadata || !type?.namespaced || entry(metadata, 'namespace'))
          continue;
        const related = placed.filter((other) => isRelated(object, other) || isRelated(other, object));
        const names = new Set(related.map(({ writtenNamespace }) => writtenNamespace!.value));
        const [namespace] = names;
        const [other] = related;
        if (names.size !== 1 || !other || !namespace || namespace === 'default') continue;
        if (unit.document.faults.length > 0 || other.writtenNamespace!.node.templated) continue;
        yield {
          span: keySpan(metadata),
          values: { namespace, other: `${other.kind.value} ${other.name?.value ?? '?'}` },
          related: [{ span: other.writtenNamespace!.node.span, message: 'other' }],
          fixes: [place(unit, object, namespace)],
        };
      }
  },
});

function isPlaced(uri: string, facts: WorkspaceFacts<KubernetesFacts>): boolean {
  const kustomizations = [...builtBy(uri, facts)];
  return isRewritten(uri, facts) || kustomizations.some(({ value }) => value.namespace !== undefined);
}

/** One selects or scales the other, or both carry the name of the same application. */
function isRelated(one: KubernetesObject, other: KubernetesObject): boolean {
  const { selector, target, app } = bondsOf(one);
  const pods = other.workload?.template?.labels;
  if (selector && pods && matches(selector, pods)) return true;
  if (target && target.kind === other.kind.value && target.name === other.name?.value) return true;
  return app !== undefined && app === bondsOf(other).app;
}

/** What binds an object to others; each is held against all the others of its file. */
const bondsOf = once((object: KubernetesObject) => {
  const selector = podSelectorOf(object);
  return {
    selector: selector && selector.requirements.length > 0 ? selector : undefined,
    target: object.kind.value === 'HorizontalPodAutoscaler' ? autoscalerTarget(object) : undefined,
    app: appOf(object.labels),
  };
});

function appOf(labels: readonly Label[]): string | undefined {
  return labels.find(({ name, unknown }) => !unknown && (name === 'app' || name === 'app.kubernetes.io/name'))
    ?.value;
}

function place({ document }: Manifest, { metadata }: KubernetesObject, namespace: string) {
  return {
    title: { ko: '`namespace: {namespace}` 적기', en: 'Write `namespace: {namespace}`' },
    values: { namespace },
    kind: 'choice' as const,
    edits: [addEntry(document, metadata!, 'namespace', namespace, 'name')],
  };
}

function service(namespace: string): string {
  return `apiVersion: v1\nkind: Service\nmetadata:\n  name: web${namespace}\nspec:\n  selector:\n    app: web\n  ports:\n    - port: 80\n`;
}

function deployment(namespace: string): string {
  return `apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web${namespace}\nspec:\n  replicas: 2\n  selector:\n    matchLabels:\n      app: web\n  template:\n    metadata:\n      labels:\n        app: web\n    spec:\n      containers:\n        - name: web\n          image: nginx:1.29.0\n`;
}
