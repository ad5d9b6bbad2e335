import type { WorkspaceFacts } from '../../core/facts';
import type { KubernetesFacts } from '../facts';
import { isFree } from '../kustomize/kustomizations';
import type { Manifest } from '../model';
import { toldBy } from '../references/told';
import { nearestMiss, selectsNothing } from '../relations/near-miss';
import { lossOf } from '../relations/role';
import { missingVersion } from '../relations/versions';
import { rule } from '../rule';
import { type Selecting, selectorsOf } from '../summarise/selectors';

export default rule({
  id: 'kubernetes/selects-nothing',
  severity: 'hint',
  scope: 'part',
  what: {
    ko: 'selector가 이 작업 공간에서 아무것도 고르지 않는다',
    en: 'A selector that selects nothing in this workspace',
  },
  why: {
    ko: 'selector는 이름이 아니라 label로 찾고, 찾지 못해도 오류가 아니다. 고르려는 것이 다른 저장소에 있거나 operator가 만든다면 괜찮다. 그렇지 않다면 이 오브젝트는 만들어지기만 하고 하는 일이 없다.',
    en: 'A selector finds by labels, and finding nothing is no error. That is fine if what it is for lives in another repository or is made by an operator. Otherwise the object exists and does nothing.',
  },
  how: {
    ko: '고르려는 Pod의 label을 확인한다. cluster에서는 `kubectl get pods -l app=web`처럼 물어볼 수 있다.',
    en: 'Look at the labels of the Pods it is for. In a cluster, `kubectl get pods -l app=web` asks the same question.',
  },
  messages: {
    nothing: { ko: '{loss}: `{wanted}`인 것이 없다.', en: '{loss}: nothing has `{wanted}`.' },
  },
  concepts: ['concepts/selector', 'concepts/label'],
  source: 'https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/#label-selectors',
  also: [
    'kube-linter/dangling-networkpolicy',
    'kube-linter/dangling-networkpolicypeer-podselector',
    'kube-linter/dangling-service',
    'kube-linter/dangling-servicemonitor',
    'kube-score/networkpolicy-targets-pod',
    'kube-score/service-targets-pod',
  ],
  examples: [
    {
      bad: `${service('«app»: shop')}---\n${pod('app: web')}`,
      good: `${service('app: shop')}---\n${pod('app: shop')}`,
    },
  ],
  allows: [
    `${service('app: web')}---\n${pod('app: web')}`,
    // Its endpoints are written by hand.
    service('app: web').replace(/ {2}selector:\n.*\n/, ''),
    // A kustomization builds with more than what is here.
    {
      files: {
        'service.yaml': service('app: web'),
        'kustomization.yaml': 'resources: [service.yaml, ../base]\n',
      },
    },
  ],
  *check(manifest: Manifest, { facts, path }) {
    const { uri } = manifest.file;
    if (!facts.complete || path === undefined || manifest.document.faults.length > 0) return;
    if (!isFree(uri, facts)) return;
    for (const object of toldBy(manifest))
      for (const selecting of lost([...selectorsOf(object)], facts)) {
        const { selector, role, namespace } = selecting;
        const loss = lossOf(selecting);
        const [first] = selector.requirements;
        // Where something is nearly selected, it is named by another rule.
        const owner = { uri, name: object.name?.value };
        if (!loss || !first || nearestMiss(selecting, owner, namespace, facts)) continue;
        if (role === 'service' && missingVersion(selector, owner, namespace, facts)) continue;
        yield {
          span: first.keySpan,
          values: { loss: loss.text, wanted: selector.requirements.map(shown) },
          also: loss.also,
        };
      }
  },
});

/** Those that select nothing in any namespace they look in, each once. */
function lost(all: readonly Selecting[], facts: WorkspaceFacts<KubernetesFacts>): readonly Selecting[] {
  const finds = (one: Selecting) => one.namespace === undefined || !selectsNothing(one, one.namespace, facts);
  return all.filter((one) => {
    const same = all.filter(({ selector }) => selector === one.selector);
    return same[0] === one && lossOf(one) && !same.some(finds);
  });
}

function shown({
  key,
  operator,
  values,
}: {
  key: string;
  operator: string;
  values: readonly string[];
}): string {
  if (operator === 'In') return `${key}: ${values.join(' | ')}`;
  return [key, operator, ...(values.length > 0 ? [values.join(' | ')] : [])].join(' ');
}

function service(label: string): string {
  return `apiVersion: v1
kind: Service
metadata:
  name: api
spec:
  selector:
    ${label}
  ports:
    - port: 80
`;
}

function pod(label: string): string {
  return `apiVersion: v1
kind: Pod
metadata:
  name: web
  labels:
    ${label}
spec:
  containers:
    - name: web
      image: nginx:1.29.0
`;
}
