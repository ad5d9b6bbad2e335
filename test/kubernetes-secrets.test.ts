import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isSecretName, likenessOf } from '../server/src/kubernetes/facts/secrets';
import { configMap, pod, table } from './kubernetes-table';
import { allRules, Bench } from './samples';

// What could be got wrong about secrets in manifests.

const env = (name: string, value: string) => pod(`      env:\n        - name: ${name}\n          ${value}\n`);

table('kubernetes/secret-in-env', [
  ['quotes', env('DB_PASSWORD', 'value: «"hunter2"»')],
  ['flow', pod('      env: [{ name: DB_PASSWORD, value: «hunter2» }]\n')],
  ['a number', env('DB_PASSWORD', 'value: «123456»')],
  ['a small number is none', env('DB_PASSWORD', 'value: "1234"')],
  [
    'null and empty',
    pod(
      '      env:\n        - name: A_SECRET\n        - { name: B_SECRET, value: "" }\n        - { name: C_SECRET, value: }\n',
    ),
  ],
  ['taken from elsewhere', env('DB_PASSWORD', 'valueFrom: { secretKeyRef: { name: a, key: b } }')],
  ['another variable', env('DB_PASSWORD', 'value: $(OTHER)')],
  ['a template', env('DB_PASSWORD', 'value: {{ .Values.password }}')],
  ['to be filled in before it is applied', env('DB_PASSWORD', 'value: ${DB_PASSWORD}')],
  ['a file', env('DB_PASSWORD', 'value: /run/secrets/db')],
  [
    'an anchor is told once',
    pod(
      '      env: &env\n        - { name: DB_PASSWORD, value: «hunter2» }\n    - name: b\n      env: *env\n',
    ),
  ],
  [
    'init containers',
    pod('', '  initContainers:\n    - name: i\n      env: [{ name: DB_PASSWORD, value: «hunter2» }]\n'),
  ],
  [
    'each variable is one',
    pod(
      '      env:\n        - { name: A_TOKEN, value: «hunter2» }\n        - { name: B_TOKEN, value: «hunter3» }\n',
    ),
  ],
  [
    'a private key, whatever its name',
    env('CERT', 'value: |\n            -----BEGIN RSA PRIVATE KEY-----\n            AAAA\n').replace(
      'name: CERT',
      'name: «CERT»',
    ),
  ],
  ['a certificate', env('CERT', 'value: |\n            -----BEGIN CERTIFICATE-----\n            AAAA\n')],
  ['an address with a password', env('REDIS_URL', 'value: «redis://:hunter2@cache:6379»')],
  ['an address without', env('REDIS_URL', 'value: redis://cache:6379')],
  ['an address with a user only', env('GIT', 'value: ssh://git@example.com/a.git')],
  ['an address whose password is a variable', env('DATABASE_URL', 'value: postgres://a:$(PASSWORD)@db/a')],
  ['a switch', env('USE_TOKEN', 'value: "true"')],
]);

table('kubernetes/secret-read-through-env', [
  [
    'one finding for a container',
    pod(
      '      env:\n        - { name: A, valueFrom: { «secretKeyRef»: { name: a, key: a } } }\n        - { name: B, valueFrom: { secretKeyRef: { name: a, key: b } } }\n      envFrom:\n        - secretRef: { name: a }\n',
    ),
  ],
  [
    'each container',
    pod(
      '      env: [{ name: A, valueFrom: { «secretKeyRef»: { name: a, key: a } } }]\n    - name: b\n      envFrom: [{ «secretRef»: { name: a } }]\n',
    ),
  ],
  ['null', pod('      env: [{ name: A, valueFrom: { secretKeyRef: } }]\n      envFrom: [{ secretRef: }]\n')],
  ['a field', pod('      env: [{ name: A, valueFrom: { fieldRef: { fieldPath: spec.nodeName } } }]\n')],
]);

table('kubernetes/secret-in-config-map', [
  ['flow', configMap('data: { «password»: hunter2 }\n')],
  ['quoted key', configMap('data:\n  «"client-secret"»: hunter2\n')],
  ['a file with a name like that', configMap('data:\n  token: |\n    a: 1\n    b: 2\n')],
  ['a key in a file', configMap('data:\n  «any»: |\n    -----BEGIN EC PRIVATE KEY-----\n    AAAA\n')],
  ['a public key', configMap('data:\n  key: |\n    -----BEGIN PUBLIC KEY-----\n    AAAA\n')],
  ['binaryData is not read', configMap('binaryData:\n  password: aHVudGVyMg==\n')],
  ['null and maps', configMap('data:\n  password:\n  token: {}\n')],
  ['a path', configMap('data:\n  token: /run/token\n')],
  ['a placeholder', configMap('data:\n  token: CHANGE_ME\n')],
  [
    'a Secret is where it belongs',
    configMap('data:\n  password: aHVudGVyMg==\n').replace('ConfigMap', 'Secret'),
  ],
]);

