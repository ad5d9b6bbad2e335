import { across, answers, pod, table } from './kubernetes-table';

// Ports, volumes and selectors: what could be got wrong in telling that two objects do not meet.

const join = (...texts: readonly string[]) => texts.join('---\n');
const service = (spec: string, name = 'web') =>
  `apiVersion: v1\nkind: Service\nmetadata:\n  name: ${name}\nspec:\n${spec}`;
const ingress = (port: string) =>
  `apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata: {name: a}\nspec:\n  rules:\n    - http:\n        paths:\n          - backend: {service: {name: web, port: {${port}}}}\n`;
const WEB = '  ports: [{port: 80, targetPort: 8080, name: http}]\n';

table('kubernetes/service-port-mismatch', [
  [
    'the number of the Pods',
    join(ingress('number: «8080»'), service(WEB)),
    join(ingress('number: 80'), service(WEB)),
  ],
  ['a number in quotes is another rule’s', join(ingress('number: "8080"'), service(WEB))],
  [
    'v1beta1',
    'apiVersion: extensions/v1beta1\nkind: Ingress\nmetadata: {name: a}\nspec:\n  backend: {serviceName: web, servicePort: «81»}\n---\n'.concat(
      service(WEB),
    ),
  ],
  [
    'v1beta1 by name',
    'apiVersion: networking.k8s.io/v1beta1\nkind: Ingress\nmetadata: {name: a}\nspec:\n  backend: {serviceName: web, servicePort: http}\n---\n'.concat(
      service(WEB),
    ),
  ],
  [
    'a webhook',
    'apiVersion: admissionregistration.k8s.io/v1\nkind: ValidatingWebhookConfiguration\nmetadata: {name: a}\nwebhooks:\n  - name: a.example.com\n    clientConfig: {service: {name: web, namespace: default, port: «443»}}\n---\n'.concat(
      service(WEB),
    ),
  ],
  [
    'a route of another kind',
    join(
      'apiVersion: gateway.networking.k8s.io/v1\nkind: HTTPRoute\nmetadata: {name: a}\nspec:\n  rules:\n    - backendRefs: [{group: inference.networking.k8s.io, kind: InferencePool, name: web, port: 81}]\n',
      service(WEB),
    ),
  ],
  [
    'a route',
    join(
      'apiVersion: gateway.networking.k8s.io/v1\nkind: HTTPRoute\nmetadata: {name: a}\nspec:\n  rules:\n    - backendRefs: [{name: web, port: «81»}]\n',
      service(WEB),
    ),
  ],
  [
    'several: none is the one that is meant',
    join(ingress('number: «82»'), service('  ports: [{port: 80}, {port: 81}]\n')),
  ],
  ['no ports', join(ingress('number: 80'), service('  clusterIP: None\n'))],
  ['a port somebody has yet to fill in', join(ingress('number: 80'), service('  ports: [{port: PORT}]\n'))],
  ['a template', join(ingress('number: 80'), service('  ports: [{port: {{ .Values.port }}}]\n'))],
  ['half typed', join(ingress('number: '), service(WEB))],
  ['a broken Ingress', join(ingress('number: 81').replace('rules:', 'rules: ['), service(WEB))],
]);

across('kubernetes/service-port-mismatch', [
  ['a neighbour', { 'ingress/a.yaml': ingress('number: «81»'), 'svc/a.yaml': service(WEB) }],
  [
    'another end of the workspace',
    { 'one/of/many/a.yaml': ingress('number: 81'), 'two/of/them/b.yaml': service(WEB) },
  ],
  [
    'the nearest of the name has it',
    {
      'a/a.yaml': ingress('number: 81'),
      'a/b.yaml': service('  ports: [{port: 81}]\n'),
      'b/a.yaml': service(WEB),
    },
  ],
]);

const labelled = (container: string) =>
  pod(`      image: a:1\n${container}`).replace('  name: a\nspec', '  name: a\n  labels: {app: web}\nspec');
