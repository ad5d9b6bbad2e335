import assert from 'node:assert/strict';
import { it } from 'node:test';
import { configMap, pod, table } from './kubernetes-table';
import { allRules, Bench } from './samples';

const image = '      image: a\n';
const marked = (text: string) => text.replace('containers', '«containers»');
const job =
  'apiVersion: batch/v1\nkind: Job\nmetadata: {name: a}\nspec:\n  template: {spec: {restartPolicy: «Never», containers: [{name: a, image: a}]}}\n';

table('kubernetes/missing-node-affinity', [
  ['a name of a node', pod(image, '  nodeName: n\n')],
  ['away from pods is no node', marked(pod(image, '  affinity: {podAntiAffinity: {}}\n'))],
  ['null', marked(pod(image, '  nodeSelector: null\n'))],
  ['another object', configMap('')],
]);

table('kubernetes/missing-dns-option', [
  ['half typed', pod(image, '  «dnsConfig»:\n')],
  ['no value', pod(image, '  dnsConfig: {«options»: [{name: ndots}]}\n')],
  ['others beside it', pod(image, '  dnsConfig: {options: [{name: edns0}, {name: ndots, value: "2"}]}\n')],
]);

table('kubernetes/never-restarted', [
  ['a Job', job],
  ['of one container alone', pod(image, '  initContainers: [{name: b, image: b, restartPolicy: Always}]\n')],
  ['half typed', pod(image, '  restartPolicy:\n')],
]);

table('kubernetes/unexpected-priority-class', [
  ['null', pod(image, '  priorityClassName: null\n')],
  ['quoted', pod(image, '  priorityClassName: «"high"»\n')],
]);

table('kubernetes/missing-priority-class', [
  ['null', pod(image, '  «priorityClassName»: null\n')],
  ['empty', pod(image, '  «priorityClassName»: ""\n')],
  ['a broken text', pod(`${image}      ports: [\n`)],
]);

table('kubernetes/instance-label-mismatch', [
  ['no labels', pod(image).replace('metadata', '«metadata»')],
  ['generated', pod(image).replace('name: a\nspec', 'generateName: a-\nspec')],
  ['another object', configMap('  labels: {app.kubernetes.io/instance: b}\n')],
]);

it('the options of DNS can be others', () => {
  const { language, rule } = allRules.find((one) => one.rule.id === 'kubernetes/missing-dns-option')!;
  const names = (dnsOptions: object, text: string) =>
    new Bench(
      language,
      { files: { 'a.yaml': text }, settings: { options: { [rule.id]: { dnsOptions } } } },
      rule,
    )
      .diagnose()
      .map((one) => one.names.length - 1);
  assert.deepEqual(names({ edns0: '' }, pod(image)), [0]);
  assert.deepEqual(names({ edns0: '' }, pod(image, '  dnsConfig: {options: [{name: edns0}]}\n')), []);
  assert.deepEqual(names({}, pod(image)), []);
});
