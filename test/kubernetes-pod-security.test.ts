import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { applyEdits } from '../server/src/core/edit';
import type { WorkspaceFacts } from '../server/src/core/facts';
import { readMarks } from '../server/src/core/marked';
import type { KubernetesFacts } from '../server/src/kubernetes/facts';
import { minorOf } from '../server/src/kubernetes/fields/typed';
import type { Manifest } from '../server/src/kubernetes/model';
import type { CheckId } from '../server/src/kubernetes/pod-security/check';
import { CHECKS, editsFor, podSecurity } from '../server/src/kubernetes/pod-security/level';
import { podsIn } from '../server/src/kubernetes/pods/pods';
import { readManifests } from '../server/src/kubernetes/read';

// The checks of the Pod Security Standards and their edits, one row for one thing that could be got wrong. Source:
// k8s.io/pod-security-admission v0.37.1, policy/check_*.go.

const NOWHERE: WorkspaceFacts<KubernetesFacts> = {
  complete: true,
  find: () => [],
  file: () => undefined,
};

function read(text: string) {
  const { parts } = readManifests(text, { uri: 'file:///work/a.yaml', path: '/work/a.yaml' });
  const manifest: Manifest = parts[0]!.unit;
  return { manifest, pods: [...podsIn(manifest, NOWHERE)] };
}

/** @param own lines of the container `a`, `|` at the start of those of the pod */
function pod(...own: string[]): string {
  const of = (mark: boolean) => own.filter((line) => line.startsWith('|') === mark);
  return [
    'apiVersion: v1',
    'kind: Pod',
    'metadata:',
    '  name: p',
    'spec:',
    ...of(true).map((line) => `  ${line.slice(1)}`),
    '  containers:',
    '    - name: a',
    ...of(false).map((line) => `      ${line}`),
    '',
  ].join('\n');
}

const sc = (...lines: string[]) => ['securityContext:', ...lines.map((line) => `  ${line}`)];
const psc = (...lines: string[]) => sc(...lines).map((line) => `|${line}`);