const to = (port: string, spec = '') =>
  service(`${spec}  selector: {app: web}\n  ports:\n    - port: 80\n      ${port}\n`);
const HTTP = '      ports: [{containerPort: 8080, name: http}]\n';

table('kubernetes/target-port-mismatch', [
  [
    'a number nobody declares',
    join(to('targetPort: «8081»'), labelled(HTTP)),
    join(to('targetPort: 8080'), labelled(HTTP)),
  ],
  [
    'of several declared ones some may be left out',
    join(to('targetPort: 8081'), labelled('      ports: [{containerPort: 8080}, {containerPort: 9090}]\n')),
  ],
  [
    'the declared one is led to already',
    join(
      service(
        '  selector: {app: web}\n  ports: [{port: 80, targetPort: 8080, name: a}, {port: 443, targetPort: 8443, name: b}]\n',
      ),
      labelled(HTTP),
    ),
  ],
  ['no ports are declared', join(to('targetPort: 8081'), labelled(''))],
  ['a name, and no ports', join(to('targetPort: «http»'), labelled(''))],
  ['a name of another protocol', join(to('targetPort: «http»\n      protocol: UDP'), labelled(HTTP))],
  [
    'a sidecar has it',
    join(
      to('targetPort: http'),
      labelled('').replace(
        'spec:\n',
        'spec:\n  initContainers: [{name: b, image: a:1, restartPolicy: Always, ports: [{containerPort: 8080, name: http}]}]\n',
      ),
    ),
  ],
  [
    'an init container ends before',
    join(
      to('targetPort: «http»'),
      labelled('').replace(
        'spec:\n',
        'spec:\n  initContainers: [{name: b, image: a:1, ports: [{containerPort: 8080, name: http}]}]\n',
      ),
    ),
  ],
  ['headless', join(to('targetPort: htpp', '  clusterIP: None\n'), labelled(HTTP))],
  ['ExternalName', join(to('targetPort: htpp', '  type: ExternalName\n'), labelled(HTTP))],
  [
    'the labels are written by a template',
    join(
      to('targetPort: htpp'),
      labelled(HTTP).replace('{app: web}', '{app: web, tier: "{{ .Values.tier }}"}'),
    ),
  ],
  ['a number in quotes is another rule’s', join(to('targetPort: "8081"'), labelled(HTTP))],
  ['half typed', join(to('targetPort:'), labelled('      ports: [{containerPort: 80}]\n'))],
  [
    'the name stays where a probe knows it',
    join(to('targetPort: «htpp»'), labelled(`${HTTP}      readinessProbe: {httpGet: {port: http}}\n`)),
    join(to('targetPort: http'), labelled(`${HTTP}      readinessProbe: {httpGet: {port: http}}\n`)),
  ],
  [
    'CRLF',
    join(to('targetPort: «htpp»'), labelled(HTTP)).replaceAll('\n', '\r\n'),
    join(to('targetPort: http'), labelled(HTTP)).replaceAll('\n', '\r\n'),
  ],
]);

