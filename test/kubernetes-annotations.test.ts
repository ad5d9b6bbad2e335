import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { applyEdits } from '../server/src/core/edit';
import { kubernetes } from '../server/src/kubernetes/language';
import type { ManifestFile } from '../server/src/kubernetes/model';
import { table } from './kubernetes-table';
import { Bench } from './samples';

// What the annotations of kube-linter, kube-score and polaris silence, and what kube-score's switch on.

const KUBE_LINTER = 'ignore-check.kube-linter.io';

/** @param template the annotations of the pod template */
function cronJob(object: string, template = '', port = 22): string {
  const lines = (text: string, indent: string) =>
    text === '' ? '' : `${indent}annotations:\n${text.replace(/^(?=.)/gm, `${indent}  `)}\n`;
  return `apiVersion: batch/v1
kind: CronJob
metadata:
  name: a
${lines(object, '  ')}spec:
  schedule: "0 3 * * *"
  jobTemplate:
    spec:
      template:
        metadata:
          labels:
            app: a
${lines(template, '          ')}        spec:
          restartPolicy: Never
          containers:
            - name: a
              image: a:1.0
              ports:
                - containerPort: ${port}
`;
}

const pod = (annotations: string) =>
  `apiVersion: v1\nkind: Pod\nmetadata:\n  name: a\n  annotations:\n    ${annotations}\nspec:\n  containers:\n    - name: a\n      image: a:1.0\n      ports:\n        - containerPort: 22\n`;

const rulesIn = (text: string, settings = {}) =>
  new Bench(kubernetes, { files: { 'a.yaml': text }, settings }).diagnose().map(({ rule }) => rule.id);
const hears = (id: string, text: string, settings = {}) =>
  rulesIn(text, settings).includes(`kubernetes/${id}` as never);

describe('annotations of kube-linter', () => {
  it('are read on the object, whatever their value', () => {
    assert.equal(hears('ssh-port', cronJob('')), true);
    assert.equal(hears('ssh-port', cronJob(`${KUBE_LINTER}/ssh-port: needed`)), false);
    assert.equal(hears('ssh-port', cronJob(`${KUBE_LINTER}/ssh-port: ""`)), false);
    assert.equal(hears('ssh-port', cronJob(`${KUBE_LINTER}/ssh-port:`)), false);
    assert.equal(hears('ssh-port', cronJob(`${KUBE_LINTER}/privileged-ports: needed`)), true);
    assert.equal(hears('ssh-port', cronJob('kube-linter.io/ignore-all: "no"')), false);
    assert.equal(hears('ssh-port', pod(`${KUBE_LINTER}/ssh-port: needed`)), false);
  });

  it('are not read on the pod template', () => {
    assert.equal(hears('ssh-port', cronJob('', `${KUBE_LINTER}/ssh-port: needed`)), true);
    assert.equal(hears('ssh-port', cronJob('', 'kube-linter.io/ignore-all: ""')), true);
  });

  it('hold for one object of a List', () => {
    const item = (text: string) => `  - ${text.trimEnd().replaceAll('\n', '\n    ')}\n`;
    const list = `apiVersion: v1\nkind: List\nitems:\n${item(pod(`${KUBE_LINTER}/ssh-port: a`))}${item(pod('x: y'))}`;
    assert.equal(rulesIn(list).filter((id) => id === 'kubernetes/ssh-port').length, 1);
  });
});

describe('annotations of polaris', () => {
  const off = (key: string, value: string) => {
    const binding = `apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata:\n  name: a\n  annotations:\n    ${key}: ${value}\nspec:\n  defaultBackend:\n    service: {name: a, port: {number: 80}}\n`;
    return !hears('ingress-without-tls', binding, { profile: 'strict' });
  };

  it('are read on the object, where they are true in any case', () => {
    assert.equal(off('polaris.fairwinds.com/tlsSettingsMissing-exempt', '"true"'), true);
    assert.equal(off('polaris.fairwinds.com/tlsSettingsMissing-exempt', '"True"'), true);
    assert.equal(off('polaris.fairwinds.com/tlsSettingsMissing-exempt', '"yes"'), false);
    assert.equal(off('polaris.fairwinds.com/hostIPCSet-exempt', '"true"'), false);
    assert.equal(off('polaris.fairwinds.com/exempt', '"TRUE"'), true);
    assert.equal(off('polaris.fairwinds.com/exempt', '"false"'), false);
  });

  it('are not read on the pod template', () =>
    assert.equal(hears('ssh-port', cronJob('', 'polaris.fairwinds.com/exempt: "true"')), true));
});

