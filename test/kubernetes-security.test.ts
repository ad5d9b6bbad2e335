import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readMarks } from '../server/src/core/marked';
import { answers, pod, type Row, table } from './kubernetes-table';
import { allRules, Bench } from './samples';

// What could be got wrong in the rules of security, a row for each. The checks they build on have their own table in
// kubernetes-pod-security.test.ts; here is what a rule makes of them: one finding for one defect, its names, its fix.

const sc = (text: string) => `      securityContext:\n        ${text}\n`;
const psc = (text: string) => `  securityContext:\n    ${text}\n`;

/** A CronJob, the deepest that a pod is written. */
const cronJob = (spec: string) =>
  `apiVersion: batch/v1\nkind: CronJob\nmetadata:\n  name: a\nspec:\n  schedule: 0 3 * * *\n  jobTemplate:\n    spec:\n      template:\n        spec:\n          restartPolicy: Never\n${spec.replace(/^/gm, '          ')}\n`;

/** The shapes that every rule of a container's `securityContext` has to see. */
function shapes(bad: string, good: string): readonly Row[] {
  const [key, value] = bad.split(': ') as [string, string];
  const bare = value.replace(/[«»]/g, '');
  return [
    ['flow', pod(`      securityContext: { ${bad} }\n`), pod(`      securityContext: { ${good} }\n`)],
    ['CRLF', pod(sc(bad)).replaceAll('\n', '\r\n'), pod(sc(good)).replaceAll('\n', '\r\n')],
    ['a comment stays', pod(sc(`${bad} # why`)), good === '' ? undefined! : pod(sc(`${good} # why`))],
    [
      'an anchor is told where it is written, once',
      pod(`${sc(bad).replace('Context:', 'Context: &own')}    - name: b\n      securityContext: *own\n`),
    ],
    [
      'a merge key',
      pod(
        `${sc(bad).replace('Context:', 'Context: &own')}    - name: b\n      securityContext:\n        <<: *own\n        runAsUser: 1\n`,
      ),
    ],
    [
      'overridden beside a merge key',
      `${pod(sc(bad).replace('Context:', 'Context: &own'))}    - name: b\n      securityContext:\n        <<: *own\n        ${key}: «${bare}»\n`,
    ],
    [
      'init containers and sidecars',
      pod(
        '',
        `  initContainers:\n    - name: i\n      restartPolicy: Always\n      securityContext: { ${bad} }\n`,
      ),
    ],
    ['two containers are two findings', pod(`${sc(bad)}    - name: b\n${sc(bad)}`)],
    ['a CronJob', cronJob(`containers:\n  - name: a\n    image: a:1\n    securityContext:\n      ${bad}`)],
    [
      'items of a List',
      `apiVersion: v1\nkind: List\nitems:\n  - ${pod(sc(bad)).trim().replaceAll('\n', '\n    ')}\n`,
    ],
    ['null', pod(`      securityContext:\n        ${key}:\n`)],
    ['an empty context', pod('      securityContext: {}\n')],
    [
      'another kind has no pods',
      `${pod(sc(bad.replace(/[«»]/g, ''))).replace('kind: Pod', 'kind: ConfigMap')}`,
    ],
    ['a template', pod(sc(`${key}: {{ .Values.x }}`))],
    ['a custom resource', pod(sc(bad.replace(/[«»]/g, ''))).replace('v1', 'example.com/v1')],
  ];
}

const rowsOf = (bad: string, good: string) =>
  shapes(bad, good).map(
    ([name, marked, fixed]): Row => (fixed === undefined ? [name, marked] : [name, marked, fixed]),
  );

table('kubernetes/privileged-container', [
  ...rowsOf('privileged: «true»', 'privileged: false'),
  ['a word in quotes is refused elsewhere', pod(sc('privileged: "true"'))],
  ['yes is true', pod(sc('privileged: «yes»')), pod(sc('privileged: false'))],
]);

