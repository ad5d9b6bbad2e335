import { closest } from '../../core/closest';
import type { Finding } from '../../core/rule';
import { changeTo } from '../../yaml/change';
import type { YamlScalar } from '../../yaml/node';
import { type Handled, handlingOf, imageOf, imageText, mayBeSame } from '../images';
import type { Build } from '../model';
import { rule } from '../rule';

export default rule({
  id: 'cloudbuild/image-not-built',
  severity: 'warning',
  scope: 'part',
  what: {
    ko: '아무 step도 만들지 않는 이미지를 push한다',
    en: 'An image that is pushed and that no step builds',
  },
  why: {
    ko: '`images`는 만드는 곳이 아니라 올리는 곳이다. 모든 step이 끝난 뒤 Cloud Build가 그 이름의 이미지를 찾아 push하는데, 없으면 step이 다 성공했어도 빌드는 실패로 끝난다.',
    en: '`images` builds nothing, it uploads: once all steps are done, Cloud Build looks for an image of that name and pushes it. If there is none, the build fails though every step succeeded.',
  },
  how: {
    ko: '`docker build -t`에 준 이름과 `images`의 이름을 tag까지 똑같이 쓴다.',
    en: 'Write the same name, tag included, in `docker build -t` and in `images`.',
  },
  messages: {
    near: {
      ko: '`{image}`{image|을} 만드는 step이 없다. 이 파일이 만드는 것은 `{near}`{near|이다}.',
      en: 'No step builds `{image}`; what this file builds is `{near}`.',
    },
    missing: {
      ko: '`{image}`{image|을} 만드는 step이 없다. push할 것이 없어 빌드가 실패한다.',
      en: 'No step builds `{image}`: there is nothing to push, and the build fails.',
    },
    there: { ko: '여기서 빌드한다', en: 'It is built here' },
  },
  concepts: ['cloudbuild/images', 'concepts/image'],
  source: 'https://docs.cloud.google.com/build/docs/build-config-file-schema#images',
  also: [],
  fix: 'choice',
  examples: [
    {
      bad: "steps:\n  - name: gcr.io/cloud-builders/docker\n    args: [build, -t, 'us-docker.pkg.dev/$PROJECT_ID/shop/web:v1', .]\nimages: [«'us-docker.pkg.dev/$PROJECT_ID/shop/web:v2'»]\n",
      good: "steps:\n  - name: gcr.io/cloud-builders/docker\n    args: [build, -t, 'us-docker.pkg.dev/$PROJECT_ID/shop/web:v1', .]\nimages: ['us-docker.pkg.dev/$PROJECT_ID/shop/web:v1']\n",
    },
    {
      bad: "steps:\n  - name: gcr.io/cloud-builders/gcloud\n    args: [version]\nimages: [«'us-docker.pkg.dev/p/shop/web:v1'»]\n",
      good: "steps:\n  - name: gcr.io/cloud-builders/docker\n    args: [build, -t, 'us-docker.pkg.dev/p/shop/web:v1', .]\nimages: ['us-docker.pkg.dev/p/shop/web:v1']\n",
      message: 'missing',
    },
  ],
  allows: [
    "steps:\n  - name: gcr.io/cloud-builders/docker\n    args: [build, -t, 'us-docker.pkg.dev/${PROJECT_ID}/shop/web:$_TAG', .]\nimages: ['us-docker.pkg.dev/$PROJECT_ID/shop/web:v1', 'us-docker.pkg.dev/$PROJECT_ID/shop/web']\nsubstitutions:\n  _TAG: v1\n",
    // A script may build anything.
    'steps:\n  - name: gcr.io/cloud-builders/docker\n    entrypoint: bash\n    args: [./build.sh]\nimages: [us-docker.pkg.dev/p/shop/web:1]\n',
    "steps:\n  - name: gcr.io/cloud-builders/docker\n    args: [pull, 'busybox:1.37']\n  - name: gcr.io/cloud-builders/docker\n    args: [tag, 'busybox:1.37', us-docker.pkg.dev/p/shop/box:1]\nimages: [us-docker.pkg.dev/p/shop/box:1]\n",
  ],
  *check(build: Build) {
    if (build.sort !== 'build') return;
    const { built, present, complete } = handlingOf(build);
    const there = [...built, ...present];
    for (const node of build.images) {
      const image = imageOf(build, node.text);
      if (image.name === '' || there.some((one) => mayBeSame(one.image, image))) continue;
      const near = nearest(imageText(image), built);
      // Another tag may be given by what nobody here understands.
      if (complete) yield near ? nearFinding(node, imageText(image), near) : missing(node);
    }
  },
});

function nearest(written: string, built: readonly Handled[]): Handled | undefined {
  const near = closest(
    written,
    built.map(({ image }) => imageText(image)),
  );
  const bare = built.find(({ image }) => written.startsWith(`${imageText({ ...image, tag: undefined })}:`));
  return bare ?? built.find(({ image }) => imageText(image) === near);
}

function nearFinding(node: YamlScalar, image: string, { image: other, span }: Handled): Finding {
  const near = imageText(other);
  return {
    span: node.span,
    message: 'near',
    values: { image, near },
    related: [{ span, message: 'there' }],
    fixes: [changeTo(node, near)],
  };
}

function missing(node: YamlScalar): Finding {
  return { span: node.span, message: 'missing', values: { image: node.text } };
}
