import type { Fix } from '../../core/rule';
import { removeItem } from '../../yaml/edit';
import { asSeq, entry } from '../../yaml/navigate';
import type { YamlDocument } from '../../yaml/node';
import type { Container, EnvVar, Manifest } from '../model';
import { podsIn } from '../pods/pods';
import { rule } from '../rule';

export default rule({
  id: 'kubernetes/duplicate-env-var',
  severity: 'warning',
  scope: 'part',
  what: { ko: '같은 환경 변수를 두 번 적었다', en: 'An environment variable that is written twice' },
  why: {
    ko: 'API server는 받아 주고, 컨테이너는 마지막 값만 본다. 앞의 값을 고쳐도 아무 일이 없으니 왜 안 바뀌는지 찾게 된다.',
    en: 'The API server takes it, and the container sees the last value only. Who edits the first one finds that nothing changes, and begins to search.',
  },
  how: {
    ko: '쓰는 값 하나만 남긴다.',
    en: 'Keep the one that is meant.',
  },
  messages: {
    hidden: {
      ko: '`{name}`{name|은} 뒤에서 다시 정해져서 이 값은 쓰이지 않는다.',
      en: '`{name}` is set again further down: this value is never used.',
    },
    last: { ko: '쓰이는 값', en: 'The value that is used' },
  },
  concepts: ['kubernetes/env', 'kubernetes/containers'],
  source: 'https://kubernetes.io/docs/tasks/inject-data-application/define-environment-variable-container/',
  also: ['kube-linter/duplicate-env-var', 'kube-score/environment-variable-key-duplication'],
  fix: 'safe',
  examples: [
    {
      bad: pod('        - name: «MODE»\n          value: dev\n        - name: MODE\n          value: prod\n'),
      good: pod('        - name: MODE\n          value: prod\n'),
    },
  ],
  allows: [
    pod('        - name: MODE\n          value: dev\n        - name: LEVEL\n          value: dev\n'),
    // The second one is made from the first.
    pod('        - name: OPTS\n          value: -a\n        - name: OPTS\n          value: $(OPTS) -b\n'),
  ],
  *check(manifest: Manifest, { facts }) {
    for (const { containers } of podsIn(manifest, facts))
      for (const container of containers)
        for (const [i, one] of container.env.entries()) {
          const { name } = one;
          const later = container.env.slice(i + 1);
          const again = later.findLast((other) => other.name?.value === name?.value);
          if (!name?.value || name.node.templated || !again?.name || isUsed(name.value, later)) continue;
          const fix = removal(manifest.document, container, one);
          yield {
            span: name.node.span,
            values: { name: name.value },
            related: [{ span: again.name.node.span, message: 'last' }],
            fixes: fix ? [fix] : [],
          };
        }
  },
});

/** A later variable is made from it: `$(NAME)` is the value so far. */
function isUsed(name: string, later: readonly EnvVar[]): boolean {
  return later.some(({ value }) => value?.text.includes(`$(${name})`));
}

function removal(document: YamlDocument, { node }: Container, one: EnvVar): Fix | undefined {
  const seq = asSeq(entry(node, 'env')?.value);
  const index = seq?.items.indexOf(one.node) ?? -1;
  if (!seq || index < 0 || one.node.anchor !== undefined) return undefined;
  return {
    title: { ko: '쓰이지 않는 값 지우기', en: 'Take the unused value away' },
    kind: 'safe',
    edits: [removeItem(document, seq, index)],
  };
}

function pod(env: string): string {
  return `apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n    - name: web\n      image: nginx:1.29\n      env:\n${env}`;
}
