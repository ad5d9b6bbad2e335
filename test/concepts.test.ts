import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { Engine } from '../server/src/core/engine';
import { Notes } from '../server/src/core/note';
import { languages } from '../server/src/languages';

/**
 * Every concept, command, file, product and system the study notes name has a note, and is met by a hover in a
 * file like theirs: shown there, or linked from what is shown there.
 */
const notes = new Notes(JSON.parse(readFileSync('server/src/generated/notes.json', 'utf8')));

const FILES = {
  /** The notes' own Dockerfile, its last line made whole. */
  'seed/Dockerfile': `FROM ubuntu:14.04
MAINTAINER Foo Bar <foo@bar.com>
RUN apt-get update
RUN apt-get install -y nginx
RUN echo "\\ndaemon off;" >> /etc/nginx/nginx.conf
RUN chown -R www-data:www-data /var/lib/nginx
EXPOSE 8080
WORKDIR /etc/nginx
CMD ["nginx"]
COPY app.js /app/
`,
  'make/Dockerfile': `# syntax=docker/dockerfile:1
FROM gcr.io/my-project/base:1 AS build
WORKDIR /app
COPY . .
RUN git clone https://github.com/a/b && ln -s /a /b && cat /b
RUN make
FROM ghcr.io/owner/run:1
COPY --from=build /app/out /app/
ADD https://example.com/x /x
ENV A=1
ARG B
ENTRYPOINT ["/app/out"]
USER 1000
VOLUME /data
HEALTHCHECK CMD true
LABEL a=b
SHELL ["/bin/bash", "-c"]
STOPSIGNAL SIGTERM
ONBUILD RUN true
`,
  'ecr/Dockerfile': 'FROM 123456789012.dkr.ecr.ap-northeast-2.amazonaws.com/web:1\n',
  'ecr-public/Dockerfile': 'FROM public.ecr.aws/nginx/nginx:1\n',
  'artifacts/Dockerfile': 'FROM us-docker.pkg.dev/my-project/shop/web:1\n',
  'web.yaml': `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
  namespace: shop
  labels: {app: web}
  annotations: {note: a}
spec:
  replicas: 3
  strategy: {rollingUpdate: {maxSurge: 1}}
  selector:
    matchLabels: {app: web}
  template:
    metadata:
      labels: {app: web, track: canary}
    spec:
      runtimeClassName: gvisor
      hostPID: true
      serviceAccountName: web
      imagePullSecrets: [{name: key}]
      restartPolicy: Always
      tolerations: [{key: node-role.kubernetes.io/control-plane, operator: Exists}]
      nodeSelector:
        node.kubernetes.io/instance-type: e2-medium
        cloud.google.com/gke-nodepool: pool
        cloud.google.com/gke-local-nvme-ssd: "true"
      containers:
        - name: web
          image: nginx:1.29
          ports: [{containerPort: 80}]
          livenessProbe: {httpGet: {path: /, port: 80}}
          readinessProbe: {httpGet: {path: /, port: 80}}
          resources: {limits: {memory: 1Gi}}
          volumeMounts: [{name: data, mountPath: /data}]
      volumes:
        - name: data
          emptyDir: {}
`,
  'service.yaml': `apiVersion: v1
kind: Service
metadata: {name: web, annotations: {cloud.google.com/neg: '{"ingress": true}'}}
spec:
  type: LoadBalancer
  selector: {app: web}
  ports: [{port: 80}]
`,
  'rest.yaml': `apiVersion: v1
kind: Pod
metadata: {name: web}
spec: {containers: [{name: web, image: nginx:1.29}]}
---
apiVersion: apps/v1
kind: ReplicaSet
metadata: {name: web}
spec: {replicas: 1, selector: {matchLabels: {a: b}}, template: {metadata: {labels: {a: b}}, spec: {containers: [{name: a, image: a:1}]}}}
---
apiVersion: v1
kind: Namespace
metadata: {name: shop}
---
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: {name: web}
spec: {maxReplicas: 3, scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: web}}
---
apiVersion: v1
kind: ServiceAccount
metadata: {name: web, annotations: {iam.gke.io/gcp-service-account: a@b.iam.gserviceaccount.com}}
---
apiVersion: storage.k8s.io/v1
kind: StorageClass
metadata: {name: fast}
provisioner: pd.csi.storage.gke.io
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: {name: web}
spec: {ingressClassName: gce, defaultBackend: {service: {name: web, port: {number: 80}}}}
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: web}
spec: {podSelector: {}}
---
apiVersion: v1
kind: PersistentVolumeClaim
metadata: {name: web}
spec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Gi}}}
---
apiVersion: serving.knative.dev/v1
kind: Service
metadata: {name: run}
spec: {template: {spec: {containers: [{image: a:1}]}}}
`,
  'cloudbuild.yaml': `steps:
  - name: gcr.io/cloud-builders/docker
    args: [build, -t, gcr.io/$PROJECT_ID/quickstart-image, .]
  - name: gcr.io/google.com/cloudsdktool/cloud-sdk:slim
    id: deploy
    waitFor: ['-']
    entrypoint: bash
    dir: web
    env: [A=b]
    args:
      - -c
      - |
        gcloud run deploy web --image x
        gcloud app deploy
        gcloud functions deploy f
        gcloud pubsub topics publish t
        kubectl apply -f .
        gcloud builds submit --tag x
        gcloud container clusters list
        gcloud compute instances list
        docker ps
substitutions: {_A: b}
options: {logging: CLOUD_LOGGING_ONLY}
timeout: 600s
serviceAccount: projects/p/serviceAccounts/a
images:
  - gcr.io/$PROJECT_ID/quickstart-image
`,
  'app.yaml': `runtime: python312
service: web
automatic_scaling: {max_instances: 3}
handlers: [{url: /, script: auto}]
`,
} satisfies Record<string, string>;

