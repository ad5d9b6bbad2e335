import type { Fix } from '../../core/rule';
import type { Range } from '../../core/span';
import { isGoogles } from '../../image/google-projects';
import { walk } from '../../yaml/navigate';
import type { YamlScalar } from '../../yaml/node';
import { written } from '../../yaml/written';
import { handlingOf } from '../images';
import type { Build } from '../model';
import { rule } from '../rule';

export default rule({
  id: 'cloudbuild/closed-registry',
  severity: 'hint',
  scope: 'part',
  what: {
    ko: '문을 닫은 Container Registry의 주소',
    en: 'An address of Container Registry, which is closed',
  },
  why: {
    ko: 'Container Registry는 2025-03-18에 쓰기가 막혔다. `gcr.io/<내 프로젝트>`로 push하는 빌드는 그 프로젝트에 Artifact Registry의 gcr.io 저장소가 있을 때에만 성공한다. 그런 저장소가 있다면 그대로 써도 된다.',
    en: 'Container Registry takes no images since 2025-03-18. A build that pushes to `gcr.io/<your project>` succeeds only where that project has a gcr.io repository in Artifact Registry; where it does, nothing needs to change.',
  },
  how: {
    ko: 'Artifact Registry에 저장소를 만들고 `<위치>-docker.pkg.dev/$PROJECT_ID/<저장소>/<이미지>`로 쓴다. Google이 올리는 이미지(`gcr.io/cloud-builders/...`)는 상관없다.',
    en: 'Create a repository in Artifact Registry and write `<region>-docker.pkg.dev/$PROJECT_ID/<repository>/<image>`. Images that Google publishes (`gcr.io/cloud-builders/...`) are not affected.',
  },
  messages: {
    gcr: {
      ko: 'Container Registry는 문을 닫았다. `{address}`{address|은} 프로젝트에 gcr.io 저장소가 있을 때에만 통한다.',
      en: 'Container Registry is closed: `{address}` works only if the project has a gcr.io repository.',
    },
  },
  concepts: ['products/container-registry', 'products/artifact-registry'],
  source: 'https://cloud.google.com/artifact-registry/docs/transition/transition-from-gcr',
  also: [],
  fix: 'choice',
  examples: [
    {
      bad: "steps:\n  - name: gcr.io/cloud-builders/docker\n    args: [build, -t, '«gcr.io/$PROJECT_ID»/web:1', .]\nimages: ['gcr.io/$PROJECT_ID/web:1']\n",
      good: "steps:\n  - name: gcr.io/cloud-builders/docker\n    args: [build, -t, 'us-docker.pkg.dev/$PROJECT_ID/REPOSITORY/web:1', .]\nimages: ['us-docker.pkg.dev/$PROJECT_ID/REPOSITORY/web:1']\n",
    },
  ],
  allows: [
    "steps:\n  - name: gcr.io/cloud-builders/docker\n    args: [pull, 'gcr.io/google-samples/hello-app:1.0']\n  - name: gcr.io/distroless/static\n",
    "steps:\n  - name: gcr.io/cloud-builders/docker\n    args: [build, -t, 'YourRegionHere-docker.pkg.dev/$PROJECT_ID/quickstart-docker-repo/quickstart-image:tag1', .]\nimages: ['YourRegionHere-docker.pkg.dev/$PROJECT_ID/quickstart-docker-repo/quickstart-image:tag1']\n",
  ],
  *check(build: Build) {
    if (build.sort === 'other' || !build.root) return;
    // Only what is put there; a builder that lies there already is fetched as before.
    const { built, pushed } = handlingOf(build);
    const names = new Set([...built, ...pushed].map(({ span }) => span.start));
    const listed = new Set<unknown>(build.images);
    const scalars = [...walk(build.root)].flatMap((node) => (node.type === 'scalar' ? node : []));
    const all = scalars.flatMap((node) => addressesIn(build, node));
    const found = all.filter(
      ({ node, range }) => listed.has(node) || names.has(range.start) || names.has(node.span.start),
    );
    // One of them is enough: all change together.
    const told = new Set<string>();
    for (const { node, address, range } of found) {
      if (told.has(address)) continue;
      told.add(address);
      const same = all.filter((other) => other.address === address);
      yield { span: { ...node.span, ...range }, values: { address }, fixes: fixesOf(same) };
    }
  },
});

interface Address {
  readonly node: YamlScalar;
  /** `gcr.io/$PROJECT_ID` */
  readonly address: string;
  /** In UTF-16 units of the document. */
  readonly range: Range;
  readonly exact: boolean;
}

function addressesIn({ document }: Build, node: YamlScalar): readonly Address[] {
  const placed = written(node, document.text);
  return [...node.text.matchAll(/(?<![\w.-])(?:(?:us|eu|asia)\.)?gcr\.io\/([^/:@\s"']+)(?=\/)/g)].flatMap(
    ({ index, 0: address, 1: project = '' }) => {
      if (isGoogles(project)) return [];
      const range = placed.range(index, index + address.length);
      return [{ node, address, range, exact: range.end - range.start === address.length }];
    },
  );
}

const LOCATIONS: Readonly<Record<string, string>> = { 'eu.gcr.io': 'europe', 'asia.gcr.io': 'asia' };

function fixesOf(same: readonly Address[]): readonly Fix[] {
  if (same.some(({ exact }) => !exact)) return [];
  return [
    {
      title: { ko: 'Artifact Registry의 주소로 바꾸기', en: 'Write addresses of Artifact Registry' },
      kind: 'choice',
      edits: same.map(({ node, range, address }) => {
        const [host = '', project = ''] = address.split('/');
        const text = `${LOCATIONS[host] ?? 'us'}-docker.pkg.dev/${project}/REPOSITORY`;
        return { span: { ...node.span, ...range }, text };
      }),
    },
  ];
}
