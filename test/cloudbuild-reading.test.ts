import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { sortOf, TOP_FIELDS } from '../server/src/cloudbuild/detect';
import { handlingOf, imageText } from '../server/src/cloudbuild/images';
import { cloudbuild } from '../server/src/cloudbuild/language';
import type { Build, BuildFile } from '../server/src/cloudbuild/model';
import { Engine } from '../server/src/core/engine';
import { partId } from '../server/src/core/span';
import { languages } from '../server/src/languages';
import { readDocument } from '../server/src/yaml/document';
import { Bench } from './samples';
import { Views } from './views';

const STEPS = 'steps:\n  - name: ubuntu\n';

describe('whose a text is', () => {
  const rows: readonly (readonly [name: string, text: string, language: string | undefined])[] = [
    ['cloudbuild.yaml', STEPS, 'cloudbuild'],
    ['cloudbuild.yml', '', 'cloudbuild'],
    ['cloudbuild-staging.yaml', STEPS, 'cloudbuild'],
    ['staging.cloudbuild.yaml', STEPS, 'cloudbuild'],
    ['.cloudbuild.yaml', STEPS, 'cloudbuild'],
    ['branch-cloudbuild.yaml', STEPS, 'cloudbuild'],
    ['mycloudbuild.yaml', STEPS, 'kubernetes'],
    ['cloudbuild-role.yaml', 'apiVersion: v1\nkind: ServiceAccount\n', 'kubernetes'],
    ['cloudbuild.json', '{}', undefined],
    ['app.yaml', 'runtime: python312\n', 'appengine'],
    ['app.yml', '# web\nservice: web\nruntime: python312\n', 'appengine'],
    ['app.yaml', 'apiVersion: v1\nkind: Pod\n', 'kubernetes'],
    ['app.yaml', 'apiVersion: v1\nruntime: x\n', 'kubernetes'],
    ['app.yaml', 'spec:\n  runtime: x\n', 'kubernetes'],
    ['my-app.yaml', 'runtime: python312\n', 'kubernetes'],
  ];
  for (const [name, text, language] of rows)
    it(`${name}: ${JSON.stringify(text)}`, () => {
      const engine = new Engine(languages);
      const uri = `file:///w/${name}`;
      assert.equal(engine.languageOf({ uri }, text)?.id, language);
      assert.equal(engine.set({ uri }, text), language !== undefined);
      assert.equal(engine.languageOf({ uri })?.id, language);
    });
  it('goes from one to the other while it is typed', () => {
    const engine = new Engine(languages);
    const file = { uri: 'file:///w/app.yaml' };
    for (const [text, id] of [
      ['runtime: python312\n', 'appengine'],
      ['apiVersion: v1\nkind: Pod\n', 'kubernetes'],
      ['runtime: python312\n', 'appengine'],
    ] as const) {
      engine.set(file, text);
      assert.equal(engine.languageOf(file)?.id, id);
    }
  });
});

describe('what a document is', () => {
  const rows: readonly (readonly [text: string, sort: string])[] = [
    [STEPS, 'build'],
    ['', 'empty'],
    ['# steps\n', 'empty'],
    ['st', 'build'],
    ['timeout: 60s\n', 'build'],
    ['queue_ttl: 60s\n', 'build'],
    ['name: a\nfilename: b\n', 'other'],
    ['- a\n', 'other'],
    ['steps:\n  {% for s in steps %}\n  - name: {{ s }}\n  {% endfor %}\n', 'template'],
    ['steps:\n  - name: {{ .Image }}\n', 'build'],
    ["steps:\n  - name: ubuntu\n    args: ['{{json .}}']\n", 'build'],
    ['steps:\n  - name: ubuntu\n    script: |\n      {{ if }}\n', 'build'],
  ];
  for (const [text, sort] of rows)
    it(JSON.stringify(text), () => assert.equal(sortOf(readDocument(text, partId('', 0))), sort));
});

