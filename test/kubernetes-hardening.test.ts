import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { answers, pod, type Row, table } from './kubernetes-table';
import { allRules, Bench } from './samples';

// What could be got wrong where a pod leaves something out: one finding for a pod or container, on the narrowest key,
// with a fix that writes what is missing and nothing else.

const sc = (text: string) => `      securityContext:\n        ${text}\n`;
const psc = (text: string) => `  securityContext:\n    ${text}\n`;
const at = (name: string, text: string) => text.replace(name, `«${name}»`);
const container = (text: string) => text.replace('- name: a', '- name: «a»');
const windows = '  os: { name: windows }\n';

const deployment = (spec: string) =>
  `apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: a\nspec:\n  selector:\n    matchLabels: { app: a }\n  template:\n    metadata:\n      labels: { app: a }\n    spec:\n${spec.replace(/^(?=.)/gm, '      ')}`;
const cronJob = (spec: string) =>
  `apiVersion: batch/v1\nkind: CronJob\nmetadata:\n  name: a\nspec:\n  schedule: 0 3 * * *\n  jobTemplate:\n    spec:\n      template:\n        spec:\n${spec.replace(/^(?=.)/gm, '          ')}`;

/** What none of them may speak of. */
const SILENT: readonly Row[] = [
  ['no pods', 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: a\n'],
  ['a broken text has lost some of it', `${pod('')}  oops\n`],
  ['a template', pod('      image: "{{ .Values.image }}"\n')],
  [
    'a patch',
    'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: a\nspec:\n  template:\n    spec:\n      containers:\n        - name: a\n          env: []\n',
  ],
  ['no spec', 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: a\n'],
  ['a custom resource', pod('').replace('v1', 'example.com/v1')],
];

table('kubernetes/root-by-default', [
  ...SILENT,
  [
    'a Deployment',
    deployment('«containers»:\n  - name: a\n'),
    deployment('securityContext:\n  runAsNonRoot: true\ncontainers:\n  - name: a\n'),
  ],
  [
    'a CronJob',
    cronJob('restartPolicy: Never\n«containers»:\n  - name: a\n'),
    cronJob('restartPolicy: Never\nsecurityContext:\n  runAsNonRoot: true\ncontainers:\n  - name: a\n'),
  ],
  ['no value yet', pod('', '  «securityContext»:\n'), pod('', psc('runAsNonRoot: true'))],
  ['null', pod('', '  securityContext:\n    «runAsNonRoot»:\n'), pod('', psc('runAsNonRoot: true'))],
  ['each container says it', pod(sc('runAsNonRoot: true'))],
  ['not each', at('containers', pod(`${sc('runAsNonRoot: true')}    - name: b\n`))],
  [
    'an init container does not',
    at('containers', pod(sc('runAsNonRoot: true'), '')).replace(/$/, '  initContainers:\n    - name: i\n'),
  ],
  ['false is told elsewhere', pod('', psc('runAsNonRoot: false'))],
  ['user 0 is told elsewhere', pod(sc('runAsUser: 0'))],
  ['users of its own', pod('', '  hostUsers: false\n')],
  ['Windows', at('containers', pod('', windows))],
  [
    'CRLF',
    at('containers', pod('')).replaceAll('\n', '\r\n'),
    pod('', psc('runAsNonRoot: true')).replaceAll('\n', '\r\n'),
  ],
  ['no containers', 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: a\nspec:\n  containers: []\n'],
  [
    'items of a List',
    `apiVersion: v1\nkind: List\nitems:\n  - ${at('containers', pod('')).trim().replaceAll('\n', '\n    ')}\n`,
  ],
  [
    'anchored pods are told once for each pod',
    `apiVersion: v1\nkind: List\nitems:\n  - apiVersion: v1\n    kind: Pod\n    metadata: { name: a }\n    spec: &spec\n      «containers»: [{ name: a }]\n  - apiVersion: v1\n    kind: Pod\n    metadata: { name: b }\n    spec: *spec\n`,
  ],
]);

table('kubernetes/privilege-escalation-by-default', [
  ...SILENT,
  [
    'each container is one',
    container(pod('    - name: «b»\n')),
    container(pod('    - name: «b»\n'))
      .replace(/«|»/g, '')
      .replace('- name: a\n', `- name: a\n${sc('allowPrivilegeEscalation: false')}`),
  ],
  ['no value yet', pod('      «securityContext»:\n'), pod(sc('allowPrivilegeEscalation: false'))],
  [
    'a context',
    at('securityContext', pod(sc('runAsUser: 1'))),
    pod(sc('runAsUser: 1\n        allowPrivilegeEscalation: false')),
  ],
  ['null', pod(sc('«allowPrivilegeEscalation»:')), pod(sc('allowPrivilegeEscalation: false'))],
  ['true is told elsewhere', pod(sc('allowPrivilegeEscalation: true'))],
  ['Windows', pod('', windows)],
  ['the pod has no such field', container(pod('', psc('allowPrivilegeEscalation: false')))],
  [
    'flow',
    '{apiVersion: v1, kind: Pod, metadata: {name: a}, spec: {containers: [{name: «a», image: b}]}}\n',
    '{apiVersion: v1, kind: Pod, metadata: {name: a}, spec: {containers: [{name: a, image: b, securityContext: { allowPrivilegeEscalation: false }}]}}\n',
  ],
]);

table('kubernetes/capabilities-kept', [
  ...SILENT,
  ['nothing said', container(pod('')), pod(sc('capabilities:\n          drop:\n            - ALL'))],
  [
    'some dropped',
    pod(sc('capabilities: { «drop»: [NET_RAW] }')),
    pod(sc('capabilities: { drop: [NET_RAW, ALL] }')),
  ],
  [
    'some dropped, in lines',
    pod(sc('capabilities:\n          «drop»:\n          - NET_RAW # why')),
    pod(sc('capabilities:\n          drop:\n          - NET_RAW # why\n          - ALL')),
  ],
  [
    'in small letters',
    pod(sc('capabilities: { «drop»: ["all"] }')),
    pod(sc('capabilities: { drop: ["ALL"] }')),
  ],
  ['an empty list', pod(sc('capabilities: { «drop»: [] }')), pod(sc('capabilities: { drop: [ALL] }'))],
  ['no list', pod(sc('capabilities:\n          «drop»:')), pod(sc('capabilities:\n          drop: [ALL]'))],
  ['Windows', pod('', windows)],
  ['dangerous ones are told elsewhere', pod(sc('capabilities: { drop: [ALL], add: [SYS_ADMIN, CHOWN] }'))],
]);

const EACH =
  'NET_ADMIN, CHOWN, DAC_OVERRIDE, FSETID, FOWNER, MKNOD, NET_RAW, SETGID, SETUID, SETFCAP, SETPCAP, NET_BIND_SERVICE, SYS_CHROOT, KILL, AUDIT_WRITE';
const KEPT = 'pss/capabilities_restricted';
answers('kubernetes/capabilities-kept', [
  ['nothing said', pod(''), KEPT, 'polaris/insecureCapabilities', 'kube-linter/drop-net-raw-capability'],
  ['another case', pod(sc('capabilities: { drop: [All] }')), KEPT],
  ['each by its name', pod(sc(`capabilities: { drop: [${EACH}] }`)), KEPT],
  ['each by its name, in small letters', pod(sc(`capabilities: { drop: [${EACH.toLowerCase()}] }`)), KEPT],
  [
    'all but one',
    pod(sc(`capabilities: { drop: [${EACH.replace('KILL, ', '')}] }`)),
    KEPT,
    'polaris/insecureCapabilities',
  ],
  [
    'all but NET_RAW',
    pod(sc(`capabilities: { drop: [${EACH.replace('NET_RAW, ', '')}] }`)),
    KEPT,
    'polaris/insecureCapabilities',
    'kube-linter/drop-net-raw-capability',
  ],
  ['added', pod(sc('capabilities: { drop: [ALL], add: [CHOWN] }')), KEPT],
]);

table('kubernetes/seccomp-profile-missing', [
  ...SILENT,
  [
    'a container has one',
    at('containers', pod(`${sc('seccompProfile: { type: Localhost }')}    - name: b\n`)),
  ],
  ['all have', pod(sc('seccompProfile: { type: RuntimeDefault }'))],
  ['unconfined is told elsewhere', pod(sc('seccompProfile: { type: Unconfined }'))],
  [
    'a context',
    at('securityContext', pod('', psc('fsGroup: 1'))),
    pod('', psc('fsGroup: 1\n    seccompProfile:\n      type: RuntimeDefault')),
  ],
  ['Windows', pod('', windows)],
]);

answers('kubernetes/seccomp-profile-missing', [
  [
    'AppArmor that is off holds nothing back',
    pod(sc('appArmorProfile: { type: Unconfined }')),
    'kube-score/container-seccomp-profile',
    'pss/seccompProfile_restricted',
    'polaris/linuxHardening',
  ],
  [
    'AppArmor that is on',
    pod(sc('appArmorProfile: { type: RuntimeDefault }')),
    'kube-score/container-seccomp-profile',
    'pss/seccompProfile_restricted',
  ],
]);

table('kubernetes/writable-root-filesystem', [
  ...SILENT,
  ['false', pod(sc('readOnlyRootFilesystem: «false»')), pod(sc('readOnlyRootFilesystem: true'))],
  ['null', pod(sc('«readOnlyRootFilesystem»:')), pod(sc('readOnlyRootFilesystem: true'))],
  [
    'an anchor is told once',
    pod(
      '      securityContext: &own\n        readOnlyRootFilesystem: «false»\n    - name: b\n      securityContext: *own\n',
    ),
  ],
  ['init containers too', pod(sc('readOnlyRootFilesystem: true'), '  initContainers:\n    - name: «i»\n')],
  ['Windows', pod('', windows)],
]);

table('kubernetes/low-user-id', [
  ...SILENT,
  ['numbers of each container', pod(sc('runAsUser: 10001\n        runAsGroup: 10001'))],
  ['one of two', pod(`${sc('runAsUser: 10001\n        runAsGroup: 10001')}    - name: «b»\n`)],
  ['the user of the pod, the group of the container', pod(sc('runAsGroup: 10001'), psc('runAsUser: 10001'))],
  ['a low number is marked', pod(sc('runAsUser: «999»'), psc('runAsGroup: 10001'))],
  [
    'no group',
    at('securityContext', pod('', psc('runAsUser: 10001'))),
    pod('', psc('runAsUser: 10001\n    runAsGroup: 10001')),
  ],
  ['root is told elsewhere', pod('', psc('runAsUser: 0'))],
  ['exactly the lowest', pod('', psc('runAsUser: 10000\n    runAsGroup: 10000'))],
  ['Windows', pod('', windows)],
]);

table('kubernetes/automounted-token', [
  ...SILENT,
  [
    'of the account that all share',
    pod('', '  serviceAccountName: «default»\n'),
    pod('', '  serviceAccountName: default\n  automountServiceAccountToken: false\n'),
  ],
  ['of an account of its own', pod('', '  serviceAccountName: «web»\n')],
  ['of the old field', at('containers', pod('', '  serviceAccount: web\n'))],
  [
    'null',
    pod('', '  «automountServiceAccountToken»:\n').replace(
      '«automountServiceAccountToken»:',
      'automountServiceAccountToken:«»',
    ),
  ],
  ['switched off', pod('', '  automountServiceAccountToken: false\n  serviceAccountName: web\n')],
]);

table('kubernetes/deprecated-service-account-field', [
  [
    'a Deployment',
    deployment('«serviceAccount»: a\ncontainers: []\n'),
    deployment('serviceAccountName: a\ncontainers: []\n'),
  ],
  [
    'flow',
    '{apiVersion: v1, kind: Pod, metadata: {name: a}, spec: {«serviceAccount»: a, containers: []}}\n',
    '{apiVersion: v1, kind: Pod, metadata: {name: a}, spec: {serviceAccountName: a, containers: []}}\n',
  ],
  ['quoted', pod('', '  «"serviceAccount"»: "a"\n'), pod('', '  serviceAccountName: "a"\n')],
  ['the same', pod('', '  serviceAccountName: a\n  serviceAccount: a\n')],
  ['empty and null', pod('', '  serviceAccount: ""\n')],
  ['beside an empty new one', pod('', '  «serviceAccount»: a\n  serviceAccountName: ""\n')],
  [
    'a volume has such a key too',
    pod('').replace(/$/, '  volumes:\n    - name: a\n      configMap: { name: serviceAccount }\n'),
  ],
]);

table('kubernetes/privileged-scc', [
  [
    'of the old group',
    'apiVersion: v1\nkind: SecurityContextConstraints\nmetadata:\n  name: a\nallowPrivilegedContainer: «true»\n',
  ],
  [
    'false',
    'apiVersion: security.openshift.io/v1\nkind: SecurityContextConstraints\nmetadata:\n  name: a\nallowPrivilegedContainer: false\n',
  ],
  [
    'a template',
    'apiVersion: security.openshift.io/v1\nkind: SecurityContextConstraints\nmetadata:\n  name: "{{ .a }}"\nallowPrivilegedContainer: {{ .b }}\n',
  ],
]);

table('kubernetes/not-restricted', [
  ...SILENT,
  ['one hint for a pod', at('spec', pod('    - name: b\n'))],
  [
    'one hint for each pod of a List',
    `apiVersion: v1\nkind: List\nitems:\n  - ${at('spec', pod('')).trim().replaceAll('\n', '\n    ')}\n  - ${at('spec', pod('')).trim().replaceAll('\n', '\n    ')}\n`,
  ],
  [
    'only the containers lack something',
    container(pod('', psc('runAsNonRoot: true\n    seccompProfile: { type: RuntimeDefault }'))),
    pod(
      sc('allowPrivilegeEscalation: false\n        capabilities:\n          drop:\n            - ALL'),
      psc('runAsNonRoot: true\n    seccompProfile: { type: RuntimeDefault }'),
    ),
  ],
  [
    'what is said stays as it is',
    at('spec', pod(sc('privileged: true'), '')),
    pod(
      sc('privileged: true\n        capabilities:\n          drop:\n            - ALL'),
      psc('runAsNonRoot: true\n    seccompProfile:\n      type: RuntimeDefault'),
    ),
  ],
  [
    'root that is asked for is not refused',
    container(pod('', psc('runAsUser: 0'))),
    pod(
      sc('allowPrivilegeEscalation: false\n        capabilities:\n          drop:\n            - ALL'),
      psc('runAsUser: 0\n    seccompProfile:\n      type: RuntimeDefault'),
    ),
  ],
  ['Windows', at('spec', pod('', windows)), pod('', `${windows}${psc('runAsNonRoot: true')}`)],
  ['namespaces of the cluster', pod('').replace('name: a\nspec', 'name: a\n  namespace: gke-managed\nspec')],
  ['and of its operators', pod('').replace('name: a\nspec', 'name: a\n  namespace: istio-system\nspec')],
  [
    'all said',
    pod(
      sc('allowPrivilegeEscalation: false\n        capabilities: { drop: [ALL] }'),
      psc('runAsNonRoot: true\n    seccompProfile: { type: RuntimeDefault }'),
    ),
  ],
]);

describe('hardening: what is said of it', () => {
  const tried = (id: string, text: string, settings = {}) => {
    const { language, rule } = allRules.find((one) => one.rule.id === `kubernetes/${id}`)!;
    return new Bench(language, { files: { 'a.yaml': text }, settings }, rule)
      .diagnose()
      .map(({ finding }) => ({
        also: finding.also ?? rule.also,
        severity: finding.severity,
        values: finding.values,
      }));
  };
  const names = (id: string, text: string, settings = {}) =>
    tried(id, text, settings).map(({ also }) => also);

  it('NET_RAW that is dropped is nothing to kube-linter, nor what an option leaves out', () => {
    assert.deepEqual(names('capabilities-kept', pod(sc('capabilities: { drop: [NET_RAW] }'))), [
      ['pss/capabilities_restricted', 'polaris/insecureCapabilities'],
    ]);
    const settings = { options: { 'kubernetes/capabilities-kept': { forbiddenCapabilities: ['KILL'] } } };
    assert.deepEqual(names('capabilities-kept', pod(sc('capabilities: { drop: [kill] }')), settings), [
      ['pss/capabilities_restricted', 'polaris/insecureCapabilities'],
    ]);
  });
  it('a number that is not root is enough for all but Pod Security', () =>
    assert.deepEqual(names('root-by-default', pod(sc('runAsUser: 5'))), [['pss/runAsNonRoot']]));
  it('Polaris asks for one of several walls', () => {
    const bare = ['kube-score/container-seccomp-profile', 'pss/seccompProfile_restricted'];
    for (const [text, ...also] of [
      [pod(''), ...bare, 'polaris/linuxHardening'],
      [pod(sc('capabilities: { drop: [KILL] }')), ...bare],
      [pod(sc('capabilities: { drop: [KILL], add: [all] }')), ...bare, 'polaris/linuxHardening'],
      [pod('', psc('seLinuxOptions: { level: s0 }')), ...bare],
      [pod(sc('appArmorProfile: { type: RuntimeDefault }')), ...bare],
      [
        pod(`${sc('appArmorProfile: { type: RuntimeDefault }')}    - name: b\n`),
        ...bare,
        'polaris/linuxHardening',
      ],
    ])
      assert.deepEqual(names('seccomp-profile-missing', text!), [also], text);
  });
  it('an account of its own is meant to be used', () => {
    const [own] = tried('automounted-token', pod('', '  serviceAccountName: web\n'));
    assert.deepEqual([own?.severity, own?.also], ['hint', ['polaris/automountServiceAccountToken']]);
    const [shared] = tried('automounted-token', pod(''));
    assert.deepEqual([shared?.severity, shared?.also.length], [undefined, 2]);
  });
  it('the lowest number is an option', () => {
    const settings = { options: { 'kubernetes/low-user-id': { lowestId: 1000 } } };
    assert.deepEqual(
      tried('low-user-id', pod('', psc('runAsUser: 1000\n    runAsGroup: 1000')), settings),
      [],
    );
  });
  it('a summary names the steps', () => {
    const [found] = tried('not-restricted', pod(sc('allowPrivilegeEscalation: false')));
    assert.equal(found?.values?.count, 3);
  });
  it('what kustomize patches may get it there', () => {
    const files = {
      'a.yaml': pod(''),
      'kustomization.yaml': 'resources: [a.yaml]\npatches: [{ path: p.yaml }]\n',
    };
    const { language } = allRules.find(({ rule }) => rule.id === 'kubernetes/not-restricted')!;
    for (const { rule } of allRules.filter((one) => one.language === language))
      if (/not-restricted|-by-default|-kept|-missing$|writable-root|low-user|automounted/.test(rule.id))
        assert.deepEqual(
          new Bench(language, { files }, rule).diagnose().map(({ rule: by }) => by.id),
          [],
        );
  });
  it('each is told in strict, and the summary by default', () => {
    const { language } = allRules.find(({ rule }) => rule.id === 'kubernetes/not-restricted')!;
    const told = (profile: 'learner' | 'strict') =>
      new Bench(language, { files: { 'a.yaml': pod('      image: a:1\n') }, settings: { profile } })
        .diagnose()
        .map(({ rule }) => rule.id.replace('kubernetes/', ''))
        .filter((id) => SUBJECTS.has(id))
        .sort();
    assert.deepEqual(told('learner'), ['not-restricted']);
    assert.deepEqual(told('strict'), [...SUBJECTS].filter((id) => id !== 'not-restricted').sort());
  });
});

const SUBJECTS = new Set([
  'not-restricted',
  'root-by-default',
  'privilege-escalation-by-default',
  'capabilities-kept',
  'seccomp-profile-missing',
  'writable-root-filesystem',
  'low-user-id',
  'automounted-token',
]);
