export type Path = readonly (string | number)[];

/** In the place of a value: the field is not there. */
export const REMOVED = Symbol('removed');

const FLAGS = [true, false, null, REMOVED];
const PROFILES = ['RuntimeDefault', 'Localhost', 'Unconfined', 'unconfined', '', null, REMOVED];
const DEFAULT_CAPABILITIES = [
  ...['AUDIT_WRITE', 'CHOWN', 'DAC_OVERRIDE', 'FOWNER', 'FSETID', 'KILL', 'MKNOD', 'NET_BIND_SERVICE'],
  ...['SETFCAP', 'SETGID', 'SETPCAP', 'SETUID', 'SYS_CHROOT'],
];
const OTHER_CAPABILITIES = ['NET_RAW', 'NET_ADMIN', 'SYS_ADMIN', 'ALL', 'CAP_CHOWN', 'chown', ''];
const SYSCTLS = [
  ...['kernel.shm_rmid_forced', 'net.ipv4.ip_local_port_range', 'net.ipv4.ip_unprivileged_port_start'],
  ...['net.ipv4.tcp_syncookies', 'net.ipv4.ping_group_range', 'net.ipv4.ip_local_reserved_ports'],
  ...['net.ipv4.tcp_keepalive_time', 'net.ipv4.tcp_fin_timeout', 'net.ipv4.tcp_keepalive_intvl'],
  ...['net.ipv4.tcp_keepalive_probes', 'net.ipv4.tcp_rmem', 'net.ipv4.tcp_wmem'],
  ...['net.ipv4.tcp_slow_start_after_idle', 'net.ipv4.tcp_notsent_lowat'],
  ...['kernel.msgmax', 'net.core.somaxconn', 'kernel/shm_rmid_forced', ''],
];
const VOLUMES: Readonly<Record<string, unknown>> = {
  configMap: { name: 'a' },
  secret: { secretName: 'a' },
  emptyDir: {},
  downwardAPI: {},
  projected: { sources: [] },
  persistentVolumeClaim: { claimName: 'a' },
  ephemeral: {
    volumeClaimTemplate: {
      spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } },
    },
  },
  csi: { driver: 'a.example.com' },
  image: { reference: 'a:1' },
  hostPath: { path: '/var/log' },
  nfs: { server: 'a', path: '/a' },
  iscsi: { targetPortal: '10.0.0.1:3260', iqn: 'iqn.2001-04.com.example:a', lun: 0 },
  gcePersistentDisk: { pdName: 'a' },
  awsElasticBlockStore: { volumeID: 'a' },
  gitRepo: { repository: 'https://example.com/a.git' },
  cephfs: { monitors: ['10.0.0.1'] },
  rbd: { monitors: ['10.0.0.1'], image: 'a' },
  fc: { targetWWNs: ['500a0982991b8dc5'], lun: 0 },
  flexVolume: { driver: 'example.com/a' },
  glusterfs: { endpoints: 'a', path: 'a' },
  azureDisk: { diskName: 'a', diskURI: 'https://example.com/a.vhd' },
  azureFile: { secretName: 'a', shareName: 'a' },
  vsphereVolume: { volumePath: '[a] a' },
  cinder: { volumeID: 'a' },
  flocker: { datasetName: 'a' },
  quobyte: { registry: '10.0.0.1:7861', volume: 'a' },
  photonPersistentDisk: { pdID: 'a' },
  portworxVolume: { volumeID: 'a' },
  scaleIO: { gateway: 'https://example.com', system: 'a', secretRef: { name: 'a' }, volumeName: 'a' },
  storageos: { volumeName: 'a' },
};

/** Fields of a `securityContext`, of the pod and of a container alike. */
const ANY_CONTEXT: readonly (readonly [Path, readonly unknown[]])[] = [
  [['runAsNonRoot'], FLAGS],
  [['runAsUser'], [0, 1, 1000, null, REMOVED]],
  [['runAsGroup'], [0]],
  [['seccompProfile'], [{}, null, REMOVED]],
  [['seccompProfile', 'type'], PROFILES],
  [['appArmorProfile'], [{}, null]],
  [['appArmorProfile', 'type'], PROFILES],
  [['windowsOptions'], [{}, null]],
  [['windowsOptions', 'hostProcess'], FLAGS],
  [['windowsOptions', 'runAsUserName'], ['ContainerAdministrator']],
  [['seLinuxOptions'], [{}, null]],
  [['seLinuxOptions', 'level'], ['s0:c123,c456']],
  [
    ['seLinuxOptions', 'user'],
    ['system_u', ''],
  ],
  [
    ['seLinuxOptions', 'role'],
    ['system_r', ''],
  ],
  [
    ['seLinuxOptions', 'type'],
    ['', 'container_t', 'container_init_t', 'container_kvm_t', 'container_engine_t', 'spc_t', null],
  ],
];

