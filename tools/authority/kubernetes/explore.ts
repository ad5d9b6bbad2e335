import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { Schema } from '../../../server/src/kubernetes/schema/schema';
import { mutantsOf, SAMPLES, valuesOf } from './mutants';
const schema = new Schema(JSON.parse(readFileSync('server/src/generated/kubernetes-schema.json', 'utf8')), '1.36');
const values = valuesOf(schema, SAMPLES);
const all = SAMPLES.flatMap((t) => [...mutantsOf(schema, t, values)]);
console.log(all.length);
const input = all.map(({ text }) => JSON.stringify(text)).join('\n') + '\n';
const { stdout, stderr } = spawnSync('/tmp/kval-authority', { input, encoding: 'utf8', maxBuffer: 1 << 30 });
console.log(stderr.slice(0, 500));
const verdicts = stdout.trim().split('\n').map((l) => JSON.parse(l));
const rows: any = {};
all.forEach((m, i) => {
  const v = verdicts[i];
  ((rows[m.at] ??= {})[m.fault] ??= []).push([m.change, v.map((r: any) => `${r.field} ${r.type} ${r.detail}`)]);
});
writeFileSync('/tmp/kval-explore.json', JSON.stringify(rows, null, 1));