table('kubernetes/probe-port-name', [
  [
    'flow style',
    labelled(`${HTTP}      livenessProbe: {httpGet: {port: «htp»}}\n`),
    labelled(`${HTTP}      livenessProbe: {httpGet: {port: http}}\n`),
  ],
  ['a hook', labelled(`${HTTP}      lifecycle: {preStop: {httpGet: {port: «stop»}}}\n`)],
  ['a socket', labelled(`${HTTP}      startupProbe: {tcpSocket: {port: «htp»}}\n`)],
  ['gRPC is asked by number', labelled(`${HTTP}      startupProbe: {grpc: {port: htp}}\n`)],
  ['numbers are free', labelled(`${HTTP}      livenessProbe: {httpGet: {port: 9999}}\n`)],
  [
    'a number in quotes is another rule’s',
    labelled(`${HTTP}      livenessProbe: {httpGet: {port: "8080"}}\n`),
  ],
  [
    'a sidecar asks itself',
    labelled(HTTP).replace(
      'spec:\n',
      'spec:\n  initContainers: [{name: b, image: a:1, restartPolicy: Always, livenessProbe: {httpGet: {port: «http»}}}]\n',
    ),
  ],
  [
    'an init container has no probes',
    labelled('').replace(
      'spec:\n',
      'spec:\n  initContainers: [{name: b, image: a:1, livenessProbe: {httpGet: {port: http}}}]\n',
    ),
  ],
  ['without ports there is nothing to name', labelled('      livenessProbe: {httpGet: {port: «http»}}\n')],
  [
    'a template',
    labelled(
      '      ports: [{containerPort: 8080, name: "{{ .Values.name }}"}]\n      livenessProbe: {httpGet: {port: http}}\n',
    ),
  ],
  ['half typed', labelled(`${HTTP}      livenessProbe: {httpGet: {port: }}\n`)],
]);

const mount = (name: string, volumes: string) =>
  pod(`      image: a:1\n      volumeMounts:\n        - {name: ${name}, mountPath: /a}\n${volumes}`);

table('kubernetes/volume-mount-without-volume', [
  [
    'flow style, where the list is empty',
    mount('«data»', '  volumes: []\n'),
    mount('data', '  volumes: [{name: data, emptyDir: {}}]\n'),
  ],
  ['null', mount('«data»', '  volumes:\n'), mount('data', '  volumes: [{name: data, emptyDir: {}}]\n')],
  [
    'a flow list',
    mount('«cache»', '  volumes: [{name: data}]\n'),
    mount('cache', '  volumes: [{name: data}, {name: cache, emptyDir: {}}]\n'),
  ],
  [
    'CRLF',
    mount('«cache»', '').replaceAll('\n', '\r\n'),
    `${mount('cache', '')}  volumes:\n    - name: cache\n      emptyDir: {}\n`.replaceAll('\n', '\r\n'),
  ],
  [
    'an init container',
    mount(
      'data',
      '  volumes: [{name: data}]\n  initContainers: [{name: b, volumeMounts: [{name: «date», mountPath: /b}]}]\n',
    ),
  ],
  [
    'a device',
    pod(
      '      image: a:1\n      volumeDevices: [{name: «date», devicePath: /dev/a}]\n  volumes: [{name: data, persistentVolumeClaim: {claimName: a}}]\n',
    ),
  ],
  [
    'a claim of resources',
    pod(
      '      image: a:1\n      resources: {claims: [{name: «gpus»}]}\n  resourceClaims: [{name: gpu, resourceClaimName: gpu}]\n',
    ),
  ],
  [
    'the StatefulSet makes it',
    'apiVersion: apps/v1\nkind: StatefulSet\nmetadata: {name: a}\nspec:\n  template:\n    spec:\n      containers: [{name: a, image: a:1, volumeMounts: [{name: data, mountPath: /a}, {name: «dat», mountPath: /b}]}]\n  volumeClaimTemplates: [{metadata: {name: data}}]\n',
  ],
  [
    'a Deployment does not',
    'apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: a}\nspec:\n  selector: {matchLabels: {a: b}}\n  template:\n    spec:\n      containers: [{name: a, image: a:1, volumeMounts: [{name: «data», mountPath: /a}]}]\n  volumeClaimTemplates: [{metadata: {name: data}}]\n',
  ],
  ['half typed', mount('', '  volumes: [{name: data}]\n')],
  [
    'a template',
    mount('data', '  volumes:\n    {{- range .Values.volumes }}\n    - name: {{ .name }}\n    {{- end }}\n'),
  ],
  ['through an alias', mount('*v', '  volumes: [{name: &v data}]\n').replace('*v', 'data')],
  [
    'a merge key',
    'apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec:\n  containers:\n    - &c {name: a, volumeMounts: [{name: «date», mountPath: /a}]}\n    - {<<: *c, name: b}\n  volumes: [{name: data}]\n'.replace(
      '    - {<<: *c, name: b}\n',
      '',
    ),
  ],
  [
    'the volume is mounted by its name already',
    mount(
      '«date»',
      '  volumes: [{name: data}]\n  initContainers: [{name: b, volumeMounts: [{name: data, mountPath: /b}]}]\n',
    ),
    mount(
      'data',
      '  volumes: [{name: data}]\n  initContainers: [{name: b, volumeMounts: [{name: data, mountPath: /b}]}]\n',
    ),
  ],
]);

