import { isGoogles } from '../../image/google-projects';
import { replaceText } from '../../yaml/edit';
import { spanWithin } from '../../yaml/navigate';
import type { Manifest } from '../model';
import { podsIn } from '../pods/pods';
import { rule } from '../rule';

export default rule({
  id: 'kubernetes/closed-registry',
  severity: 'info',
  scope: 'part',
  what: { ko: '문을 닫은 registry의 주소', en: 'The address of a registry that is closed' },
  why: {
    ko: 'Container Registry는 2025-03-18에 쓰기가 막히고 문을 닫았다. `gcr.io/<프로젝트>`라는 주소는 그 프로젝트가 이미지를 Artifact Registry의 gcr.io 저장소로 옮긴 때에만 통한다. `k8s.gcr.io`도 2023-04에 멈췄고 새 버전은 `registry.k8s.io`에만 올라온다.',
    en: 'Container Registry takes no images since 2025-03-18 and is shut down. An address `gcr.io/<project>` works only where the project moved to a gcr.io repository of Artifact Registry. `k8s.gcr.io` stands still since April 2023, too; newer versions are in `registry.k8s.io` only.',
  },
  how: {
    ko: '`<위치>-docker.pkg.dev/<프로젝트>/<저장소>/<이미지>` 꼴의 Artifact Registry 주소를 쓴다. 이미 옮긴 프로젝트라면 그대로 두어도 된다. Google이 올리는 이미지(`gcr.io/google-samples/...`)는 상관없다.',
    en: 'Use the address in Artifact Registry: `<region>-docker.pkg.dev/<project>/<repository>/<image>`. If the project has moved, leave it. Images that Google publishes (`gcr.io/google-samples/...`) are not affected.',
  },
  messages: {
    gcr: {
      ko: 'Container Registry는 문을 닫았다. `gcr.io/{project}`{project|은} 프로젝트를 Artifact Registry로 옮긴 때에만 통한다.',
      en: 'Container Registry is closed: `gcr.io/{project}` works only if that project has moved to Artifact Registry.',
    },
    k8s: {
      ko: '`k8s.gcr.io`는 2023-04에 멈췄다. 같은 이미지가 `registry.k8s.io`에 있다.',
      en: '`k8s.gcr.io` stands still since April 2023; the same images are in `registry.k8s.io`.',
    },
  },
  concepts: ['concepts/registry', 'kubernetes/image'],
  source: 'https://cloud.google.com/artifact-registry/docs/transition/transition-from-gcr',
  also: [],
  fix: 'choice',
  examples: [
    {
      bad: pod('«k8s.gcr.io»/pause:3.9'),
      good: pod('registry.k8s.io/pause:3.9'),
      message: 'k8s',
    },
    { bad: pod('«gcr.io/my-project»/web:v1'), good: pod('us-docker.pkg.dev/my-project/shop/web:v1') },
  ],
  allows: [
    pod('gcr.io/google-samples/hello-app:1.0'),
    pod('gcr.io/distroless/static:nonroot'),
    pod('asia-northeast3-docker.pkg.dev/my-project/shop/web:v1'),
    pod('nginx:1.29'),
  ],
  *check(manifest: Manifest, { facts }) {
    const nodes = new Set(
      [...podsIn(manifest, facts)].flatMap(({ containers }) =>
        containers.flatMap(({ image }) => image?.node ?? []),
      ),
    );
    for (const node of nodes) {
      const { text: value } = node;
      const [own, project = ''] = /^(?:(?:us|eu|asia)\.)?gcr\.io\/([^/:@]+)(?=\/)/.exec(value) ?? [];
      if (node.templated) continue;
      if (own && !isGoogles(project))
        yield { span: spanWithin(node, 0, own.length), message: 'gcr', values: { project } };
      const [old] = /^k8s\.gcr\.io(?=\/)/.exec(value) ?? [];
      if (!old) continue;
      const moved = `registry.k8s.io${value.slice(old.length)}`;
      yield {
        span: spanWithin(node, 0, old.length),
        message: 'k8s',
        fixes: [
          {
            title: { ko: '`{moved}`{moved|으로} 바꾸기', en: 'Change it to `{moved}`' },
            values: { moved },
            kind: 'choice',
            edits: [replaceText(node, moved)],
          },
        ],
      };
    }
  },
});

function pod(image: string): string {
  return `apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n    - name: web\n      image: ${image}\n`;
}
