import { table } from './kubernetes-table';

// Fields, values and what a file is: what Cloud Build refuses, and what it only seems to.

const step = (rest = '', name = 'ubuntu') => `steps:\n  - name: ${name}\n${rest}`;
const field = (text: string) => step(`    ${text}\n`);
const top = (text: string) => `${step()}${text}\n`;

table('cloudbuild/yaml-syntax', [
  ['a bracket that is never closed', field('args: «[»a, b')],
  [
    'a colon in a plain value',
    field('args: [«a: b: c»]').replace('[«a: b: c»]', '«a: b»: c').replace('args: «a: b»: c', 'dir: «a: b»'),
  ],
  ['a template of docker is text', field("args: [--format={{.Id}}, '{{json .}}']")],
  ['a lone dash between brackets', field('waitFor: [-]')],
  ['a lone dash among others', `${step()}  - name: ubuntu\n    waitFor: [a, -]\n`],
  ['a second document', `${step()}---\n${step()}`],
  ['a YAML directive', `%YAML 1.2\n---\n${step()}`],
  ['a manifest of that name', 'apiVersion: v1\nkind: Pod\nmetadata: {name: [a\n'],
]);

table('cloudbuild/duplicate-key', [
  ['at the top', `${step()}«steps»:\n  - name: ubuntu\n`],
  ['two names of one field are two keys', field('waitFor: []\n    wait_for: []')],
  ['in a flow map', 'steps: [{name: ubuntu, «name»: debian}]\n'],
]);

table('cloudbuild/unknown-rule-name', [
  ['far from all', '# container-tutor ignore=«nothing-like-it»\nsteps: []\n'],
  ['of another language', '# container-tutor ignore=dockerfile/floating-tag\nsteps: []\n'],
  ['of another linter', '# container-tutor ignore=DL3007\nsteps: []\n'],
  ['behind a value', field('id: a # container-tutor ignore=«no-step»')],
]);

table('cloudbuild/no-steps', [
  ['null', '«steps»:\n'],
  ['an empty list', '«steps»: []\n'],
  ['a key is half typed', 'st\n'],
  ['nothing but comments', '# later\n'],
  ['other known keys', '«timeout»: 60s\ntags: [a]\n'],
  ['steps by another name are its slip', '«step»:\n  - name: ubuntu\n'],
  ['a trigger', 'name: a\nfilename: cloudbuild.yaml\ntags: [a]\n'],
  ['a template fills it', 'steps:\n  {{- range .Steps }}\n  - name: x\n  {{- end }}\n'],
]);

table('cloudbuild/unknown-field', [
  ['snake case', field('wait_for: ["-"]')],
  ['snake case, wrong', field('«wait_fro»: ["-"]'), field('waitFor: ["-"]')],
  ['capitals', field('«Args»: [a]'), field('args: [a]')],
  ['of a step, at the top', top('«entrypoint»: bash')],
  ['of options, in a step', field('«machineType»: E2_MEDIUM')],
  ['half typed', field('arg')],
  ['keys of people’s own', top('substitutions: {_A: b}')],
  ['inside options', top('options:\n  «loging»: NONE'), top('options:\n  logging: NONE')],
  ['a field newer than the schema', top('options: {pubsubTopic: projects/p/topics/t}')],
  [
    'an anchor holds what it is read as',
    'steps:\n  - &a {name: ubuntu}\n  - *a\n  - <<: *a\n    args: [a]\n',
  ],
  ['a template', 'steps:\n  {{ if .X }}\n  - nam: x\n  {{ end }}\n'],
]);

table('cloudbuild/output-field', [
  ['of a step', field('«status»: SUCCESS'), step()],
  ['in snake case', top('«create_time»: 2026-01-01T00:00:00Z'), step()],
  ['the id of a step', field('id: a')],
  ['null is left out', top('id:')],
]);

table('cloudbuild/missing-field', [
  ['a step with an id only', 'steps:\n  - «id»: a\n'],
  ['an empty name', "steps:\n  - «name»: ''\n"],
  ['null', 'steps:\n  - «name»:\n    args: [a]\n'],
  ['an empty item', 'steps:\n  - \n  - name: ubuntu\n'],
  ['half typed', 'steps:\n  - nam\n'],
  ['a substitution', 'steps:\n  - name: $_BUILDER\n'],
  ['a merge key gives it', 'steps:\n  - &a {name: ubuntu}\n  - <<: *a\n    id: b\n'],
  ['a volume without path', field('volumes: [{«name»: data}]')],
  [
    'a dependency without revision',
    top('dependencies:\n  - gitSource:\n      «repository»: {url: x}\n      destPath: a'),
  ],
  ['outside a step nothing needs a name', top('options: {pool: {}}')],
]);

