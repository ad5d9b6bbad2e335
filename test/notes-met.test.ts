import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { AnyLanguage } from '../server/src/core/language';
import { readMarks } from '../server/src/core/marked';
import { dockerfile } from '../server/src/dockerfile/language';
import { kubernetes } from '../server/src/kubernetes/language';
import { notes } from './hovers';
import { Bench } from './samples';

/** Which note a hover shows, where the cluster, its workloads, the products of Google Cloud and what comes next are met. */

const object = (apiVersion: string, kind: string, rest = '') =>
  `apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata:\n  name: web\n${rest}\n`;
const pod = (field: string) => object('v1', 'Pod', `spec:\n  ${field}`);
const container = (field: string) =>
  pod(`containers:\n    - name: web\n      image: nginx:1.29\n      ${field}`);
const selector = (key: string) => pod(`nodeSelector:\n    ${key}: "true"`);
const annotated = (kind: string, line: string) => object('v1', kind, `  annotations:\n    ${line}`);
const labelled = (line: string) => object('v1', 'Namespace', `  labels:\n    ${line}`);
const ingress = (field: string) => object('networking.k8s.io/v1', 'Ingress', `spec:\n  ${field}`);
const policy = (field: string) => object('networking.k8s.io/v1', 'NetworkPolicy', `spec:\n  ${field}`);
const rbac = (kind: string, field: string) => object('rbac.authorization.k8s.io/v1', kind, field);
const knative = (field: string) => object('serving.knative.dev/v1', 'Service', `spec:\n  ${field}`);
const deployment = (field: string) => object('apps/v1', 'Deployment', `spec:\n  ${field}`);
const service = (field: string) => object('v1', 'Service', `spec:\n  ${field}`);
const job = (field: string) => object('batch/v1', 'Job', `spec:\n  ${field}`);
const cronJob = (field: string) => object('batch/v1', 'CronJob', `spec:\n  ${field}`);
const budget = (field: string) => object('policy/v1', 'PodDisruptionBudget', `spec:\n  ${field}`);
const storage = (field: string) => object('storage.k8s.io/v1', 'StorageClass', field);
const spread = (field: string) => pod(`topologySpreadConstraints:\n    - ${field}`);