it('knows the top of a build as the schema does', () => {
  const { types } = JSON.parse(readFileSync('server/src/generated/cloudbuild-schema.json', 'utf8'));
  const fields = Object.entries(types.Build.fields as Record<string, { output?: true }>);
  assert.deepEqual(
    fields.flatMap(([name, { output }]) => (output ? [] : name)).toSorted(),
    TOP_FIELDS.toSorted(),
  );
});

it('has a schema without loose ends', () => {
  const { types } = JSON.parse(readFileSync('server/src/generated/cloudbuild-schema.json', 'utf8'));
  const values = /^(?:string|word|boolean|int32|int64|duration|date-time|byte|any)$/;
  for (const [name, { fields }] of Object.entries(
    types as Record<string, { fields: Record<string, { type: string }> }>,
  ))
    for (const [field, { type }] of Object.entries(fields)) {
      const held = type.replace(/^(?:\[\]|\{\})/, '');
      assert.ok(values.test(held) || types[held], `${name}.${field}: ${type}`);
    }
});

describe('what steps do with images', () => {
  const handling = (steps: string) => {
    const bench = new Bench(cloudbuild, steps);
    const [build] = (bench.engine.model(bench.uri)!.model as BuildFile).parts.map(
      ({ unit }) => unit as Build,
    );
    const { built, pushed, complete } = handlingOf(build!);
    const texts = (all: typeof built) =>
      all.map(({ image, span }) => [imageText(image), bench.text.slice(span.start, span.end)]);
    return { built: texts(built), pushed: texts(pushed), complete };
  };
  it('a literal block knows where its words stand', () =>
    assert.deepEqual(
      handling(
        'steps:\n  - name: docker\n    script: |\n      set -e\n\n      docker build \\\n        -t a.b/c:1 .\n      docker push a.b/c:1\n',
      ),
      { built: [['a.b/c:1', 'a.b/c:1']], pushed: [['a.b/c:1', 'a.b/c:1']], complete: true },
    ));
  it('a script of Python is nothing we read', () =>
    assert.deepEqual(
      handling(
        'steps:\n  - name: python:3.13\n    script: |\n      #!/usr/bin/env python3\n      docker = build\n',
      ),
      {
        built: [],
        pushed: [],
        complete: false,
      },
    ));
  it('fills in what the file says', () =>
    assert.deepEqual(
      handling(
        'steps:\n  - name: docker\n    args: [build, "--tag=$_IMAGE", .]\nsubstitutions:\n  _IMAGE: a.b/$PROJECT_ID/c:${_TAG}\n  _TAG: v1\n',
      ).built,
      [['a.b/$PROJECT_ID/c:v1', '$_IMAGE']],
    ));
  it('a value that names itself ends', () =>
    assert.equal(
      handling('steps:\n  - name: docker\n    args: [build, -t, "$_A", .]\nsubstitutions: {_A: "$_A/b"}\n')
        .built.length,
      1,
    ));
});

describe('the outline and folds', () => {
  const views = new Views(
    cloudbuild,
    'steps:\n  - name: gcr.io/cloud-builders/docker\n    id: build\n    args:\n      - build\n      - .\n  - name: ubuntu:24.04\nimages:\n  - a.b/|c:1\n',
  );
  it('outline', () =>
    assert.deepEqual(views.outline, [
      'steps',
      '  build (gcr.io/cloud-builders/docker)',
      '  ubuntu',
      'images',
    ]));
  it('folds', () => assert.deepEqual(views.folds, ['1-9', '1-7', '2-6', '4-6', '8-9']));
  it('around', () => assert.equal(views.around[0], 'a.b/c:1'));
  it('links', () =>
    assert.deepEqual(views.links, [
      'gcr.io/cloud-builders/docker → https://gcr.io/cloud-builders/docker',
      'ubuntu:24.04 → https://hub.docker.com/_/ubuntu',
    ]));
  it('other YAML of that name has none', () =>
    assert.equal(new Views(cloudbuild, 'name: a\nfilename: b\n').outline, undefined));
});
