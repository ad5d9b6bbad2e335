/** One fault of a relation in a workspace, and what we say of it. */
export interface Planted {
  readonly rule: string;
  readonly severity: 'error' | 'warning' | 'info' | 'hint';
  /** What the message names: the nearest candidate, where there is one. */
  readonly names?: string;
  /** Other linters' names for it. */
  readonly also?: readonly string[];
  /** What is there, by path. `‹wrong|right›` is the fault with what it should be; `«…»` is marked where that is elsewhere. */
  readonly files: Readonly<Record<string, string>>;
}

interface Written {
  readonly labels?: string;
  readonly selector?: string;
  readonly more?: string;
  readonly pod?: string;
}

/** Everything a Pod of this folder says that no other rule has an opinion on. */
function deployment(name: string, { labels, selector, more = '', pod = '' }: Written = {}): string {
  const own = labels ?? `app: ${name}`;
  const indented = (text: string, by: number) => text.replaceAll('\n', `\n${' '.repeat(by)}`);
  return `apiVersion: apps/v1
kind: Deployment
metadata:
  name: ${name}
  namespace: shop
spec:
  replicas: 2
  selector:
    matchLabels:
      ${indented(selector ?? own, 6)}
  template:
    metadata:
      labels:
        ${indented(own, 8)}
    spec:
      automountServiceAccountToken: false${indented(pod, 6)}
      securityContext:
        runAsNonRoot: true
        seccompProfile:
          type: RuntimeDefault
      containers:
        - name: web
          image: nginx:1.29.0
          resources:
            requests:
              cpu: 100m
              memory: 64Mi
            limits:
              memory: 64Mi
          readinessProbe:
            tcpSocket:
              port: 8080
          securityContext:
            allowPrivilegeEscalation: false
            readOnlyRootFilesystem: true
            capabilities:
              drop: [ALL]${indented(more, 10)}
`;
}

function statefulSet(name: string, service: string, label = name): string {
  return deployment(name, { labels: `app: ${label}` })
    .replace('kind: Deployment', 'kind: StatefulSet')
    .replace('replicas: 2', `replicas: 2\n  serviceName: ${service}`);
}

const object = (apiVersion: string, kind: string, name: string, body: string) =>
  `apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata:\n  name: ${name}\n  namespace: shop\n${body}`;

const service = (name: string, selector: string, port = 'port: 80\n      targetPort: 8080', more = '') =>
  object('v1', 'Service', name, `spec:${more}\n  selector:\n    ${selector}\n  ports:\n    - ${port}\n`);

const configMap = (name: string, data: string) => object('v1', 'ConfigMap', name, `data:\n  ${data}\n`);

const account = (name: string) =>
  object('v1', 'ServiceAccount', name, 'automountServiceAccountToken: false\n');

const claim = (name: string, mode = 'ReadWriteMany') =>
  object(
    'v1',
    'PersistentVolumeClaim',
    name,
    `spec:\n  accessModes: [${mode}]\n  resources:\n    requests:\n      storage: 1Gi\n`,
  );

const env = (kind: string, name: string, key: string) =>
  `\nenv:\n  - name: COLOR\n    valueFrom:\n      ${kind}:\n        name: ${name}\n        key: ${key}`;

const volume = (source: string) => ({
  pod: `\nvolumes:\n  - name: data\n    ${source}`,
  more: '\nvolumeMounts:\n  - name: data\n    mountPath: /data',
});

const ingress = (name: string, backend: string, port: string) =>
  object(
    'networking.k8s.io/v1',
    'Ingress',
    name,
    `spec:\n  defaultBackend:\n    service:\n      name: ${backend}\n      port:\n        ${port}\n`,
  );

const route = (name: string, backend: string, port: string) =>
  object(
    'gateway.networking.k8s.io/v1',
    'HTTPRoute',
    name,
    `spec:\n  rules:\n    - backendRefs:\n        - name: ${backend}\n          port: ${port}\n`,
  );

