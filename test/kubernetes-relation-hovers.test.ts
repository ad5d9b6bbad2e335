import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { WORLD } from './course';
import { hoverOf } from './world';

/** `|` is the cursor; the patterns are what an English reader sees, `-` in front what nobody does. */
type Row = readonly [name: string, file: string, at: string, ...says: (RegExp | readonly ['not', RegExp])[]];

const ROWS: readonly Row[] = [
  [
    'a Service: whom it selects, who sends to it',
    'service.yaml',
    '|kind: Service',
    /Selects the Pods of 2 workloads: Deployment `web-canary` \(canary\.yaml:3\), Deployment `web` \(web\.yaml:3\)/,
    /Used by HTTPRoute `web` \(around\.yaml:40\), Ingress `web` \(ingress\.yaml:12\)/,
    /selected by ServiceMonitor `web`/,
  ],
  ['its selector', 'service.yaml', '|selector:', /Selects the Pods of 2 workloads/],
  ['a word of it', 'service.yaml', 'app: |web\n', /Selects the Pods of 2 workloads/],
  ['a selector that selects one', 'db.yaml', 'selector: {app: |db', /Selects the Pods of StatefulSet `db`/],
  [
    'all ports of a Service',
    'service.yaml',
    '|ports:',
    /port main 80 → targetPort http → Deployment web, containerPort http 8080 {2}\(web\.yaml:17\)/,
    /port raw 81 → targetPort 9999 → Deployment web, 9999 \(not listed in its ports\)/,
    /port lost 82 → targetPort gone → ✗ Deployment web has no port called gone/,
  ],
  [
    'a target port',
    'service.yaml',
    'targetPort: |http',
    /Service web, port main 80 {2}\(service\.yaml:8\)\n→ targetPort http/,
    /→ asked there by livenessProbe, readinessProbe/,
    /→ other workloads: 1/,
  ],
  [
    'a backend: the way to the container',
    'ingress.yaml',
    'name: |web, port: {name: main',
    /Ingress web, shop\.example\.com\/api {2}\(ingress\.yaml:12\)\n→ Service web, port main 80/,
  ],
  ['its port', 'ingress.yaml', 'port: {name: |main', /shop\.example\.com\/api/],
  ['its map', 'ingress.yaml', '|backend: {service: {name: web, port: {name', /shop\.example\.com\/api/],
  [
    'a port the Service does not have',
    'ingress.yaml',
    'number: |8443',
    /Service `web` \(service\.yaml:3\) has no port `8443`; it has main 80, raw 81, lost 82/,
  ],
  ['a Service that is not here', 'ingress.yaml', 'name: |other', /Service `other` is not in this folder/],
  ['a class the cluster brings', 'ingress.yaml', 'ingressClassName: |nginx', ['not', /this folder/]],
  ['the backend of a route', 'around.yaml', 'backendRefs: [{name: |web', /HTTPRoute web.*\n→ Service web/],
  [
    'labels of pods: who selects them',
    'web.yaml',
    'labels: {app: |web',
    /selected by PodDisruptionBudget `web` \(.*\), NetworkPolicy `all` \(.*\), Service `web` \(service\.yaml:6\)/,
  ],
  [
    'a port of a container: who sends there',
    'canary.yaml',
    'containerPort: |80',
    /Service web, port main 80/,
    /→ Deployment web-canary, containerPort http 80/,
  ],
  ['one nobody sends to', 'web.yaml', 'containerPort: |9100', /No Service of this folder sends to this port/],
  [
    'a port that a probe asks',
    'web.yaml',
    'path: /, port: |http',
    /→ Deployment web, containerPort http 8080/,
  ],
  [
    'a ConfigMap: who uses it',
    'config.yaml',
    'name: |web-config',
    /Used by Deployment `web` \(web\.yaml:22\) as environment variable, by envFrom/,
  ],
  ['one that nobody uses', 'config.yaml', 'name: |spare', /Nothing in this folder uses it/],
  [
    'a key: who reads it',
    'config.yaml',
    '|color: blue',
    /`color` is read by Deployment `web` \(web\.yaml:22\)/,
    /All keys go to Deployment `web` \(web\.yaml:25\) by envFrom/,
  ],
  ['a key that nobody reads', 'config.yaml', '|a: b', /Nothing in this folder reads `a`/],
  ['a claim', 'config.yaml', 'name: |web-data', /Used by Deployment `web` \(web\.yaml:29\)/],
  [
    'the name of a ConfigMap, with the key',
    'web.yaml',
    'configMapKeyRef: {name: |web',
    /- ConfigMap `web-config` \(config\.yaml:3\)/,
    /`color` of ConfigMap `web-config` \(config\.yaml:5\)/,
  ],
  ['all its keys', 'web.yaml', 'configMapRef: {name: |web', /Its keys: `color`, `size`/],
  [
    'an optional Secret',
    'web.yaml',
    'secretKeyRef: {name: |web',
    /not in this folder; being `optional`, it may be missing/,
  ],
  [
    'a ServiceAccount: what its bindings allow',
    'web.yaml',
    'serviceAccountName: |web',
    /RoleBinding `web-reads` \(.*\) allows it: `get`, `list` on `pods`, `services`; any verb on `configmaps` named `web-config`/,
    /ClusterRoleBinding `web-views` \(.*\) allows it: reading most objects/,
  ],
  [
    'the account itself',
    'rbac.yaml',
    'name: |web}\n---',
    /Used by Deployment `web`/,
    /RoleBinding `web-reads`/,
  ],
  ['a Role', 'rbac.yaml', 'name: |reader}\nrules', /Allows: `get`, `list`/, /Used by RoleBinding/],
  ['a roleRef', 'rbac.yaml', 'name: |reader}\nsubjects', /Role `reader`/, /Allows: `get`, `list`/],
  ['one every cluster has', 'rbac.yaml', 'name: |view', /Every cluster has the ClusterRole `view`/],
  ['a binding', 'rbac.yaml', 'metadata: {name: |web-reads', /Allows: `get`, `list`/],
  [
    'what an HPA aims at',
    'around.yaml',
    'kind: Deployment, name: |web',
    /Deployment `web` \(web\.yaml:3\)/,
    /`replicas: 4` loses/,
  ],
  [
    'replicas under an HPA',
    'web.yaml',
    'replicas: |4',
    /HorizontalPodAutoscaler `web` .* decides the number/,
  ],
  [
    'the Service of a StatefulSet',
    'db.yaml',
    'serviceName: |db',
    /DNS name of the first Pod: `db-0\.db\.default\.svc\.cluster\.local`/,
  ],
  [
    'an empty podSelector',
    'around.yaml',
    'podSelector: {|}',
    /every\*\* Pod of the namespace/,
    /3 workloads/,
  ],
  [
    'a policy in words',
    'around.yaml',
    'kind: |NetworkPolicy',
    /Lets in: Pods with `track=canary` of this namespace, Pods with `app in \(a, b\)` of namespaces with `team=ops`, addresses `10\.0\.0\.0\/8` except 10\.1\.0\.0\/16/,
    ['not', /Lets nothing out/],
  ],
  ['a peer', 'around.yaml', 'track: |canary}}\n', /Pods with `track=canary` of this namespace/],
  ['a side that stays open', 'around.yaml', '|egress: []', /stays open/],
  ['a monitor', 'around.yaml', 'kind: |ServiceMonitor', /Selects Service `web`/],
];

