import { table } from './kubernetes-table';

const container = (image: string, ports: string) =>
  `- name: web\n    image: ${image}\n    ports:\n${ports.replace(/^/gm, '      ')}`;
const pod = (containers: string, spec = '') =>
  `apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\n  labels:\n    app: web\nspec:\n${spec}  containers:\n  ${containers}\n`;
const web = (labels = 'labels') =>
  `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
  namespace: shop
  labels:
    app: web
spec:
  replicas: 2
  selector:
    matchLabels:
      app: web
  template:
    metadata:
      ${labels}:
        app: web
    spec:
      containers:
        - name: web
          image: nginx:1.29
`;
const policy = (spec: string, namespace = 'shop') =>
  `apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata:\n  name: web\n  namespace: ${namespace}\nspec:\n${spec.replace(/^(?=.)/gm, '  ')}`;
const all = (...documents: string[]) => documents.join('---\n');
const BOTH = 'policyTypes: [Ingress, Egress]\n';

table('kubernetes/missing-network-policy', [
  ['none', web('«labels»')],
  ['windows', web('«labels»').replaceAll('\n', '\r\n')],
  ['everything is selected', all(web(), policy(`podSelector: {}\n${BOTH}`))],
  ['by being left out', all(web(), policy(BOTH))],
  ['by null', all(web(), policy(`podSelector:\n${BOTH}`))],
  [
    'by an expression',
    all(web(), policy(`podSelector:\n  matchExpressions:\n    - {key: app, operator: Exists}\n${BOTH}`)),
  ],
  ['other pods', all(web('«labels»'), policy(`podSelector:\n  matchLabels:\n    app: api\n${BOTH}`))],
  ['another namespace', all(web('«labels»'), policy(`podSelector: {}\n${BOTH}`, 'blog'))],
  [
    'what is not written is default',
    all(web('«labels»').replace('  namespace: shop\n', ''), policy(`podSelector: {}\n${BOTH}`)),
  ],
  [
    'default is what is not written',
    all(web().replace('  namespace: shop\n', ''), policy(`podSelector: {}\n${BOTH}`, 'default')),
  ],
  ['without types it is what comes in', all(web('«labels»'), policy('podSelector: {}\n'))],
  ['and what goes out where there is a rule', all(web(), policy('podSelector: {}\negress:\n  - {}\n'))],
  ['an empty list is no rule', all(web('«labels»'), policy('podSelector: {}\negress: []\n'))],
  ['two halves', all(web(), policy('podSelector: {}\n'), policy('podSelector: {}\npolicyTypes: [Egress]\n'))],
  [
    'a template decides',
    all(web(), policy(`podSelector:\n  matchLabels:\n    app: $(APP)\n${BOTH}`).replace('$(APP)', '${APP}')),
  ],
  [
    'no labels',
    `${pod('- name: web\n    image: nginx:1.29').replace('  labels:\n    app: web\n', '').replace('containers', '«containers»')}`,
  ],
  [
    'labels in flow style',
    web('«labels»').replace(':\n        app: web\n    spec', ': {app: web}\n    spec'),
  ],
  ['on the network of the node', pod('- name: web\n    image: nginx:1.29', '  hostNetwork: true\n')],
  [
    'hostNetwork: false',
    pod('- name: web\n    image: nginx:1.29', '  hostNetwork: false\n').replace('  labels', '  «labels»'),
  ],
  [
    'a CronJob',
    'apiVersion: batch/v1\nkind: CronJob\nmetadata:\n  name: a\nspec:\n  schedule: "0 * * * *"\n  jobTemplate:\n    spec:\n      template:\n        metadata:\n          «labels»:\n            app: a\n        spec:\n          restartPolicy: Never\n          containers:\n            - name: a\n              image: busybox:1.37\n',
  ],
  ['broken text', `${web()}  - {\n`],
]);

const ingress = (spec: string, more = '') =>
  `apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata:\n  name: web\n${more}${spec}`;
const BACKEND = '  defaultBackend:\n    service:\n      name: web\n      port:\n        number: 80\n';
const note = (name: string, value: string) => `  annotations:\n    ${name}: ${value}\n`;