const autoscaler = (name: string, kind: string, target: string) =>
  object(
    'autoscaling/v2',
    'HorizontalPodAutoscaler',
    name,
    `spec:\n  minReplicas: 2\n  maxReplicas: 5\n  scaleTargetRef:\n    apiVersion: apps/v1\n    kind: ${kind}\n    name: ${target}\n  metrics:\n    - type: Resource\n      resource:\n        name: cpu\n        target:\n          type: Utilization\n          averageUtilization: 70\n`,
  );

const binding = (name: string, role: string, account: string, namespace = 'shop') =>
  object(
    'rbac.authorization.k8s.io/v1',
    'RoleBinding',
    name,
    `roleRef:\n  apiGroup: rbac.authorization.k8s.io\n  kind: Role\n  name: ${role}\nsubjects:\n  - kind: ServiceAccount\n    name: ${account}\n    namespace: ${namespace}\n`,
  );

const role = (name: string) =>
  object(
    'rbac.authorization.k8s.io/v1',
    'Role',
    name,
    'rules:\n  - apiGroups: [""]\n    resources: [configmaps]\n    verbs: [get]\n',
  );

const budget = (name: string, label: string) =>
  object(
    'policy/v1',
    'PodDisruptionBudget',
    name,
    `spec:\n  maxUnavailable: 1\n  unhealthyPodEvictionPolicy: AlwaysAllow\n  selector:\n    matchLabels:\n      ${label}\n`,
  );

const policy = (name: string, label: string, peer: string) =>
  object(
    'networking.k8s.io/v1',
    'NetworkPolicy',
    name,
    `spec:\n  podSelector:\n    matchLabels:\n      ${label}\n  ingress:\n    - from:\n        - podSelector:\n            matchLabels:\n              ${peer}\n`,
  );

const monitor = (name: string, label: string, port: string) =>
  object(
    'monitoring.coreos.com/v1',
    'ServiceMonitor',
    name,
    `spec:\n  selector:\n    matchLabels:\n      ${label}\n  endpoints:\n    - port: ${port}\n`,
  );

const labelled = (name: string, label: string, port: string) =>
  service(name, `app: ${name}`, `port: 9090\n      name: ${port}\n      targetPort: 8080`).replace(
    'namespace: shop',
    `namespace: shop\n  labels:\n    ${label}`,
  );

const NEAR = 'reference-near-miss';
const MISSING = 'reference-not-found';