table('kubernetes/privilege-escalation-allowed', [
  ...rowsOf('allowPrivilegeEscalation: «true»', 'allowPrivilegeEscalation: false'),
  ['Windows has none', pod(sc('allowPrivilegeEscalation: true'), '  os: { name: windows }\n')],
  ['nothing said', pod('')],
]);

table('kubernetes/unmasked-proc', [
  ...rowsOf('procMount: «Unmasked»', 'procMount: Default'),
  ['a word that is none is refused elsewhere', pod(sc('procMount: unmasked'))],
]);
table(
  'kubernetes/unmasked-proc',
  [['own users, restricted only', pod(sc('procMount: «Unmasked»'), '  hostUsers: false\n')]],
  { version: '1.35' },
);

table('kubernetes/dangerous-capability', [
  ...rowsOf('capabilities: { add: [«SYS_ADMIN»] }', '').filter(
    ([name]) => !/flow|CRLF|comment|merge|null/.test(name),
  ),
  [
    'one finding for a container, at the first',
    pod(
      sc(
        'capabilities:\n          add:\n            - CHOWN\n            - «NET_ADMIN»\n            - SYS_TIME',
      ),
    ),
    pod(sc('capabilities:\n          add:\n            - CHOWN')),
  ],
  [
    'what is left empty goes',
    pod(sc('runAsUser: 1\n        capabilities:\n          add:\n            - «BPF»')),
    pod(sc('runAsUser: 1')),
  ],
  [
    'quotes',
    pod(sc('capabilities: { add: [«"NET_RAW"»], drop: [ALL] }')),
    pod(sc('capabilities: { drop: [ALL] }')),
  ],
  ['no list', pod(sc('capabilities: { add: }'))],
  ['a word', pod(sc('capabilities: { add: SYS_ADMIN }'))],
  ['dropped', pod(sc('capabilities: { drop: [SYS_ADMIN] }'))],
]);

table('kubernetes/host-namespaces', [
  ['all three', pod('', '  «hostPID»: true\n  «hostIPC»: true\n  «hostNetwork»: true\n').replace(/$/, '')],
  [
    'flow',
    '{apiVersion: v1, kind: Pod, metadata: {name: a}, spec: {«hostPID»: true, containers: [{name: a}]}}\n',
  ],
  ['quoted key', pod('', '  «"hostNetwork"»: true\n'), pod('')],
  ['a CronJob', cronJob('«hostNetwork»: true\ncontainers: []')],
  ['false and null', pod('', '  hostNetwork: false\n  hostPID:\n')],
  ['of a container is no field', pod('      hostNetwork: true\n')],
]);

table('kubernetes/host-port', [
  [
    'two ports',
    pod(
      '      ports:\n        - containerPort: 80\n          hostPort: «80»\n        - { containerPort: 81, hostPort: «8081» }\n',
    ),
  ],
  [
    'alone',
    pod('      ports:\n        - hostPort: «80»\n          containerPort: 80\n'),
    pod('      ports:\n        - containerPort: 80\n'),
  ],
  [
    '0 and null',
    pod(
      '      ports:\n        - { containerPort: 80, hostPort: 0 }\n        - { containerPort: 81, hostPort: }\n',
    ),
  ],
  ['a string', pod('      ports:\n        - { containerPort: 80, hostPort: "80" }\n')],
]);

table('kubernetes/windows-host-process', [
  [
    'of a container',
    pod(sc('windowsOptions: { hostProcess: «true» }')),
    pod(sc('windowsOptions: { hostProcess: false }')),
  ],
  [
    'of the pod and of a container',
    pod(sc('windowsOptions: { hostProcess: «true» }'), psc('windowsOptions: { hostProcess: «true» }')),
  ],
]);

