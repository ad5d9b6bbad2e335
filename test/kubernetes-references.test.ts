import { across, pod, type Row, table } from './kubernetes-table';

// Names of other objects, and of parts of them: what could be got wrong in telling that they are not there.

const join = (...texts: readonly string[]) => texts.join('---\n');
const named = (kind: string, name: string, more = '') =>
  `apiVersion: v1\nkind: ${kind}\nmetadata:\n  name: ${name}\n${more}`;
const config = (name: string, data = 'COLOR: red') => named('ConfigMap', name, `data:\n  ${data}\n`);
const from = (name: string, more = '') =>
  pod(`      image: a:1\n      envFrom:\n        - configMapRef:\n            name: ${name}\n${more}`);
const keyed = (key: string, more = '') =>
  pod(
    `      image: a:1\n      env:\n        - name: A\n          valueFrom:\n            configMapKeyRef:\n              name: web\n              key: ${key}\n${more}`,
  );

const NAMES: readonly Row[] = [
  [
    'flow style',
    join(
      pod('      {image: a:1}\n').replace(
        / {4}- name: a[\s\S]*$/,
        '    - {name: a, image: a:1, envFrom: [{configMapRef: {name: «web-confg»}}]}\n',
      ),
      config('web-config'),
    ),
  ],
  [
    'in quotes, which stay',
    join(from('«"web-confg"»'), config('web-config')),
    join(from('"web-config"'), config('web-config')),
  ],
  ['CRLF', join(from('«web-confg»'), config('web-config')).replaceAll('\n', '\r\n')],
  [
    'through an alias: where the name is written',
    join(
      from('&name «web-confg»', '        - configMapRef:\n            name: *name\n').replaceAll(
        '&name «web-confg»',
        '&name web-config',
      ),
      config('web-config'),
    ),
  ],
  [
    'an init container',
    join(
      from('web-config').replace('containers', 'initContainers').replace('web-config', '«web-confg»'),
      config('web-config'),
    ),
  ],
  [
    'a CronJob',
    join(
      'apiVersion: batch/v1\nkind: CronJob\nmetadata: {name: a}\nspec:\n  jobTemplate:\n    spec:\n      template:\n        spec:\n          containers:\n            - name: a\n              envFrom:\n                - secretRef: {name: «web-secrt»}\n',
      named('Secret', 'web-secret'),
    ),
  ],
  [
    'items of a List',
    'apiVersion: v1\nkind: List\nitems:\n  - apiVersion: v1\n    kind: Pod\n    metadata: {name: a}\n    spec:\n      serviceAccountName: «runer»\n      containers: [{name: a, image: a:1}]\n  - apiVersion: v1\n    kind: ServiceAccount\n    metadata: {name: runner}\n',
  ],
  [
    'the old alias of serviceAccountName counts only without it',
    join(
      pod('      image: a:1\n', '  serviceAccount: runer\n  serviceAccountName: runner\n'),
      named('ServiceAccount', 'runner'),
    ),
  ],
  [
    'optional',
    join(
      from('web-confg').replace('name: web-confg', 'name: web-confg\n            optional: true'),
      config('web-config'),
    ),
  ],
  ['a template', join(from('web-{{ .Values.name }}'), config('web-config'))],
  ['half typed', join(from(''), config('web-config'))],
  ['null', join(from('null'), config('web-config'))],
  [
    'two that are near: neither is the one',
    join(from('web-config'), config('web-confi'), config('web-confg')),
  ],
  ['numbers tell things apart', join(from('web-1'), config('web-2'))],
  ['another word', join(from('web-config'), config('web-nginx'))],
  [
    'the namespace is another',
    join(
      from('web-confg'),
      config('web-config').replace('name: web-config', 'name: web-config\n  namespace: prod'),
    ),
  ],
  ['a broken document', join(from('web-confg'), config('web-config')).replace('image: a:1', 'image: "a:1')],
  [
    'every cluster has it',
    join(pod('      image: a:1\n', '  serviceAccountName: default\n'), named('ServiceAccount', 'defaults')),
  ],
  [
    'the StatefulSet makes the claim',
    join(
      pod(
        '      image: a:1\n',
        '  volumes:\n    - name: data\n      persistentVolumeClaim: {claimName: data-web-2}\n',
      ),
      'apiVersion: apps/v1\nkind: StatefulSet\nmetadata: {name: web}\nspec:\n  volumeClaimTemplates:\n    - metadata: {name: data}\n',
      named('PersistentVolumeClaim', 'data-web'),
    ),
  ],
  [
    'a SealedSecret becomes the Secret',
    join(
      from('web').replace('configMapRef', 'secretRef'),
      'apiVersion: bitnami.com/v1alpha1\nkind: SealedSecret\nmetadata: {name: web}\n',
      named('Secret', 'wbe'),
    ),
  ],
  [
    'users are no objects',
    'apiVersion: rbac.authorization.k8s.io/v1\nkind: RoleBinding\nmetadata: {name: a}\nroleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: view}\nsubjects:\n  - {kind: User, name: runer}\n---\napiVersion: v1\nkind: ServiceAccount\nmetadata: {name: runner}\n',
  ],
  [
    'a Role in the place of a ClusterRole',
    'apiVersion: rbac.authorization.k8s.io/v1\nkind: RoleBinding\nmetadata: {name: a}\nroleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: «reader»}\n---\napiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRole\nmetadata: {name: reader}\n',
    'apiVersion: rbac.authorization.k8s.io/v1\nkind: RoleBinding\nmetadata: {name: a}\nroleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: reader}\n---\napiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRole\nmetadata: {name: reader}\n',
  ],
  [
    'without a namespace kubectl may choose it',
    join(
      'apiVersion: rbac.authorization.k8s.io/v1\nkind: RoleBinding\nmetadata: {name: a}\nroleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: view}\nsubjects:\n  - {kind: ServiceAccount, name: «runner», namespace: shop}\n',
      named('ServiceAccount', 'runner'),
    ),
  ],
];
table('kubernetes/reference-near-miss', NAMES);

