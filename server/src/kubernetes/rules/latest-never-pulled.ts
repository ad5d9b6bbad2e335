import { replaceText } from '../../yaml/edit';
import type { Manifest } from '../model';
import { changesOf, imagesIn, isBuiltHere, isFloating, writtenPolicy } from '../pods/images';
import { rule } from '../rule';

export default rule({
  id: 'kubernetes/latest-never-pulled',
  severity: 'warning',
  scope: 'part',
  what: {
    ko: '`latest`인데 있으면 다시 받지 않는다',
    en: 'A `latest` that is not pulled again once it is there',
  },
  why: {
    ko: '`IfNotPresent`는 같은 이름의 이미지가 node에 있으면 그것을 쓴다. `latest`는 push할 때마다 내용이 바뀌지만 이름은 그대로다. 그래서 node마다 처음 받은 날의 `latest`가 계속 돌고, Pod를 지웠다 띄워도 새 버전이 되지 않는다.',
    en: '`IfNotPresent` takes an image that lies on the node under the same name. A `latest` changes with each push, and its name does not. So each node goes on with the `latest` of the day it first pulled it, and not even deleting the pods brings the new one.',
  },
  how: {
    ko: '버전을 tag에 적고 올릴 때마다 바꾼다. 굳이 `latest`를 쓴다면 `imagePullPolicy`를 지우거나 `Always`로 둔다. kind나 minikube에 직접 올린 이미지라면 이 모양이 맞지만, 새로 올린 뒤에는 Pod를 다시 만들어야 한다.',
    en: 'Name a version in the tag and change it with each release. To stay with `latest`, take `imagePullPolicy` away or write `Always`. For images loaded into kind or minikube by hand this is how it has to be: recreate the pods after loading.',
  },
  messages: {
    stale: {
      ko: '`{image}`{image|은} 바뀌어도 이름이 같아서 `IfNotPresent`인 node는 다시 받지 않는다.',
      en: '`{image}` keeps its name when it changes, and with `IfNotPresent` a node that has one does not pull again.',
    },
    never: {
      ko: '`Never`이므로 node에 있는 `{image}`{image|을} 쓸 뿐이고, 그것이 어느 버전인지는 아무 데도 적혀 있지 않다.',
      en: 'With `Never` the node runs whatever `{image}` it has, and nothing says which version that is.',
    },
    image: { ko: '움직이는 이미지', en: 'The image that moves' },
  },
  concepts: ['kubernetes/image-pull-policy', 'concepts/image-tag', 'kubernetes/image'],
  source: 'https://kubernetes.io/docs/concepts/containers/images/#image-pull-policy',
  also: [],
  fix: 'choice',
  examples: [
    { bad: pod('nginx:latest', '«IfNotPresent»'), good: pod('nginx:latest', 'Always') },
    { bad: pod('nginx', '«Never»'), good: pod('nginx', 'Always'), message: 'never' },
  ],
  allows: [pod('nginx:1.29', 'IfNotPresent'), pod('nginx:latest', 'Always')],
  *check(manifest: Manifest, { facts }) {
    for (const { node, reference, container } of imagesIn(manifest, facts)) {
      const policy = writtenPolicy(container);
      if (!policy || !isFloating(reference) || isBuiltHere(reference, facts)) continue;
      if (policy.text !== 'IfNotPresent' && policy.text !== 'Never') continue;
      if (changesOf(reference, manifest.file.uri, facts).some(({ pinned }) => pinned)) continue;
      const isNever = policy.text === 'Never';
      yield {
        span: policy.span,
        message: isNever ? 'never' : 'stale',
        // Who loads images into the node by hand wants no other.
        ...(isNever && { severity: 'info' as const }),
        values: { image: reference.text },
        related: [{ span: node.span, message: 'image' }],
        fixes: [
          {
            title: { ko: '늘 다시 받기(`Always`)', en: 'Pull it every time (`Always`)' },
            kind: 'choice',
            edits: [replaceText(policy, 'Always')],
          },
        ],
      };
    }
  },
});

function pod(image: string, policy: string): string {
  return `apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n    - name: web\n      image: ${image}\n      imagePullPolicy: ${policy}\n`;
}