const budget = (selector: string, more = '') =>
  `apiVersion: policy/v1\nkind: PodDisruptionBudget\nmetadata: {name: web-pdb${more}}\nspec:\n  minAvailable: 1\n  selector: ${selector}\n`;
const running = (labels: string, name = 'web') =>
  `apiVersion: v1\nkind: Pod\nmetadata:\n  name: ${name}\n  labels: {${labels}}\nspec:\n  containers: [{name: a, image: a:1}]\n`;

table('kubernetes/selector-near-miss', [
  ['a name in common says enough', join(budget('{matchLabels: {app: «shop»}}'), running('app: web'))],
  ['no name, and another word', join(budget('{matchLabels: {app: shop}}'), running('app: web', 'other'))],
  [
    'matchExpressions',
    join(budget('{matchExpressions: [{key: app, operator: In, values: «[wbe]»}]}'), running('app: web')),
    join(budget('{matchExpressions: [{key: app, operator: In, values: [web]}]}'), running('app: web')),
  ],
  [
    'NotIn',
    join(budget('{matchExpressions: [{key: «app», operator: NotIn, values: [web]}]}'), running('app: web')),
  ],
  ['everything', join(budget('{}'), running('app: web'))],
  [
    'another budget has it',
    join(
      budget('{matchLabels: {app: wbe}}', '-2'),
      budget('{matchLabels: {app: web}}'),
      running('app: web', 'other'),
    ),
  ],
  [
    'another namespace',
    join(
      budget('{matchLabels: {app: wbe}}'),
      running('app: web').replace('name: web', 'name: web\n  namespace: prod'),
    ),
  ],
  [
    'one is selected',
    join(budget('{matchLabels: {app: web}}'), running('app: web'), running('app: wbe', 'two')),
  ],
  [
    'a label a template writes',
    join(budget('{matchLabels: {app: wbe}}'), running('app: "{{ .Values.app }}"')),
  ],
  [
    'a selector the server rejects',
    join(budget('{matchExpressions: [{key: app, operator: Is, values: [wbe]}]}'), running('app: web')),
  ],
  [
    'whom a policy lets in has nothing to do with its name',
    `apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: web}\nspec:\n  podSelector: {}\n  ingress: [{from: [{podSelector: {matchLabels: {app: prometheus}}}]}]\n---\n${running('app: web')}`,
  ],
  [
    'a peer of other namespaces',
    `apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: a}\nspec:\n  podSelector: {}\n  ingress: [{from: [{podSelector: {matchLabels: {app: wbe}}, namespaceSelector: {}}]}]\n---\n${running('app: web')}`,
  ],
  [
    'a peer',
    `apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: a}\nspec:\n  podSelector: {}\n  egress: [{to: [{podSelector: {matchLabels: {app: «wbe»}}}]}]\n---\n${running('app: web')}`,
  ],
  [
    'a PodMonitor looks at Pods',
    `apiVersion: monitoring.coreos.com/v1\nkind: PodMonitor\nmetadata: {name: web}\nspec:\n  selector: {matchLabels: {app: «wbe»}}\n---\n${running('app: web')}`,
  ],
  [
    'affinity asks for what may be elsewhere',
    join(
      running('app: web').replace(
        'spec:\n',
        'spec:\n  affinity: {podAffinity: {requiredDuringSchedulingIgnoredDuringExecution: [{topologyKey: zone, labelSelector: {matchLabels: {app: wbe}}}]}}\n',
      ),
    ),
  ],
  [
    'CRLF',
    join(budget('{matchLabels: {app: «wbe»}}'), running('app: web')).replaceAll('\n', '\r\n'),
    join(budget('{matchLabels: {app: web}}'), running('app: web')).replaceAll('\n', '\r\n'),
  ],
]);