table('cloudbuild/wrong-type', [
  ['a number', field('args: [a, «1»]'), field('args: [a, "1"]')],
  ['a truth value', field('args: [«true»]'), field('args: ["true"]')],
  ['a yes is one', field('args: [«yes»]'), field('args: ["yes"]')],
  ['a version that looks like a number', field('env: [«1.20»]'), field('env: ["1.20"]')],
  ['a quoted truth value', field("allowFailure: «'true'»"), field('allowFailure: true')],
  ['a substitution where a truth value belongs', field('allowFailure: ${_A}')],
  ['a number as text', top("options: {diskSizeGb: '100'}")],
  ['an amount that is none', top('options: {diskSizeGb: «100GB»}')],
  ['a map where a list belongs', 'steps:\n  «name: ubuntu»\n'],
  ['text where a list belongs', field('args: «build .»'), field('args: [build .]')],
  ['a block of text where a list belongs', field('args: «|\n      a\n      b»\n')],
  ['a list where text belongs', field('dir: «[a, b]»')],
  ['a list of one list', field('args: [«[a]»]')],
  ['a number for a word is the number of the word', top('options: {logging: 5}')],
  ['a duration as a number', top('timeout: «600»'), top('timeout: "600"')],
  ['null items', field('args: [a, null]')],
]);

table('cloudbuild/invalid-duration', [
  ['minutes', top('timeout: «20m»'), top('timeout: 1200s')],
  ['hours and minutes', top("timeout: «'1h30m'»"), top("timeout: '5400s'")],
  ['a bare number in quotes', top('timeout: «"600"»'), top('timeout: "600s"')],
  ['words', top('timeout: «a while»')],
  ['a fraction', top('timeout: 0.5s')],
  ['ten digits behind the point', top('timeout: «1.0123456789s»')],
  ['negative', top('timeout: «-5s»')],
  ['exactly a day', top('timeout: 86400s')],
  ['a second more', top('timeout: «86401s»')],
  ['a queue may be longer', top('queueTtl: 90000s')],
  ['a step as long as the build', `${field('timeout: 60s')}timeout: 60s\n`],
  ['a step in a build without a limit', field('timeout: 80000s')],
  ['a substitution', field('timeout: ${_T}s')],
  ['half typed', top('timeout: ')],
]);

table('cloudbuild/invalid-value', [
  ['small letters', top('options: {logging: «none»}'), top('options: {logging: NONE}')],
  ['dashes', top('options: {machineType: «E2-HIGHCPU-8»}'), top('options: {machineType: E2_HIGHCPU_8}')],
  ['a word nobody knows', top('options: {machineType: «C9_MEGA»}')],
  ['the word for nothing', top('options: {logging: LOGGING_UNSPECIFIED}')],
  [
    'in a list',
    top('options: {sourceProvenanceHash: [SHA256, «SHA255»]}'),
    top('options: {sourceProvenanceHash: [SHA256, SHA256]}'),
  ],
  ['a substitution', top('options: {machineType: $_TYPE}')],
  ['an environment by name', top('options: {env: [«A»]}')],
  ['an empty environment variable', field("env: ['A=']")],
  ['a tag with a slash', top('tags: [«a/b»]')],
  ['a tag of 129 characters', top(`tags: [«${'a'.repeat(129)}»]`)],
  ['an empty tag is dropped', top("tags: ['']")],
  ['a volume of one letter', field('volumes: [{name: «a», path: /a}]')],
  ['a volume at a relative path', field('volumes: [{name: data, path: «data»}]')],
  ['a volume at a reserved path', field('volumes: [{name: data, path: «/workspace/»}]')],
  ['below a reserved path', field('volumes: [{name: data, path: /workspace/data}]')],
  ['a bucket without gs', top('artifacts: {objects: {location: «bucket/», paths: [a]}}')],
]);

table('cloudbuild/script-with-args', [
  ['both', field('script: a\n    «args»: [a]\n    «entrypoint»: bash')],
  ['an empty script', field("script: ''\n    args: [a]")],
  ['empty args', field('script: a\n    args: []')],
]);

table('cloudbuild/undefined-secret', [
  ['of all steps', top('options: {secretEnv: [«A»]}')],
  ['defined for KMS', `${field('secretEnv: [A]')}secrets: [{kmsKeyName: k, secretEnv: {A: x}}]\n`],
  [
    'defined inline',
    `${field('secretEnv: [A]')}availableSecrets: {inline: [{kmsKeyName: k, envMap: {A: x}}]}\n`,
  ],
  ['a substitution', field('secretEnv: [$_A]')],
  ['text where a list belongs', field('secretEnv: «A»')],
]);

table('cloudbuild/gone-builder', [
  ['with a tag', step('', '«gcr.io/kaniko-project/executor:v1.9.0»')],
  ['debug is another image', step('', 'gcr.io/kaniko-project/warmer')],
  ['quoted', step('', '«"gcr.io/cloud-builders/glide"»')],
  ['a fork', step('', 'ghcr.io/osscontainertools/kaniko:v1.25.0')],
  ['an official one', step('', 'gcr.io/cloud-builders/gsutil')],
]);

table('cloudbuild/deprecated-field', [
  ['a word', top('options: {logging: «STACKDRIVER_ONLY»}'), top('options: {logging: CLOUD_LOGGING_ONLY}')],
  ['a field', top('options: {«workerPool»: a}')],
  ['the same word elsewhere', top('tags: [N1_HIGHCPU_8]')],
]);
