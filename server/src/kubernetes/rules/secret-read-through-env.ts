import { asScalar, entry, get, isAbsent, itemsOf } from '../../yaml/navigate';
import type { YamlPair } from '../../yaml/node';
import type { Container, Manifest } from '../model';
import { podsIn } from '../pods/pods';
import { rule } from '../rule';

export default rule({
  id: 'kubernetes/secret-read-through-env',
  severity: 'off',
  strict: 'info',
  scope: 'part',
  what: { ko: '환경 변수로 읽는 Secret', en: 'A Secret read through the environment' },
  why: {
    ko: '환경 변수는 그 컨테이너의 모든 프로세스가 물려받고, 오류 보고나 로그에 통째로 찍히기 쉽다. Secret이 바뀌어도 Pod를 다시 띄울 때까지 옛 값이다. 파일로 mount하면 필요한 프로그램만 읽고, 바뀐 값이 얼마 뒤 파일에 나타난다.',
    en: 'Every process of the container inherits its environment, and error reports or logs like to print all of it. When the Secret changes, the old value stays until the Pod restarts. A mounted file is read by who needs it, and shows the new value after a while.',
  },
  how: {
    ko: 'Secret을 volume으로 mount하고 앱이 파일에서 읽게 한다. 많은 이미지가 `DB_PASSWORD_FILE` 같은 변수로 경로를 받는다.',
    en: 'Mount the Secret as a volume and let the app read the file. Many images take its path in a variable such as `DB_PASSWORD_FILE`.',
  },
  messages: {
    variables: {
      ko: 'Secret을 환경 변수({names})로 읽는다. 파일로 mount하면 덜 새어 나간다.',
      en: 'A Secret comes through the environment ({names}); mounted as a file it leaks less.',
    },
    all: {
      ko: 'Secret 전체를 환경 변수로 읽는다. 파일로 mount하면 덜 새어 나간다.',
      en: 'A whole Secret comes through the environment; mounted as a file it leaks less.',
    },
  },
  concepts: ['kubernetes/Secret', 'kubernetes/env-from', 'kubernetes/volume-mounts'],
  source: 'https://kubernetes.io/docs/concepts/configuration/secret/#using-secrets-as-files-from-a-pod',
  also: ['kube-linter/read-secret-from-env-var'],
  examples: [
    {
      bad: pod(
        'env:\n        - name: TOKEN\n          valueFrom:\n            «secretKeyRef»:\n              name: web\n              key: token',
      ),
      good: pod(
        'volumeMounts:\n        - name: token\n          mountPath: /run/secrets/web\n          readOnly: true',
      ),
    },
    {
      bad: pod('envFrom:\n        - «secretRef»:\n            name: web'),
      good: pod(
        'volumeMounts:\n        - name: token\n          mountPath: /run/secrets/web\n          readOnly: true',
      ),
      message: 'all',
    },
  ],
  allows: [
    pod(
      'env:\n        - name: COLOR\n          valueFrom:\n            configMapKeyRef:\n              name: web\n              key: color',
    ),
    pod('envFrom:\n        - configMapRef:\n            name: web'),
  ],
  *check(manifest: Manifest, { facts }) {
    const told = new Set<number>();
    for (const { containers } of podsIn(manifest, facts))
      for (const container of containers) {
        const variables = container.env.flatMap(({ name, valueFrom }) => {
          const pair = entry(valueFrom, 'secretKeyRef');
          return pair && !isAbsent(pair.value) ? [{ pair, name: name?.value ?? '?' }] : [];
        });
        const pair = variables[0]?.pair ?? wholeSecret(container);
        if (!pair || told.has(pair.span.start)) continue;
        told.add(pair.span.start);
        yield {
          span: pair.key.span,
          message: variables.length > 0 ? 'variables' : 'all',
          values: { names: variables.map(({ name }) => name) },
          // kube-linter looks at single variables only.
          ...(variables.length === 0 && { also: [] }),
        };
      }
  },
});

function wholeSecret({ node }: Container): YamlPair | undefined {
  return itemsOf(get(node, 'envFrom'))
    .flatMap((item) => entry(item, 'secretRef') ?? [])
    .find(({ value }) => asScalar(get(value, 'name')));
}

function pod(own: string): string {
  return `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: nginx:1.29.0
      ${own}
${own.startsWith('vol') ? '  volumes:\n    - name: token\n      secret:\n        secretName: web\n' : ''}`;
}
