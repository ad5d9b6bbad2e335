import { spanWithin } from '../../yaml/navigate';
import type { Manifest } from '../model';
import { changesOf, isBuiltHere, isFloating, writtenImages } from '../pods/images';
import { rule } from '../rule';

export default rule({
  id: 'kubernetes/floating-tag',
  severity: 'info',
  strict: 'warning',
  scope: 'part',
  what: { ko: 'tag가 없거나 latest인 이미지', en: 'An image without a tag, or with latest' },
  why: {
    ko: '`latest`는 언제든 다른 이미지로 옮겨 붙는다. 그래서 Pod가 다시 뜰 때마다 다른 버전이 될 수 있고, 같은 Deployment의 Pod끼리도 버전이 갈린다. 새로 push해도 manifest는 그대로이므로 rollout은 일어나지 않고, 되돌릴 옛 버전도 남지 않는다.',
    en: '`latest` moves to another image at any time. So each pod that starts anew may be another version, and pods of one Deployment may differ from each other. Pushing a new one changes nothing in the manifest: no rollout happens, and there is no older version to go back to.',
  },
  how: {
    ko: '쓰는 버전을 tag에 적는다. ex) `nginx:1.29`. 한 글자도 달라지면 안 되면 digest(`@sha256:...`)까지 적는다. tag를 skaffold나 kustomization의 `images`가 정한다면 그대로 둔다.',
    en: 'Name the version in the tag, ex) `nginx:1.29`; where nothing may change at all, add the digest (`@sha256:...`). Leave it as it is where skaffold or the `images` of a kustomization sets the tag.',
  },
  messages: {
    untagged: {
      ko: '`{image}`에 tag가 없다. `latest`를 받게 되고, 그것은 예고 없이 바뀐다.',
      en: '`{image}` has no tag: `latest` is pulled, which changes without notice.',
    },
    latest: {
      ko: '`{image}`의 `latest`는 예고 없이 다른 이미지가 된다. 버전을 적는다.',
      en: 'The `latest` of `{image}` becomes another image without notice; name a version.',
    },
  },
  concepts: ['concepts/image-tag', 'kubernetes/image', 'concepts/continuous-delivery'],
  source: 'https://kubernetes.io/docs/concepts/containers/images/#updating-images',
  also: ['kube-linter/latest-tag', 'kube-score/container-image-tag', 'polaris/tagNotSpecified'],
  examples: [
    { bad: pod('«nginx»'), good: pod('nginx:1.29') },
    { bad: pod('nginx:«latest»'), good: pod('nginx:1.29'), message: 'latest' },
    { bad: pod('«localhost:5000/web»'), good: pod('localhost:5000/web:1') },
  ],
  allows: [
    pod(`nginx@sha256:${'a1'.repeat(32)}`),
    // A placeholder.
    pod('IMAGE'),
    {
      files: {
        'web.yaml': pod('web'),
        'kustomization.yaml': 'resources: [web.yaml]\nimages:\n  - name: web\n    newTag: v1\n',
      },
    },
    {
      files: {
        'web.yaml': pod('web'),
        'skaffold.yaml':
          'apiVersion: skaffold/v4beta13\nkind: Config\nbuild:\n  artifacts:\n    - image: web\n      context: src\n',
      },
    },
  ],
  *check(manifest: Manifest, { facts }) {
    for (const { node, reference } of writtenImages(manifest, facts)) {
      if (!isFloating(reference) || isBuiltHere(reference, facts)) continue;
      if (changesOf(reference, manifest.file.uri, facts).some(({ pinned }) => pinned)) continue;
      const { tag, repository } = reference.places;
      yield {
        span: tag ? spanWithin(node, tag.start, tag.end) : spanWithin(node, 0, repository.end),
        message: tag ? 'latest' : 'untagged',
        values: { image: reference.text.slice(0, repository.end) },
      };
    }
  },
});

function pod(image: string): string {
  return `apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n    - name: web\n      image: ${image}\n`;
}