type File = keyof typeof FILES;

/** The note, the file, and the first word there that leads to it; `word@line` where an earlier line has it too. */
const ENTRIES: readonly (readonly [note: string, file: File, word: string])[] = [
  // Virtualisation and containers
  ['concepts/virtual-machine', 'seed/Dockerfile', 'FROM'],
  ['concepts/virtual-machine', 'web.yaml', 'runtimeClassName'],
  ['concepts/container', 'seed/Dockerfile', 'CMD'],
  ['concepts/container', 'web.yaml', 'containers'],
  ['concepts/kernel', 'seed/Dockerfile', 'FROM'],
  ['concepts/process', 'seed/Dockerfile', 'CMD'],
  ['concepts/process', 'make/Dockerfile', 'STOPSIGNAL'],
  ['concepts/linux-namespace', 'web.yaml', 'namespace'],
  ['concepts/linux-namespace', 'web.yaml', 'hostPID'],
  ['concepts/linux-namespace', 'rest.yaml', 'Namespace'],
  ['concepts/cgroup', 'web.yaml', 'limits'],
  ['concepts/union-file-system', 'make/Dockerfile', 'COPY'],
  ['concepts/microservice', 'service.yaml', 'Service'],
  // Images, layers, registries
  ['concepts/image', 'seed/Dockerfile', 'FROM'],
  ['concepts/image', 'web.yaml', 'image: nginx'],
  ['concepts/layer', 'seed/Dockerfile', 'RUN'],
  ['concepts/layer', 'seed/Dockerfile', 'COPY'],
  ['concepts/thin-layer', 'make/Dockerfile', 'VOLUME'],
  ['concepts/thin-layer', 'web.yaml', 'emptyDir'],
  ['concepts/build-tools', 'make/Dockerfile', 'make'],
  ['concepts/multi-stage-build', 'make/Dockerfile', '--from'],
  ['concepts/registry', 'web.yaml', 'image: nginx'],
  ['products/docker-hub', 'seed/Dockerfile', 'ubuntu'],
  ['products/docker-hub', 'web.yaml', 'nginx'],
  ['products/container-registry', 'make/Dockerfile', 'gcr.io'],
  ['products/container-registry', 'cloudbuild.yaml', 'gcr.io/$'],
  ['products/github-packages', 'make/Dockerfile', 'ghcr.io'],
  ['products/ecr', 'ecr/Dockerfile', '1234'],
  ['products/ecr', 'ecr-public/Dockerfile', 'public'],
  ['products/artifact-registry', 'artifacts/Dockerfile', 'us-docker'],
  ['concepts/private-image', 'web.yaml', 'imagePullSecrets'],
  ['products/cloud-iam', 'web.yaml', 'serviceAccountName'],
  ['concepts/image-tag', 'web.yaml', '1.29'],
  // Instructions and commands
  ...(['FROM', 'MAINTAINER', 'RUN', 'EXPOSE', 'WORKDIR', 'CMD', 'COPY'] as const).map(
    (word) => [`dockerfile/${word}`, 'seed/Dockerfile', word] as const,
  ),
  ...(
    [
      'ADD',
      'ENV',
      'ARG',
      'ENTRYPOINT',
      'USER',
      'VOLUME',
      'HEALTHCHECK',
      'LABEL',
      'SHELL',
      'STOPSIGNAL',
      'ONBUILD',
    ] as const
  ).map((word) => [`dockerfile/${word}`, 'make/Dockerfile', word] as const),
  ['commands/apt-get', 'seed/Dockerfile', 'apt-get'],
  ['commands/apt-get', 'seed/Dockerfile', 'install'],
  ['commands/echo', 'seed/Dockerfile', 'echo'],
  ['commands/chown', 'seed/Dockerfile', 'chown'],
  ['commands/make', 'make/Dockerfile', 'make'],
  ['commands/git', 'make/Dockerfile', 'clone'],
  ['commands/files', 'make/Dockerfile', 'ln'],
  ['commands/files', 'make/Dockerfile', 'cat'],
  ['products/nginx', 'seed/Dockerfile', 'nginx"'],
  // Cloud Build
  ['products/cloud-build', 'cloudbuild.yaml', 'steps'],
  ...(
    [
      'steps',
      'name',
      'args',
      'images',
      'id',
      'entrypoint',
      'dir',
      'env',
      'substitutions',
      'options',
      'timeout',
    ] as const
  ).map((word) => [`cloudbuild/${word}`, 'cloudbuild.yaml', word] as const),
  ['cloudbuild/wait-for', 'cloudbuild.yaml', 'waitFor'],
  ['cloudbuild/service-account', 'cloudbuild.yaml', 'serviceAccount'],
  ['products/cloud-iam', 'cloudbuild.yaml', 'serviceAccount'],
  ['cloudbuild/variables', 'cloudbuild.yaml', '$PROJECT_ID'],
  ['products/observability', 'cloudbuild.yaml', 'logging'],
  ['commands/gcloud-builds-submit', 'cloudbuild.yaml', 'submit'],
  ['commands/kubectl', 'cloudbuild.yaml', 'kubectl'],
  ['products/docker', 'cloudbuild.yaml', 'docker ps'],
  ['products/cloud-run', 'cloudbuild.yaml', 'run deploy'],
  ['products/app-engine', 'cloudbuild.yaml', 'app deploy'],
  ['products/cloud-run-functions', 'cloudbuild.yaml', 'functions'],
  ['products/pubsub', 'cloudbuild.yaml', 'pubsub'],
  ['products/gke', 'cloudbuild.yaml', 'container clusters'],
  ['products/compute-engine', 'cloudbuild.yaml', 'compute'],
  // Kubernetes
  ['concepts/orchestration', 'web.yaml', 'kind'],
  ['concepts/desired-state', 'web.yaml', 'kind'],
  ['kubernetes/api-version', 'web.yaml', 'apiVersion'],
  ['concepts/control-plane', 'web.yaml', 'node-role'],
  ['concepts/node', 'web.yaml', 'nodeSelector'],
  ['concepts/kubelet', 'web.yaml', 'livenessProbe'],
  ['concepts/kubelet', 'web.yaml', 'restartPolicy'],
  ['concepts/container-runtime', 'web.yaml', 'containers'],
  ['kubernetes/Pod', 'rest.yaml', 'Pod'],
  ['kubernetes/template', 'web.yaml', 'template'],
  ['kubernetes/ReplicaSet', 'rest.yaml', 'ReplicaSet'],
  ['kubernetes/replicas', 'web.yaml', 'replicas'],
  ['kubernetes/Deployment', 'web.yaml', 'Deployment'],
  ['kubernetes/strategy', 'web.yaml', 'strategy'],
  ['concepts/rolling-update', 'web.yaml', 'rollingUpdate'],
  ['kubernetes/Service', 'service.yaml', 'Service'],
  ['kubernetes/service-selector', 'service.yaml', 'selector'],
  ['kubernetes/service-ports', 'service.yaml', 'ports'],
  ['kubernetes/service-type', 'service.yaml', 'type'],
  ['concepts/load-balancer', 'service.yaml', 'LoadBalancer'],
  ['concepts/blue-green', 'service.yaml', 'selector'],
  ['concepts/label', 'web.yaml', 'labels'],
  ['concepts/selector', 'web.yaml', 'selector'],
  ['kubernetes/label-selector', 'web.yaml', 'matchLabels'],
  ['kubernetes/volumes', 'web.yaml', 'volumes'],
  ['kubernetes/volume-mounts', 'web.yaml', 'volumeMounts'],
  ['kubernetes/PersistentVolumeClaim', 'rest.yaml', 'PersistentVolumeClaim'],
  ['concepts/volume', 'web.yaml', 'volumes'],
  ['concepts/namespace', 'rest.yaml', 'Namespace'],
  ['kubernetes/namespace', 'web.yaml', 'namespace'],
  ['concepts/canary', 'web.yaml', 'track'],
  ['concepts/probe', 'web.yaml', 'readinessProbe'],
  ['kubernetes/resources', 'web.yaml', 'resources'],
  ['kubernetes/HorizontalPodAutoscaler', 'rest.yaml', 'HorizontalPodAutoscaler'],
  ['concepts/autoscaling', 'rest.yaml', 'HorizontalPodAutoscaler'],
  // Google products
  ['products/compute-engine', 'web.yaml', 'node.kubernetes.io/instance-type'],
  ['products/gke', 'web.yaml', 'cloud.google.com/gke-nodepool'],
  ['products/local-ssd', 'web.yaml', 'cloud.google.com/gke-local-nvme-ssd'],
  ['products/persistent-disk', 'rest.yaml', 'pd.csi'],
  ['products/cloud-load-balancing', 'rest.yaml', 'gce'],
  ['products/cloud-load-balancing', 'service.yaml', 'cloud.google.com/neg'],
  ['products/vpc', 'rest.yaml', 'NetworkPolicy'],
  ['products/workload-identity', 'rest.yaml', 'iam.gke.io'],
  ['products/knative', 'rest.yaml', 'Service@45'],
  ['products/cloud-run', 'rest.yaml', 'Service@45'],
  ['appengine/runtime', 'app.yaml', 'runtime'],
  ['appengine/service', 'app.yaml', 'service'],
  ['appengine/scaling', 'app.yaml', 'automatic_scaling'],
  ['products/app-engine', 'app.yaml', 'runtime'],
  ['concepts/continuous-delivery', 'web.yaml', 'image: nginx'],
];

