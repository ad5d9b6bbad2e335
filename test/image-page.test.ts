import assert from 'node:assert/strict';
import { it } from 'node:test';
import { pageOf } from '../server/src/image/page';
import { parseReference } from '../server/src/image/reference';

const HUB = 'https://hub.docker.com';
const CONSOLE = 'https://console.cloud.google.com/artifacts/docker';
const PAGES: Readonly<Record<string, string | undefined>> = {
  node: `${HUB}/_/node`,
  'node:22': `${HUB}/_/node`,
  'library/node': `${HUB}/_/node`,
  'docker.io/library/node': `${HUB}/_/node`,
  'grafana/grafana:12.0.0': `${HUB}/r/grafana/grafana`,
  'index.docker.io/grafana/grafana': `${HUB}/r/grafana/grafana`,
  'docker.io/a/b/c': undefined,
  'gcr.io/google-samples/hello-app:2.0': 'https://gcr.io/google-samples/hello-app',
  'eu.gcr.io/p/a/b': 'https://eu.gcr.io/p/a/b',
  'gcr.io/p': undefined,
  'us-docker.pkg.dev/google-samples/containers/gke/hello-app:1.0': `${CONSOLE}/google-samples/us/containers/gke%2Fhello-app`,
  'asia-northeast3-docker.pkg.dev/p/r/i': `${CONSOLE}/p/asia-northeast3/r/i`,
  'us-docker.pkg.dev/p/r': undefined,
  'quay.io/prometheus/prometheus:v3': 'https://quay.io/repository/prometheus/prometheus',
  'ghcr.io/owner/app:1': 'https://ghcr.io/owner/app',
  'ghcr.io/owner/app/part': 'https://ghcr.io/owner/app/part',
  'mcr.microsoft.com/dotnet/sdk:10.0': 'https://mcr.microsoft.com/artifact/mar/dotnet/sdk',
  'mcr.microsoft.com/powershell': 'https://mcr.microsoft.com/artifact/mar/powershell',
  'public.ecr.aws/nginx/nginx': 'https://gallery.ecr.aws/nginx/nginx',
  'registry.k8s.io/pause:3.10': undefined,
  'registry.example.com/a/b': undefined,
  'localhost:5000/app': undefined,
  'node:': undefined,
  Node: undefined,
  '': undefined,
};

for (const [image, page] of Object.entries(PAGES))
  it(`the page of ${image || 'nothing'}`, () => assert.equal(pageOf(parseReference(image)), page));