describe('annotations of kube-score', () => {
  const POLICY = 'missing-network-policy';
  const strict = { profile: 'strict' };
  const ignore = (checks: string) => `kube-score/ignore: ${checks}`;
  const enable = (checks: string) => `kube-score/enable: ${checks}`;

  it('silence a list, on the object and on the template of its pods', () => {
    assert.equal(hears(POLICY, cronJob(''), strict), true);
    assert.equal(hears(POLICY, cronJob(ignore('label-values, pod-networkpolicy')), strict), false);
    assert.equal(hears(POLICY, cronJob('', ignore('pod-networkpolicy,label-values')), strict), false);
    assert.equal(hears(POLICY, cronJob(ignore('label-values')), strict), true);
    assert.equal(hears(POLICY, cronJob(ignore('""')), strict), true);
  });

  it('of a template are about its pods only', () => {
    const job = cronJob('', ignore('pod-networkpolicy, cronjob-has-deadline'));
    const { engine, uri } = new Bench(kubernetes, { files: { 'a.yaml': job } });
    const spans = [...kubernetes.suppressions(engine.model(uri)!.model as ManifestFile)].map(
      ({ span }) => job.slice(span!.start, span!.end).split('\n')[0],
    );
    assert.deepEqual(spans, ['metadata:']);
  });

  it('switch on what is off by default', () => {
    assert.equal(hears(POLICY, cronJob('')), false);
    assert.equal(hears(POLICY, cronJob(enable('pod-networkpolicy'))), true);
    assert.equal(hears(POLICY, cronJob('', enable('pod-networkpolicy'))), true);
    const service = (annotation: string) =>
      `apiVersion: v1\nkind: Service\nmetadata:\n  name: a\n  annotations:\n    ${annotation}\nspec:\n  type: NodePort\n  ports:\n    - port: 80\n`;
    assert.equal(hears('exposed-service', service(enable('service-type'))), true);
    assert.equal(hears('exposed-service', service(enable('label-values'))), false);
    // An own configuration has the last word.
    assert.equal(
      hears('exposed-service', service(enable('service-type')), { rules: { 'service-type': 'off' } }),
      false,
    );
  });

  it('of the pod template come first', () => {
    assert.equal(hears(POLICY, cronJob(ignore('pod-networkpolicy'), enable('pod-networkpolicy'))), true);
    assert.equal(hears(POLICY, cronJob(enable('pod-networkpolicy'), ignore('pod-networkpolicy'))), false);
    assert.equal(
      hears(POLICY, cronJob('', `${ignore('pod-networkpolicy')}\n${enable('pod-networkpolicy')}`)),
      false,
    );
    assert.equal(
      hears(POLICY, cronJob(`${ignore('pod-networkpolicy')}\n${enable('pod-networkpolicy')}`)),
      false,
    );
  });
});