across('kubernetes/selector-near-miss', [
  [
    'a neighbour: a slip and a name',
    { 'pdb/a.yaml': budget('{matchLabels: {app: «wbe»}}'), 'deploy/a.yaml': running('app: web') },
  ],
  [
    'a neighbour: a name alone is not enough',
    { 'pdb/a.yaml': budget('{matchLabels: {app: shop}}'), 'deploy/a.yaml': running('app: web') },
  ],
  [
    'a kustomization writes labels',
    {
      'a.yaml': budget('{matchLabels: {app: wbe}}'),
      'b.yaml': running('app: web'),
      'kustomization.yaml': 'resources: [a.yaml, b.yaml]\ncommonLabels: {app: web}\n',
    },
  ],
]);

const version = (labels: string) => service(`  selector: {${labels}}\n  ports: [{port: 80}]\n`, 'shop');
table('kubernetes/selected-version-missing', [
  [
    'in quotes',
    join(version('app: web, version: «"2"»'), running('app: web, version: "1"')),
    join(version('app: web, version: "1"'), running('app: web, version: "1"')),
  ],
  [
    'a slip of the pen is told as one',
    join(version('app: web, version: gren'), running('app: web, version: green')),
  ],
  ['the version alone', join(version('version: blue'), running('version: green'))],
  ['another key', join(version('app: web, tier: blue'), running('app: web, tier: green'))],
  ['the key is not there', join(version('app: web, version: blue'), running('app: web'))],
  ['a template', join(version('app: web, version: blue'), running('app: web, version: "{{ .Values.v }}"'))],
]);

table('kubernetes/selects-nothing', [
  ['several labels: at the first', join(version('«app»: api, tier: back'), running('app: web'))],
  [
    'a version that is missing is told by another rule',
    join(version('app: web, version: blue'), running('app: web, version: green')),
  ],
  ['no workload at all', version('«app»: api')],
  ['ExternalName', service('  type: ExternalName\n  externalName: a.example.com\n  selector: {app: api}\n')],
  ['everything', budget('{}')],
  ['nothing', budget('null')],
  [
    'a policy',
    'apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: a}\nspec:\n  podSelector: {matchLabels: {«app»: api}}\n',
  ],
  [
    'in one of two namespaces',
    'apiVersion: monitoring.coreos.com/v1\nkind: ServiceMonitor\nmetadata: {name: a}\nspec:\n  namespaceSelector: {matchNames: [default, prod]}\n  selector: {matchLabels: {app: web}}\n---\napiVersion: v1\nkind: Service\nmetadata: {name: web, namespace: prod, labels: {app: web}}\nspec: {ports: [{port: 80}]}\n',
  ],
  [
    'in neither of two: once',
    'apiVersion: monitoring.coreos.com/v1\nkind: ServiceMonitor\nmetadata: {name: a}\nspec:\n  namespaceSelector: {matchNames: [default, prod]}\n  selector: {matchLabels: {«app»: web}}\n',
  ],
  ['half typed', version('app: ')],
]);

const custom = (kind: string, spec: string, metadata = 'name: web') =>
  `apiVersion: example.com/v1\nkind: ${kind}\nmetadata: {${metadata}}\nspec: ${spec}\n`;
const making = (labels: string) =>
  `{metadata: {labels: {${labels}}}, spec: {containers: [{name: web, image: a:1}]}}`;