const MANIFESTS: Readonly<Record<string, readonly string[]>> = {
  'concepts/object': [
    object('v1', 'Pod').replace('kind', '«kind»'),
    object('example.com/v1', 'Own').replace('kind', '«kind»'),
    object('v1', 'Pod').replace('name', '«name»'),
    pod('hostname: a').replace('spec', '«spec»'),
  ],
  'concepts/extensibility': [object('apiextensions.k8s.io/v1', '«CustomResourceDefinition»')],
  'concepts/node': [object('v1', '«Node»'), pod('«nodeName»: a')],
  'concepts/control-plane': [
    selector('«node-role.kubernetes.io/control-plane»'),
    pod('tolerations:\n    - key: «node-role.kubernetes.io/master»'),
  ],
  'concepts/scheduler': [pod('schedulerName: «a»')],
  'kubernetes/annotations': [object('v1', 'Pod', '  «annotations»: {a: b}')],
  'kubernetes/volumes': [pod('«volumes»: []')],
  'kubernetes/init-containers': [
    pod('«initContainers»: []'),
    pod('initContainers: [{name: a, restartPolicy: «Always»}]'),
  ],
  'kubernetes/command': [container('«command»: [a]'), container('args: [«a»]')],
  'kubernetes/container-ports': [container('«ports»: []'), container('ports: [{«containerPort»: 80}]')],
  'kubernetes/service-ports': [service('«ports»: []'), service('ports: [{port: 80, targetPort: «80»}]')],
  'kubernetes/service-type': [service('type: «NodePort»'), service('«clusterIP»: None')],
  'concepts/load-balancer': [service('«sessionAffinity»: ClientIP')],
  'kubernetes/template': [deployment('template: {«spec»: {}}')],
  'kubernetes/Job': [
    object('batch/v1', '«Job»'),
    job('«backoffLimit»: 1'),
    cronJob('jobTemplate: {spec: {completions: «1»}}'),
  ],
  'kubernetes/CronJob': [object('batch/v1', '«CronJob»'), cronJob('concurrencyPolicy: «Forbid»')],
  'concepts/rolling-update': [deployment('strategy: {type: «RollingUpdate»}')],
  'kubernetes/strategy': [deployment('«strategy»: {}'), deployment('strategy: {type: «Recreate»}')],
  'concepts/zero-downtime': [deployment('«minReadySeconds»: 5')],
  'concepts/canary': [deployment('selector: {matchLabels: {«track»: canary}}')],
  'kubernetes/resources': [
    container('«resources»: {}'),
    container('resources: {limits: {memory: «1Gi»}}'),
    deployment('template: {spec: {resources: {requests: {«cpu»: 1}}}}'),
  ],
  'kubernetes/liveness-probe': [container('«livenessProbe»: {}')],
  'kubernetes/readiness-probe': [container('«readinessProbe»: {}')],
  'kubernetes/startup-probe': [container('«startupProbe»: {}')],
  'concepts/probe': [
    container('livenessProbe: {«periodSeconds»: 5}'),
    container('startupProbe: {httpGet: {path: «/»}}'),
    container('livenessProbe: {«terminationGracePeriodSeconds»: 5}'),
  ],
  'kubernetes/termination-grace-period': [pod('«terminationGracePeriodSeconds»: 5')],
  'kubernetes/lifecycle': [container('«lifecycle»: {}'), container('lifecycle: {«preStop»: {}}')],
  'kubernetes/restart-policy': [pod('restartPolicy: «Never»')],
  'kubernetes/image-pull-policy': [container('imagePullPolicy: «Always»')],
  'kubernetes/PodDisruptionBudget': [
    object('policy/v1', '«PodDisruptionBudget»'),
    budget('minAvailable: «50%»'),
  ],
  'kubernetes/Ingress': [
    object('networking.k8s.io/v1', '«Ingress»'),
    ingress('«rules»: []'),
    ingress('ingressClassName: «nginx»'),
  ],
  'kubernetes/NetworkPolicy': [
    object('networking.k8s.io/v1', '«NetworkPolicy»'),
    policy('«egress»: []'),
    policy('policyTypes: [«Ingress»]'),
  ],
  'kubernetes/ServiceAccount': [
    object('v1', '«ServiceAccount»'),
    pod('serviceAccountName: «web»'),
    pod('«automountServiceAccountToken»: false'),
  ],
  'kubernetes/Role': [rbac('«Role»', ''), rbac('ClusterRole', '«rules»: []')],
  'kubernetes/RoleBinding': [
    rbac('«ClusterRoleBinding»', ''),
    rbac('RoleBinding', '«roleRef»: {kind: Role, name: a}'),
    rbac('RoleBinding', '«subjects»: []'),
  ],
  'kubernetes/security-context': [pod('«securityContext»: {}'), container('«securityContext»: {}')],
  'kubernetes/words/security': [
    container('securityContext:\n        «runAsNonRoot»: true'),
    container('securityContext:\n        capabilities:\n          «drop»: [ALL]'),
    rbac('Role', 'rules:\n  - «verbs»: [get]'),
  ],
  'kubernetes/host-namespaces': [
    pod('«hostPID»: true'),
    pod('hostNetwork: «true»'),
    pod('«hostIPC»: true'),
    pod('«shareProcessNamespace»: true'),
  ],
  'kubernetes/runtime-class': [pod('runtimeClassName: «gvisor»'), object('node.k8s.io/v1', '«RuntimeClass»')],
  'kubernetes/image-pull-secrets': [
    pod('«imagePullSecrets»: []'),
    pod('imagePullSecrets:\n    - name: «regcred»'),
    object('v1', 'Secret', 'type: «kubernetes.io/dockerconfigjson»'),
  ],
  'kubernetes/node-selector': [pod('«nodeSelector»: {a: b}')],
  'kubernetes/affinity': [pod('«affinity»: {}'), pod('affinity:\n    «podAntiAffinity»: {}')],
  'kubernetes/tolerations': [
    pod('«tolerations»: []'),
    pod('tolerations:\n    - key: a\n      effect: «NoSchedule»'),
  ],
  'kubernetes/topology-spread': [spread('«maxSkew»: 1'), spread('whenUnsatisfiable: «DoNotSchedule»')],
  'kubernetes/words/scheduling': [ingress('rules: [{http: {paths: [{path: /, «pathType»: Prefix}]}}]')],
  'kubernetes/words/keys': [
    selector('«cloud.google.com/gke-nodepool»'),
    spread('topologyKey: «topology.kubernetes.io/zone»'),
    pod('tolerations:\n    - key: «cloud.google.com/gke-spot»'),
    annotated('Service', 'prometheus.io/scrape: «"true"»'),
    labelled('«app.kubernetes.io/part-of»: shop'),
  ],
  'kubernetes/words/knative': [
    knative('«traffic»: []'),
    knative('template: {metadata: {annotations: {«autoscaling.knative.dev/minScale»: "1"}}}'),
  ],
  'concepts/pod-security': [labelled('«pod-security.kubernetes.io/enforce»: restricted')],
  'concepts/gce-or-gke': [selector('«cloud.google.com/compute-class»')],
  'products/gke': [
    selector('«cloud.google.com/gke-newer-than-we»'),
    annotated('Service', '«networking.gke.io/newer-than-we»: a'),
  ],
  'products/container-optimized-os': [selector('«cloud.google.com/gke-os-distribution»')],
  'products/compute-engine': [selector('«node.kubernetes.io/instance-type»')],
  'products/persistent-disk': [
    storage('provisioner: «pd.csi.storage.gke.io»'),
    storage('parameters:\n  type: «pd-ssd»'),
    object('v1', 'PersistentVolumeClaim', 'spec:\n  storageClassName: «standard-rwo»'),
  ],
  'products/local-ssd': [selector('«cloud.google.com/gke-local-nvme-ssd»')],
  'products/cloud-load-balancing': [
    ingress('ingressClassName: «gce»'),
    annotated('Service', '«cloud.google.com/neg»: a'),
  ],
  'products/vpc': [annotated('Service', '«networking.gke.io/internal-load-balancer-subnet»: a')],
  'products/workload-identity': [annotated('ServiceAccount', 'iam.gke.io/gcp-service-account: «a@b»')],
  'products/knative': [
    object('serving.knative.dev/v1', '«Service»'),
    object('«serving.knative.dev/v1»', 'Service'),
  ],
  'products/cloud-run': [
    knative('template: {metadata: {annotations: {«run.googleapis.com/cpu-throttling»: "true"}}}'),
  ],
};

