import { parseReference } from '../../image/reference';
import { spanWithin } from '../../yaml/navigate';
import { handlingOf, imageOf, imageText } from '../images';
import type { Build } from '../model';
import { rule } from '../rule';

export default rule({
  id: 'cloudbuild/floating-tag',
  severity: 'hint',
  strict: 'warning',
  scope: 'part',
  what: {
    ko: 'tag가 없거나 latest뿐인 이미지를 push한다',
    en: 'An image pushed without a tag, or as latest only',
  },
  why: {
    ko: '`latest`는 push할 때마다 다른 이미지로 옮겨 붙는다. 그러면 지금 도는 것이 어느 commit인지 알 수 없고, 되돌릴 옛 버전의 이름도 없다. Kubernetes는 manifest가 그대로면 새로 push해도 배포하지 않는다.',
    en: 'With every push `latest` moves to another image. Then nobody can tell which commit runs, and there is no name to go back to. Kubernetes rolls nothing out while the manifest stays the same, however often you push.',
  },
  how: {
    ko: 'commit을 tag로 쓴다. ex) `web:$SHORT_SHA`. 손으로 실행하는 빌드라면 `$BUILD_ID`가 늘 있다. `latest`도 필요하면 두 이름을 다 적는다.',
    en: 'Use the commit as the tag, ex) `web:$SHORT_SHA`; `$BUILD_ID` is there for builds run by hand, too. Where `latest` is needed as well, list both names.',
  },
  messages: {
    untagged: {
      ko: '`{image}`에 tag가 없다. push할 때마다 `latest`가 바뀌고 옛 이미지는 이름을 잃는다.',
      en: '`{image}` has no tag: every push moves `latest`, and the image before it loses its name.',
    },
    latest: {
      ko: '`{image}`{image|을} `latest`로만 push한다. 어느 commit인지 알 수 있는 tag를 함께 쓴다.',
      en: '`{image}` is pushed as `latest` only; add a tag that tells the commit.',
    },
  },
  concepts: ['concepts/image-tag', 'cloudbuild/images'],
  source: 'https://docs.cloud.google.com/build/docs/configuring-builds/substitute-variable-values',
  also: [],
  examples: [
    {
      bad: "steps:\n  - name: gcr.io/cloud-builders/docker\n    args: [build, -t, 'us-docker.pkg.dev/p/shop/web', .]\nimages: ['«us-docker.pkg.dev/p/shop/web»']\n",
      good: "steps:\n  - name: gcr.io/cloud-builders/docker\n    args: [build, -t, 'us-docker.pkg.dev/p/shop/web:$SHORT_SHA', .]\nimages: ['us-docker.pkg.dev/p/shop/web:$SHORT_SHA']\n",
    },
    {
      bad: "steps:\n  - name: gcr.io/cloud-builders/docker\n    args: [build, -t, 'us-docker.pkg.dev/p/shop/web:latest', .]\nimages: ['us-docker.pkg.dev/p/shop/web:«latest»']\n",
      good: "steps:\n  - name: gcr.io/cloud-builders/docker\n    args: [build, -t, 'us-docker.pkg.dev/p/shop/web:$BUILD_ID', .]\nimages: ['us-docker.pkg.dev/p/shop/web:$BUILD_ID']\n",
      message: 'latest',
    },
  ],
  allows: [
    "steps:\n  - name: gcr.io/cloud-builders/docker\n    args: [build, -t, 'us-docker.pkg.dev/p/shop/web:latest', -t, 'us-docker.pkg.dev/p/shop/web:1', .]\nimages: ['us-docker.pkg.dev/p/shop/web:latest', 'us-docker.pkg.dev/p/shop/web:1']\n",
    "steps:\n  - name: gcr.io/cloud-builders/docker\n    args: [build, -t, 'us-docker.pkg.dev/p/shop/web:1', .]\nimages: ['us-docker.pkg.dev/p/shop/web']\n",
    'steps:\n  - name: ubuntu\nimages: [$_IMAGE]\n',
  ],
  *check(build: Build) {
    if (build.sort === 'other') return;
    const { built, pushed } = handlingOf(build);
    const named = [...built, ...pushed].map(({ image }) => image);
    const all = [...named, ...build.images.map(({ text }) => imageOf(build, text))];
    for (const node of build.images) {
      const image = imageOf(build, node.text);
      if (image.name === '' || /^\$\{?\w+\}?$/.test(node.text) || !isFloating(image.tag)) continue;
      if (all.some((other) => other.name === image.name && !isFloating(other.tag))) continue;
      const plain = node.text.replace(/\$(?:\{[^}]*\}|\w+)/g, (variable) => 'x'.repeat(variable.length));
      const { tag, repository } = parseReference(plain).places;
      yield {
        span: tag ? spanWithin(node, tag.start, tag.end) : spanWithin(node, 0, repository.end),
        message: tag ? 'latest' : 'untagged',
        values: { image: imageText({ ...image, tag: undefined }) },
      };
    }
  },
});

function isFloating(tag: string | undefined): boolean {
  return tag === undefined || tag === 'latest';
}
