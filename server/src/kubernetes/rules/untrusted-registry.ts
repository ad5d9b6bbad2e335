import { isTrusted } from '../../image/trusted';
import { spanWithin } from '../../yaml/navigate';
import type { Manifest } from '../model';
import { changesOf, writtenImages } from '../pods/images';
import { rule } from '../rule';

const trust = (...trustedRegistries: string[]) => ({
  options: { 'kubernetes/untrusted-registry': { trustedRegistries } },
});

export default rule<{ trustedRegistries: readonly string[] }>({
  id: 'kubernetes/untrusted-registry',
  severity: 'warning',
  scope: 'part',
  what: { ko: '믿기로 한 곳이 아닌 registry', en: 'A registry that is not on the list of trusted ones' },
  why: {
    ko: 'cluster에서 도는 이미지는 그 Pod의 권한과 비밀을 그대로 쓴다. 그래서 조직은 이미지를 받아도 되는 registry를 정해 둔다. registry를 적지 않은 이름은 Docker Hub(`docker.io`)에서 온다. 목록을 적어 두지 않으면 이 규칙은 아무 말도 하지 않는다.',
    en: 'An image that runs in the cluster has the rights and the secrets of its pod. So organisations settle which registries images may come from. A name without a registry comes from Docker Hub (`docker.io`). As long as there is no list, this rule says nothing.',
  },
  how: {
    ko: '목록에 있는 registry의 이미지를 쓴다. 그곳도 믿어도 된다면 설정의 `trustedRegistries`에 더한다. ex) `trustedRegistries: [docker.io, "*.example.com"]`',
    en: 'Take the image from a registry on the list. If this one deserves trust too, add it to `trustedRegistries` in the configuration, ex) `trustedRegistries: [docker.io, "*.example.com"]`.',
  },
  messages: {
    untrusted: {
      ko: '{registry:은} 믿기로 한 registry가 아니다. 목록: {trusted}',
      en: '{registry} is not one of the trusted registries: {trusted}.',
    },
  },
  concepts: ['concepts/registry', 'kubernetes/image'],
  source: 'https://kubernetes.io/docs/concepts/containers/images/#image-names',
  also: [],
  options: {
    trustedRegistries: {
      default: [],
      what: {
        ko: '이미지를 받아도 되는 registry. `*`는 아무 글자나 뜻하고, Docker Hub는 `docker.io`다. 비어 있으면 검사하지 않는다.',
        en: 'The registries images may come from; `*` stands for anything, Docker Hub is `docker.io`. Empty: not checked.',
      },
    },
  },
  examples: [
    {
      bad: { files: { 'web.yaml': pod('«nginx»:1.29') }, settings: trust('ghcr.io') },
      good: { files: { 'web.yaml': pod('ghcr.io/example/nginx:1.29') }, settings: trust('ghcr.io') },
    },
    {
      bad: { files: { 'web.yaml': pod('«quay.io»/example/nginx:1.29') }, settings: trust('ghcr.io') },
      good: { files: { 'web.yaml': pod('ghcr.io/example/nginx:1.29') }, settings: trust('ghcr.io') },
    },
  ],
  allows: [
    pod('quay.io/a/b:1'),
    { files: { 'web.yaml': pod('nginx:1.29') }, settings: trust('docker.io') },
    // The kustomization takes it from elsewhere.
    {
      files: {
        'web.yaml': pod('nginx:1.29'),
        'kustomization.yaml':
          'resources: [web.yaml]\nimages: [{name: nginx, newName: ghcr.io/example/nginx}]\n',
      },
      settings: trust('ghcr.io'),
    },
  ],
  *check(manifest: Manifest, { facts, options: { trustedRegistries } }) {
    if (trustedRegistries.length === 0) return;
    for (const { node, reference } of writtenImages(manifest, facts)) {
      if (reference.problem || isTrusted(reference, trustedRegistries)) continue;
      if (changesOf(reference, manifest.file.uri, facts).some(({ renamed }) => renamed)) continue;
      const { start, end } = reference.places.registry ?? reference.places.repository;
      yield {
        span: spanWithin(node, start, end),
        values: { registry: reference.registry, trusted: [...trustedRegistries] },
      };
    }
  },
});

function pod(image: string): string {
  return `apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n    - name: web\n      image: ${image}\n`;
}
