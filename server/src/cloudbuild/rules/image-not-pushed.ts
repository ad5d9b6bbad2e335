import type { Fix } from '../../core/rule';
import { addItem, writeEntries } from '../../yaml/edit';
import { asSeq, resolve } from '../../yaml/navigate';
import { inFlow } from '../../yaml/write';
import { fieldPair } from '../field';
import { type Handled, handlingOf, imageOf, imageText, mayBeSame } from '../images';
import type { Build } from '../model';
import { rule } from '../rule';
import { filledIn } from '../substitution';

export default rule({
  id: 'cloudbuild/image-not-pushed',
  severity: 'warning',
  scope: 'part',
  what: { ko: '빌드하고 어디에도 push하지 않는 이미지', en: 'An image that is built and pushed nowhere' },
  why: {
    ko: 'step이 만든 이미지는 빌드가 도는 VM 안에만 있다. 빌드가 끝나면 VM과 함께 사라진다. `docker build -t <registry 주소>`는 이름만 붙일 뿐 올리지는 않는다.',
    en: 'What a step builds exists only on the machine of the build, and goes with it when the build ends. `docker build -t <registry address>` gives the image that name; it uploads nothing.',
  },
  how: {
    ko: '맨 아래 `images:`에 같은 이름을 적는다. 그러면 모든 step이 성공한 뒤 push하고, 빌드 결과에도 남는다. 뒤의 step이 바로 그 이미지를 배포한다면 `docker push` step을 둔다.',
    en: 'List the same name below `images:`: it is pushed once all steps have succeeded, and the result of the build shows it. Where a later step deploys that very image, add a step with `docker push`.',
  },
  messages: {
    lost: {
      ko: '`{image}`{image|을} 빌드하지만 push하는 곳이 없다. 빌드가 끝나면 사라진다.',
      en: '`{image}` is built and pushed nowhere: it is gone when the build ends.',
    },
  },
  concepts: ['cloudbuild/images', 'concepts/registry'],
  source: 'https://docs.cloud.google.com/build/docs/building/build-containers#store-images',
  also: [],
  fix: 'choice',
  examples: [
    {
      bad: 'steps:\n  - name: gcr.io/cloud-builders/docker\n    args: [build, -t, «us-docker.pkg.dev/p/shop/web:1», .]\n',
      good: 'steps:\n  - name: gcr.io/cloud-builders/docker\n    args: [build, -t, us-docker.pkg.dev/p/shop/web:1, .]\nimages:\n  - us-docker.pkg.dev/p/shop/web:1\n',
    },
  ],
  allows: [
    'steps:\n  - name: gcr.io/cloud-builders/docker\n    args: [build, -t, us-docker.pkg.dev/p/shop/web:1, .]\n  - name: gcr.io/cloud-builders/docker\n    args: [push, us-docker.pkg.dev/p/shop/web:1]\n',
    // Only to see whether it builds.
    'steps:\n  - name: gcr.io/cloud-builders/docker\n    args: [build, -t, test, .]\n',
    // Built to be run.
    "steps:\n  - name: gcr.io/cloud-builders/docker\n    args: [build, -t, 'gcr.io/$PROJECT_ID/quickstart-image', .]\n  - name: 'gcr.io/$PROJECT_ID/quickstart-image'\n    args: [fail]\n",
    'steps:\n  - name: gcr.io/cloud-builders/docker\n    args: [buildx, build, --push, -t, us-docker.pkg.dev/p/shop/web:1, .]\n',
  ],
  *check(build: Build) {
    if (build.sort !== 'build') return;
    const { built, pushed, present } = handlingOf(build);
    const listed = build.images.map(({ text }) => imageOf(build, text));
    for (const one of built) {
      const { image, step } = one;
      // Without a registry in its name it is not meant to leave the machine.
      if (!/^[^/]*[.:][^/]*\//.test(image.name)) continue;
      if ([...listed, ...pushed.map((other) => other.image)].some((other) => mayBeSame(other, image)))
        continue;
      if (present.some((other) => other.step.index > step.index && mayBeSame(other.image, image))) continue;
      // Several names of one image: somebody takes care of the others.
      if (built.some((other) => other.step === step && isKept(build, other, listed))) continue;
      if (isNamedLater(build, one)) continue;
      yield { span: one.span, values: { image: imageText(image) }, fixes: fixesOf(build, one) };
    }
  },
});

function isKept(build: Build, { image }: Handled, listed: readonly Handled['image'][]): boolean {
  const pushed = handlingOf(build).pushed.map((other) => other.image);
  return [...listed, ...pushed].some((other) => mayBeSame(other, image));
}

/** A later step says the name in words nobody here understands: a script, a compose file, `docker save`. */
function isNamedLater(build: Build, { image, step }: Handled): boolean {
  return build.steps
    .filter(({ index }) => index > step.index)
    .some(({ args, script, env }) =>
      [...args, ...env, ...(script ? [script] : [])].some(({ text }) =>
        filledIn(build, text).includes(image.name),
      ),
    );
}

function fixesOf(build: Build, { span }: Handled): readonly Fix[] {
  const { root, document } = build;
  const written = document.text.slice(span.start, span.end).replace(/^(["'])(.*)\1$/, '$2');
  const pair = fieldPair(root, 'images');
  const list = asSeq(resolve(pair?.value));
  if (!root || (pair && !list) || root.flow || /[\n"']/.test(written)) return [];
  const edit = list
    ? addItem(document, list, inFlow(written))
    : writeEntries(document, root, { images: [written] }, 'steps');
  return [{ title: { ko: '`images`에 적기', en: 'List it in `images`' }, kind: 'choice', edits: [edit] }];
}
