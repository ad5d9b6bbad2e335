import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { appengine } from '../server/src/appengine/language';
import { cloudbuild } from '../server/src/cloudbuild/language';
import { hovers } from './hovers';

const { table, silent, hoverAt } = hovers(cloudbuild);
const app = hovers(appengine);

const IMAGE = 'us-docker.pkg.dev/$PROJECT_ID/shop/web';
const THREE = (marked: string) =>
  `steps:
  - name: gcr.io/cloud-builders/docker
    id: build
    args: [build, -t, '${IMAGE}:1', .]
  - name: ubuntu
    id: test
    ${marked}
  - name: gcr.io/google.com/cloudsdktool/cloud-sdk
    entrypoint: gcloud
    waitFor: [build, test]
images: ['${IMAGE}:1']
`;
const step = (text: string) => `steps:\n  - name: ubuntu\n    ${text}\n`;

table('keys', [
  [
    'steps: how many',
    `«steps»:\n  - name: ubuntu\n`,
    'steps',
    /^`steps` · a list: BuildStep object · required/,
    /Steps in this file: 1/,
  ],
  [
    'a builder: what it is, and where it stands',
    'steps:\n  - «name»: gcr.io/cloud-builders/gcloud\n',
    'steps.name',
    /`steps\[\]\.name` · text · required/,
    /The builder with `gcloud`/,
  ],
  [
    'an id: when it starts and who waits',
    THREE('«id»: test').replace('id: test\n    ', ''),
    'steps.id',
    /Step 2 of 3/,
    /Starts when the step before it has succeeded/,
    /step 3 \(cloud-sdk\)|`test`/,
  ],
  ['waiting for nothing', THREE("«waitFor»: ['-']"), 'steps.waitFor', /waits for nothing and starts at once/],
  ['in snake case', THREE('«wait_for»: [build]'), 'steps.waitFor', /Starts after `build`/],
  ['images', '«images»: []\nsteps: []\n', 'images', /`images` · a list: text · optional/],
  ['below artifacts', 'steps: []\nartifacts:\n  «images»: []\n', 'artifacts.images', /`artifacts\.images`/],
  [
    'a word of an option',
    'steps: []\noptions:\n  logging: «GCS_ONLY»\n',
    'options.logging',
    /one of `LEGACY`, `GCS_ONLY`/,
  ],
  ['what Cloud Build fills in', 'steps: []\n«status»: SUCCESS\n', 'status', /written by Cloud Build/],
  ['a deprecated field', 'steps: []\noptions:\n  «workerPool»: a\n', 'options.workerPool', /deprecated/],
  ['a time', 'steps: []\ntimeout: «5400s»\n', 'timeout', /1 h 30 min/],
]);

table('what this very file says', [
  [
    'the name in `images`: where it is built',
    "steps:\n  - name: docker\n    id: build\n    args: [build, -t, 'a.b/c/shop/web:1', .]\nimages: [«'a.b/c/shop/web:1'»]\n",
    'images',
    /Built by `build` \(line 4\)/,
  ],
  [
    'the registry of an image',
    step('dir: a').concat("images: ['«us-docker.pkg.dev»/p/shop/web:1']\n"),
    'registry:artifact-registry',
  ],
  [
    'the registry of a builder',
    'steps:\n  - name: «gcr.io»/my-project/builder\n',
    'registry:gcr',
    /works only if project `my-project` has moved/,
  ],
  [
    'a region that is to be filled in',
    step('dir: a')
      .concat("images: ['«YourRegionHere-docker.pkg.dev/$PROJECT_ID/a/b:1»']\n")
      .replace("'«", "«'")
      .replace("»'", "'»"),
    'images',
  ],
  [
    'a command of the builder',
    'steps:\n  - name: gcr.io/cloud-builders/gcloud\n    args: [«run», deploy, web]\n',
    'command:gcloud.run.deploy.web',
  ],
  [
    'a command in a shell',
    step(
      'entrypoint: bash\n    args:\n      - -c\n      - |\n        set -e\n        gcloud «run» deploy web',
    ),
    'command:gcloud.run.deploy.web',
  ],
  [
    'a command in a script',
    step('script: |\n      gcloud «run» deploy web'),
    'command:gcloud.run.deploy.web',
  ],
]);

table('substitutions', [
  ['built in', step('args: [a, "«$PROJECT_ID»"]'), '$.PROJECT_ID'],
  [
    'in the middle of a text',
    step('args: [a/«${BUILD_ID}»/b]').replace('[a/«${BUILD_ID}»/b]', '["a/«${BUILD_ID}»/b"]'),
    '$.BUILD_ID',
  ],
  [
    'one’s own: its value and how often',
    `${step('args: [a, $_A, "«${_A}»"]')}substitutions: {_A: b}\n`,
    '$.user',
    /`b` in this file \(line 4\)/,
    /Uses in this file: 2/,
  ],
  [
    'where it is declared',
    `${step('args: [a]')}substitutions:\n  «_A»: b\n`,
    '$.user',
    /Not used in this file/,
  ],
  ['nobody declares it', step('args: ["«$_A»"]'), '$.user', /This file gives it no value/],
  ['of a pull request', step('args: ["«$_PR_NUMBER»"]'), '$._PR_NUMBER'],
  ['none', step('args: ["«$NAME»"]'), '$.NAME', /Cloud Build knows no `NAME`/],
  ['inside a block', step('args:\n      - -c\n      - |\n        echo «$_A» again'), '$.user'],
]);

silent('nothing is said', [
  ['of a trigger', '«name»: a\nfilename: b\n'],
  ['of a field nobody knows', 'steps: []\n«unheard»: 1\n'],
]);

app.table('app.yaml', [
  ['its runtime', '«runtime»: python312\n', 'runtime'],
  ['the value', 'runtime: «python312»\n', 'runtime'],
  ['scaling', 'runtime: python312\n«automatic_scaling»:\n  max_instances: 3\n', 'automatic_scaling'],
  ['a handler', 'runtime: python312\nhandlers:\n  - «url»: /.*\n', 'handlers.url'],
]);

describe('which text is whose', () => {
  it('an escaped dollar is no substitution', () =>
    assert.equal(hoverAt(step("args: ['$$HOME']"), 38)?.place, 'steps.args'));
});