const COMMANDS: Readonly<Record<string, string>> = {
  'commands/kubectl': 'kubectl apply -f app.yaml',
  'products/gke': 'gcloud container clusters list',
  'concepts/gce-or-gke': 'gcloud container node-pools list',
  'products/compute-engine': 'gcloud compute instances list',
  'products/vpc': 'gcloud compute firewall-rules list',
  'products/observability': 'gcloud logging read x',
  'products/app-engine': 'gcloud app deploy',
  'products/cloud-run': 'gcloud run deploy web --image=web',
  'products/cloud-run-functions': 'gcloud functions deploy hello',
  'products/pubsub': 'gcloud pubsub topics create orders',
  'products/lambda': 'aws lambda invoke out.json',
};

describe('a manifest shows', () => {
  for (const [id, texts] of Object.entries(MANIFESTS))
    for (const marked of texts)
      it(`${id}: ${/«(.*)»/.exec(marked)![1]}`, () => assert.equal(noteAt(kubernetes, marked), id));
});

describe('a command shows', () => {
  for (const [id, command] of Object.entries(COMMANDS))
    it(`${id}: ${command}`, () =>
      assert.equal(noteAt(dockerfile, `FROM debian:13\nRUN ${command.replace(/ (\w+)/, ' «$1»')}\n`), id));
});

/** The note shown on the marked word; of a file of words, the file. */
function noteAt(language: AnyLanguage, marked: string): string | undefined {
  const { text, ranges } = readMarks(marked);
  const bench = new Bench(language, text);
  const at = bench.engine.at(bench.uri, Math.floor((ranges[0]!.start + ranges[0]!.end) / 2))!;
  const { kubernetesVersion } = bench.config;
  const card = language.hover?.(at.model, at.part.id, at.offset, { facts: at.facts, kubernetesVersion });
  return card && notes.of(language.id, card)?.id.replace(/#.*/, '');
}
