/** A manifest as people write them, with one fault: exactly this finding, and this text after its first fix. */
export interface Broken {
  readonly name: string;
  readonly marked: string;
  readonly rule: string;
  readonly fixed?: string;
}

const DEPLOYMENT = `apiVersion: apps/v1
kind: Deployment
metadata:
  name: shop-web
  namespace: shop
  labels:
    app: shop-web
spec:
  replicas: 3
  strategy:
    type: RollingUpdate
    rollingUpdate:
      maxSurge: 25%
      maxUnavailable: 0
  selector:
    matchLabels:
      app: shop-web
  template:
    metadata:
      labels:
        app: shop-web
    spec:
      serviceAccountName: shop-web
      containers:
        - name: web
          image: registry.example.com/shop/web:1.4.2
          imagePullPolicy: IfNotPresent
          ports:
            - name: http
              containerPort: 8080
          env:
            - name: LOG_LEVEL
              value: info
            - name: DB_PASSWORD
              valueFrom:
                secretKeyRef:
                  name: shop-db
                  key: password
          resources:
            requests:
              cpu: 100m
              memory: 128Mi
            limits:
              memory: 256Mi
          readinessProbe:
            httpGet:
              path: /ready
              port: http
            periodSeconds: 5
          volumeMounts:
            - name: config
              mountPath: /etc/shop
      volumes:
        - name: config
          configMap:
            name: shop-web
`;

const SERVICE = `apiVersion: v1
kind: Service
metadata:
  name: shop-web
spec:
  type: ClusterIP
  selector:
    app: shop-web
  ports:
    - name: http
      port: 80
      targetPort: http
    - name: metrics
      port: 9090
`;

const CRON_JOB = `apiVersion: batch/v1
kind: CronJob
metadata:
  name: nightly-report
spec:
  schedule: "30 2 * * 1-5"
  timeZone: Asia/Seoul
  concurrencyPolicy: Forbid
  jobTemplate:
    spec:
      backoffLimit: 2
      template:
        spec:
          restartPolicy: OnFailure
          containers:
            - name: report
              image: registry.example.com/shop/report:2.0.1
`;

const INGRESS = `apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: shop
spec:
  ingressClassName: nginx
  tls:
    - hosts:
        - shop.example.com
      secretName: shop-tls
  rules:
    - host: shop.example.com
      http:
        paths:
          - path: /
            pathType: Prefix
            backend:
              service:
                name: shop-web
                port:
                  number: 80
`;

const CLAIM = `apiVersion: v1
kind: PersistentVolumeClaim
metadata:
  name: shop-data
spec:
  storageClassName: standard-rwo
  accessModes:
    - ReadWriteOnce
  resources:
    requests:
      storage: 10Gi
`;

const AUTOSCALER = `apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata:
  name: shop-web
spec:
  minReplicas: 2
  maxReplicas: 10
  scaleTargetRef:
    apiVersion: apps/v1
    kind: Deployment
    name: shop-web
  metrics:
    - type: Resource
      resource:
        name: cpu
        target:
          type: Utilization
          averageUtilization: 70
`;

const BINDING = `apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata:
  name: readers
  namespace: shop
roleRef:
  apiGroup: rbac.authorization.k8s.io
  kind: Role
  name: reader
subjects:
  - kind: ServiceAccount
    name: shop-web
    namespace: shop
`;

const POLICY = `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: shop-web
spec:
  podSelector:
    matchLabels:
      app: shop-web
  policyTypes:
    - Ingress
  ingress:
    - from:
        - ipBlock:
            cidr: 10.0.0.0/8
      ports:
        - protocol: TCP
          port: 8080
`;

/** One change: what is written instead is marked, and `fixed` is what the fix makes of it. */
function broken(name: string, rule: string, sound: string, from: string, to: string, fixed?: string): Broken {
  if (!sound.includes(from)) throw new Error(`${name}: ${from}`);
  const put = (text: string) => sound.replace(from, () => text);
  return {
    name,
    rule: `kubernetes/${rule}`,
    marked: put(to),
    ...(fixed !== undefined && { fixed: put(fixed) }),
  };
}

export const SOUND: readonly string[] = [
  DEPLOYMENT,
  SERVICE,
  CRON_JOB,
  INGRESS,
  CLAIM,
  AUTOSCALER,
  BINDING,
  POLICY,
];

