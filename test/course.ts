/** A folder as a course builds it up: a Deployment with its canary, and what leads to and from them, in separate files. */
export const WORLD: Readonly<Record<string, string>> = {
  'web.yaml': `apiVersion: apps/v1
kind: Deployment
metadata: {name: web}
spec:
  replicas: 4
  selector:
    matchLabels: {app: web, track: stable}
  template:
    metadata:
      labels: {app: web, track: stable}
    spec:
      serviceAccountName: web
      containers:
        - name: web
          image: nginx:1.29
          ports:
            - {name: http, containerPort: 8080}
            - {name: metrics, containerPort: 9100}
          readinessProbe: {httpGet: {path: /, port: http}}
          livenessProbe: {tcpSocket: {port: 8080}}
          env:
            - {name: COLOR, valueFrom: {configMapKeyRef: {name: web-config, key: color}}}
            - {name: TOKEN, valueFrom: {secretKeyRef: {name: web-key, key: token, optional: true}}}
          envFrom:
            - configMapRef: {name: web-config}
          volumeMounts: [{name: data, mountPath: /data}]
      volumes:
        - name: data
          persistentVolumeClaim: {claimName: web-data}
`,
  'canary.yaml': `apiVersion: apps/v1
kind: Deployment
metadata: {name: web-canary}
spec:
  selector:
    matchLabels: {app: web, track: canary}
  template:
    metadata:
      labels: {app: web, track: canary}
    spec:
      containers:
        - name: web
          image: nginx:1.29
          ports: [{name: http, containerPort: 80}]
`,
  'service.yaml': `apiVersion: v1
kind: Service
metadata: {name: web, labels: {app: web}}
spec:
  selector:
    app: web
  ports:
    - {name: main, port: 80, targetPort: http}
    - {name: raw, port: 81, targetPort: 9999}
    - {name: lost, port: 82, targetPort: gone}
`,
  'ingress.yaml': `apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: {name: web}
spec:
  ingressClassName: nginx
  rules:
    - host: shop.example.com
      http:
        paths:
          - path: /api
            pathType: Prefix
            backend: {service: {name: web, port: {name: main}}}
          - path: /x
            pathType: Prefix
            backend: {service: {name: web, port: {number: 8443}}}
          - path: /y
            pathType: Prefix
            backend: {service: {name: other, port: {number: 80}}}
`,
  'config.yaml': `apiVersion: v1
kind: ConfigMap
metadata: {name: web-config}
data:
  color: blue
  size: "1"
---
apiVersion: v1
kind: ConfigMap
metadata: {name: spare}
data:
  a: b
---
apiVersion: v1
kind: PersistentVolumeClaim
metadata: {name: web-data}
spec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Gi}}}
`,
  'rbac.yaml': `apiVersion: v1
kind: ServiceAccount
metadata: {name: web}
---
apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata: {name: reader}
rules:
  - {apiGroups: [""], resources: [pods, services], verbs: [get, list]}
  - {apiGroups: [""], resources: [configmaps], resourceNames: [web-config], verbs: ["*"]}
---
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: {name: web-reads}
roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: reader}
subjects: [{kind: ServiceAccount, name: web}]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: {name: web-views}
roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: view}
subjects: [{kind: ServiceAccount, name: web, namespace: default}]
`,
  'around.yaml': `apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: {name: web}
spec:
  maxReplicas: 9
  scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: web}
---
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata: {name: web}
spec:
  minAvailable: 1
  selector: {matchLabels: {app: web}}
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: all}
spec:
  podSelector: {}
  ingress:
    - from:
        - podSelector: {matchLabels: {track: canary}}
        - namespaceSelector: {matchLabels: {team: ops}}
          podSelector: {matchExpressions: [{key: app, operator: In, values: [a, b]}]}
        - ipBlock: {cidr: 10.0.0.0/8, except: [10.1.0.0/16]}
  egress: []
---
apiVersion: monitoring.coreos.com/v1
kind: ServiceMonitor
metadata: {name: web}
spec:
  selector: {matchLabels: {app: web}}
  endpoints: [{port: main}]
---
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: {name: web}
spec:
  rules:
    - backendRefs: [{name: web, port: 80}]
`,
  'db.yaml': `apiVersion: v1
kind: Service
metadata: {name: db}
spec:
  clusterIP: None
  selector: {app: db}
  ports: [{port: 5432}]
---
apiVersion: apps/v1
kind: StatefulSet
metadata: {name: db, namespace: default}
spec:
  serviceName: db
  selector: {matchLabels: {app: db}}
  template:
    metadata: {labels: {app: db}}
    spec: {containers: [{name: db, image: postgres:18}]}
`,
};