table('kubernetes/selects-nothing', [
  [
    'pods of a custom resource',
    join(version('app: web'), custom('Rollout', `{template: ${making('app: web')}}`)),
  ],
  ['other pods of one', join(version('«app»: api'), custom('Rollout', `{template: ${making('app: web')}}`))],
  [
    'of a name that ends so, further down',
    join(version('app: web'), custom('Cluster', `{groups: [{podTemplate: ${making('app: web')}}]}`)),
  ],
  ['by another name', join(version('«app»: web'), custom('Cluster', `{pod: ${making('app: web')}}`))],
  [
    'in another namespace',
    join(
      version('«app»: web'),
      custom('Rollout', `{template: ${making('app: web')}}`, 'name: web, namespace: b'),
    ),
  ],
  [
    'no containers',
    join(
      version('«app»: web'),
      custom('Issuer', '{template: {metadata: {labels: {app: web}}, spec: {a: b}}}'),
    ),
  ],
  [
    'in a List',
    join(
      version('app: web'),
      `apiVersion: v1\nkind: List\nitems:\n  - {apiVersion: example.com/v1, kind: Rollout, metadata: {name: web}, spec: {template: ${making('app: web')}}}\n`,
    ),
  ],
  [
    'labels in an anchor',
    join(
      version('app: web'),
      custom(
        'Rollout',
        `{labels: &l {app: web}, template: ${making('app: web').replace('{app: web}', '*l')}}`,
      ),
    ),
  ],
  ['half typed labels', join(version('app: web'), custom('Rollout', `{template: ${making('app: ')}}`))],
  [
    'a label its controller adds',
    join(
      version('example.com/role: leader, app: web'),
      custom('Rollout', `{template: ${making('app: web')}}`),
    ),
  ],
  [
    'a common label is written by people',
    join(version('«app.kubernetes.io/name»: web'), custom('Rollout', `{template: ${making('app: web')}}`)),
  ],
  [
    'a budget, CRLF',
    join(
      budget('{matchLabels: {app: web}}'),
      custom('Rollout', `{template: ${making('app: web')}}`),
    ).replaceAll('\n', '\r\n'),
  ],
]);
table('kubernetes/selector-near-miss', [
  [
    'met by a custom resource',
    join(
      budget('{matchLabels: {app: wbe}}'),
      running('app: web'),
      custom('Rollout', `{template: ${making('app: wbe')}}`),
    ),
  ],
  [
    'a custom resource is not what is meant',
    join(budget('{matchLabels: {app: wbe}}'), custom('Rollout', `{template: ${making('app: web')}}`)),
  ],
]);

const claimed = (kind: string, replicas: string) =>
  `apiVersion: apps/v1\nkind: ${kind}\nmetadata: {name: a}\nspec:\n  ${replicas}\n  selector: {matchLabels: {a: b}}\n  template:\n    metadata: {labels: {a: b}}\n    spec:\n      containers: [{name: a, image: a:1}]\n      volumes: [{name: v, persistentVolumeClaim: {claimName: NAME}}]\n`;
const claim = (modes: string) =>
  `apiVersion: v1\nkind: PersistentVolumeClaim\nmetadata: {name: data}\nspec: {accessModes: ${modes}}\n`;
table('kubernetes/claim-for-one-node', [
  [
    'a Deployment',
    join(claimed('Deployment', 'replicas: 2').replace('NAME', '«data»'), claim('[ReadWriteOnce]')),
  ],
  ['one', join(claimed('Deployment', 'replicas: 1').replace('NAME', 'data'), claim('[ReadWriteOnce]'))],
  [
    'unset is one',
    join(claimed('Deployment', 'minReadySeconds: 1').replace('NAME', 'data'), claim('[ReadWriteOnce]')),
  ],
  ['none', join(claimed('Deployment', 'replicas: 0').replace('NAME', 'data'), claim('[ReadWriteOnce]'))],
  [
    'many may read',
    join(
      claimed('Deployment', 'replicas: 2').replace('NAME', 'data'),
      claim('[ReadWriteOnce, ReadOnlyMany]'),
    ),
  ],
  ['no mode is written', join(claimed('Deployment', 'replicas: 2').replace('NAME', 'data'), claim('null'))],
  [
    'a StatefulSet that shares one',
    join(claimed('StatefulSet', 'replicas: 2').replace('NAME', '«data»'), claim('[ReadWriteOnce]')),
  ],
]);