describe('a concept of the notes is met where its file speaks of it', () => {
  for (const [id, file, word] of ENTRIES)
    it(`${id} at ${word} of ${file}`, () => {
      assert.ok(notes.get(id), 'there is no such note');
      const met = notesAt(file, word);
      assert.ok(met.includes(id), `a hover there leads to ${met.join(', ') || 'nothing'}`);
    });
});

it('what no word of a file stands for is a link away from one that is', () => {
  const reached = new Set(ENTRIES.map(([id]) => id));
  const met = new Set(
    notes.all.filter(({ at }) => at.length > 0).flatMap(({ id, related }) => [id, ...related]),
  );
  for (const id of reached) for (const other of notes.get(id)?.related ?? []) met.add(other);
  for (const id of [...met]) for (const other of notes.get(id)?.related ?? []) met.add(other);
  assert.deepEqual(
    notes.all.filter(({ id, brief }) => !brief && !met.has(id)).map(({ id }) => id),
    [],
  );
});

/** The note a hover shows, and those it links to. */
function notesAt(file: File, word: string): readonly string[] {
  const text = FILES[file];
  const [name = '', line = '1'] = word.split(/@(?=\d)/);
  const from = text.split('\n', Number(line) - 1).reduce((at, one) => at + one.length + 1, 0);
  const offset = text.indexOf(name, from);
  assert.ok(offset >= 0, `${name} is not in ${file}`);
  const engine = new Engine(languages);
  const uri = `file:///${file}`;
  engine.set({ uri, path: `/${file}` }, text);
  const at = engine.at(uri, offset + 1);
  const card = at?.language.hover?.(at.model, at.part.id, at.offset, {
    facts: at.facts,
    kubernetesVersion: '1.36',
  });
  const note = at && card && notes.of(at.language.id, card);
  return note ? [note.id, ...note.related] : [];
}