export const BROKEN: readonly Broken[] = [
  broken(
    'a field misspelt',
    'unknown-field',
    DEPLOYMENT,
    'imagePullPolicy',
    '«imagePullpolicy»',
    'imagePullPolicy',
  ),
  broken(
    'a field in the wrong object',
    'unknown-field',
    CRON_JOB,
    '  schedule',
    '  «restartPolicy»: OnFailure\n  schedule',
  ),
  broken(
    'a field of v1beta1',
    'unknown-field',
    INGRESS,
    'service:\n                name: shop-web\n                port:\n                  number: 80',
    '«serviceName»: shop-web\n              service:\n                name: shop-web\n                port:\n                  number: 80',
  ),
  broken('a number for a text', 'wrong-type', DEPLOYMENT, 'value: info', 'value: «3»', 'value: "3"'),
  broken('a text for a number', 'wrong-type', DEPLOYMENT, 'replicas: 3', 'replicas: «"3"»', 'replicas: 3'),
  broken(
    'a map for a list',
    'wrong-type',
    SERVICE,
    '    - name: http\n      port: 80\n      targetPort: http\n    - name: metrics\n      port: 9090',
    '    «port: 80»',
  ),
  broken('no amount', 'wrong-type', CLAIM, '10Gi', '«10GB»'),
  broken(
    'no image',
    'missing-field',
    DEPLOYMENT,
    '- name: web\n          image: registry.example.com/shop/web:1.4.2',
    '- «name»: web',
    '- name: web\n          image: nginx:1.29',
  ),
  broken(
    'no path type',
    'missing-field',
    INGRESS,
    '- path: /\n            pathType: Prefix',
    '- «path»: /',
    '- path: /\n            pathType: Prefix',
  ),
  broken(
    'no port number',
    'missing-field',
    SERVICE,
    '- name: metrics\n      port: 9090',
    '- «name»: metrics',
    '- name: metrics\n      port: 9090',
  ),
  broken(
    'no schedule',
    'missing-field',
    CRON_JOB,
    'spec:\n  schedule: "30 2 * * 1-5"\n  timeZone: Asia/Seoul\n  concurrencyPolicy: Forbid',
    '«spec»:\n  timeZone: Asia/Seoul\n  concurrencyPolicy: Forbid',
    'spec:\n  timeZone: Asia/Seoul\n  concurrencyPolicy: Forbid\n  schedule: "0 3 * * *"',
  ),
  broken(
    'no restartPolicy in a Job',
    'missing-field',
    CRON_JOB,
    '        spec:\n          restartPolicy: OnFailure',
    '        «spec»:',
    '        spec:\n          restartPolicy: OnFailure',
  ),
  broken(
    'no access mode',
    'missing-field',
    CLAIM,
    'accessModes:\n    - ReadWriteOnce',
    '«accessModes»: []',
    'accessModes:\n    - ReadWriteOnce',
  ),
  broken(
    'no key of the secret',
    'missing-field',
    DEPLOYMENT,
    'secretKeyRef:\n                  name: shop-db\n                  key: password',
    '«secretKeyRef»:\n                  name: shop-db',
  ),
  broken(
    'a probe without a way to probe',
    'missing-field',
    DEPLOYMENT,
    'readinessProbe:\n            httpGet:\n              path: /ready\n              port: http\n            periodSeconds: 5',
    '«readinessProbe»:\n            periodSeconds: 5',
    'readinessProbe:\n            periodSeconds: 5\n            httpGet:\n              path: /\n              port: http',
  ),
  broken(
    'a policy in lower case',
    'invalid-value',
    DEPLOYMENT,
    'IfNotPresent',
    '«ifNotPresent»',
    'IfNotPresent',
  ),
  broken(
    'a protocol in lower case',
    'invalid-value',
    POLICY,
    'protocol: TCP',
    'protocol: «tcp»',
    'protocol: TCP',
  ),
  broken(
    'an access mode misspelt',
    'invalid-value',
    CLAIM,
    'ReadWriteOnce',
    '«ReadWriteOne»',
    'ReadWriteOnce',
  ),
  broken('six fields of cron', 'invalid-value', CRON_JOB, '"30 2 * * 1-5"', '«"0 30 2 * * 1-5"»'),
  broken(
    'a Deployment that may end',
    'invalid-value',
    DEPLOYMENT,
    '      serviceAccountName',
    '      restartPolicy: «OnFailure»\n      serviceAccountName',
    '      restartPolicy: Always\n      serviceAccountName',
  ),
  broken('an address for a range', 'invalid-value', POLICY, '10.0.0.0/8', '«10.0.0.1»', '10.0.0.1/32'),
  broken('a time zone by its city', 'invalid-value', CRON_JOB, 'Asia/Seoul', '«Seoul»'),
  broken(
    'an underscore in a name',
    'invalid-name',
    SERVICE,
    'name: shop-web',
    'name: «shop_web»',
    'name: shop-web',
  ),
  broken(
    'a blank in a label',
    'invalid-name',
    DEPLOYMENT,
    '    app: shop-web',
    '    app: shop-web\n    «owner name»: kim',
  ),
  broken(
    'a label value that is a sentence',
    'invalid-name',
    DEPLOYMENT,
    '    app: shop-web',
    '    app: shop-web\n    note: «do not touch»',
  ),
  broken(
    'a port name too long',
    'invalid-name',
    DEPLOYMENT.replaceAll('port: http', 'port: 8080'),
    'name: http\n              containerPort',
    'name: «http-public-port»\n              containerPort',
  ),
  broken(
    'a host with a scheme',
    'invalid-name',
    INGRESS,
    'host: shop.example.com',
    'host: «https://shop.example.com»',
    'host: shop.example.com',
  ),
  broken(
    'a port number in quotes',
    'invalid-name',
    SERVICE,
    'targetPort: http',
    'targetPort: «"8080"»',
    'targetPort: 8080',
  ),
  broken(
    'a port too high',
    'number-out-of-range',
    DEPLOYMENT,
    'containerPort: 8080',
    'containerPort: «80800»',
  ),
  broken('fewer than no replicas', 'number-out-of-range', DEPLOYMENT, 'replicas: 3', 'replicas: «-3»'),
  broken(
    'more at least than at most',
    'number-out-of-range',
    AUTOSCALER,
    'maxReplicas: 10',
    'maxReplicas: «1»',
  ),
  broken('a request above its limit', 'number-out-of-range', DEPLOYMENT, 'memory: 128Mi', 'memory: «512Mi»'),
  broken(
    'permissions in decimal',
    'number-out-of-range',
    DEPLOYMENT,
    'configMap:\n            name: shop-web',
    'configMap:\n            name: shop-web\n            defaultMode: «644»',
    'configMap:\n            name: shop-web\n            defaultMode: 0644',
  ),
  broken(
    'two containers with one name',
    'duplicate-list-item',
    DEPLOYMENT,
    '      volumes:',
    '        - name: «web»\n          image: envoyproxy/envoy:v1.35.0\n      volumes:',
  ),
  broken('two ports with one name', 'duplicate-list-item', SERVICE, 'name: metrics', 'name: «http»'),
  broken(
    'two mounts at one place',
    'duplicate-list-item',
    DEPLOYMENT,
    '              mountPath: /etc/shop',
    '              mountPath: /etc/shop\n            - name: config\n              mountPath: «/etc/shop»',
  ),
  broken(
    'a value from two places',
    'mutually-exclusive-fields',
    DEPLOYMENT,
    'value: info',
    'value: info\n              «valueFrom»:\n                fieldRef:\n                  fieldPath: metadata.name',
    'valueFrom:\n                fieldRef:\n                  fieldPath: metadata.name',
  ),
  broken(
    'a volume of two things',
    'mutually-exclusive-fields',
    DEPLOYMENT,
    '          configMap:\n            name: shop-web',
    '          emptyDir: {}\n          «configMap»:\n            name: shop-web',
    '          configMap:\n            name: shop-web',
  ),
  broken(
    'a node port inside the cluster',
    'mutually-exclusive-fields',
    SERVICE,
    'port: 9090',
    'port: 9090\n      «nodePort»: 30090',
    'port: 9090',
  ),
  broken(
    'no rolling in Recreate',
    'mutually-exclusive-fields',
    DEPLOYMENT,
    'type: RollingUpdate\n    rollingUpdate:\n      maxSurge: 25%\n      maxUnavailable: 0',
    'type: Recreate\n    «rollingUpdate»:\n      maxSurge: 25%\n      maxUnavailable: 0',
    'type: Recreate',
  ),
  broken('a removed version', 'removed-api-version', CRON_JOB, 'batch/v1', '«batch/v1beta1»', 'batch/v1'),
  broken('a kind in another group', 'unknown-kind', DEPLOYMENT, 'apps/v1', '«v1»', 'apps/v1'),
  broken('a kind misspelt', 'unknown-kind', SERVICE, 'Service', '«Sevice»', 'Service'),
];