describe('a name added to an annotation', () => {
  /** The text with a finding of ours silenced by the annotation of a linter that calls it so. */
  function added(text: string, names: readonly string[]) {
    const bench = new Bench(kubernetes, { files: { 'a.yaml': text } });
    const { model } = bench.engine.model(bench.uri)!;
    const [found] = bench.diagnose().filter(({ rule }) => rule.id === 'kubernetes/ssh-port');
    const edit = kubernetes.suppressInObject!(model as ManifestFile, found!.finding.span, names);
    return edit && applyEdits(text, bench.engine.edits([edit.edit])!.get(bench.uri)!);
  }

  it('stands beside the others of its linter', () => {
    const text = pod(`${KUBE_LINTER}/run-as-non-root: legacy # why`);
    const silent = added(text, ['kube-score/x', 'kube-linter/ssh-port'])!;
    assert.equal(
      silent,
      pod(`${KUBE_LINTER}/run-as-non-root: legacy # why\n    ${KUBE_LINTER}/ssh-port: ""`),
    );
    assert.equal(hears('ssh-port', silent), false);
  });

  it('extends the list of kube-score', () => {
    const to = (list: string) => added(pod(`kube-score/ignore: ${list}`), ['kube-score/x']);
    assert.equal(to('a'), pod('kube-score/ignore: a,x'));
    assert.equal(to('"a, b"'), pod('kube-score/ignore: "a, b,x"'));
    assert.equal(to("'a'"), pod("kube-score/ignore: 'a,x'"));
    assert.equal(to('""'), pod('kube-score/ignore: "x"'));
  });

  it('is true for polaris', () =>
    assert.equal(
      added(pod('polaris.fairwinds.com/hostIPCSet-exempt: "true"'), ['polaris/x']),
      pod('polaris.fairwinds.com/hostIPCSet-exempt: "true"\n    polaris.fairwinds.com/x-exempt: "true"'),
    ));

  it('keeps flow style and CRLF', () => {
    const flow = pod('x: y').replace('annotations:\n    x: y', `annotations: {${KUBE_LINTER}/a: b, c: d}`);
    assert.match(
      added(flow, ['kube-linter/ssh-port'])!,
      /\{ignore-check.kube-linter.io\/a: b, c: d, ignore-check.kube-linter.io\/ssh-port: ""\}/,
    );
    const crlf = pod(`${KUBE_LINTER}/a: b`).replaceAll('\n', '\r\n');
    assert.doesNotMatch(added(crlf, ['kube-linter/ssh-port'])!, /(?<!\r)\n/);
  });

  it('is not offered where that linter has none', () => {
    for (const own of ['x: y', 'kube-score/enable: a', `${KUBE_LINTER}/a: b`])
      assert.equal(added(pod(own), ['polaris/x', 'kube-score/x']), undefined, own);
    assert.equal(added(pod('polaris.fairwinds.com/exempt-not: "true"'), ['polaris/x']), undefined);
    assert.equal(added(pod('kube-score/ignore: a'), ['pss/x', 'kube-linter/x']), undefined);
  });
});

const noted = (annotations: string) =>
  `apiVersion: v1\nkind: Pod\nmetadata:\n  name: a\n  annotations:\n    ${annotations}\nspec:\n  containers:\n    - name: a\n      image: a:1.0\n`;

table('kubernetes/unknown-rule-name', [
  ['of kube-linter', noted(`${KUBE_LINTER}/«run-as-nonroot»: a`), noted(`${KUBE_LINTER}/run-as-non-root: a`)],
  ['in quotes', noted(`"${KUBE_LINTER}/«run-as-nonroot»": a`), noted(`"${KUBE_LINTER}/run-as-non-root": a`)],
  [
    'of polaris',
    noted('polaris.fairwinds.com/«hostIpcSets»-exempt: "true"'),
    noted('polaris.fairwinds.com/hostIPCSet-exempt: "true"'),
  ],
  [
    'in a list of kube-score',
    noted('kube-score/ignore: label-values, «pod-probe»'),
    noted('kube-score/ignore: label-values, pod-probes'),
  ],
  ['in the other list', noted('kube-score/enable: "«container-seccomp-profiles»"')],
  ['on a pod template', cronJob('', 'kube-score/ignore: «pod-probe»')],
  ['where nobody reads it', cronJob('', `${KUBE_LINTER}/run-as-nonroot: a`)],
  ['all of them', noted('kube-linter.io/ignore-all: a\n    polaris.fairwinds.com/exempt: "true"')],
  ['a check of one’s own', noted(`${KUBE_LINTER}/team-label-set: a`)],
  ['an empty list', noted('kube-score/ignore: ""')],
  ['null', noted('kube-score/ignore:')],
  ['one that is known', noted(`${KUBE_LINTER}/run-as-non-root: a`)],
  ['a name of another linter', noted(`${KUBE_LINTER}/pod-probes: a`)],
]);
