import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { NameIndex } from '../server/src/core/names';
import { BUILD_CHECKS } from '../server/src/dockerfile/facts/build-checks';
import { namesOf, PEERS, WITHOUT_RULE } from '../tools/gen/peers/peers';
import { allRules, Bench } from './samples';

// Who comes from another linter finds each of its rules here, under its name, and something that it finds.

const [hadolint, ...kubernetes] = PEERS.map(namesOf);
/** The network alone knows the platforms of an image. */
const buildkit = [...BUILD_CHECKS.keys()].filter((name) => name !== 'InvalidBaseImagePlatform');

/** Beside the examples: a rule that answers to many names shows only the most usual ones. */
const MORE: readonly string[] = [
  'FROM a\nHEALTHCHECK CMD b\nHEALTHCHECK CMD c\n',
  'FROM a\nENTRYPOINT b\nENTRYPOINT c\n',
  'FROM almalinux:9\nRUN yum install -y nginx\n',
];

const WEB = `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  selector: {matchLabels: {app: web}}
  template:
    metadata: {labels: {app: web}}
    spec:
      serviceAccountName: builder
      containers:
        - name: web
          image: nginx:1.29
          env: [{name: DB_SECRET, value: hunter2}]
          ports: [{name: http, containerPort: 80}, {name: http, containerPort: 81}, {name: Web_Port, containerPort: 82}]
`;
const select = (spec: string) =>
  `apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: web}\nspec: ${spec}\n---\n${WEB}`;

/** The same for manifests. */
const MORE_MANIFESTS: readonly string[] = [
  WEB,
  `${WEB}---\napiVersion: v1\nkind: Service\nmetadata: {name: web}\nspec: {selector: {app: web}, ports: [{port: 80, targetPort: Web_Port}]}\n`,
  select('{podSelector: {matchLabels: {app: wbe}}}'),
  select('{podSelector: {}, ingress: [{from: [{podSelector: {matchLabels: {app: wbe}}}]}]}'),
  WEB.replace('spec:', 'spec:\n  replicas: two'),
  WEB.replace('{labels: {app: web}}', '{labels: {app: web, tier: "-"}}'),
  'apiVersion: batch/v1\nkind: CronJob\nmetadata: {name: a}\nspec:\n  schedule: "0 3 * * *"\n  jobTemplate:\n    spec:\n      template:\n        spec:\n          containers: [{name: a, image: a:1}]\n',
];

/** Names that findings answer to. */
function shown(): ReadonlySet<string> {
  const { language } = allRules.find(({ rule }) => rule.id.startsWith('dockerfile/'))!;
  // Some rules are off where nobody asks for them.
  const examples = allRules.flatMap((one) =>
    one.rule.examples.map(({ bad }) => new Bench(one.language, bad, one.rule)),
  );
  const manifests = allRules.find(({ rule }) => rule.id.startsWith('kubernetes/'))!.language;
  const strict = { profile: 'strict' } as const;
  const benches = [
    ...examples,
    ...MORE.map((text) => new Bench(language, text)),
    ...MORE_MANIFESTS.map((text) => new Bench(manifests, { files: { 'a.yaml': text }, settings: strict })),
  ];
  return new Set(benches.flatMap((bench) => bench.diagnose().flatMap(({ names }) => names)));
}

describe('the rules of other linters', () => {
  let names: ReadonlySet<string>;
  // Not before the schema is loaded.
  before(() => {
    names = shown();
  });
  it('71 of hadolint and 21 of BuildKit', () =>
    assert.deepEqual([hadolint!.length, new Set(hadolint).size, buildkit.length], [71, 71, 21]));
  it('63 of kube-linter, 39 of kube-score, 44 of polaris, 19 of the Pod Security Standards', () => {
    assert.deepEqual(
      kubernetes.map(({ length }) => length),
      [63, 39, 44, 19],
    );
    assert.equal(new Set(kubernetes.flat()).size, 63 + 39 + 44 + 19);
  });
  for (const name of [...hadolint!, ...buildkit.map((one) => `buildkit/${one}`), ...kubernetes.flat()]) {
    if (Object.hasOwn(WITHOUT_RULE, name)) continue;
    it(name, () => {
      assert.ok(
        allRules.some(({ rule }) => (rule.also as readonly string[]).includes(name)),
        'no rule answers to it',
      );
      assert.ok(names.has(name), 'nothing shows it');
    });
  }

  it('without a rule here have none, and are no mistake', () => {
    const known = new NameIndex(allRules.map(({ rule }) => rule));
    for (const name of Object.keys(WITHOUT_RULE)) assert.ok(known.knows(name), name);
    for (const name of Object.keys(WITHOUT_RULE))
      assert.ok(!allRules.some(({ rule }) => (rule.also as readonly string[]).includes(name)), name);
  });
  it('that rules answer to are real', () => {
    const real = new Set<string>(PEERS.flatMap(namesOf));
    const also = allRules.flatMap(({ rule }) => rule.also);
    assert.deepEqual(
      also.filter((name) => !name.startsWith('buildkit/') && !real.has(name)),
      [],
    );
  });
});