table('kubernetes/ingress-without-tls', [
  ['none', ingress(`«spec»:\n${BACKEND}`)],
  ['null', ingress(`spec:\n  «tls»:\n${BACKEND}`)],
  ['an empty list', ingress(`spec:\n  «tls»: []\n${BACKEND}`)],
  ['flow style', ingress('«spec»: {defaultBackend: {service: {name: web, port: {number: 80}}}}\n')],
  ['a Secret', ingress(`spec:\n  tls:\n    - secretName: web\n${BACKEND}`)],
  ['the controller’s own', ingress(`spec:\n  tls:\n    - {}\n${BACKEND}`)],
  [
    'a certificate of Google',
    ingress(`spec:\n${BACKEND}`, note('networking.gke.io/managed-certificates', 'web')),
  ],
  [
    'of Amazon',
    ingress(`spec:\n${BACKEND}`, note('alb.ingress.kubernetes.io/certificate-arn', 'arn:aws:acm:1')),
  ],
  ['by the router', ingress(`spec:\n${BACKEND}`, note('traefik.ingress.kubernetes.io/router.tls', '"true"'))],
  [
    'not by the router',
    ingress(`«spec»:\n${BACKEND}`, note('traefik.ingress.kubernetes.io/router.tls', '"false"')),
  ],
  [
    'other annotations',
    ingress(`«spec»:\n${BACKEND}`, note('nginx.ingress.kubernetes.io/rewrite-target', '/')),
  ],
  ['another kind', ingress(`spec:\n${BACKEND}`).replace('kind: Ingress', 'kind: IngressClass')],
  ['another Ingress', ingress(`spec:\n${BACKEND}`).replace('networking.k8s.io', 'networking.example.com')],
  ['no spec', ingress('')],
]);

const service = (type: string, more = '') =>
  `apiVersion: v1\nkind: Service\nmetadata:\n  name: web\n${more}spec:\n  type: ${type}\n  ports:\n    - port: 80\n`;

table('kubernetes/exposed-service', [
  ['a port on every node', service('«NodePort»')],
  ['in quotes', service('«"NodePort"»')],
  ['an address', service('«LoadBalancer»')],
  [
    'of Azure’s inner network',
    service('LoadBalancer', note('service.beta.kubernetes.io/azure-load-balancer-internal', '"true"')),
  ],
  [
    'not of it',
    service('«LoadBalancer»', note('service.beta.kubernetes.io/azure-load-balancer-internal', '"false"')),
  ],
  ['of Google’s', service('LoadBalancer', note('cloud.google.com/load-balancer-type', 'Internal'))],
  [
    'a NodePort is one whatever is noted',
    service('«NodePort»', note('cloud.google.com/load-balancer-type', 'Internal')),
  ],
  ['ClusterIP', service('ClusterIP')],
  ['an alias', service('ExternalName')],
  ['null', service('')],
  ['what the server refuses', service('nodeport')],
  ['left out', service('ClusterIP').replace('  type: ClusterIP\n', '')],
  ['another Service', service('LoadBalancer').replace('v1\n', 'serving.knative.dev/v1\n')],
]);

table('kubernetes/ssh-port', [
  ['22', pod(container('web:1', '- containerPort: «22»'))],
  ['in flow style', pod(container('web:1', '- {name: a, containerPort: «22»}'))],
  ['said to be TCP', pod(container('web:1', '- containerPort: «22»\n  protocol: TCP'))],
  [
    'once for a container',
    pod(container('web:1', '- containerPort: 80\n- containerPort: «22»\n- containerPort: 22\n  name: b')),
  ],
  [
    'two containers',
    pod(
      `${container('web:1', '- containerPort: «22»')}\n  ${container('web:1', '- containerPort: «22»').replace('name: web', 'name: b')}`,
    ),
  ],
  [
    'an init container',
    pod('- name: b\n    image: b:1', `  initContainers:\n  ${container('web:1', '- containerPort: «22»')}\n`),
  ],
  ['UDP', pod(container('web:1', '- containerPort: 22\n  protocol: UDP'))],
  ['a text', pod(container('web:1', '- containerPort: "22"'))],
  ['on the node', pod(container('web:1', '- containerPort: 8080\n  hostPort: 22'))],
  ['a server for it', pod(container('docker.io/linuxserver/openssh-server:9', '- containerPort: 22'))],
  ['files by SSH', pod(container('atmoz/sftp', '- containerPort: 22'))],
  ['no ports', pod(container('web:1', '')).replace('    ports:\n      \n', '')],
  ['null', pod(container('web:1', '- containerPort:'))],
]);

table('kubernetes/privileged-port', [
  ['80', pod(container('web:1', '- containerPort: «80»'))],
  ['1023', pod(container('web:1', '- containerPort: «1023»'))],
  ['1024', pod(container('web:1', '- containerPort: 1024'))],
  ['UDP', pod(container('web:1', '- containerPort: «53»\n  protocol: UDP'))],
  [
    'the first of many',
    pod(container('web:1', '- containerPort: 8080\n- containerPort: «443»\n- containerPort: 80')),
  ],
  ['where nginx listens', pod(container('nginx:1.29', '- containerPort: 80\n- containerPort: 443'))],
  ['where a mirror’s nginx listens', pod(container('mirror.gcr.io/library/nginx', '- containerPort: 80'))],
  ['where nginx does not', pod(container('nginx:1.29', '- containerPort: «81»'))],
  ['an image of that name and more', pod(container('my/nginx-proxy:1', '- containerPort: «80»'))],
  ['SSH', pod(container('web:1', '- containerPort: 22'))],
  ['22 by UDP', pod(container('web:1', '- containerPort: «22»\n  protocol: UDP'))],
  ['zero', pod(container('web:1', '- containerPort: 0'))],
  ['no image', pod(container('', '- containerPort: «80»'))],
]);
