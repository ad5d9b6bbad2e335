/** Texts to measure with: sound ones, of about the given length in lines. */

export interface BenchInput {
  readonly name: 'manifest' | 'Dockerfile';
  readonly languageId: string;
  readonly fileName: string;
  readonly text: string;
  /** A line in the middle whose end can be typed at without changing what the text means. */
  readonly line: number;
  /** A line in the middle whose first word can be asked about. */
  readonly word: number;
}

export function manifest(lines: number): BenchInput {
  const apps = Math.max(1, Math.round(lines / LINES_PER_APP));
  const text = Array.from({ length: apps }, (_, i) => app(`app-${i}`)).join('---\n');
  const line = lineOf(text, 'description:');
  const word = lineOf(text, 'replicas:');
  return { name: 'manifest', languageId: 'yaml', fileName: 'all.yaml', text, line, word };
}

export function dockerfile(lines: number): BenchInput {
  const stages = Math.max(1, Math.round(lines / LINES_PER_STAGE));
  const text = Array.from({ length: stages }, (_, i) => stage(i)).join('\n');
  const line = lineOf(text, 'image.description');
  const word = lineOf(text, 'WORKDIR');
  return { name: 'Dockerfile', languageId: 'dockerfile', fileName: 'Dockerfile', text, line, word };
}

/** The line nearest to the middle that holds some words. */
function lineOf(text: string, words: string): number {
  const lines = text.split('\n');
  const middle = lines.length / 2;
  const found = lines.flatMap((line, i) => (line.includes(words) ? [i] : []));
  return found.toSorted((a, b) => Math.abs(a - middle) - Math.abs(b - middle))[0] ?? 0;
}

const LINES_PER_APP = 66;
const LINES_PER_STAGE = 27;

/** A ConfigMap, a Deployment and a Service that belong together. */
export function app(name: string): string {
  return `apiVersion: v1
kind: ConfigMap
metadata:
  name: ${name}
  annotations:
    description: settings
data:
  LOG_LEVEL: info
  PORT: "8080"
---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: ${name}
  labels:
    app: ${name}
spec:
  replicas: 3
  selector:
    matchLabels:
      app: ${name}
  template:
    metadata:
      labels:
        app: ${name}
    spec:
      containers:
        - name: web
          image: registry.k8s.io/e2e-test-images/agnhost:2.53
          args: ["netexec", "--http-port=8080"]
          envFrom:
            - configMapRef:
                name: ${name}
          ports:
            - name: http
              containerPort: 8080
          readinessProbe:
            httpGet:
              path: /healthz
              port: http
          resources:
            requests:
              cpu: 100m
              memory: 128Mi
            limits:
              memory: 128Mi
          securityContext:
            runAsNonRoot: true
            allowPrivilegeEscalation: false
            readOnlyRootFilesystem: true
          volumeMounts:
            - name: scratch
              mountPath: /tmp
      volumes:
        - name: scratch
          emptyDir: {}
---
apiVersion: v1
kind: Service
metadata:
  name: ${name}
spec:
  selector:
    app: ${name}
  ports:
    - port: 80
      targetPort: http
`;
}

function stage(i: number): string {
  return `FROM debian:12-slim AS stage-${i}
ARG VERSION=1.2.3
ENV APP_HOME=/srv/app \\
    APP_MODE=production
LABEL org.opencontainers.image.description="stage ${i}"
WORKDIR /srv/app
# What the build needs.
RUN apt-get update \\
 && apt-get install -y --no-install-recommends \\
      build-essential \\
      ca-certificates \\
      curl \\
 && rm -rf /var/lib/apt/lists/*
COPY package.json package-lock.json ./
RUN --mount=type=cache,target=/root/.npm npm ci
COPY src ./src
RUN <<EOF
set -e
npm run build
npm prune --omit=dev
EOF
EXPOSE 8080
USER 10001
HEALTHCHECK --interval=30s CMD ["curl", "-f", "http://localhost:8080/healthz"]
CMD ["node", "dist/main.js"]
`;
}