const ROWS: readonly (readonly [check: CheckId, version: string, name: string, marked: string])[] = [
  ['privileged', '1.35', 'true', pod(...sc('privileged: «true»'))],
  ['privileged', '1.35', 'false', pod(...sc('privileged: false'))],
  ['privileged', '1.35', 'a string is refused elsewhere', pod(...sc('privileged: "true"'))],
  ['privileged', '1.35', 'of the pod is no field', pod(...psc('privileged: true'))],
  ['privileged', '1.35', 'flow', pod('securityContext: { privileged: «true» }')],
  [
    'privileged',
    '1.35',
    'init and ephemeral containers, in that order',
    pod(
      '|initContainers:',
      '|  - name: i',
      '|    securityContext: { privileged: «true» }',
      '|ephemeralContainers:',
      '|  - name: e',
      '|    securityContext: { privileged: «true» }',
    ),
  ],
  ['privileged', '1.35', 'null', pod('securityContext:')],
  ['hostNamespaces', '1.35', 'all', pod('|«hostNetwork»: true', '|«hostPID»: true', '|«hostIPC»: true')],
  ['hostNamespaces', '1.35', 'false', pod('|hostNetwork: false', '|hostPID:')],
  ['hostPathVolumes', '1.35', 'a path', pod('|volumes:', '|  - name: v', '|    «hostPath»: { path: /v }')],
  ['hostPathVolumes', '1.35', 'null', pod('|volumes:', '|  - name: v', '|    hostPath:')],
  ['hostPathVolumes', '1.35', 'flow', pod('|volumes: [{ «hostPath»: { path: /v }, name: v }]')],
  ['hostPorts', '1.35', 'a port', pod('ports:', '  - containerPort: 80', '    hostPort: «80»')],
  ['hostPorts', '1.35', '0', pod('ports:', '  - containerPort: 80', '    hostPort: 0')],
  [
    'hostProbesAndHostLifecycle',
    '1.34',
    'probes and hooks',
    pod(
      'livenessProbe: { httpGet: { host: «b», port: 80 } }',
      'startupProbe: { tcpSocket: { host: «c», port: 80 } }',
      'lifecycle: { preStop: { httpGet: { host: «d», port: 80 } } }',
    ),
  ],
  ['hostProbesAndHostLifecycle', '1.33', 'before 1.34', pod('livenessProbe: { httpGet: { host: b } }')],
  ['hostProbesAndHostLifecycle', '1.34', 'empty', pod('readinessProbe: { httpGet: { host: "", port: 80 } }')],
  [
    'windowsHostProcess',
    '1.35',
    'pod and container',
    pod(...psc('windowsOptions: { hostProcess: «true» }'), ...sc('windowsOptions: { hostProcess: «true» }')),
  ],
  ['windowsHostProcess', '1.35', 'false', pod(...psc('windowsOptions: { hostProcess: false }'))],
  [
    'capabilities_baseline',
    '1.35',
    'the first that is not allowed',
    pod(...sc('capabilities:', '  add: [CHOWN, «NET_RAW», SYS_ADMIN]')),
  ],
  [
    'capabilities_baseline',
    '1.35',
    'the usual ones',
    pod(...sc('capabilities: { add: [NET_BIND_SERVICE] }')),
  ],
  ['capabilities_baseline', '1.35', 'case counts', pod(...sc('capabilities: { add: [«chown»] }'))],
  ['capabilities_baseline', '1.35', 'so does the prefix', pod(...sc('capabilities: { add: [«CAP_CHOWN»] }'))],
  ['capabilities_restricted', '1.21', 'before 1.22', pod()],
  ['capabilities_restricted', '1.22', 'nothing said', pod().replace('- name: a', '- name: «a»')],
  [
    'capabilities_restricted',
    '1.35',
    'added and not dropped',
    pod(...sc('capabilities:', '  add: [«CHOWN»]', '  «drop»: [NET_RAW]')),
  ],
  ['capabilities_restricted', '1.35', 'dropped', pod(...sc('capabilities: { drop: [ALL] }'))],
  [
    'capabilities_restricted',
    '1.35',
    'all but one',
    pod(...sc('capabilities: { drop: [ALL], add: [NET_BIND_SERVICE] }')),
  ],
  ['capabilities_restricted', '1.35', 'case counts', pod(...sc('capabilities: { «drop»: [all] }'))],
  ['capabilities_restricted', '1.35', 'no list', pod('«securityContext»:')],
  ['capabilities_restricted', '1.25', 'windows', pod('|os: { name: windows }')],
  [
    'capabilities_restricted',
    '1.24',
    'windows, before 1.25',
    pod('|os: { name: windows }', '«securityContext»: {}'),
  ],
  ['appArmorProfile', '1.35', 'pod', pod(...psc('appArmorProfile: { type: «Unconfined» }'))],
  ['appArmorProfile', '1.35', 'localhost', pod(...sc('appArmorProfile: { type: Localhost }'))],
  ['appArmorProfile', '1.35', 'no type', pod(...sc('«appArmorProfile»: {}'))],
  [
    'appArmorProfile',
    '1.35',
    'annotations',
    pod().replace(
      'name: p',
      'name: p\n  annotations:\n    container.apparmor.security.beta.kubernetes.io/a: «unconfined»\n    container.apparmor.security.beta.kubernetes.io/b: localhost/b\n    container.apparmor.security.beta.kubernetes.io/c: runtime/default',
    ),
  ],
  ['seLinuxOptions', '1.35', 'user', pod(...sc('seLinuxOptions: { user: «u», type: container_t }'))],
  ['seLinuxOptions', '1.35', 'type', pod(...psc('seLinuxOptions: { type: «spc_t», role: r }'))],
  [
    'seLinuxOptions',
    '1.30',
    'engine before 1.31',
    pod(...sc('seLinuxOptions: { type: «container_engine_t» }')),
  ],
  ['seLinuxOptions', '1.31', 'engine', pod(...sc('seLinuxOptions: { type: container_engine_t }'))],
  ['seLinuxOptions', '1.35', 'level', pod(...sc('seLinuxOptions: { level: "s0:c1" }'))],
  ['procMount', '1.35', 'unmasked', pod(...sc('procMount: «Unmasked»'))],
  ['procMount', '1.34', 'own users, before 1.35', pod('|hostUsers: false', ...sc('procMount: «Unmasked»'))],
  ['procMount', '1.35', 'own users', pod('|hostUsers: false', ...sc('procMount: Unmasked'))],
  ['procMount_restricted', '1.35', 'own users', pod('|hostUsers: false', ...sc('procMount: «Unmasked»'))],
  ['procMount_restricted', '1.34', 'before 1.35', pod(...sc('procMount: Unmasked'))],
  ['seccompProfile_baseline', '1.19', 'unconfined', pod(...psc('seccompProfile: { type: «Unconfined» }'))],
  ['seccompProfile_baseline', '1.35', 'nothing said', pod()],
  [
    'seccompProfile_baseline',
    '1.18',
    'annotations, before fields',
    pod(...psc('seccompProfile: { type: Unconfined }')).replace(
      'name: p',
      'name: p\n  annotations:\n    seccomp.security.alpha.kubernetes.io/pod: «unconfined»\n    container.seccomp.security.alpha.kubernetes.io/b: unconfined\n    container.seccomp.security.alpha.kubernetes.io/a: docker/default',
    ),
  ],
  ['seccompProfile_restricted', '1.35', 'nothing said', pod().replace('containers', '«containers»')],
  ['seccompProfile_restricted', '1.35', 'the pod', pod(...psc('seccompProfile: { type: RuntimeDefault }'))],
  ['seccompProfile_restricted', '1.35', 'each container', pod(...sc('seccompProfile: { type: Localhost }'))],
  [
    'seccompProfile_restricted',
    '1.35',
    'a context',
    pod(...psc('fsGroup: 1'))
      .replace('securityC', '«securityC')
      .replace('text:', 'text»:'),
  ],
  [
    'seccompProfile_restricted',
    '1.35',
    'what is said counts, not what follows from it',
    pod(...psc('seccompProfile: { type: «Unconfined» }')),
  ],
  ['seccompProfile_restricted', '1.25', 'windows', pod('|os: { name: windows }')],
  [
    'sysctls',
    '1.26',
    'before 1.27',
    pod(...psc('sysctls: [{ name: «net.ipv4.ip_local_reserved_ports», value: "1" }]')),
  ],
  [
    'sysctls',
    '1.27',
    'from 1.27',
    pod(...psc('sysctls: [{ name: net.ipv4.ip_local_reserved_ports, value: "1" }]')),
  ],
  ['sysctls', '1.28', 'before 1.29', pod(...psc('sysctls: [{ name: «net.ipv4.tcp_fin_timeout» }]'))],
  ['sysctls', '1.29', 'from 1.29', pod(...psc('sysctls: [{ name: net.ipv4.tcp_fin_timeout }]'))],
  ['sysctls', '1.31', 'before 1.32', pod(...psc('sysctls: [{ name: «net.ipv4.tcp_rmem» }]'))],
  ['sysctls', '1.32', 'from 1.32', pod(...psc('sysctls: [{ name: net.ipv4.tcp_rmem }]'))],
  ['sysctls', '1.36', 'before 1.37', pod(...psc('sysctls: [{ name: «net.ipv4.tcp_notsent_lowat» }]'))],
  ['sysctls', '1.37', 'from 1.37', pod(...psc('sysctls: [{ name: net.ipv4.tcp_notsent_lowat }]'))],
  ['sysctls', '1.37', 'never', pod(...psc('sysctls: [{ name: «kernel.msgmax» }, { name: «constructor» }]'))],
  [
    'restrictedVolumes',
    '1.35',
    'nfs',
    pod('|volumes:', '|  - name: v', '|    «nfs»: { path: /v, server: n }'),
  ],
  ['restrictedVolumes', '1.35', 'none is an emptyDir', pod('|volumes:', '|  - name: v')],
  ['restrictedVolumes', '1.35', 'allowed', pod('|volumes:', '|  - name: v', '|    image: { reference: a }')],
  ['allowPrivilegeEscalation', '1.35', 'said', pod(...sc('allowPrivilegeEscalation: «true»'))],
  ['allowPrivilegeEscalation', '1.35', 'denied', pod(...sc('allowPrivilegeEscalation: false'))],
  [
    'allowPrivilegeEscalation',
    '1.35',
    'not said',
    pod(...sc('privileged: false')).replace('securityContext', '«securityContext»'),
  ],
  ['allowPrivilegeEscalation', '1.35', 'null', pod(...sc('«allowPrivilegeEscalation»:'))],
  [
    'allowPrivilegeEscalation',
    '1.24',
    'windows, before 1.25',
    pod('|os: { name: windows }', '«securityContext»:'),
  ],
  ['allowPrivilegeEscalation', '1.25', 'windows', pod('|os: { name: windows }')],
  ['runAsNonRoot', '1.35', 'not said', pod().replace('containers', '«containers»')],
  ['runAsNonRoot', '1.35', 'the pod', pod(...psc('runAsNonRoot: true'))],
  ['runAsNonRoot', '1.35', 'the container', pod(...sc('runAsNonRoot: true'))],
  ['runAsNonRoot', '1.35', 'overridden', pod(...psc('runAsNonRoot: true'), ...sc('runAsNonRoot: «false»'))],
  [
    'runAsNonRoot',
    '1.35',
    'said for the pod',
    pod(...psc('runAsNonRoot: «false»'), ...sc('runAsNonRoot: true')),
  ],
  [
    'runAsNonRoot',
    '1.34',
    'own users, before 1.35',
    pod('|hostUsers: false', ...psc('runAsNonRoot: «false»')),
  ],
  ['runAsNonRoot', '1.35', 'own users', pod('|hostUsers: false')],
  [
    'runAsNonRoot',
    '1.35',
    'windows is not free',
    pod('|os: { name: windows }').replace('containers', '«containers»'),
  ],
  [
    'runAsNonRoot',
    '1.35',
    'an id says nothing',
    pod(...psc('runAsUser: 1')).replace('securityContext', '«securityContext»'),
  ],
  ['runAsUser', '1.35', 'pod and container', pod(...psc('runAsUser: «0»'), ...sc('runAsUser: «0»'))],
  ['runAsUser', '1.22', 'before 1.23', pod(...psc('runAsUser: 0'))],
  ['runAsUser', '1.35', 'own users', pod('|hostUsers: false', ...psc('runAsUser: 0'))],
];

