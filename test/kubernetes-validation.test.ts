import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readMarks } from '../server/src/core/marked';
import { isCIDR, isIP } from '../server/src/kubernetes/facts/addresses';
import { isCron } from '../server/src/kubernetes/facts/cron';
import { FORMATS, type FormatName } from '../server/src/kubernetes/facts/formats';
import { amountOf } from '../server/src/kubernetes/schema/quantity';
import { BROKEN, SOUND } from './kubernetes-broken';
import { configMap, pod, table } from './kubernetes-table';
import { allRules, Bench } from './samples';

const image = '      image: a\n';
const service = (spec: string) => `apiVersion: v1\nkind: Service\nmetadata:\n  name: a\nspec:\n${spec}`;
const named = (kind: string, name: string, apiVersion = 'v1') =>
  `apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata:\n  name: ${name}\n`;
const hpa = (spec: string) =>
  `apiVersion: autoscaling/v2\nkind: HorizontalPodAutoscaler\nmetadata:\n  name: a\nspec:\n  scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: a}\n${spec}`;
const workload = (kind: string, spec: string, podSpec = '') =>
  `apiVersion: apps/v1\nkind: ${kind}\nmetadata:\n  name: a\nspec:\n${spec}  selector: {matchLabels: {a: b}}\n  template:\n    metadata: {labels: {a: b}}\n    spec:\n${podSpec}      containers: [{name: a, image: a}]\n`;