table(
  'kubernetes/host-probe',
  [
    [
      'each probe',
      pod(
        '      livenessProbe: { httpGet: { host: «a», port: 1 } }\n      startupProbe: { tcpSocket: { port: 1, host: «b» } }\n',
      ),
    ],
    [
      'a hook',
      pod('      lifecycle: { postStart: { httpGet: { host: «a», port: 1 } } }\n'),
      pod('      lifecycle: { postStart: { httpGet: { port: 1 } } }\n'),
    ],
    [
      'empty and null',
      pod(
        '      livenessProbe: { httpGet: { host: "", port: 1 } }\n      readinessProbe: { httpGet: { host: , port: 1 } }\n',
      ),
    ],
    [
      'a header is no host',
      pod('      livenessProbe: { httpGet: { port: 1, httpHeaders: [{ name: Host, value: a }] } }\n'),
    ],
  ],
  { version: '1.34' },
);

table('kubernetes/unconfined-profile', [
  ...rowsOf('seccompProfile: { type: «Unconfined» }', 'seccompProfile: { type: RuntimeDefault }').filter(
    ([name]) => !/beside a merge/.test(name),
  ),
  [
    'an annotation of AppArmor',
    pod('').replace(
      'name: a\nspec',
      'name: a\n  annotations:\n    container.apparmor.security.beta.kubernetes.io/a: «unconfined»\nspec',
    ),
    pod('').replace(
      'name: a\nspec',
      'name: a\n  annotations:\n    container.apparmor.security.beta.kubernetes.io/a: runtime/default\nspec',
    ),
  ],
  [
    'quotes',
    pod('', psc("appArmorProfile: { type: «'Unconfined'» }")),
    pod('', psc("appArmorProfile: { type: 'RuntimeDefault' }")),
  ],
  ['no type is refused elsewhere', pod(sc('seccompProfile: {}'))],
  [
    'both are two',
    pod(sc('seccompProfile: { type: «Unconfined» }\n        appArmorProfile: { type: «Unconfined» }')),
  ],
]);

const UNCONFINED = 'seccompProfile: { type: Unconfined }';
const PROFILE = ['pss/seccompProfile_baseline', 'pss/seccompProfile_restricted'];
answers('kubernetes/unconfined-profile', [
  ['of the pod', pod('', psc(UNCONFINED)), ...PROFILE, 'polaris/linuxHardening'],
  ['of the container', pod(sc(UNCONFINED)), ...PROFILE, 'polaris/linuxHardening'],
  [
    'every container has its own',
    pod(sc('seccompProfile: { type: RuntimeDefault }'), psc(UNCONFINED)),
    ...PROFILE,
  ],
  [
    'one of two has its own',
    `${pod(sc('seccompProfile: { type: RuntimeDefault }'), psc(UNCONFINED))}    - name: b\n`,
    ...PROFILE,
    'polaris/linuxHardening',
  ],
  [
    'an init container has none',
    pod(
      sc('seccompProfile: { type: RuntimeDefault }'),
      `${psc(UNCONFINED)}  initContainers: [{ name: b, image: a }]\n`,
    ),
    ...PROFILE,
    'polaris/linuxHardening',
  ],
  ['capabilities are dropped', pod(sc(`${UNCONFINED}\n        capabilities: { drop: [ALL] }`)), ...PROFILE],
  [
    'an AppArmor profile of the node',
    pod(sc(`${UNCONFINED}\n        appArmorProfile: { type: RuntimeDefault }`)),
    ...PROFILE,
  ],
  ['AppArmor', pod('', psc('appArmorProfile: { type: Unconfined }')), 'pss/appArmorProfile'],
]);

table('kubernetes/custom-selinux-label', [
  [
    'user and role, one finding',
    pod(sc('seLinuxOptions: { user: «u», role: r, level: s0 }')),
    pod(sc('seLinuxOptions: { level: s0 }')),
  ],
  [
    'nothing is left',
    pod('', psc('seLinuxOptions:\n      user: «u»\n      role: r\n    fsGroup: 1')),
    pod('', psc('fsGroup: 1')),
  ],
  ['a type that is allowed', pod('', psc('seLinuxOptions: { type: container_kvm_t }'))],
  ['empty', pod('', psc('seLinuxOptions: { type: "", user: }'))],
]);
table(
  'kubernetes/custom-selinux-label',
  [['before 1.31', pod('', psc('seLinuxOptions: { type: «container_engine_t» }'))]],
  { version: '1.30' },
);

