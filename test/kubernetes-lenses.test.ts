import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Lens } from '../server/src/core/lens';
import { type Lang, renderMessage } from '../server/src/core/text';
import { kubernetes } from '../server/src/kubernetes/language';
import { WORLD } from './course';
import { Bench } from './samples';
import { pointAt } from './world';

/** `service.yaml:1 → 2 workloads (canary.yaml:3, web.yaml:3)` of each lens of a file. */
function lensesOf(
  file: string,
  sort: Lens['sort'],
  files = WORLD,
  lang: Lang = 'en',
  complete = true,
): string[] {
  const bench = new Bench(kubernetes, { files: { [file]: files[file]!, ...files } });
  bench.engine.complete = complete;
  const { model, facts } = bench.engine.at(bench.uri, 0)!;
  const around = { facts, kubernetesVersion: bench.config.kubernetesVersion };
  const lineOf = (span: Lens['span']) => {
    const place = bench.engine.locate(span)!;
    const line = bench.engine.text(place.uri)!.slice(0, place.start).split('\n').length;
    return `${place.uri.slice('file:///work/'.length)}:${line}`;
  };
  return (kubernetes.lenses?.(model as never, around) ?? [])
    .filter((lens) => lens.sort === sort)
    .map((lens) => {
      const { title, places, steps } = lens.tell();
      const to = places ? ` (${places.map(lineOf).join(', ')})` : steps ? ' (steps)' : '';
      return `${lineOf(lens.span).split(':')[1]} ${renderMessage(title, lang)}${to}`;
    });
}

describe('what stands above the objects', () => {
  for (const [file, ...wanted] of [
    ['service.yaml', '1 → 2 workloads (canary.yaml:3, web.yaml:3)'],
    ['db.yaml', '1 → StatefulSet db (db.yaml:11)'],
    ['ingress.yaml', '12 → Service web (service.yaml:3)', '15 → Service web (service.yaml:3)'],
    [
      'config.yaml',
      '1 used by 1 (web.yaml:22, web.yaml:25)',
      '8 not used in this folder',
      '14 used by 1 (web.yaml:29)',
    ],
    ['rbac.yaml', '1 used by 3 (rbac.yaml:16, rbac.yaml:22, web.yaml:12)'],
    ['around.yaml', '40 → Service web (service.yaml:3)'],
    ['web.yaml'],
  ] as const)
    it(file, () => assert.deepEqual(lensesOf(file, 'relations'), wanted));

  const SERVICE = 'apiVersion: v1\nkind: Service\nmetadata: {name: web}\nspec:\n';
  for (const [name, text, ...wanted] of [
    ['a Service without a selector', `${SERVICE}  ports: []\n`],
    ['one that selects nothing here', `${SERVICE}  selector: {app: x}\n`, '1 → no workload of this folder'],
    ['a template', `${SERVICE}  selector: {app: '{{ .x }}'}\n`],
    [
      'inside a List',
      `apiVersion: v1\nkind: List\nitems:\n  - apiVersion: v1\n    kind: Secret\n    metadata: {name: a}\n`,
      '4 not used in this folder',
    ],
    ['other YAML', 'services:\n  web: {}\n'],
  ] as const)
    it(name, () => assert.deepEqual(lensesOf('a.yaml', 'relations', { 'a.yaml': text }), wanted));

  it('is nothing while files are being read', () =>
    assert.deepEqual(lensesOf('service.yaml', 'relations', WORLD, 'en', false), []));
  it('is said in Korean', () =>
    assert.deepEqual(
      lensesOf('service.yaml', 'relations', WORLD, 'ko')[0]?.slice(0, 15),
      '1 → workload 2개',
    ));
});

describe('the level of Pod Security', () => {
  const pod = (spec: string) =>
    ({
      'a.yaml': `apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec: {${spec}containers: [{name: a, image: nginx}]}\n`,
    }) as const;
  for (const [name, files, ...wanted] of [
    ['a plain Pod', pod(''), '1 passes Pod Security baseline; 4 steps to restricted (steps)'],
    [
      'one that shares the network of the node',
      pod('hostNetwork: true, '),
      '1 passes Pod Security privileged; 5 steps to restricted (steps)',
    ],
  ] as const)
    it(name, () => assert.deepEqual(lensesOf('a.yaml', 'podSecurity', files), wanted));

  it('is reached by its steps, one by one or all at once', () => {
    const text = `apiVersion: v1
kind: Pod
metadata:
  name: a
spec:
  containers:
    - name: a
      image: nginx
`;
    const stepsOf = (text: string) => {
      const { bench, position, around } = pointAt('a.yaml', '|kind', { 'a.yaml': text });
      const found = kubernetes.steps!(position.model as never, position.part.id, position.offset, around);
      return found.map((fix) => ({
        title: renderMessage({ text: fix.title, values: fix.values }, 'en'),
        after: bench.fixed(fix)[bench.uri]!,
      }));
    };
    const all = stepsOf(text);
    assert.deepEqual(
      all.map(({ title }) => title),
      [
        'Pod Security, step 1: runAsNonRoot: true',
        'Pod Security, step 2: allowPrivilegeEscalation: false',
        'Pod Security, step 3: capabilities.drop: [ALL]',
        'Pod Security, step 4: seccompProfile: RuntimeDefault',
        'Pod Security: all 4 steps at once',
      ],
    );
    const level = (text: string) => lensesOf('a.yaml', 'podSecurity', { 'a.yaml': text });
    assert.deepEqual(level(all.at(-1)!.after), ['1 passes Pod Security restricted']);
    let one = text;
    for (let left = 4; left > 0; left--) {
      assert.match(level(one)[0]!, left === 1 ? /; 1 step to/ : new RegExp(`; ${left} steps to`));
      one = stepsOf(one)[0]!.after;
    }
    assert.deepEqual(level(one), ['1 passes Pod Security restricted']);
  });
});