across('kubernetes/reference-near-miss', [
  ['a neighbour folder', { 'deploy/a.yaml': from('«web-confg»'), 'config/a.yaml': config('web-config') }],
  [
    'named by somebody else: it is not the one that is meant',
    {
      'deploy/a.yaml': from('web-confg'),
      'config/a.yaml': config('web-config'),
      'deploy/b.yaml': from('web-config').replace('name: a', 'name: b'),
    },
  ],
  [
    'the other end of the workspace',
    { 'one/of/many/a.yaml': from('web-confg'), 'two/of/them/b.yaml': config('web-config') },
  ],
  [
    'a kustomization renames',
    {
      'a.yaml': from('web-confg'),
      'b.yaml': config('web-config'),
      'kustomization.yaml': 'resources: [a.yaml, b.yaml]\npatches: [{path: c.yaml}]\n',
    },
  ],
  [
    'a kustomization moves both',
    {
      'a.yaml': from('web-config').replace('name: a', 'name: a\n  namespace: shop'),
      'b.yaml': config('web-config').replace('name: web-config', 'name: web-config\n  namespace: store'),
      'kustomization.yaml': 'resources: [a.yaml, b.yaml]\nnamespace: shop\n',
    },
  ],
  [
    'a chart',
    {
      'templates/a.yaml': from('web-confg').replace('a:1', '{{ .Values.image }}'),
      'templates/b.yaml': config('web-config'),
    },
  ],
]);

table('kubernetes/reference-not-found', [
  ['told once for one name', from('«web»', '        - configMapRef:\n            name: web\n')],
  [
    'a Secret and a ConfigMap of one name are two',
    from('«web»', '        - secretRef:\n            name: «web»\n'),
  ],
  [
    'credentials of a registry are kept out of files',
    pod('      image: a:1\n', '  imagePullSecrets: [{name: registry}]\n'),
  ],
  [
    'certificates are made elsewhere',
    'apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata: {name: a}\nspec:\n  tls: [{secretName: web-tls}]\n',
  ],
  ['the cluster brings classes', pod('      image: a:1\n', '  priorityClassName: high\n')],
  [
    'a kind nobody here knows',
    'apiVersion: autoscaling/v2\nkind: HorizontalPodAutoscaler\nmetadata: {name: a}\nspec:\n  maxReplicas: 2\n  scaleTargetRef: {apiVersion: argoproj.io/v1alpha1, kind: Rollout, name: web}\n',
  ],
  [
    'a volume waits for its claim',
    named('PersistentVolume', 'a', 'spec:\n  claimRef: {name: data, namespace: shop}\n'),
  ],
  ['optional', from('web').replace('name: web', 'name: web\n            optional: true')],
  ['a nearer one is told by name', join(from('web-confg'), config('web-config'))],
  [
    'what clusters made for each ServiceAccount',
    pod('      image: a:1\n', '  volumes: [{name: t, secret: {secretName: default-token-x7k2p}}]\n'),
  ],
]);