table('kubernetes/unsafe-sysctl', [
  [
    'each',
    pod(
      '',
      psc(
        'sysctls:\n      - { name: «kernel.msgmax», value: "1" }\n      - { name: net.ipv4.tcp_rmem, value: "1" }\n      - { name: «vm.swappiness», value: "1" }',
      ),
    ),
  ],
  [
    'the last one',
    pod('', psc('fsGroup: 1\n    sysctls:\n      - name: «net.core.somaxconn»\n        value: "1"')),
    pod('', psc('fsGroup: 1')),
  ],
  ['of a container is no field', pod(sc('sysctls: [{ name: vm.swappiness, value: "1" }]'))],
]);

const volume = (source: string, mount = '') =>
  pod(`      volumeMounts:\n        - { name: v, mountPath: /v${mount} }\n`).replace(
    /$/,
    `  volumes:\n    - name: v\n      ${source}\n`,
  );

table('kubernetes/host-path-volume', [
  ['flow', volume('{}').replace('- name: v\n      {}', '- { name: v, «hostPath»: { path: /v } }')],
  ['no path', volume('«hostPath»: {}')],
  ['null', volume('hostPath:')],
  ['another volume', volume('emptyDir: {}')],
  ['the socket of a runtime is told elsewhere', volume('hostPath: { path: /var/run/docker.sock }')],
]);

table('kubernetes/container-runtime-socket', [
  ['k3s', volume('«hostPath»: { path: /run/k3s/containerd/containerd.sock }')],
  ['quotes', volume('«hostPath»: { path: "/run/crio/crio.sock" }')],
  ['a pipe of Windows', volume(String.raw`«hostPath»: { path: '\\.\pipe\docker_engine' }`)],
  ['the folder of it', volume('hostPath: { path: /run/containerd }')],
  [
    'not mounted',
    volume('«hostPath»: { path: /var/run/docker.sock }').replace('name: v, mount', 'name: w, mount'),
  ],
]);

table('kubernetes/restricted-volume-type', [
  ['nfs', volume('«nfs»: { server: a, path: / }')],
  ['claim', volume('persistentVolumeClaim: { claimName: a }')],
  ['image', volume('image: { reference: a:1 }')],
  ['none', pod('').replace(/$/, '  volumes:\n    - name: v\n')],
]);

table('kubernetes/non-root-as-user-0', [
  [
    'both of the pod',
    pod('', psc('runAsUser: «0»\n    runAsNonRoot: true')),
    pod('', psc('runAsUser: 10001\n    runAsNonRoot: true')),
  ],
  ['both of the container', pod(sc('{ runAsNonRoot: true, runAsUser: «0» }'))],
  ['the pod asks, the container refuses', pod(sc('runAsNonRoot: true'), psc('runAsUser: «0»'))],
  ['told once for two containers', pod('    - name: b\n', psc('runAsUser: «0»\n    runAsNonRoot: true'))],
  ['the container overrides the user', pod(sc('runAsUser: 5'), psc('runAsUser: 0\n    runAsNonRoot: true'))],
  [
    'the container overrides the refusal',
    pod(sc('runAsNonRoot: false'), psc('runAsUser: 0\n    runAsNonRoot: true')),
  ],
  ['a null overrides nothing', pod(sc('runAsUser:'), psc('runAsUser: «0»\n    runAsNonRoot: true'))],
]);

