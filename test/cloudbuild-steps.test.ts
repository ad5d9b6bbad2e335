import { table } from './kubernetes-table';

// What steps do to each other: order, names, and the images they hand on.

const docker = (args: string, rest = '') =>
  `steps:\n  - name: gcr.io/cloud-builders/docker\n    args: [${args}]\n${rest}`;
const IMAGE = 'us-docker.pkg.dev/p/shop/web';
const listed = (text: string) => `images: ['${text}']\n`;
const bash = (script: string) =>
  `steps:\n  - name: gcr.io/cloud-builders/docker\n    entrypoint: bash\n    args:\n      - -c\n      - |\n${script.replace(/^/gm, '        ')}\n`;

table('cloudbuild/wait-for-unknown-step', [
  ['the first step', 'steps:\n  - name: a\n    waitFor: [«b»]\n'],
  ['itself', 'steps:\n  - name: a\n    id: b\n    waitFor: [«b»]\n'],
  ['a dash', "steps:\n  - name: a\n    waitFor: ['-']\n"],
  ['one of two', 'steps:\n  - {name: a, id: x}\n  - {name: a, waitFor: [x, «why»]}\n'],
  ['snake case', 'steps:\n  - {name: a, id: x}\n  - {name: a, wait_for: [«xx»]}\n'],
  ['text where a list belongs', 'steps:\n  - {name: a, waitFor: «x»}\n'],
  [
    'case matters',
    'steps:\n  - {name: a, id: Build}\n  - {name: a, waitFor: [«build»]}\n',
    'steps:\n  - {name: a, id: Build}\n  - {name: a, waitFor: [Build]}\n',
  ],
  ['half typed', 'steps:\n  - {name: a, id: x}\n  - name: a\n    waitFor:\n      - \n'],
]);

table('cloudbuild/duplicate-step-id', [
  ['three', 'steps:\n  - {name: a, id: x}\n  - {name: a, id: «x»}\n  - {name: a, id: «x»}\n'],
  ['case matters', 'steps:\n  - {name: a, id: x}\n  - {name: a, id: X}\n'],
  ['a substitution', 'steps:\n  - {name: a, id: $_X}\n  - {name: a, id: $_X}\n'],
]);

table('cloudbuild/image-not-pushed', [
  ['with an equals sign', docker(`build, --tag=«${IMAGE}:1», .`)],
  ['pushed under its name', docker(`build, -t, '${IMAGE}:1', .`, listed(`${IMAGE}:1`))],
  ['pushed without a tag', docker(`build, -t, '${IMAGE}:1', .`, listed(IMAGE))],
  [
    'braces make no other name',
    docker(
      "build, -t, 'us-docker.pkg.dev/$PROJECT_ID/a/b:1', .",
      listed('us-docker.pkg.dev/${PROJECT_ID}/a/b:1'),
    ),
  ],
  ['below artifacts', docker(`build, -t, '${IMAGE}:1', .`, `artifacts: {images: ['${IMAGE}:1']}\n`)],
  ['one of two names', docker(`build, -t, '${IMAGE}:1', -t, '${IMAGE}:latest', .`, listed(`${IMAGE}:1`))],
  ['a name without registry', docker('build, -t, web, .')],
  ['a user on Docker Hub has none either', docker('build, -t, me/web, .')],
  ['in a shell', bash(`docker build -t «${IMAGE}:1» .`)],
  ['in a shell, and pushed', bash(`docker build -t ${IMAGE}:1 .\ndocker push ${IMAGE}:1`)],
  ['all of its tags', bash(`docker build -t ${IMAGE}:1 .\ndocker push --all-tags ${IMAGE}`)],
  ['the builder of a later step', docker(`build, -t, '${IMAGE}:1', .`, `  - name: ${IMAGE}:1\n`)],
  [
    'run by a later step',
    docker(
      `build, -t, '${IMAGE}:1', .`,
      `  - name: gcr.io/cloud-builders/docker\n    args: [run, '${IMAGE}:1']\n`,
    ),
  ],
  [
    'saved by a script',
    docker(
      `build, -t, '${IMAGE}:1', .`,
      `  - name: gcr.io/cloud-builders/docker\n    script: docker save ${IMAGE}:1 > a.tar\n`,
    ),
  ],
  [
    'kaniko pushes by itself',
    `steps:\n  - name: gcr.io/kaniko-project/executor\n    args: ['--destination=${IMAGE}:1']\n`,
  ],
  ['the official Docker image', `steps:\n  - name: docker:27\n    args: [build, -t, '«${IMAGE}:1»', .]\n`],
  [
    'a template',
    `steps:\n  {{ if .X }}\n  - name: docker\n    args: [build, -t, '${IMAGE}:1', .]\n  {{ end }}\n`,
  ],
  [
    'there is a list already',
    docker(`build, -t, '«${IMAGE}:1»', .`, listed('a.b/c:1')),
    docker(`build, -t, '${IMAGE}:1', .`, `images: ['a.b/c:1', '${IMAGE}:1']\n`).replace(
      `, '${IMAGE}:1']\n`,
      `, ${IMAGE}:1]\n`,
    ),
  ],
]);