across('kubernetes/reference-not-found', [
  ['here', { 'a.yaml': from('web'), 'b/c/d/e.yaml': config('web') }],
  [
    'in another namespace',
    {
      'a.yaml': from('«web»'),
      'x/b.yaml': config('web').replace('name: web', 'name: web\n  namespace: prod'),
    },
  ],
  ['a kustomization lists it', { 'a.yaml': from('web'), 'kustomization.yaml': 'resources: [a.yaml]\n' }],
]);

table('kubernetes/missing-key', [
  [
    'flow style',
    join(keyed('«COLOUR»'), named('ConfigMap', 'web', 'data: {COLOR: red}\n')),
    join(keyed('COLOR'), named('ConfigMap', 'web', 'data: {COLOR: red}\n')),
  ],
  [
    'CRLF',
    join(keyed('«COLOUR»'), config('web')).replaceAll('\n', '\r\n'),
    join(keyed('COLOR'), config('web')).replaceAll('\n', '\r\n'),
  ],
  ['a key in quotes is the same key', join(keyed('"COLOR"'), config('web'))],
  [
    'stringData and data are one',
    join(
      keyed('b').replace('configMapKeyRef', 'secretKeyRef'),
      named('Secret', 'web', 'data: {a: YQ==}\nstringData: {b: b}\n'),
    ),
  ],
  [
    'a Secret',
    join(
      keyed('«pasword»').replace('configMapKeyRef', 'secretKeyRef'),
      named('Secret', 'web', 'stringData:\n  password: a\n'),
    ),
  ],
  [
    'a volume reads binaryData',
    join(
      pod(
        '      image: a:1\n',
        '  volumes:\n    - name: v\n      configMap: {name: web, items: [{key: LOGO, path: logo}]}\n',
      ),
      named('ConfigMap', 'web', 'binaryData: {LOGO: YQ==}\n'),
    ),
  ],
  [
    'a projected volume',
    join(
      pod(
        '      image: a:1\n',
        '  volumes:\n    - name: v\n      projected: {sources: [{configMap: {name: web, items: [{key: «COLOUR», path: c}]}}]}\n',
      ),
      config('web'),
    ),
  ],
  [
    'an optional volume',
    join(
      pod(
        '      image: a:1\n',
        '  volumes:\n    - name: v\n      configMap: {name: web, optional: true, items: [{key: COLOUR, path: c}]}\n',
      ),
      config('web'),
    ),
  ],
  ['half typed', join(keyed(''), config('web'))],
  ['a template', join(keyed('{{ .Values.key }}'), config('web'))],
  [
    'filled by a template',
    join(
      keyed('HOST'),
      'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: web}\ndata:\n  {{- toYaml .Values.data | nindent 2 }}\n',
    ),
  ],
  [
    'filled by a controller',
    join(
      keyed('HOST').replace('configMapKeyRef', 'secretKeyRef'),
      named('Secret', 'web', 'stringData: {a: b}\n').replace(
        'name: web',
        'name: web\n  annotations: {reflector.v1.k8s.emberstack.com/reflects: a}',
      ),
    ),
  ],
  ['empty', join(keyed('HOST'), named('ConfigMap', 'web', 'data: {}\n'))],
  [
    'behind a text of several lines',
    join(keyed('«b»'), named('ConfigMap', 'web', 'data:\n  app.conf: |\n    a\n    c\n')),
    join(keyed('b'), named('ConfigMap', 'web', 'data:\n  app.conf: |\n    a\n    c\n  b: ""\n')),
  ],
  ['the object itself is missing: another rule', keyed('HOST')],
]);

across('kubernetes/missing-key', [
  [
    'one of several of the name has it',
    { 'a.yaml': keyed('HOST'), 'x/b.yaml': config('web'), 'y/c.yaml': config('web', 'HOST: a') },
  ],
  [
    'another end of the workspace',
    { 'one/of/many/a.yaml': keyed('HOST'), 'two/of/them/b.yaml': config('web') },
  ],
  [
    'a kustomization patches it',
    {
      'a.yaml': keyed('HOST'),
      'b.yaml': config('web'),
      'kustomization.yaml': 'resources: [a.yaml, b.yaml]\npatches: [{path: c.yaml}]\n',
    },
  ],
]);
