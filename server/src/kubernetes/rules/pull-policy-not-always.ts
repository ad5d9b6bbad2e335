import { addEntry, replaceText } from '../../yaml/edit';
import { entry } from '../../yaml/navigate';
import type { Manifest } from '../model';
import { imagesIn, isFloating, writtenPolicy } from '../pods/images';
import { rule } from '../rule';

export default rule({
  id: 'kubernetes/pull-policy-not-always',
  severity: 'off',
  strict: 'info',
  scope: 'part',
  what: { ko: '`imagePullPolicy`가 `Always`가 아니다', en: 'An `imagePullPolicy` other than `Always`' },
  why: {
    ko: 'node에 이미 있는 이미지는 `Always`가 아니면 그대로 쓴다. 그러면 registry에 물어보지 않으므로, 여럿이 쓰는 cluster에서는 내려받을 권한이 없는 사람도 남이 받아 둔 비공개 이미지를 쓸 수 있다. `Always`라도 내용이 같으면 다시 내려받지 않는다.',
    en: 'Unless it is `Always`, an image that is on the node already is used without asking the registry. In a cluster that many share, someone may then run a private image that another one pulled, without the right to pull it. `Always` downloads nothing again that has not changed.',
  },
  how: {
    ko: '`imagePullPolicy: Always`를 적는다. `latest`나 tag가 없는 이미지는 적지 않아도 `Always`다. cluster 전체에는 admission controller `AlwaysPullImages`가 같은 일을 한다.',
    en: 'Write `imagePullPolicy: Always`; for `latest` and for no tag it is the default. For a whole cluster the admission controller `AlwaysPullImages` does the same.',
  },
  messages: {
    other: {
      ko: '`{image}`{image|은} node에 있으면 registry에 물어보지 않고 쓴다(`{policy}`).',
      en: '`{image}` is used without asking the registry once a node has it (`{policy}`).',
    },
  },
  concepts: ['kubernetes/image-pull-policy', 'kubernetes/image'],
  source: 'https://kubernetes.io/docs/concepts/containers/images/#image-pull-policy',
  also: ['kube-score/container-image-pull-policy', 'polaris/pullPolicyNotAlways'],
  fix: 'choice',
  examples: [
    {
      bad: pod('«web»', 'nginx:1.29\n'),
      good: pod('web', 'nginx:1.29\n      imagePullPolicy: Always\n'),
    },
    {
      bad: pod('web', 'nginx:1.29\n      imagePullPolicy: «IfNotPresent»\n'),
      good: pod('web', 'nginx:1.29\n      imagePullPolicy: Always\n'),
    },
  ],
  allows: [
    // What is left out is `Always` here.
    pod('web', 'nginx\n'),
    pod('web', 'nginx:1.29\n      imagePullPolicy: Always\n'),
  ],
  *check(manifest: Manifest, { facts }) {
    for (const { container, reference } of imagesIn(manifest, facts)) {
      const policy = writtenPolicy(container);
      if (policy?.text === 'Always' || policy?.templated || (!policy && isFloating(reference))) continue;
      const { node, anchor } = container;
      const isThere = entry(node, 'imagePullPolicy') !== undefined;
      const edit = policy
        ? replaceText(policy, 'Always')
        : addEntry(manifest.document, node, 'imagePullPolicy', 'Always', 'image');
      yield {
        span: policy?.span ?? anchor,
        values: { image: reference.text, policy: policy?.text ?? 'IfNotPresent' },
        fixes:
          isThere && !policy
            ? []
            : [
                {
                  title: { ko: '`imagePullPolicy: Always` 적기', en: 'Write `imagePullPolicy: Always`' },
                  kind: 'choice',
                  edits: [edit],
                },
              ],
      };
    }
  },
});

function pod(name: string, image: string): string {
  return `apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n    - name: ${name}\n      image: ${image}`;
}