describe('checks of Pod Security', () => {
  for (const [id, version, name, marked] of ROWS)
    it(`${id}: ${name}`, () => {
      const { text, ranges } = readMarks(marked);
      const check = CHECKS.find((one) => one.id === id)!;
      const found = read(text).pods.flatMap((one) => check.violations(one, minorOf(version)));
      assert.deepEqual(
        found.map(({ span }) => `${span.start}: ${text.slice(span.start, span.end)}`),
        ranges.map(({ start, end }) => `${start}: ${text.slice(start, end)}`),
      );
    });
  it('are all there, and each has a row that finds something', () => {
    assert.equal(CHECKS.length, 19);
    for (const { id } of CHECKS)
      assert.ok(
        ROWS.some(([check, , , marked]) => check === id && marked.includes('«')),
        id,
      );
  });
});

describe('the level of a pod', () => {
  const level = (text: string, version = '1.35') => podSecurity(read(text).pods[0]!, version);
  const restricted = pod(
    ...psc('runAsNonRoot: true', 'seccompProfile: { type: RuntimeDefault }'),
    ...sc('allowPrivilegeEscalation: false', 'capabilities: { drop: [ALL] }'),
  );
  it('restricted', () => assert.deepEqual(level(restricted), { level: 'restricted', steps: [] }));
  it('baseline, with its steps in order', () => {
    const found = level(pod());
    assert.equal(found.level, 'baseline');
    assert.deepEqual(
      found.steps.map(({ check }) => check),
      ['runAsNonRoot', 'allowPrivilegeEscalation', 'capabilities_restricted', 'seccompProfile_restricted'],
    );
    assert.ok(found.steps.every(({ mechanical }) => mechanical));
  });
  it('privileged: what keeps it from baseline comes first, and one step stands for a check and its twin', () => {
    const found = level(
      restricted
        .replace('drop: [ALL]', 'drop: [ALL], add: [SYS_ADMIN]')
        .replace('  containers', '  volumes: [{ name: v, hostPath: { path: / } }]\n  containers'),
    );
    assert.equal(found.level, 'privileged');
    assert.deepEqual(
      found.steps.map(({ check, level: at, mechanical }) => `${check} ${at} ${mechanical}`),
      ['capabilities_restricted baseline true', 'restrictedVolumes baseline false'],
    );
  });
  it('a capability of the usual ones passes baseline', () => {
    const found = level(restricted.replace('drop: [ALL]', 'drop: [ALL], add: [CHOWN]'));
    assert.deepEqual([found.level, found.steps.length], ['baseline', 1]);
  });
  it('by version', () => {
    const probed = `${restricted}      livenessProbe: { httpGet: { host: b, port: 80 } }\n`;
    assert.equal(level(probed, '1.33').level, 'restricted');
    assert.equal(level(probed, '1.34').level, 'privileged');
    const own = restricted
      .replace('runAsNonRoot: true', 'runAsNonRoot: false')
      .replace('spec:', 'spec:\n  hostUsers: false');
    assert.equal(level(own, '1.34').level, 'baseline');
    assert.equal(level(own, '1.35').level, 'restricted');
  });
});