/** Each names things of its own, so that one fault is no other's. */
export const PLANTED: Readonly<Record<string, Planted>> = {
  'env → ConfigMap': {
    rule: NEAR,
    severity: 'warning',
    names: '`apple-config`',
    also: ['kube-linter/env-value-from'],
    files: {
      'deploy/apple.yaml': deployment('apple', {
        more: env('configMapKeyRef', '‹aple-config|apple-config›', 'COLOR'),
      }),
      'config/apple.yaml': configMap('apple-config', 'COLOR: red'),
    },
  },
  'envFrom → Secret of the other kind': {
    rule: NEAR,
    severity: 'warning',
    names: 'Secret',
    also: ['kube-linter/env-value-from'],
    files: {
      'app/banana.yaml': `${deployment('banana', {
        more: '\nenvFrom:\n  - ‹configMapRef|secretRef›:\n      name: «banana»',
      })}---\n${object('v1', 'Secret', 'banana', 'stringData:\n  COLOR: yellow\n')}`,
    },
  },
  'volume → PersistentVolumeClaim': {
    rule: NEAR,
    severity: 'warning',
    names: '`cherries`',
    files: {
      'deploy/cherry.yaml': deployment(
        'cherry',
        volume('persistentVolumeClaim:\n      claimName: ‹cherrys|cherries›'),
      ),
      'pvc/cherry.yaml': claim('cherries'),
    },
  },
  'Pod → ServiceAccount': {
    rule: NEAR,
    severity: 'warning',
    names: '`runner`',
    also: ['kube-linter/non-existent-service-account'],
    files: {
      'deploy/date.yaml': deployment('date', { pod: '\nserviceAccountName: ‹runer|runner›' }),
      'rbac/date.yaml': account('runner'),
    },
  },
  'RoleBinding → ServiceAccount of another namespace': {
    rule: NEAR,
    severity: 'warning',
    names: '`shop`',
    files: {
      'rbac/elder.yaml': `${binding('elder', 'elder', '«elder»', '‹store|shop›')}---\n${account('elder')}---\n${role('elder')}`,
    },
  },
  'RoleBinding → Role': {
    rule: NEAR,
    severity: 'warning',
    names: '`reader`',
    files: {
      'rbac/fig.yaml': `${binding('fig', '‹readr|reader›', 'fig')}---\n${account('fig')}---\n${role('reader')}`,
    },
  },
  'HorizontalPodAutoscaler → a workload of another kind': {
    rule: NEAR,
    severity: 'warning',
    names: 'StatefulSet',
    also: ['kube-linter/dangling-horizontalpodautoscaler', 'kube-score/horizontalpodautoscaler-has-target'],
    files: {
      'app/grape.yaml': `${autoscaler('grape', '‹Deployment|StatefulSet›', '«grape»')}---\n${statefulSet('grape', 'grape').replace('replicas: 2', '‹replicas: 2|minReadySeconds: 0›')}---\n${service('grape', 'app: grape', 'port: 80\n      targetPort: 8080', '\n  clusterIP: None')}`,
    },
  },
  'Ingress → Service': {
    rule: NEAR,
    severity: 'warning',
    names: '`honey`',
    also: ['kube-linter/dangling-ingress', 'kube-score/ingress-targets-service'],
    files: {
      'ingress/honey.yaml': ingress('honey', '‹hony|honey›', 'number: 80'),
      'svc/honey.yaml': service('honey', 'app: honey'),
      'deploy/honey.yaml': deployment('honey'),
    },
  },
  'StatefulSet → Service': {
    rule: NEAR,
    severity: 'warning',
    names: '`iris`',
    also: ['kube-score/statefulset-has-servicename'],
    files: {
      'sts/iris.yaml': statefulSet('iris', '‹irsi|iris›'),
      'svc/iris.yaml': service(
        'iris',
        'app: iris',
        'port: 80\n      targetPort: 8080',
        '\n  clusterIP: None',
      ),
    },
  },
  'env → key of a ConfigMap': {
    rule: 'missing-key',
    severity: 'warning',
    names: '`COLOR`',
    also: ['kube-linter/env-value-from'],
    files: {
      'deploy/jam.yaml': deployment('jam', { more: env('configMapKeyRef', 'jam', '‹COLOUR|COLOR›') }),
      'config/jam.yaml': configMap('jam', 'COLOR: red'),
    },
  },
  'env → key of binaryData': {
    rule: 'missing-key',
    severity: 'warning',
    names: '`binaryData`',
    also: ['kube-linter/env-value-from'],
    files: {
      'deploy/kiwi.yaml': deployment('kiwi', { more: env('configMapKeyRef', 'kiwi', '«LOGO»') }),
      'config/kiwi.yaml': object('v1', 'ConfigMap', 'kiwi', '‹binaryData|data›:\n  LOGO: bG9nbw==\n'),
    },
  },
  'volume → key of a Secret': {
    rule: 'missing-key',
    severity: 'warning',
    names: '`tls.crt`',
    files: {
      'deploy/lime.yaml': deployment(
        'lime',
        volume(
          'secret:\n      secretName: lime\n      items:\n        - key: ‹tls.cert|tls.crt›\n          path: cert',
        ),
      ),
      'config/lime.yaml': object('v1', 'Secret', 'lime', 'stringData:\n  tls.crt: a\n'),
    },
  },
  'Ingress → port of a Service, by number': {
    rule: 'service-port-mismatch',
    severity: 'warning',
    names: 'targetPort',
    also: ['kube-linter/dangling-ingress', 'kube-score/ingress-targets-service'],
    files: {
      'ingress/mango.yaml': ingress('mango', 'mango', 'number: ‹8080|80›'),
      'svc/mango.yaml': service('mango', 'app: mango'),
      'deploy/mango.yaml': deployment('mango'),
    },
  },
  'HTTPRoute → port of a Service': {
    rule: 'service-port-mismatch',
    severity: 'warning',
    names: '`80`',
    files: {
      'ingress/nut.yaml': route('nut', 'nut', '‹81|80›'),
      'svc/nut.yaml': service('nut', 'app: nut'),
      'deploy/nut.yaml': deployment('nut'),
    },
  },
  'Service → port of a container, by name': {
    rule: 'target-port-mismatch',
    severity: 'warning',
    names: '`http (8080)`',
    files: {
      'svc/olive.yaml': service('olive', 'app: olive', 'port: 80\n      targetPort: ‹htpp|http›'),
      'deploy/olive.yaml': deployment('olive', { more: '\nports:\n  - containerPort: 8080\n    name: http' }),
    },
  },
  'Service → port of a container, by number': {
    rule: 'target-port-mismatch',
    severity: 'hint',
    names: '`8080`',
    files: {
      'svc/peach.yaml': service('peach', 'app: peach', 'port: 80\n      targetPort: ‹8081|8080›'),
      'deploy/peach.yaml': deployment('peach', { more: '\nports:\n  - containerPort: 8080' }),
    },
  },
  'probe → port of its container': {
    rule: 'probe-port-name',
    severity: 'warning',
    names: '`http`',
    also: ['kube-linter/readiness-port'],
    files: {
      'deploy/quince.yaml': deployment('quince', {
        more: '\nports:\n  - containerPort: 8080\n    name: http',
      }).replace('port: 8080\n          securityContext', 'port: ‹htp|http›\n          securityContext'),
    },
  },
  'volumeMount → volume': {
    rule: 'volume-mount-without-volume',
    severity: 'error',
    names: '`data`',
    files: {
      'deploy/rice.yaml': deployment('rice', volume('emptyDir: {}')).replace(
        'volumeMounts:\n            - name: data',
        'volumeMounts:\n            - name: ‹date|data›',
      ),
    },
  },
  'Service → Pods': {
    rule: 'service-near-miss',
    severity: 'warning',
    names: 'Deployment salad',
    also: ['kube-linter/dangling-service', 'kube-score/service-targets-pod'],
    files: {
      'svc/salad.yaml': service('salad', 'app: ‹sald|salad›'),
      'deploy/salad.yaml': deployment('salad'),
    },
  },
  'PodDisruptionBudget → Pods': {
    rule: 'selector-near-miss',
    severity: 'warning',
    names: 'Deployment tomato',
    files: {
      'policy/tomato.yaml': budget('tomato-pdb', 'app: ‹tomatoe|tomato›'),
      'deploy/tomato.yaml': deployment('tomato'),
    },
  },
  'NetworkPolicy → Pods': {
    rule: 'selector-near-miss',
    severity: 'warning',
    names: 'Deployment ugli',
    also: ['kube-linter/dangling-networkpolicy', 'kube-score/networkpolicy-targets-pod'],
    files: {
      'policy/ugli.yaml': policy('ugli', 'app: ‹uglu|ugli›', 'app: ugli'),
      'deploy/ugli.yaml': deployment('ugli'),
    },
  },
  'NetworkPolicy → the other side': {
    rule: 'selector-near-miss',
    severity: 'warning',
    names: 'Deployment vanilla',
    also: ['kube-linter/dangling-networkpolicypeer-podselector'],
    files: {
      'app/vanilla.yaml': `${policy('within', 'app: vanilla', 'app: ‹vanila|vanilla›')}---\n${deployment('vanilla')}`,
    },
  },
  'ServiceMonitor → Services': {
    rule: 'selector-near-miss',
    severity: 'warning',
    names: 'Service wheat',
    also: ['kube-linter/dangling-servicemonitor'],
    files: {
      'monitor/wheat.yaml': monitor('wheat', 'watch: ‹weat|wheat›', 'metrics'),
      'svc/wheat.yaml': labelled('wheat', 'watch: wheat', 'metrics'),
      'deploy/wheat.yaml': deployment('wheat'),
    },
  },
  'ServiceMonitor → port of a Service': {
    rule: 'monitor-port-mismatch',
    severity: 'warning',
    names: '`metrics`',
    files: {
      'monitor/xigua.yaml': monitor('xigua', 'watch: xigua', '‹metric|metrics›'),
      'svc/xigua.yaml': labelled('xigua', 'watch: xigua', 'metrics'),
      'deploy/xigua.yaml': deployment('xigua'),
    },
  },
  'Service → a version of the Pods': {
    rule: 'selected-version-missing',
    severity: 'warning',
    names: '`blue`',
    also: ['kube-linter/dangling-service', 'kube-score/service-targets-pod'],
    files: {
      'svc/yam.yaml': service('yam', 'app: yam\n    version: ‹green|blue›'),
      'deploy/yam.yaml': deployment('yam-blue', { labels: 'app: yam\nversion: blue' }),
    },
  },
  'kustomization → file': {
    rule: 'kustomization-file-missing',
    severity: 'warning',
    names: '`deployment.yaml`',
    files: {
      'kustomize/zest/kustomization.yaml': 'resources:\n  - ‹deploymnt.yaml|deployment.yaml›\n',
      'kustomize/zest/deployment.yaml': deployment('zest'),
    },
  },
  'StatefulSet → a Service with an address of its own': {
    rule: 'statefulset-service',
    severity: 'info',
    names: '`almond`',
    also: ['kube-score/statefulset-has-servicename'],
    files: {
      'sts/almond.yaml': statefulSet('almond', '«almond»'),
      'svc/almond.yaml': service(
        'almond',
        'app: almond',
        'port: 80\n      targetPort: 8080',
        '‹|\n  clusterIP: None›',
      ),
    },
  },
  'replicas → a volume of one node': {
    rule: 'claim-for-one-node',
    severity: 'info',
    names: '`basil`',
    files: {
      'deploy/basil.yaml': deployment('basil', volume('persistentVolumeClaim:\n      claimName: «basil»')),
      'pvc/basil.yaml': claim('basil', '‹ReadWriteOnce|ReadWriteMany›'),
    },
  },
  'two Deployments → the same Pods': {
    rule: 'same-selector',
    severity: 'info',
    names: 'Deployment cocoa',
    files: {
      'deploy/cocoa.yaml': `${deployment('cocoa', { labels: 'app: cocoa\ntrack: stable', selector: 'app: cocoa‹|\ntrack: stable›' })}---\n${deployment(
        'cocoa-canary',
        { labels: 'app: cocoa\ntrack: canary', selector: 'app: cocoa‹|\ntrack: canary›' },
      ).replace('selector', '«selector»')}`,
    },
  },
  'a ConfigMap that is not here': {
    rule: MISSING,
    severity: 'hint',
    also: ['kube-linter/env-value-from'],
    files: {
      'deploy/dill.yaml': deployment('dill', {
        more: env('configMapKeyRef', '‹elsewhere|dill-config›', 'COLOR'),
      }),
      'config/dill.yaml': configMap('dill-config', 'COLOR: red'),
    },
  },
  'Pods that are not here': {
    rule: 'selects-nothing',
    severity: 'hint',
    also: ['kube-linter/dangling-service', 'kube-score/service-targets-pod'],
    files: {
      'svc/endive.yaml': service('endive', '«app»: ‹elsewhere|endive›'),
      'deploy/endive-web.yaml': deployment('endive-web', { labels: 'app: endive' }),
    },
  },
};
