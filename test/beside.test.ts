import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { DOCKERFILE_RULES, isShown, type Other, type Own, saidBy } from '../client/src/same';
import { kubernetesPatterns, namesKubernetesSchema } from '../client/src/yamlSchemas';
import { allRules } from './samples';

const OWN: Own = {
  rule: 'dockerfile/apt-get-without-yes',
  also: ['hadolint/DL3014', 'buildkit/Example'],
  lines: [3, 6],
  at: [4, 4],
};

const other = (code: Other['code'], first: number, last = first, source = 'any'): Other => ({
  source,
  code,
  lines: [first, last],
});

describe('what another extension shows', () => {
  const rows: readonly (readonly [name: string, shown: boolean, ...others: Other[]])[] = [
    ['nothing', false],
    ['hadolint, which marks the first line', true, other('DL3014', 3, 3, 'hadolint')],
    ['a BuildKit check, which marks all lines', true, other('Example', 3, 6, 'docker-language-server')],
    ['on a continued line', true, other('DL3014', 5)],
    ['on the last line', true, other('DL3014', 6)],
    ['in the next instruction', false, other('DL3014', 7)],
    ['in the one before', false, other('DL3014', 0, 2)],
    ['another rule', false, other('DL3008', 3)],
    ['no code', false, other(undefined, 3)],
    ['the second of two', true, other('DL3008', 3), other('DL3014', 4)],
    ['a part of a name', false, other('DL301', 3)],
    ['a number of somebody else', false, other(2, 3)],
  ];
  for (const [name, shown, ...others] of rows)
    it(`${name}: ${shown ? 'the same' : 'not the same'}`, () => assert.equal(isShown(OWN, others), shown));

  it('dockerfile-utils has numbers', () => {
    const own: Own = { rule: 'dockerfile/unknown-instruction', also: [], lines: [1, 1], at: [1, 1] };
    assert.ok(isShown(own, [other(38, 1, 1, 'dockerfile-utils')]));
    assert.ok(isShown(own, [other('38', 1, 1, 'dockerfile-utils')]));
    assert.ok(!isShown(own, [other(39, 1, 1, 'dockerfile-utils')]));
    assert.ok(!isShown(own, [other(999, 1, 1, 'dockerfile-utils')]));
  });

  const field = (at: Own['at']): Own => ({
    rule: 'kubernetes/unknown-field',
    also: ['kube-linter/x'],
    lines: [0, 90],
    at,
  });
  const yaml = (first: number, last = first, source = 'yaml-schema: kubernetes') =>
    other(0, first, last, source);
  const manifests: readonly (readonly [name: string, shown: boolean, own: Own, other: Other])[] = [
    ['a schema at the same line', true, field([7, 7]), yaml(7)],
    ['a schema at the lines around', true, field([7, 7]), yaml(6, 8)],
    ['a schema elsewhere in the document', false, field([7, 7]), yaml(8)],
    [
      'a schema, of what no schema says',
      false,
      { ...field([7, 7]), rule: 'kubernetes/missing-replicas' },
      yaml(7),
    ],
    ['what is no YAML', true, { ...field([7, 7]), rule: 'kubernetes/yaml-syntax' }, yaml(7, 7, 'YAML')],
    ['no code', true, field([7, 7]), { ...yaml(7), code: undefined }],
    ['another linter elsewhere in the document', false, field([7, 7]), other('x', 20)],
  ];
  for (const [name, shown, own, one] of manifests)
    it(`in a manifest, ${name}: ${shown ? 'the same' : 'not the same'}`, () =>
      assert.equal(isShown(own, [one]), shown));

  it('every number stands for rules that exist', () => {
    const known = new Set(allRules.map(({ rule }) => rule.id));
    const lost = [...Object.values(DOCKERFILE_RULES).flat(), ...saidBy('YAML')].filter(
      (id) => !known.has(id as never),
    );
    assert.deepEqual(lost, []);
  });
});

describe('what gives the YAML extension a Kubernetes schema', () => {
  const rows: readonly (readonly [name: string, schemas: unknown, patterns: readonly string[]])[] = [
    ['nothing', undefined, []],
    ['its own word', { kubernetes: '*.yaml' }, ['*.yaml']],
    ['several files', { kubernetes: ['k8s/*.yaml', '/deploy/**'] }, ['k8s/*.yaml', '/deploy/**']],
    [
      'an address',
      { 'https://raw.githubusercontent.com/yannh/kubernetes-json-schema/master/v1.35.0/all.json': 'a.yaml' },
      ['a.yaml'],
    ],
    ['other schemas', { 'https://json.schemastore.org/kustomization.json': '*.yaml' }, []],
    ['nonsense', { kubernetes: [1, null] }, []],
  ];
  for (const [name, schemas, patterns] of rows)
    it(name, () => assert.deepEqual(kubernetesPatterns(schemas), patterns));

  it('a comment at the top', () => {
    assert.ok(namesKubernetesSchema('# yaml-language-server: $schema=kubernetes\nkind: Pod\n'));
    assert.ok(!namesKubernetesSchema('# yaml-language-server: $schema=compose.json\nkind: Pod\n'));
    assert.ok(!namesKubernetesSchema('kind: Pod # kubernetes\n'));
  });
});