table('kubernetes/runs-as-root', [
  ...rowsOf('runAsUser: «0»', 'runAsUser: 10001').filter(([name]) => name !== 'a merge key'),
  [
    'one finding for what a container says',
    pod(sc('runAsUser: «0»\n        runAsGroup: 0\n        runAsNonRoot: false')),
    pod(sc('runAsUser: 10001\n        runAsGroup: 10001\n        runAsNonRoot: true')),
  ],
  ['the pod and a container', pod(sc('runAsGroup: «0»'), psc('runAsUser: «0»'))],
  ['what the kubelet refuses is told elsewhere', pod(sc('runAsUser: 0\n        runAsNonRoot: true'))],
  ['but not the group', pod(sc('runAsUser: 0\n        runAsGroup: «0»\n        runAsNonRoot: true'))],
  ['users of its own', pod(sc('runAsUser: 0'), '  hostUsers: false\n')],
  ['fsGroup is no group to run in', pod('', psc('fsGroup: 0'))],
]);
table(
  'kubernetes/runs-as-root',
  [['users of its own, before 1.35', pod(sc('runAsUser: «0»'), '  hostUsers: false\n')]],
  { version: '1.34' },
);

/** What other linters call it, and how loud it is: `rule, also…` of each finding. */
describe('security: names', () => {
  const rows: readonly (readonly [name: string, rule: string, text: string, ...also: string[]])[] = [
    [
      'each namespace has its own',
      'host-namespaces',
      pod('', '  hostIPC: true\n'),
      'kube-linter/host-ipc',
      'polaris/hostIPCSet',
      'pss/hostNamespaces',
    ],
    [
      'BPF',
      'dangerous-capability',
      pod(sc('capabilities: { add: [BPF] }')),
      'pss/capabilities_baseline',
      'pss/capabilities_restricted',
    ],
    [
      'NET_RAW',
      'dangerous-capability',
      pod(sc('capabilities: { add: [NET_RAW] }')),
      'pss/capabilities_baseline',
      'pss/capabilities_restricted',
      'kube-linter/drop-net-raw-capability',
    ],
    [
      'SYS_ADMIN',
      'dangerous-capability',
      pod(sc('capabilities: { add: [SYS_ADMIN] }')),
      'pss/capabilities_baseline',
      'pss/capabilities_restricted',
      'kube-linter/privilege-escalation-container',
      'polaris/dangerousCapabilities',
    ],
    [
      'AppArmor',
      'unconfined-profile',
      pod(sc('appArmorProfile: { type: Unconfined }')),
      'pss/appArmorProfile',
    ],
    [
      'a sysctl that kube-linter does not know',
      'unsafe-sysctl',
      pod('', psc('sysctls: [{ name: vm.x, value: "1" }]')),
      'pss/sysctls',
    ],
    [
      'a path that is read',
      'host-path-volume',
      volume('hostPath: { path: /v }', ', readOnly: true'),
      'polaris/hostPathSet',
      'pss/hostPathVolumes',
      'pss/restrictedVolumes',
    ],
    [
      'a path of the system that is written',
      'host-path-volume',
      volume('hostPath: { path: /etc }'),
      'polaris/hostPathSet',
      'pss/hostPathVolumes',
      'pss/restrictedVolumes',
      'kube-linter/sensitive-host-mounts',
      'kube-linter/writable-host-mount',
    ],
    [
      'a path of the system that nothing mounts',
      'host-path-volume',
      volume('hostPath: { path: / }').replace('name: v, mount', 'name: w, mount'),
      'polaris/hostPathSet',
      'pss/hostPathVolumes',
      'pss/restrictedVolumes',
    ],
    [
      'containerd',
      'container-runtime-socket',
      volume('hostPath: { path: /run/containerd/containerd.sock }', ', readOnly: true'),
      'polaris/hostPathSet',
      'pss/hostPathVolumes',
      'pss/restrictedVolumes',
    ],
    [
      'a user that every container overrides',
      'runs-as-root',
      pod(sc('runAsUser: 5'), psc('runAsUser: 0')),
      'pss/runAsUser',
    ],
    [
      'root, and nothing refuses it',
      'runs-as-root',
      pod(sc('runAsUser: 0')),
      'pss/runAsUser',
      'kube-linter/run-as-non-root',
      'kube-score/container-security-context-user-group-id',
      'polaris/runAsRootAllowed',
      'pss/runAsNonRoot',
    ],
    [
      'a user of its own that may be root',
      'runs-as-root',
      pod(sc('runAsUser: 5\n        runAsNonRoot: false')),
      'pss/runAsNonRoot',
      'polaris/runAsRootAllowed',
    ],
    [
      'a group',
      'runs-as-root',
      pod(sc('runAsGroup: 0')),
      'kube-linter/run-as-non-root',
      'kube-score/container-security-context-user-group-id',
    ],
  ];
  for (const [name, id, text, ...also] of rows)
    it(`${id}: ${name}`, () => {
      const { language, rule } = allRules.find((one) => one.rule.id === `kubernetes/${id}`)!;
      const found = new Bench(language, readMarks(text).text, rule).diagnose();
      assert.deepEqual(
        found.map(({ finding }) => finding.also ?? rule.also),
        [also],
      );
    });
});