describe('what a hover says of the objects around', () => {
  for (const [name, file, at, ...says] of ROWS)
    it(name, () => {
      const found = hoverOf(file, at);
      for (const one of says)
        if (one instanceof RegExp) assert.match(found, one);
        else assert.doesNotMatch(found, one[1]);
      for (const lang of ['ko', 'en'] as const) {
        const said = hoverOf(file, at, lang);
        assert.doesNotMatch(said, /(?<!\$)\{\w|undefined|\[object/);
        const lines = said.split('\n').filter((line) => line.trim() && !line.startsWith('```'));
        assert.ok(lines.length <= 10, said);
      }
    });

  const only = (file: string, text: string) => ({ [file]: text });
  const SERVICE = 'apiVersion: v1\nkind: Service\nmetadata: {name: web}\nspec:\n';
  for (const [name, text, at, says] of [
    ['without a selector', `${SERVICE}  ports: [{port: 80}]\n`, '|kind', /chooses no Pods by label/],
    [
      'that selects nothing',
      `${SERVICE}  selector: {app: x}\n`,
      'app: |x',
      /Selects no workload of this folder/,
    ],
    [
      'for a StatefulSet, not headless',
      `${SERVICE}  selector: {app: x}\n---\napiVersion: apps/v1\nkind: StatefulSet\nmetadata: {name: a}\nspec: {serviceName: web}\n`,
      'serviceName: |web',
      /lacks `clusterIP: None`/,
    ],
  ] as const)
    it(`a Service ${name}`, () => assert.match(hoverOf('a.yaml', at, 'en', only('a.yaml', text)), says));

  it('counts candidates, and names the first', () => {
    const pod = (name: string) =>
      `---\napiVersion: v1\nkind: Pod\nmetadata: {name: ${name}, labels: {app: x}}\nspec: {containers: []}\n`;
    const text = `${SERVICE}  selector: {app: x}\n${'abcde'.split('').map(pod).join('')}`;
    const said = hoverOf('a.yaml', 'app: |x', 'en', only('a.yaml', text));
    assert.match(said, /5 workloads: Pod `a` \(a\.yaml:9\), .*`c` \(.*\) and 2 more/);
  });

  it('says of a template only what is a fact of the language', () => {
    const files = {
      ...WORLD,
      'service.yaml': WORLD['service.yaml']!.replace('app: web\n', 'app: {{ .x }}\n'),
    };
    assert.doesNotMatch(hoverOf('service.yaml', '|selector:', 'en', files), /this folder|workload/);
  });
});