table('kubernetes/missing-field', [
  ['an image', pod('').replace('- name', '- «name»')],
  ['a name', 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: a\nspec:\n  containers:\n    - «image»: a\n'],
  ['half typed', pod('      «image»:\n')],
  ['null', pod('      «image»: null\n')],
  ['empty text', pod('      «image»: ""\n')],
  ['no spec', 'apiVersion: v1\nkind: «Pod»\nmetadata:\n  name: a\n'],
  ['an empty spec', 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: a\n«spec»: {}\n'],
  ['no metadata', 'apiVersion: v1\nkind: «ConfigMap»\ndata: {}\n'],
  ['no name', 'apiVersion: v1\nkind: ConfigMap\n«metadata»:\n  labels: {a: b}\n'],
  ['a name half typed', 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  «name»:\n'],
  ['generateName will do', 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  generateName: a-\n'],
  ['a question needs no name', 'apiVersion: authentication.k8s.io/v1\nkind: TokenReview\nspec: {token: a}\n'],
  ['a LimitRange gets a name', 'apiVersion: v1\nkind: LimitRange\nmetadata: {}\n'],
  ['in a List', 'apiVersion: v1\nkind: List\nitems:\n  - apiVersion: v1\n    kind: «ConfigMap»\n'],
  ['in a flow map', 'apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec: {containers: [{«name»: a}]}\n'],
  ['one of several handlers', pod(`${image}      «readinessProbe»: {periodSeconds: 5}\n`)],
  ['a misspelt handler is told as that', pod(`${image}      readinessProbe: {httpget: {port: 80}}\n`)],
  ['a handler is there', pod(`${image}      readinessProbe: {grpc: {port: 80}}\n`)],
  ['a volume without a source is an emptyDir', pod(image, '  volumes: [{name: a}]\n')],
  ['a volume’s source without its name', pod(image, '  volumes: [{name: a, «configMap»: {}}]\n')],
  ['a Service without ports', service('  selector: {a: b}\n').replace('spec', '«spec»')],
  ['a headless one needs none', service('  clusterIP: None\n')],
  ['ExternalName needs a name', service('  «type»: ExternalName\n')],
  ['a nameless port among two', service('  ports: [{port: 1, name: a}, {«port»: 2}]\n')],
  ['one nameless port', service('  ports: [{port: 1}]\n')],
  [
    'storage',
    'apiVersion: v1\nkind: PersistentVolumeClaim\nmetadata: {name: a}\nspec:\n  accessModes: [ReadWriteOnce]\n  resources: {«requests»: {memory: 1Gi}}\n',
  ],
  [
    'a tls Secret',
    'apiVersion: v1\nkind: Secret\nmetadata: {name: a}\n«type»: kubernetes.io/tls\nstringData: {tls.crt: a}\n',
  ],
  [
    'both halves in two places',
    'apiVersion: v1\nkind: Secret\nmetadata: {name: a}\ntype: kubernetes.io/tls\nstringData: {tls.crt: a}\ndata: {tls.key: YQ==}\n',
  ],
  [
    'a Job’s restartPolicy',
    'apiVersion: batch/v1\nkind: Job\nmetadata: {name: a}\nspec:\n  template:\n    «spec»: {containers: [{name: a, image: a}]}\n',
  ],
  ['a metric’s own part', hpa('  maxReplicas: 2\n  metrics: [{«type»: Resource}]\n')],
  [
    'a target without its group',
    hpa('  maxReplicas: 2\n')
      .replace('apiVersion: apps/v1, ', '')
      .replace('scaleTargetRef', '«scaleTargetRef»'),
  ],
  [
    'an ingress path',
    'apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata: {name: a}\nspec:\n  rules: [{http: {paths: [{«pathType»: Prefix, backend: {service: {name: a, port: {number: 1}}}}]}}]\n',
  ],
  [
    'ImplementationSpecific needs no path',
    'apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata: {name: a}\nspec:\n  rules: [{http: {paths: [{pathType: ImplementationSpecific, backend: {service: {name: a, port: {name: b}}}}]}}]\n',
  ],
  [
    'an empty pod selector selects all',
    'apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: a}\nspec: {podSelector: {}}\n',
  ],
  ['a template', pod('      image: {{ .Values.image }}\n')],
  ['a custom resource', 'apiVersion: example.com/v1\nkind: A\n'],
  ['broken YAML', pod('      args: [\n')],
]);

table(
  'kubernetes/missing-field',
  [['a patch', 'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: a\nspec:\n  replicas: 3\n']],
  {
    file: 'overlays/prod/deployment.yaml',
  },
);

/** What kubebuilder puts into `config/crd/patches` of every operator. */
table(
  'kubernetes/missing-field',
  [
    [
      'a patch of a definition',
      'apiVersion: apiextensions.k8s.io/v1\nkind: CustomResourceDefinition\nmetadata: {name: as.example.com}\nspec:\n  conversion:\n    strategy: Webhook\n',
    ],
    [
      'a patch of annotations',
      'apiVersion: apiextensions.k8s.io/v1\nkind: CustomResourceDefinition\nmetadata: {name: as.example.com, annotations: {a: b}}\n',
    ],
    [
      'a patch of webhooks',
      'apiVersion: admissionregistration.k8s.io/v1\nkind: ValidatingWebhookConfiguration\nmetadata: {name: a}\nwebhooks: [{name: a.b.example.com}]\n',
    ],
    [
      'a patch of a claim',
      'apiVersion: v1\nkind: PersistentVolumeClaim\nmetadata: {name: a}\nspec: {storageClassName: fast}\n',
    ],
    [
      'an object that is whole, with a fault',
      'apiVersion: v1\nkind: PersistentVolumeClaim\nmetadata: {name: a}\nspec: {accessModes: [ReadWriteOnce], resources: {«requests»: {}}}\n',
    ],
  ],
  { file: 'config/crd/patches/a.yaml' },
);

const claims =
  '  volumeClaimTemplates: [{metadata: {name: b}, spec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Gi}}}, status: {phase: Other}}]\n';

table('kubernetes/missing-field', [
  [
    'a volume that a claim replaces',
    workload('StatefulSet', claims, '      volumes: [{name: b, persistentVolumeClaim: {claimName: ""}}]\n'),
  ],
  [
    'the owner of a template',
    `${named('ReplicationController', 'a')}spec: {template: {metadata: {labels: {a: b}, ownerReferences: [{name: a}]}, spec: {containers: [{name: a, image: a}]}}}\n`,
  ],
  [
    'a volume beside the claims',
    workload('StatefulSet', claims, '      volumes: [{name: c, persistentVolumeClaim: {«claimName»: ""}}]\n'),
  ],
]);
table('kubernetes/missing-field', [
  [
    'a condition met with nothing',
    `${named('Service', 'a')}spec: {type: ExternalName, «externalName»: ""}\n`,
  ],
  [
    'a file share of Azure in a PersistentVolume',
    `${named('PersistentVolume', 'a')}spec: {capacity: {storage: 1Gi}, accessModes: [ReadWriteMany], azureFile: {«shareName»: "", secretName: a}}\n`,
  ],
]);
table('kubernetes/invalid-name', [
  ['a node with a capital', pod('      image: a\n', '  nodeName: «Worker-1»\n')],
  ['no node', pod('      image: a\n', '  nodeName: ""\n')],
]);
table('kubernetes/mutually-exclusive-fields', [
  [
    'a port of 0 is none',
    `${named('Service', 'a')}spec: {type: LoadBalancer, ports: [{port: 80}], externalTrafficPolicy: Cluster, healthCheckNodePort: 0}\n`,
  ],
  [
    'a rollout that does not count',
    workload('DaemonSet', '  updateStrategy: {type: OnDelete, rollingUpdate: {maxUnavailable: 0}}\n'),
  ],
]);
table('kubernetes/invalid-value', [['the status of a claim to be made', workload('StatefulSet', claims)]]);
table('kubernetes/invalid-name', [
  [
    'finalizers of the server itself',
    'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a, finalizers: [foregroundDeletion, kubernetes, a.b/c, «a b»]}\n',
  ],
  [
    'a controller with a longer path',
    `${named('IngressClass', 'a', 'networking.k8s.io/v1')}spec: {controller: example.com/a_b/c}\n`,
  ],
  [
    'a controller without a domain',
    `${named('IngressClass', 'a', 'networking.k8s.io/v1')}spec: {controller: «nginx»}\n`,
  ],
  [
    'every account',
    `${named('FlowSchema', 'a', 'flowcontrol.apiserver.k8s.io/v1')}spec: {priorityLevelConfiguration: {name: a}, rules: [{subjects: [{kind: ServiceAccount, serviceAccount: {name: "*", namespace: a}}], resourceRules: [{verbs: ["*"], apiGroups: ["*"], resources: ["*"], namespaces: ["*"]}]}]}\n`,
  ],
  [
    'the metadata of a template',
    `${named('ReplicationController', 'a')}spec: {template: {metadata: {labels: {a: «b c»}, namespace: "B b", finalizers: ["a b"]}, spec: {containers: [{name: a, image: a}]}}}\n`,
  ],
  ['a variable of kustomize', named('Namespace', '$(namespace)')],
  ['one in a value', pod('      image: a\n', '  serviceAccountName: $(account)-a\n')],
]);

table('kubernetes/invalid-value', [
  [
    'only capitals differ',
    pod(`${image}      imagePullPolicy: «always»\n`),
    pod(`${image}      imagePullPolicy: Always\n`),
  ],
  [
    'quotes stay',
    pod(`${image}      imagePullPolicy: «"always"»\n`),
    pod(`${image}      imagePullPolicy: "Always"\n`),
  ],
  [
    'a typo',
    pod(`${image}      imagePullPolicy: «Allways»\n`),
    pod(`${image}      imagePullPolicy: Always\n`),
  ],
  ['nothing near', pod(`${image}      imagePullPolicy: «Sometimes»\n`)],
  ['empty is the default', pod(`${image}      imagePullPolicy: ""\n`)],
  [
    'an item',
    'apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: a}\nspec: {podSelector: {}, policyTypes: [Ingress, «egress»]}\n',
  ],
  [
    'a word the schema does not list',
    hpa('  maxReplicas: 2\n  behavior: {scaleDown: {selectPolicy: «min»}}\n'),
  ],
  [
    'a Deployment’s pods',
    workload('Deployment', '', '      restartPolicy: «Never»\n'),
    workload('Deployment', '', '      restartPolicy: Always\n'),
  ],
  ['a Pod’s own', pod(image, '  restartPolicy: Never\n')],
  [
    'a role for the whole cluster',
    'apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRoleBinding\nmetadata: {name: a}\nroleRef: {apiGroup: rbac.authorization.k8s.io, kind: «Role», name: a}\n',
  ],
  [
    'a subject without group',
    'apiVersion: rbac.authorization.k8s.io/v1\nkind: RoleBinding\nmetadata: {name: a}\nroleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: a}\nsubjects: [{kind: User, name: a, apiGroup: ""}]\n',
  ],
  ['an address', pod(image, '  hostAliases: [{ip: «10.0.0.256», hostnames: [a]}]\n')],
  ['None is an address here', service('  clusterIP: None\n')],
  [
    'none',
    service('  clusterIP: «none»\n  ports: [{port: 1}]\n'),
    service('  clusterIP: None\n  ports: [{port: 1}]\n'),
  ],
  [
    'a range of one',
    'apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: a}\nspec:\n  podSelector: {}\n  egress: [{to: [{ipBlock: {cidr: «10.0.0.1»}}]}]\n',
    'apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: a}\nspec:\n  podSelector: {}\n  egress: [{to: [{ipBlock: {cidr: 10.0.0.1/32}}]}]\n',
  ],
  [
    'a share',
    workload('Deployment', '  strategy: {rollingUpdate: {maxSurge: «"25"»}}\n'),
    workload('Deployment', '  strategy: {rollingUpdate: {maxSurge: "25%"}}\n'),
  ],
  [
    'a whole number is none',
    workload('Deployment', '  strategy: {rollingUpdate: {maxSurge: 2, maxUnavailable: 0}}\n'),
  ],
  ['a path that goes up', pod(`${image}      volumeMounts: [{name: a, mountPath: /a, subPath: «../b»}]\n`)],
  ['dots in a name', pod(`${image}      volumeMounts: [{name: a, mountPath: /a, subPath: a..b/...}]\n`)],
  [
    'a field of the pod',
    pod(`${image}      env: [{name: A, valueFrom: {fieldRef: {fieldPath: «spec.name»}}}]\n`),
  ],
  [
    'one label of it',
    pod(`${image}      env: [{name: A, valueFrom: {fieldRef: {fieldPath: "metadata.labels['a']"}}}]\n`),
  ],
  ['what a template writes', pod(`${image}      imagePullPolicy: {{ .Values.a }}\n`)],
  ['another type is another rule’s', pod(`${image}      imagePullPolicy: true\n`)],
  ['status is dropped', `${pod(image)}status: {phase: Strange}\n`],
  ['an alias', pod(`${image}      imagePullPolicy: &p «always»\n`)],
  [
    'CRLF',
    pod(`${image}      imagePullPolicy: «always»\r\n`),
    pod(`${image}      imagePullPolicy: Always\r\n`),
  ],
]);

table('kubernetes/invalid-value', [
  [
    'a target without its group',
    hpa('  maxReplicas: 2\n').replace('apps/v1', '«v1»'),
    hpa('  maxReplicas: 2\n'),
  ],
  ['what cannot be empty', pod(image, '  runtimeClassName: «""»\n')],
]);

table('kubernetes/invalid-name', [
  ['capitals', named('ConfigMap', '«Web»'), named('ConfigMap', 'web')],
  ['an underscore in quotes', named('ConfigMap', "«'web_a'»"), named('ConfigMap', "'web-a'")],
  ['a dot in most', named('ConfigMap', 'a.b')],
  ['a dot in a Namespace', named('Namespace', '«a.b»')],
  ['a colon in a role', named('ClusterRole', 'system:A', 'rbac.authorization.k8s.io/v1')],
  ['a colon in a budget', named('PodDisruptionBudget', 'A:b', 'policy/v1')],
  ['too long', named('ConfigMap', `«${'a'.repeat(254)}»`)],
  ['long enough', named('ConfigMap', 'a'.repeat(253))],
  ['a CronJob leaves room', named('CronJob', `«${'a'.repeat(53)}»`, 'batch/v1')],
  ['a number is another rule’s', named('ConfigMap', '1')],
  ['a container', pod(image).replace('- name: a', '- name: «a_b»')],
  ['a label’s key', configMap('  labels: {«a b»: c}\n')],
  ['a label’s prefix', configMap('  labels: {example.com/a: b, «a/b/c»: d}\n')],
  ['a label’s value', configMap('  labels: {a: «"b c"», d: "", e: E_f.g}\n')],
  ['an annotation’s value is free', configMap('  annotations: {a: "b c: d"}\n')],
  [
    'labels of a CronJob’s jobs are not read',
    'apiVersion: batch/v1\nkind: CronJob\nmetadata: {name: a}\nspec:\n  jobTemplate:\n    metadata: {labels: {a b: c d}}\n',
  ],
  [
    'a template’s labels are',
    workload('Deployment', '').replace('labels: {a: b}', 'labels: {a: b, c: «d e»}'),
  ],
  [
    'a key of data',
    'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\ndata: {«a/b»: c, A_b.c: d, ..a: e}\n'.replace(
      '..a',
      '«..a»',
    ),
  ],
  [
    'a port',
    pod(`${image}      ports: [{containerPort: 1, name: «Http»}]\n`),
    pod(`${image}      ports: [{containerPort: 1, name: http}]\n`),
  ],
  ['fifteen letters', pod(`${image}      ports: [{containerPort: 1, name: metrics-exporte}]\n`)],
  ['sixteen', pod(`${image}      ports: [{containerPort: 1, name: «metrics-exporter»}]\n`)],
  ['a Service’s port may be longer', service('  ports: [{port: 1, name: metrics-exporter-port}]\n')],
  [
    'a number in quotes',
    pod(`${image}      livenessProbe: {tcpSocket: {port: «"80"»}}\n`),
    pod(`${image}      livenessProbe: {tcpSocket: {port: 80}}\n`),
  ],
  [
    'a host with its port',
    'apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata: {name: a}\nspec:\n  rules: [{host: «"Shop.example.com:80"»}, {host: "*.example.com"}, {host: «10.0.0.1»}]\n',
    undefined,
  ],
  [
    'what variables can be called',
    pod(`${image}      env: [{name: a.b-c, value: d}, {name: «a=b», value: c}, {name: 1a, value: b}]\n`),
  ],
  [
    'a resource',
    pod(
      `${image}      resources: {limits: {memory: 1Gi, «mem»: 1Gi, nvidia.com/gpu: 1, hugepages-2Mi: 2Mi}}\n`,
    ),
  ],
  ['a namespace', configMap('  namespace: «My_Space»\n'), configMap('  namespace: my-space\n')],
  [
    'CRLF',
    'apiVersion: v1\r\nkind: ConfigMap\r\nmetadata:\r\n  name: «Web»\r\n',
    'apiVersion: v1\r\nkind: ConfigMap\r\nmetadata:\r\n  name: web\r\n',
  ],
]);
table('kubernetes/invalid-name', [['a Service with a digit in front', named('Service', '«1a»')]], {
  version: '1.35',
});
table('kubernetes/invalid-name', [['a Service with a digit in front', named('Service', '1a')]], {
  version: '1.36',
});

table('kubernetes/number-out-of-range', [
  [
    'a port',
    pod(
      `${image}      ports: [{containerPort: «65536»}, {containerPort: «0»}, {containerPort: 1, hostPort: 0}]\n`,
    ),
  ],
  ['fewer than none', workload('Deployment', '  replicas: «-1»\n')],
  ['none', workload('Deployment', '  replicas: 0\n')],
  ['a text is another rule’s', workload('Deployment', '  replicas: "-1"\n')],
  ['a port by number', pod(`${image}      livenessProbe: {httpGet: {port: «70000»}}\n`)],
  [
    'permissions in octal',
    pod(image, '  volumes: [{name: a, secret: {secretName: a, defaultMode: 0777}}]\n'),
  ],
  [
    'permissions in decimal',
    pod(image, '  volumes: [{name: a, secret: {secretName: a, defaultMode: «644»}}]\n'),
    pod(image, '  volumes: [{name: a, secret: {secretName: a, defaultMode: 0644}}]\n'),
  ],
  ['decimal that fits', pod(image, '  volumes: [{name: a, secret: {secretName: a, defaultMode: 420}}]\n')],
  ['more than everything', workload('Deployment', '  strategy: {rollingUpdate: {maxUnavailable: «101%»}}\n')],
  ['a surge may be more', workload('Deployment', '  strategy: {rollingUpdate: {maxSurge: 200%}}\n')],
  ['an amount below nothing', pod(`${image}      resources: {limits: {cpu: «-100m», memory: 0}}\n`)],
  [
    'a request above its limit',
    pod(
      `${image}      resources: {limits: {cpu: 1, memory: 1Gi}, requests: {cpu: «1500m», memory: 1024Mi}}\n`,
    ),
  ],
  ['the same in other words', pod(`${image}      resources: {limits: {cpu: 0.7}, requests: {cpu: 700m}}\n`)],
  ['min above max', hpa('  minReplicas: 3\n  maxReplicas: «2»\n')],
  [
    'one success',
    pod(
      `${image}      livenessProbe: {tcpSocket: {port: 80}, successThreshold: «2»}\n      readinessProbe: {tcpSocket: {port: 80}, successThreshold: 2}\n`,
    ),
  ],
  [
    'a weight',
    pod(
      image,
      '  affinity:\n    podAntiAffinity:\n      preferredDuringSchedulingIgnoredDuringExecution:\n        - {weight: «0», podAffinityTerm: {topologyKey: a}}\n',
    ),
  ],
  ['what a template writes', workload('Deployment', '  replicas: {{ .Values.a }}\n')],
]);

table('kubernetes/duplicate-list-item', [
  ['a volume', pod(image, '  volumes: [{name: a}, {name: «a»}]\n')],
  [
    'a mount path',
    pod(
      `${image}      volumeMounts: [{name: a, mountPath: /a}, {name: b, mountPath: «/a»}, {name: a, mountPath: /b}]\n`,
    ),
  ],
  [
    'a port’s name',
    pod(`${image}      ports: [{containerPort: 1, name: a}, {containerPort: 2, name: «a»}]\n`),
  ],
  ['nameless ports', pod(`${image}      ports: [{containerPort: 1}, {containerPort: 1}]\n`)],
  ['a variable may come twice', pod(`${image}      env: [{name: A, value: a}, {name: A, value: b}]\n`)],
  ['three times', pod(image, '  volumes: [{name: a}, {name: «a»}, {name: «a»}]\n')],
  [
    'the protocol that is left out',
    service(
      '  ports: [{name: a, port: 1}, {name: b, port: «1», protocol: TCP}, {name: c, port: 1, protocol: UDP}]\n',
    ),
  ],
  [
    'a node port',
    service(
      '  type: NodePort\n  ports: [{name: a, port: 1, nodePort: 30001}, {name: b, port: 2, nodePort: «30001»}]\n',
    ),
  ],
  ['half typed', pod(image, '  volumes:\n    - name:\n    - name:\n')],
  [
    'a container that runs before',
    pod(image.replace('a\n', 'a\n'), '  initContainers: [{name: a, image: b}]\n').replace(
      '- name: a',
      '- name: «a»',
    ),
  ],
  ['in two pods', `${pod(image)}---\n${pod(image)}`],
]);

table('kubernetes/mutually-exclusive-fields', [
  [
    'two sources',
    pod(image, '  volumes: [{name: a, emptyDir: {}, «hostPath»: {path: /a}}]\n'),
    pod(image, '  volumes: [{name: a, hostPath: {path: /a}}]\n'),
  ],
  ['null is nothing', pod(image, '  volumes: [{name: a, emptyDir: null, hostPath: {path: /a}}]\n')],
  [
    'two handlers',
    pod(`${image}      livenessProbe:\n        exec: {command: [a]}\n        «tcpSocket»: {port: 1}\n`),
  ],
  [
    'an empty value',
    pod(`${image}      env: [{name: A, value: "", valueFrom: {fieldRef: {fieldPath: metadata.name}}}]\n`),
  ],
  [
    'Recreate',
    workload('Deployment', '  strategy:\n    type: Recreate\n    «rollingUpdate»: {maxSurge: 1}\n'),
    workload('Deployment', '  strategy:\n    type: Recreate\n'),
  ],
  ['no type is RollingUpdate', workload('Deployment', '  strategy:\n    rollingUpdate: {maxSurge: 1}\n')],
  ['a node port of a ClusterIP', service('  ports: [{port: 1, «nodePort»: 30001}]\n')],
  ['a node port of 0', service('  ports: [{port: 1, nodePort: 0}]\n')],
  ['a node port of a LoadBalancer', service('  type: LoadBalancer\n  ports: [{port: 1, nodePort: 30001}]\n')],
  ['headless and reachable', service('  type: LoadBalancer\n  clusterIP: «None»\n  ports: [{port: 1}]\n')],
  ['a class without a balancer', service('  «loadBalancerClass»: a/b\n  ports: [{port: 1}]\n')],
  ['a policy without a way in', service('  «externalTrafficPolicy»: Local\n  ports: [{port: 1}]\n')],
  [
    'a way in by address',
    service('  externalTrafficPolicy: Local\n  externalIPs: [203.0.113.1]\n  ports: [{port: 1}]\n'),
  ],
  [
    'a probe before the start',
    pod(image, '  initContainers: [{name: b, image: b, «livenessProbe»: {tcpSocket: {port: 1}}}]\n'),
  ],
  [
    'a sidecar’s',
    pod(
      image,
      '  initContainers: [{name: b, image: b, restartPolicy: Always, livenessProbe: {tcpSocket: {port: 1}}}]\n',
    ),
  ],
  [
    'nobody may go or come',
    workload('Deployment', '  strategy: {rollingUpdate: {maxSurge: 0, maxUnavailable: «0»}}\n'),
  ],
  ['a DaemonSet’s surge', workload('DaemonSet', '  updateStrategy: {rollingUpdate: {maxSurge: «1»}}\n')],
  [
    'with room for it',
    workload('DaemonSet', '  updateStrategy: {rollingUpdate: {maxSurge: 1, maxUnavailable: 0}}\n'),
  ],
  ['pods that are to run on', workload('Deployment', '', '      «activeDeadlineSeconds»: 5\n')],
  ['Exists with a value', pod(image, '  tolerations: [{key: a, operator: Exists, «value»: b}]\n')],
  [
    'two kinds of peers',
    'apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: a}\nspec:\n  podSelector: {}\n  ingress: [{from: [{podSelector: {}, namespaceSelector: {}}, {ipBlock: {cidr: 10.0.0.0/8}, «podSelector»: {}}]}]\n',
  ],
  [
    'both halves of a budget',
    'apiVersion: policy/v1\nkind: PodDisruptionBudget\nmetadata: {name: a}\nspec:\n  minAvailable: 1\n  «maxUnavailable»: 1\n  selector: {}\n',
  ],
  ['what a template writes', service('  type: {{ .Values.type }}\n  ports: [{port: 1, nodePort: 30001}]\n')],
]);

table('kubernetes/wrong-scope', [
  [
    'a Namespace in one',
    `${configMap('').replace('ConfigMap', 'Namespace')}  «namespace»: b\n`,
    configMap('').replace('ConfigMap', 'Namespace'),
  ],
  ['none written', `${named('Namespace', 'a')}  namespace:\n`],
  [
    'a binding for the whole cluster',
    'apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRoleBinding\nmetadata: {name: a, «namespace»: b}\n',
    'apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRoleBinding\nmetadata: {name: a}\n',
  ],
]);

table('kubernetes/unknown-kind', [
  ['a version that never was', named('Deployment', 'a', '«apps/v2»'), named('Deployment', 'a', 'apps/v1')],
  ['the plural', named('«Pods»', 'a'), named('Pod', 'a')],
  ['removed ones are another rule’s', named('Ingress', 'a', 'extensions/v1beta1')],
  ['a group that is not ours', named('VirtualService', 'a', 'networking.istio.io/v1')],
  ['half typed', 'apiVersion: apps/v\nkind: Deployment\nmetadata:\n  name: a\n'],
  ['letters in another order', named('Pod', 'a', '«1v»'), named('Pod', 'a', 'v1')],
  ['a capital', named('Deployment', 'a', '«apps/V1»'), named('Deployment', 'a', 'apps/v1')],
  ['another program’s version', named('Dashboards', 'a', '1')],
]);

describe('formats', () => {
  const CASES: readonly (readonly [FormatName, right: readonly string[], wrong: readonly string[]])[] = [
    ['dns-label', ['a', '1', 'a-b', 'a'.repeat(63)], ['', 'A', 'a.b', '-a', 'a-', 'a'.repeat(64), 'ä']],
    ['dns-subdomain', ['a.b', '1.2'], ['a..b', '.a', 'a.', 'a_b']],
    ['dns-1035', ['a1'], ['1a', 'a.b']],
    ['port-name', ['http', '1a', 'a-b'], ['80', 'a--b', '-a', 'A', 'a'.repeat(16)]],
    ['label-key', ['a', 'A_b.c', 'example.com/A'], ['', 'a/', '/a', 'a b', 'A.com/a', 'a'.repeat(64)]],
    ['annotation-key', ['Example.com/A'], ['a b']],
    ['label-value', ['', 'A_b.c'], ['-a', 'a-', 'a/b', 'a'.repeat(64)]],
    ['config-key', ['A_b.c', '.a', '-'], ['.', '..', '..a', 'a/b', '']],
    ['environment-name', ['a b', 'A.b-c', '1'], ['', 'a=b', 'ä']],
    ['host', ['a.b', '*.a.b'], ['a.b:80', 'https://a', '10.0.0.1', 'A.b', '*']],
    ['time-zone', ['Asia/Seoul', 'UTC', 'Etc/GMT+9'], ['Seoul', '+09:00', 'Asia/Nowhere']],
    ['percent', ['0%', '250%'], ['1.5%', '-1%', '25', '25 %']],
    ['relative-path', ['a', 'a/..b', ''], ['/a', '..', 'a/../b']],
  ];
  for (const [name, right, wrong] of CASES) {
    for (const text of right)
      it(`${name}: ${text}`, () => assert.equal(FORMATS[name].fault(text), undefined));
    for (const text of wrong)
      it(`${name}: not ${JSON.stringify(text)}`, () => assert.notEqual(FORMATS[name].fault(text), undefined));
  }
});

describe('cron schedules', () => {
  for (const text of [
    '* * * * *',
    '*/5 0-6,12 1 JAN-mar ?',
    '0 3 * * 0',
    '@daily',
    '@every 1h30m',
    ' 0  3 * * * ',
  ])
    it(text, () => assert.ok(isCron(text)));
  for (const text of [
    '* * * *',
    '* * * * * *',
    '60 * * * *',
    '* 24 * * *',
    '* * 0 * *',
    '* * * 13 *',
    '* * * * 7',
    '*/0 * * * *',
    '5-1 * * * *',
    '@dayly',
    'TZ=UTC 0 3 * * *',
    '',
  ])
    it(`not ${JSON.stringify(text)}`, () => assert.ok(!isCron(text)));
});

describe('addresses', () => {
  for (const text of ['10.0.0.1', '::1', '::', 'fe80::1', '1:2:3:4:5:6:7:8', '::ffff:10.0.0.1'])
    it(text, () => assert.ok(isIP(text)));
  for (const text of [
    '10.0.0',
    '10.0.0.256',
    '1:2:3',
    ':::1',
    '1::2::3',
    'a',
    '12345::',
    '1:2:3:4:5:6:7:8:9',
    '',
  ])
    it(`not ${JSON.stringify(text)}`, () => assert.ok(!isIP(text)));
  it('ranges', () => {
    assert.ok(isCIDR('10.0.0.0/8') && isCIDR('::/0') && isCIDR('fe80::/64'));
    assert.ok(!isCIDR('10.0.0.0') && !isCIDR('10.0.0.0/33') && !isCIDR('::/129') && !isCIDR('10.0.0.0/'));
  });
});

it('says how much a quantity is', () => {
  const amounts = ['1', '500m', '1k', '1Ki', '1.5Gi', '1e3', '-2', '3n', '1E', 'a'].map(amountOf);
  assert.deepEqual(amounts, [1, 0.5, 1000, 1024, 1.5 * 1024 ** 3, 1000, -2, 3e-9, 1e18, undefined]);
});

describe('one fault, one finding', () => {
  const { language } = allRules.find(({ rule }) => rule.id === 'kubernetes/missing-field')!;
  for (const text of SOUND)
    it(`nothing in a sound ${/kind: (\w+)/.exec(text)![1]}`, () => {
      const loud = new Bench(language, text)
        .diagnose()
        .filter(({ severity }) => /error|warning/.test(severity));
      assert.deepEqual(loud, []);
    });
  for (const { name, marked, rule, fixed } of BROKEN)
    it(name, () => {
      const { text, ranges } = readMarks(marked);
      const tried = new Bench(language, text);
      const found = tried.diagnose().filter(({ severity }) => /error|warning/.test(severity));
      assert.deepEqual(
        found.map((one) => `${one.rule.id} ${text.slice(one.start, one.end)}`),
        ranges.map(({ start, end }) => `${rule} ${text.slice(start, end)}`),
      );
      const [fix] = found[0]!.finding.fixes ?? [];
      assert.equal(fix && tried.fixed(fix)[tried.uri], fixed);
    });
});
