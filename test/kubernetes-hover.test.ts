import { kubernetes } from '../server/src/kubernetes/language';
import { hovers } from './hovers';

const { table, silent } = hovers(kubernetes);

const pod = (rest: string) => `apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  ${rest}\n`;
const container = (rest: string) =>
  pod(`containers:\n    - name: web\n      image: nginx:1.29\n      ${rest}`);
const deployment = (rest: string) =>
  `apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\nspec:\n  ${rest}\n`;
const cronJob = (schedule: string) =>
  `apiVersion: batch/v1\nkind: CronJob\nmetadata:\n  name: web\nspec:\n  schedule: ${schedule}\n`;
const policy = (spec: string) =>
  `apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata:\n  name: web\nspec:\n  ${spec}\n`;

const C = 'Pod.spec.containers';

table('keys', [
  ['the key of the kind: what kinds are', 'apiVersion: v1\n«kind»: Pod\n', 'kind', /^`Pod\.kind` · required/],
  [
    'the kind: what it is',
    'apiVersion: v1\nkind: «Pod»\n',
    'Pod.kind',
    /^`Pod\.kind` · required\n\n/,
    /> Pod is a collection of containers/,
  ],
  [
    'a field no note is about',
    container('«terminationMessagePath»: /x'),
    `${C}.terminationMessagePath`,
    /^`Pod\.spec\.containers\[\]\.terminationMessagePath` · text · `\/dev\/termination-log` if left out\n\n> Optional: Path/,
  ],
  [
    'a field with a note: reference, concept, description',
    deployment('«replicas»: 3'),
    'Deployment.spec.replicas',
    /^`Deployment\.spec\.replicas` · a whole number · `1` if left out\n\n\*\*/,
    /> Number of desired pods/,
  ],
  [
    'a required field',
    deployment('«template»: {}'),
    'Deployment.spec.template',
    /PodTemplateSpec object · required/,
  ],
  ['one that only the server insists on', container('«image»: x'), `${C}.image`, /text · required/],
  [
    'the name of an object',
    'apiVersion: v1\nkind: Pod\nmetadata:\n  «name»: web\n',
    'Pod.metadata.name',
    /text · required/,
  ],
  ['an optional one', container('«workingDir»: /x'), `${C}.workingDir`, /text · optional/],
  [
    'a list and its keys',
    container('«ports»: []'),
    `${C}.ports`,
    /a list: ContainerPort object · optional · items are told apart by `containerPort`, `protocol`/,
  ],
  [
    'the words it takes',
    container('«imagePullPolicy»: Always'),
    `${C}.imagePullPolicy`,
    /one of `Always`, `IfNotPresent`, `Never`/,
  ],
  ['a map', pod('«nodeSelector»: {}'), 'Pod.spec.nodeSelector', /a map: text/],
  [
    'what the cluster writes',
    'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nstatus:\n  «phase»: Running\n',
    'Pod.status.phase',
    /written by the cluster/,
  ],
  [
    'inside a List',
    'apiVersion: v1\nkind: List\nitems:\n  - apiVersion: v1\n    kind: Pod\n    metadata:\n      name: web\n    spec:\n      «hostNetwork»: true\n',
    'Pod.spec.hostNetwork',
    /^`Pod\.spec\.hostNetwork` · true or false/,
  ],
  [
    'in a flow map',
    pod('securityContext: { «runAsUser»: 1 }'),
    'Pod.spec.securityContext.runAsUser',
    /a whole number/,
  ],
  [
    'a wrong sibling takes nothing away',
    pod('nope: 1\n  «hostPID»: true'),
    'Pod.spec.hostPID',
    /true or false/,
  ],
]);

table('values', [
  [
    'a word of the API',
    container('imagePullPolicy: «Always»'),
    `${C}.imagePullPolicy`,
    /- `Always`: means that kubelet always attempts to pull/,
  ],
  ['null', pod('hostNetwork: «null»'), 'Pod.spec.hostNetwork', /same as leaving the line out/],
  [
    'an empty object',
    pod('volumes:\n    - name: x\n      emptyDir: «{}»'),
    'Pod.spec.volumes.emptyDir',
    /naming it can be the whole choice/,
  ],
  ['an empty list', pod('tolerations: «[]»'), 'Pod.spec.tolerations', /nearly always says the same as none/],
  ['an empty selector', policy('podSelector: «{}»'), 'NetworkPolicy.spec.podSelector', /selects everything/],
  [
    'millicores',
    container('resources:\n        limits:\n          cpu: «250m»'),
    `${C}.resources.limits.cpu`,
    /`250m` is 0\.25 CPU/,
  ],
  [
    'a whole CPU',
    container('resources:\n        limits:\n          cpu: «1»'),
    `${C}.resources.limits.cpu`,
    /is one CPU/,
  ],
  [
    'mebibytes',
    container('resources:\n        limits:\n          memory: «128Mi»'),
    `${C}.resources.limits.memory`,
    /134,217,728 bytes.*134 MB/,
  ],
  [
    'megabytes',
    container('resources:\n        limits:\n          memory: «128M»'),
    `${C}.resources.limits.memory`,
    /128,000,000 bytes.*122 MiB/,
  ],
  [
    'thousandths of a byte',
    container('resources:\n        limits:\n          memory: «128m»'),
    `${C}.resources.limits.memory`,
    /`Mi` was probably meant/,
  ],
  ['a schedule', cronJob('«"0 9 * * 1-5"»'), 'CronJob.spec.schedule', /At 09:00, Monday through Friday/],
  [
    'a schedule with two kinds of days',
    cronJob('«"0 0 1 * 1"»'),
    'CronJob.spec.schedule',
    /\*\*either\*\* fits/,
  ],
  [
    'a schedule with a step in a kind of day',
    cronJob('«"0 0 */2 * 1"»'),
    'CronJob.spec.schedule',
    /\*\*either\*\* fits/,
  ],
  ['a schedule by name', cronJob('«"@weekly"»'), 'CronJob.spec.schedule', /only on Sunday/],
  ['a schedule by distance', cronJob('«"@every 90m"»'), 'CronJob.spec.schedule', /Every 90m/],
]);

silent('nothing to say', [
  ['a comment', pod('# «comment»\n  hostPID: true')],
  ['between documents', `${pod('hostPID: true')}«---»\n`],
]);