describe('names of secrets', () => {
  for (const name of [
    ...[
      'DB_PASSWORD',
      'dbPassword',
      'MYSQL_PWD',
      'API_TOKEN',
      'apiKey',
      'AWS_SECRET_ACCESS_KEY',
      'GH_PAT_TOKEN',
    ],
    ...['client-secret', 'private.key', 'BASIC_AUTH', 'SECRET', 'PGPASSWORD', 'tls.key', 'ACCESS_KEY'],
  ])
    it(`${name} is one`, () => assert.ok(isSecretName(name)));
  for (const name of [
    ...[
      'DB_PASSWORD_FILE',
      'SECRET_NAME',
      'TOKEN_TTL',
      'tokenExpirySeconds',
      'PUBLIC_KEY',
      'KEY',
      'SORT_KEY',
    ],
    ...[
      'KEYBOARD',
      'MONKEY',
      'AUTH',
      'AUTH_URL',
      'PASSWORD_MIN_LENGTH',
      'passwordPattern',
      'COMPASS',
      'TOKENIZERS',
    ],
    ...['OAUTH_CLIENT_ID', 'AWS_ACCESS_KEY_ID', '', 'constructor'],
  ])
    it(`${name} is none`, () => assert.ok(!isSecretName(name)));
});

describe('values of secrets', () => {
  const rows: Readonly<Record<ReturnType<typeof likenessOf>, readonly string[]>> = {
    real: [
      ...['f3Zq81LmXw0vTn52', 'ghp_abcdefghijklmnopqrstuvwxyz0123', 'AKIAIOSFODNN7QWERTYU'],
      ...['wJalrXUtnFEMI/K7MDENG/bPxRfiCYzQ12', 'c2VjcmV0LXBhc3N3b3JkLTE5ODQ='],
    ],
    text: ['postgres', 'hunter2', 'my secret', '123456', 'minio123', 'correct-horse-battery-staple'],
    placeholder: [
      'CHANGE_ME',
      'changeme',
      '<token>',
      'xxxx',
      'your-token',
      'SECRET',
      'nvapi-NVKEY',
      'AKIAIOSFODNN7EXAMPLE',
      'Your-Token',
      'my-NAME-here',
    ],
    none: [
      '',
      ' ',
      'true',
      '30',
      '30s',
      '/run/a',
      './a',
      'https://example.com/token',
      '$(A)',
      '${A}',
      '$A',
      'token.json',
    ],
  };
  for (const [likeness, values] of Object.entries(rows))
    for (const value of values)
      it(`${value}: ${likeness}`, () => assert.equal(likenessOf(value, 'NAME'), likeness));
});

describe('secrets: names and voices', () => {
  const { language, rule } = allRules.find((one) => one.rule.id === 'kubernetes/secret-in-env')!;
  const rows: readonly (readonly [name: string, value: string, severity: string, ...also: string[]])[] = [
    ['A_SECRET', 'hunter2', 'info', 'kube-linter/env-var-secret', 'polaris/sensitiveContainerEnvVar'],
    ['A_PASSWORD', 'hunter2', 'info', 'polaris/sensitiveContainerEnvVar'],
    ['A_TOKEN', 'f3Zq81LmXw0vTn52', 'warning', 'polaris/sensitiveContainerEnvVar'],
    ['API_KEY', 'f3Zq81LmXw0vTn52', 'warning'],
    ['API_KEY', '<key>', 'hint'],
    ['A_URL', 'http://a:hunter2@b', 'info'],
    ['A_URL', 'http://a:f3Zq81LmXw0vTn52@b', 'warning'],
  ];
  for (const [name, value, severity, ...also] of rows)
    it(`${name}: ${value}`, () => {
      const found = new Bench(language, env(name, `value: ${JSON.stringify(value)}`), rule).diagnose();
      assert.deepEqual(
        found.map((one) => [one.severity, ...(one.finding.also ?? [])]),
        [[severity, ...also]],
      );
    });
  it('an expression that is none matches nothing', () => {
    const settings = { options: { 'kubernetes/secret-in-env': { names: ['('] } } };
    const sample = { files: { 'a.yaml': env('A_SECRET', 'value: hunter2') }, settings };
    assert.deepEqual(
      new Bench(language, sample, rule).diagnose().map(({ finding }) => finding.also),
      [['polaris/sensitiveContainerEnvVar']],
    );
  });
});
