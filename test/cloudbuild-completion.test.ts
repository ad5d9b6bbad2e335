import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { USUAL_FIELDS } from '../server/src/cloudbuild/facts/usual-fields';
import { cloudbuild } from '../server/src/cloudbuild/language';
import { ROOT } from '../server/src/cloudbuild/schema/schema';
import { buildTypes } from '../server/src/cloudbuild/schema/shipped';
import { offered } from './offered';

// `|` is the cursor.

const at = (marked: string) => offered(cloudbuild, marked);

describe('what is offered', () => {
  const rows: readonly (readonly [
    name: string,
    marked: string,
    has: readonly string[],
    lacks: readonly string[],
  ])[] = [
    ['an empty file', '|', ['steps', 'images', 'timeout', 'substitutions'], ['id', 'status', 'source']],
    ['the top, without what is there', 'steps: []\n|', ['images', 'options'], ['steps']],
    ['snake case is there, too', 'steps: []\nlogs_bucket: a\n|', ['images'], ['logsBucket']],
    [
      'a step',
      'steps:\n  - name: ubuntu\n    |',
      ['args', 'entrypoint', 'waitFor', 'script'],
      ['name', 'timing', 'status'],
    ],
    ['a new step', 'steps:\n  |', ['- BuildStep'], ['name']],
    [
      'builders',
      'steps:\n  - name: |',
      ['gcr.io/cloud-builders/docker', 'gcr.io/cloud-builders/gke-deploy'],
      [],
    ],
    ['words', 'steps: []\noptions:\n  logging: |', ['CLOUD_LOGGING_ONLY', 'NONE'], ['LOGGING_UNSPECIFIED']],
    ['true and false', 'steps:\n  - name: a\n    allowFailure: |', ['true', 'false'], []],
    [
      'ids of steps above',
      'steps:\n  - {name: a, id: one}\n  - name: a\n    waitFor: [|]\n  - {name: a, id: three}\n',
      ['one', '-'],
      ['three'],
    ],
    [
      'images that are built',
      'steps:\n  - name: docker\n    args: [build, -t, "a.b/c:$_TAG", -t, a.b/d, .]\nimages:\n  - a.b/d\n  - |',
      ['a.b/c:$_TAG'],
      ['a.b/d'],
    ],
    [
      'substitutions',
      'steps:\n  - name: a\n    args: [x, "$|"]\nsubstitutions: {_A: b}\n',
      ['$_A', '$PROJECT_ID', '$SHORT_SHA'],
      [],
    ],
    ['in braces', 'steps:\n  - name: a\n    args: ["x/${PRO|}"]\n', ['${PROJECT_ID}'], []],
    [
      'in a block',
      'steps:\n  - name: a\n    args:\n      - |\n        echo $\u0007\n'
        .replace('\u0007', '|')
        .replace('- |\n', '- >\n'),
      ['$PROJECT_ID'],
      [],
    ],
    ['not behind two dollars', 'steps:\n  - name: a\n    args: ["$$|"]\n', [], ['$PROJECT_ID']],
    ['not in a script', 'steps:\n  - name: a\n    script: echo $|\n', [], ['$PROJECT_ID']],
    ['nothing in a trigger', 'name: a\nfilename: b\n|', [], ['steps']],
  ];
  for (const [name, marked, has, lacks] of rows)
    it(name, () => {
      const { labels } = at(marked);
      for (const one of has) assert.ok(labels.includes(one), `no ${one} in ${labels.join(' ')}`);
      for (const one of lacks) assert.ok(!labels.includes(one), `${one} in ${labels.join(' ')}`);
    });
});

describe('what is written', () => {
  const rows: readonly (readonly [name: string, marked: string, label: string, text: string])[] = [
    ['a first step', '|', 'steps', 'steps:\n  - name: \n    args:\n      - '],
    [
      'one step more',
      'steps:\n  - name: a\n  |',
      '- BuildStep',
      'steps:\n  - name: a\n  - name: \n    args:\n      - ',
    ],
    [
      'a builder',
      'steps:\n  - name: |',
      'gcr.io/cloud-builders/docker',
      'steps:\n  - name: gcr.io/cloud-builders/docker',
    ],
    [
      'a dash is text',
      'steps:\n  - name: a\n    waitFor: [|]',
      '-',
      'steps:\n  - name: a\n    waitFor: ["-"]',
    ],
    [
      'a name in quotes',
      'steps:\n  - {name: a, id: one}\n  - {name: a, waitFor: ["|"]}',
      'one',
      'steps:\n  - {name: a, id: one}\n  - {name: a, waitFor: ["one"]}',
    ],
    [
      'a substitution',
      'steps:\n  - name: a\n    args: ["x/$PRO|"]',
      '$PROJECT_ID',
      'steps:\n  - name: a\n    args: ["x/$PROJECT_ID"]',
    ],
    [
      'one in braces',
      'steps:\n  - name: a\n    args: ["x/${|}/y"]',
      '${PROJECT_ID}',
      'steps:\n  - name: a\n    args: ["x/${PROJECT_ID}/y"]',
    ],
  ];
  for (const [name, marked, label, text] of rows)
    it(name, () => assert.equal(at(marked).choose(label), text));
});

it('begins objects with fields they have', () => {
  const types = buildTypes()!;
  assert.ok(types.type(ROOT));
  for (const [type, fields] of Object.entries(USUAL_FIELDS))
    for (const field of fields) assert.ok(types.type(type)?.fields.has(field), `${type}.${field}`);
});