table('kubernetes/statefulset-service', [
  [
    'none is named',
    'apiVersion: apps/v1\nkind: StatefulSet\nmetadata: {name: a}\nspec:\n  template: {metadata: {labels: {app: a}}}\n',
  ],
  [
    'an alias in the DNS',
    'apiVersion: apps/v1\nkind: StatefulSet\nmetadata: {name: a}\nspec:\n  serviceName: web\n  template: {metadata: {labels: {app: a}}}\n---\n'.concat(
      service('  type: ExternalName\n  externalName: a.example.com\n'),
    ),
  ],
  [
    'a Service that nearly selects them says so itself',
    'apiVersion: apps/v1\nkind: StatefulSet\nmetadata: {name: web}\nspec:\n  serviceName: web\n  selector: {matchLabels: {app: web}}\n  template: {metadata: {labels: {app: web}}, spec: {containers: [{name: a, image: a:1}]}}\n---\n'.concat(
      service('  clusterIP: None\n  selector: {app: wbe}\n  ports: [{port: 80}]\n'),
    ),
  ],
]);

const twin = (name: string, selector: string, kind = 'Deployment', mark = 'selector') =>
  `apiVersion: apps/v1\nkind: ${kind}\nmetadata: {name: ${name}}\nspec:\n  ${mark}: ${selector}\n  template:\n    metadata: {labels: {app: web, track: a}}\n    spec: {containers: [{name: a, image: a:1}]}\n`;
const APP = '{matchLabels: {app: web}}';
table('kubernetes/same-selector', [
  [
    'the order of labels does not matter',
    join(
      twin('a', '{matchLabels: {app: web, track: a}}'),
      twin('b', '{matchLabels: {track: a, app: web}}', 'Deployment', '«selector»'),
    ),
  ],
  ['of different kinds', join(twin('a', APP), twin('b', APP, 'DaemonSet', '«selector»'))],
  [
    'three: each is told of the first',
    join(
      twin('a', APP),
      twin('b', APP, 'Deployment', '«selector»'),
      twin('c', APP, 'Deployment', '«selector»'),
    ),
  ],
  ['one asks for more', join(twin('a', APP), twin('b', '{matchLabels: {app: web, track: a}}'))],
  [
    'a template',
    join(twin('a', '{matchLabels: {app: "{{ .a }}"}}'), twin('b', '{matchLabels: {app: "{{ .a }}"}}')),
  ],
]);

across('kubernetes/same-selector', [
  [
    'a Service sends to both',
    {
      'b.yaml': twin('b', APP, 'Deployment', '«selector»'),
      'a.yaml': twin('a', APP),
      'svc.yaml': service('  selector: {app: web}\n'),
    },
  ],
  [
    'variants, each with a Service',
    {
      'b.yaml': join(twin('b', APP), service('  selector: {app: web}\n', 'b')),
      'a.yaml': join(twin('a', APP), service('  selector: {app: web}\n', 'a')),
    },
  ],
  [
    'another folder',
    {
      'b/b.yaml': twin('b', APP),
      'a/a.yaml': twin('a', APP),
      'b/svc.yaml': service('  selector: {app: web}\n'),
    },
  ],
]);

const watched = (names: string) =>
  `apiVersion: v1\nkind: Service\nmetadata: {name: web, labels: {app: web}}\nspec: {ports: [${names}]}\n`;