/** Fields of a pod template, with sound values and others. */
export const POD: readonly (readonly [Path, readonly unknown[]])[] = [
  [['spec', 'hostNetwork'], FLAGS],
  [['spec', 'hostPID'], FLAGS],
  [['spec', 'hostIPC'], FLAGS],
  [['spec', 'hostUsers'], FLAGS],
  [
    ['spec', 'os'],
    [{ name: 'windows' }, { name: 'linux' }, {}, null, REMOVED],
  ],
  [
    ['spec', 'ephemeralContainers'],
    [null, [], REMOVED],
  ],
  [
    ['spec', 'initContainers'],
    [null, [], REMOVED],
  ],
  [
    ['spec', 'securityContext'],
    [{}, null, REMOVED],
  ],
  ...ANY_CONTEXT.map(([path, values]) => [['spec', 'securityContext', ...path], values] as const),
  [
    ['spec', 'securityContext', 'sysctls'],
    [[], null, ...SYSCTLS.map((name) => [{ name, value: '1' }])],
  ],
  [['spec', 'securityContext', 'supplementalGroups'], [[0]]],
  [
    ['spec', 'volumes'],
    [[], null, [{ name: 'v' }], [{ name: 'v', hostPath: null }]],
  ],
  [['spec', 'volumes'], Object.entries(VOLUMES).map(([source, value]) => [{ name: 'v', [source]: value }])],
  ...['web', 'first', 'debug', 'nobody', ''].flatMap((container) => [
    [
      ['metadata', 'annotations', `container.apparmor.security.beta.kubernetes.io/${container}`],
      ['runtime/default', 'localhost/x', 'localhost', 'unconfined', ''],
    ] as const,
    [
      ['metadata', 'annotations', `container.seccomp.security.alpha.kubernetes.io/${container}`],
      ['runtime/default', 'unconfined'],
    ] as const,
  ]),
  [
    ['metadata', 'annotations', 'seccomp.security.alpha.kubernetes.io/pod'],
    ['runtime/default', 'unconfined'],
  ],
];

const HANDLERS = [
  'livenessProbe',
  'readinessProbe',
  'startupProbe',
  'lifecycle.postStart',
  'lifecycle.preStop',
];

/** Fields of a container. */
export const CONTAINER: readonly (readonly [Path, readonly unknown[]])[] = [
  [['securityContext'], [{}, null, REMOVED]],
  ...ANY_CONTEXT.map(([path, values]) => [['securityContext', ...path], values] as const),
  [['securityContext', 'allowPrivilegeEscalation'], FLAGS],
  [['securityContext', 'privileged'], FLAGS],
  [['securityContext', 'readOnlyRootFilesystem'], [false]],
  [
    ['securityContext', 'procMount'],
    ['Default', 'Unmasked', '', null],
  ],
  [
    ['securityContext', 'capabilities'],
    [{}, null, REMOVED],
  ],
  [
    ['securityContext', 'capabilities', 'add'],
    [[], null, ...[...DEFAULT_CAPABILITIES, ...OTHER_CAPABILITIES].map((one) => [one]), ['CHOWN', 'NET_RAW']],
  ],
  [
    ['securityContext', 'capabilities', 'drop'],
    [[], null, ['all'], ['ALL', 'NET_RAW'], ['NET_RAW'], ['NET_RAW', 'ALL'], ['CAP_ALL'], REMOVED],
  ],
  [
    ['ports'],
    [0, 80, null, undefined].map((hostPort) => [
      { containerPort: 80, ...(hostPort !== undefined && { hostPort }) },
    ]),
  ],
  ...HANDLERS.flatMap((handler) => {
    const path = handler.split('.');
    return ['httpGet', 'tcpSocket'].flatMap((action) => [
      [
        [...path, action],
        [{ port: 80 }, null],
      ] as const,
      [
        [...path, action],
        ['', '127.0.0.1', 'web.example.com', null].map((host) => ({ host, port: 80 })),
      ] as const,
    ]);
  }),
  [['livenessProbe'], [{ grpc: { port: 80 } }, { exec: { command: ['true'] } }]],
];