describe('the edits of the steps', () => {
  const repaired = (text: string): string => {
    const { manifest, pods } = read(text);
    const edits = pods.flatMap((one) => editsFor(manifest.document, podSecurity(one, '1.35').steps));
    return applyEdits(
      text,
      edits.map(({ span, text: by }) => ({ start: span.start, end: span.end, text: by })),
    );
  };
  const POD = [
    '|securityContext:',
    '|  runAsNonRoot: true',
    '|  seccompProfile:',
    '|    type: RuntimeDefault',
  ];
  const OWN = [
    'securityContext:',
    '  allowPrivilegeEscalation: false',
    '  capabilities:',
    '    drop:',
    '      - ALL',
  ];
  const rows: readonly (readonly [name: string, before: string, after: string])[] = [
    ['nothing is there', pod(), pod(...POD, ...OWN)],
    ['CRLF', pod().replaceAll('\n', '\r\n'), pod(...POD, ...OWN).replaceAll('\n', '\r\n')],
    ['below other keys of the pod', pod('|hostAliases: []'), pod('|hostAliases: []', ...POD, ...OWN)],
    ['keys without values', pod('|securityContext:', 'securityContext:'), pod(...POD, ...OWN)],
    [
      'null and {}',
      pod('|securityContext: null', 'securityContext: {}'),
      pod(
        '|securityContext: { runAsNonRoot: true, seccompProfile: { type: RuntimeDefault } }',
        'securityContext: {allowPrivilegeEscalation: false, capabilities: { drop: [ALL] }}',
      ),
    ],
    [
      'a comment behind',
      pod('|securityContext: # why', '|  fsGroup: 1 # so', 'image: b # c'),
      pod('|securityContext: # why', '|  fsGroup: 1 # so', ...POD.slice(1), 'image: b # c', ...OWN),
    ],
    [
      'a list that goes on, and keys above it',
      pod(
        ...psc('runAsNonRoot: true', 'seccompProfile: { type: RuntimeDefault }'),
        ...sc('capabilities:', '  drop:', '    - NET_RAW'),
      ),
      pod(
        ...psc('runAsNonRoot: true', 'seccompProfile: { type: RuntimeDefault }'),
        ...sc('capabilities:', '  drop:', '    - NET_RAW', '    - ALL', 'allowPrivilegeEscalation: false'),
      ),
    ],
    [
      'what comes takes the place of what goes',
      pod(
        ...psc('runAsUser: 0', 'seccompProfile: { type: Unconfined }'),
        ...sc('capabilities: { add: [SYS_ADMIN] }'),
      ),
      pod(
        ...psc('runAsNonRoot: true', 'seccompProfile: { type: RuntimeDefault }'),
        ...sc('capabilities: { drop: [ALL] }', 'allowPrivilegeEscalation: false'),
      ),
    ],
    [
      'all that is left empty goes',
      pod(
        '|hostNetwork: true',
        ...psc(
          'runAsNonRoot: true',
          'seccompProfile: { type: RuntimeDefault }',
          'sysctls:',
          '  - name: a',
          '    value: "1"',
          '  - name: b',
          '    value: "1"',
        ),
        ...sc(
          'allowPrivilegeEscalation: true',
          'capabilities: { drop: [ALL] }',
          'seLinuxOptions:',
          '  user: u',
          '  role: r',
        ),
      ),
      pod(
        ...psc('runAsNonRoot: true', 'seccompProfile: { type: RuntimeDefault }'),
        ...sc('allowPrivilegeEscalation: false', 'capabilities: { drop: [ALL] }'),
      ),
    ],
    [
      'an anchor that two containers share is edited once',
      pod(
        ...POD,
        'securityContext: &own { allowPrivilegeEscalation: false, capabilities: { drop: [] } }',
      ).replace(/$/, '    - name: b\n      securityContext: *own\n'),
      pod(
        ...POD,
        'securityContext: &own { allowPrivilegeEscalation: false, capabilities: { drop: [ALL] } }',
      ).replace(/$/, '    - name: b\n      securityContext: *own\n'),
    ],
    [
      'flow all over',
      '{apiVersion: v1, kind: Pod, metadata: {name: p}, spec: {containers: [{name: a}]}}\n',
      '{apiVersion: v1, kind: Pod, metadata: {name: p}, spec: {containers: [{name: a, securityContext: { allowPrivilegeEscalation: false, capabilities: { drop: [ALL] } }}], securityContext: { runAsNonRoot: true, seccompProfile: { type: RuntimeDefault } }}}\n',
    ],
  ];
  for (const [name, before, after] of rows)
    it(name, () => {
      assert.equal(repaired(before), after);
      assert.equal(podSecurity(read(after).pods[0]!, '1.35').level, 'restricted');
    });
  it('of two containers, the last of them at the end of the text', () => {
    const text = pod().replace(/\n$/, '\n    - name: b');
    assert.equal(podSecurity(read(repaired(text)).pods[0]!, '1.35').level, 'restricted');
  });
});