const watching = (kind: string, port: string) =>
  `apiVersion: monitoring.coreos.com/v1\nkind: ${kind}\nmetadata: {name: a}\nspec:\n  selector: {matchLabels: {app: web}}\n  ${kind === 'PodMonitor' ? 'podMetricsEndpoints' : 'endpoints'}: [{port: ${port}}]\n`;
table('kubernetes/monitor-port-mismatch', [
  [
    'a PodMonitor',
    join(watching('PodMonitor', '«metric»'), labelled('      ports: [{containerPort: 1, name: metrics}]\n')),
    join(watching('PodMonitor', 'metrics'), labelled('      ports: [{containerPort: 1, name: metrics}]\n')),
  ],
  [
    'no name is near',
    join(watching('ServiceMonitor', '«metrics»'), watched('{port: 80, name: http}, {port: 81, name: https}')),
  ],
  [
    'nothing is selected',
    join(
      watching('ServiceMonitor', 'metrics'),
      watched('{port: 80, name: http}').replace('app: web', 'app: shop'),
    ),
  ],
  ['half typed', join(watching('ServiceMonitor', ''), watched('{port: 80, name: http}'))],
]);

const list = (entry: string, key = 'resources') => `${key}:\n  - ${entry}\n`;
across('kubernetes/kustomization-file-missing', [
  ['another ending', { 'kustomization.yaml': list('«web.yml»'), 'web.yaml': running('a: b') }],
  ['a patch', { 'kustomization.yaml': list('path: «ptch.yaml»', 'patches'), 'patch.yaml': 'a: b\n' }],
  [
    'a patch that stands here',
    {
      'kustomization.yaml': list('patch: "[]"\n    target: {kind: Pod}', 'patches'),
      'web.yaml': running('a: b'),
    },
  ],
  ['a base', { 'kustomization.yaml': list('«./bse/»', 'bases'), 'base/web.yaml': running('a: b') }],
  ['a file that is no manifest', { 'kustomization.yaml': list('values.yaml'), 'values.yaml': '# nothing\n' }],
  [
    'a template',
    { 'kustomization.yaml': list('web.yaml'), 'web.yaml': 'apiVersion: v1\nkind: {{ .Values.kind }}\n' },
  ],
  ['no YAML', { 'kustomization.yaml': list('web.json'), 'web.yaml': running('a: b') }],
  [
    'a repository',
    { 'kustomization.yaml': list('git@github.com:example/web.git'), 'web.yaml': running('a: b') },
  ],
  [
    'a repository without a scheme',
    { 'kustomization.yaml': list('github.com/example/web/base'), 'web.yaml': running('a: b') },
  ],
  [
    'out of what is known',
    { 'kustomization.yaml': list('../../other/web.yaml'), 'web.yaml': running('a: b') },
  ],
  [
    'the near one is on the list itself',
    {
      'kustomization.yaml': 'resources:\n  - «services.yaml»\n  - service.yaml\n',
      'service.yaml': running('a: b'),
    },
  ],
  ['half typed', { 'kustomization.yaml': list(''), 'web.yaml': running('a: b') }],
]);

const foreign = (kind: string, apiVersion = 'apps/v1', selector = '{matchLabels: {app: a}}') =>
  `apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata: {name: a}\nspec: {selector: ${selector}, template: {metadata: {labels: {app: b}}, spec: {containers: [{name: a, image: a:1}]}}}\n`;
const MISMATCH = 'kube-linter/mismatching-selector';
const ofScore = (kind: string) => `kube-score/${kind}-pod-selector-labels-match-template-metadata-labels`;
answers('kubernetes/selector-mismatch', [
  ['a Deployment', foreign('Deployment'), MISMATCH, ofScore('deployment')],
  ['a StatefulSet', foreign('StatefulSet'), MISMATCH, ofScore('statefulset')],
  ['a DaemonSet', foreign('DaemonSet'), MISMATCH],
  ['a ReplicationController', foreign('ReplicationController', 'v1', '{app: a}'), MISMATCH],
]);