describe('a pod that its namespace refuses', () => {
  const { language, rule } = allRules.find((one) => one.rule.id === 'kubernetes/pod-refused-by-namespace')!;
  const labels = (...lines: string[]) =>
    `apiVersion: v1\nkind: Namespace\nmetadata:\n  name: n\n  labels:\n${lines.map((line) => `    pod-security.kubernetes.io/${line}\n`).join('')}`;
  const inside = (text: string) => text.replace('name: a\nspec', 'name: a\n  namespace: n\nspec');
  const told = (files: Record<string, string>) =>
    new Bench(language, { files, settings: { kubernetesVersion: '1.35' } }, rule).diagnose().length;
  const host = inside(pod('', '  hostIPC: true\n'));
  const probe = inside(pod('      livenessProbe: { httpGet: { host: b, port: 1 } }\n'));
  const rows: readonly (readonly [name: string, count: number, files: Record<string, string>])[] = [
    ['baseline', 1, { 'a.yaml': host, 'n.yaml': labels('enforce: baseline') }],
    ['restricted', 1, { 'a.yaml': inside(pod('')), 'n.yaml': labels('enforce: restricted') }],
    [
      'no namespace is written',
      0,
      { 'a.yaml': pod(''), 'n.yaml': labels('enforce: restricted').replace('name: n', 'name: default') },
    ],
    [
      'another namespace',
      0,
      { 'a.yaml': host.replace('namespace: n', 'namespace: m'), 'n.yaml': labels('enforce: baseline') },
    ],
    ['a word that is no level', 0, { 'a.yaml': host, 'n.yaml': labels('enforce: strict') }],
    ['audit only', 0, { 'a.yaml': host, 'n.yaml': labels('audit: restricted', 'warn: restricted') }],
    [
      'a version that lets it in',
      0,
      { 'a.yaml': probe, 'n.yaml': labels('enforce: baseline', 'enforce-version: v1.33') },
    ],
    [
      'the latest does not',
      1,
      { 'a.yaml': probe, 'n.yaml': labels('enforce: baseline', 'enforce-version: latest') },
    ],
    [
      'nor one that is newer than the cluster',
      1,
      { 'a.yaml': probe, 'n.yaml': labels('enforce: baseline', 'enforce-version: v1.99') },
    ],
    [
      'two namespaces of the name',
      0,
      { 'a.yaml': host, 'n.yaml': labels('enforce: baseline'), 'm.yaml': labels('enforce: privileged') },
    ],
    ['in one file', 1, { 'a.yaml': `${labels('enforce: baseline')}---\n${host}` }],
    [
      'a kustomization sets another namespace',
      0,
      {
        'a.yaml': host,
        'n.yaml': labels('enforce: baseline'),
        'kustomization.yaml': 'namespace: m\nresources: [a.yaml]\n',
      },
    ],
  ];
  for (const [name, count, files] of rows) it(name, () => assert.equal(told(files), count));
});