table('cloudbuild/image-not-pushed', [
  ['what is listed is filled in elsewhere', docker(`build, -t, '${IMAGE}:1', .`, 'images: [$_IMAGE]\n')],
  ['a tag that is filled in', docker(`build, -t, '${IMAGE}:1', .`, `images: ['${IMAGE}:$_TAG']\n`)],
  [
    'the project by name and by substitution',
    docker("build, -t, 'gcr.io/mine/web:1', .", "images: ['gcr.io/$PROJECT_ID/web']\n"),
  ],
  ['pushed by a variable of the shell', bash(`docker build -t ${IMAGE}:1 .\ndocker push "$$NAME"`)],
  [
    'another one with the same variable',
    docker("build, -t, '«$_REPO.x/web:1»', .", "images: ['$_REPO.x/api:1']\n"),
  ],
]);

table('cloudbuild/image-not-built', [
  ['what is built is filled in elsewhere', docker('build, -t, $_IMAGE, .', listed(`${IMAGE}:1`))],
  ['a part of it is', docker("build, -t, '$_REPO/web:1', .", listed(`${IMAGE}:1`))],
  [
    'another tag',
    docker(`build, -t, '${IMAGE}:1', .`, listed(`${IMAGE}:2`)).replace(`['${IMAGE}:2']`, `[«'${IMAGE}:2'»]`),
    docker(`build, -t, '${IMAGE}:1', .`, listed(`${IMAGE}:1`)),
  ],
  ['no tag on one side', docker(`build, -t, '${IMAGE}', .`, listed(`${IMAGE}:latest`))],
  [
    'what the file gives a substitution',
    docker('build, -t, "$_IMAGE:1", .', `images: ['${IMAGE}:1']\nsubstitutions: {_IMAGE: ${IMAGE}}\n`),
  ],
  ['a script nobody can read', `steps:\n  - name: ubuntu\n    script: ./build.sh\n${listed(IMAGE)}`],
  ['an unknown builder', `steps:\n  - name: gcr.io/p/my-builder\n${listed(IMAGE)}`],
  ['compose builds what it likes', docker('compose, build', listed(IMAGE))],
  ['bake', docker('buildx, bake', listed(IMAGE))],
  ['a build without a name', docker('build, .', listed(IMAGE))],
  ['loaded', docker('load, -i, a.tar', listed(IMAGE))],
  ['renamed', docker(`tag, a, '${IMAGE}:1'`, listed(`${IMAGE}:1`))],
  ['nothing is built at all', docker('info', `images: [«'${IMAGE}'»]\n`)],
  ['a name that is made while it runs', bash('docker build -t $(cat name) .').concat(listed(IMAGE))],
]);

table('cloudbuild/floating-tag', [
  ['in single quotes', docker('info', `images: ['a.b/c:«latest»']\n`)],
  ['a port is no tag', docker('info', 'images: [«localhost:5000/a»]\n')],
  ['a digest', docker('info', `images: ['a.b/c@sha256:${'a'.repeat(64)}']\n`)],
  ['a tag by substitution', docker('info', "images: ['a.b/c:$_TAG']\n")],
  ['a whole name by substitution', docker('info', 'images: [$_IMAGE]\n')],
  ['a registry by substitution', docker('info', 'images: ["«$_REPO/web»"]\n')],
  [
    'a region that is to be filled in',
    docker('info', 'images: ["«YourRegionHere-docker.pkg.dev/$PROJECT_ID/a/b»"]\n'),
  ],
]);

table('cloudbuild/closed-registry', [
  [
    'a project by name',
    docker("build, -t, '«eu.gcr.io/mine»/web:1', ."),
    docker("build, -t, 'europe-docker.pkg.dev/mine/REPOSITORY/web:1', ."),
  ],
  ['Google’s own', docker('push, gcr.io/google-samples/hello:1')],
  ['a builder of one’s own is fetched as before', 'steps:\n  - name: gcr.io/$PROJECT_ID/builder\n'],
  ['in a shell', bash('docker push «gcr.io/$PROJECT_ID»/web:1')],
  [
    'once for each project',
    docker("build, -t, '«gcr.io/a»/web:1', -t, '«gcr.io/b»/web:1', -t, 'gcr.io/a/web:2', ."),
  ],
  ['Artifact Registry', docker("push, 'us-docker.pkg.dev/gcr.io/a'")],
]);
