import type { Finding, PeerName } from '../../core/rule';
import { isSecretName, isSecretToPolaris, likenessOf, PRIVATE_KEY, passwordIn } from '../facts/secrets';
import type { EnvVar, Manifest } from '../model';
import { podsIn } from '../pods/pods';
import { rule } from '../rule';

export default rule<{ names: readonly string[]; values: readonly string[] }>({
  id: 'kubernetes/secret-in-env',
  severity: 'warning',
  scope: 'part',
  what: { ko: '환경 변수에 적은 비밀', en: 'A secret written into an environment variable' },
  why: {
    ko: 'manifest에 적은 값은 Git에 남고, Pod를 볼 수 있는 사람은 누구나 `kubectl get pod -o yaml`로 읽는다. 비밀을 바꾸려면 manifest를 고쳐 Pod를 다시 띄워야 하고, 환경마다 다른 값을 둘 수도 없다. Secret이면 읽을 수 있는 사람을 따로 정할 수 있다.',
    en: 'What a manifest says stays in Git, and whoever may look at Pods reads it with `kubectl get pod -o yaml`. To change it, the manifest has to change and the Pods have to restart, and it is the same in every environment. Who may read a Secret can be decided by itself.',
  },
  how: {
    ko: 'Secret에 넣고 `valueFrom.secretKeyRef`로 가져온다. Secret은 Git이 아니라 `kubectl create secret`이나 External Secrets 같은 도구로 만든다.',
    en: 'Put it into a Secret and take it from there with `valueFrom.secretKeyRef`. Make the Secret with `kubectl create secret` or a tool such as External Secrets, not in Git.',
  },
  messages: {
    real: {
      ko: '{name}의 값은 진짜 비밀로 보인다. Secret에 넣고 `secretKeyRef`로 가져온다. 이미 Git에 올렸다면 바꾼다.',
      en: 'The value of {name} looks like a real secret; take it from a Secret with `secretKeyRef`, and change it if it is in Git.',
    },
    text: {
      ko: '{name:은} 비밀을 담는 이름이다. 값은 manifest 말고 Secret에 둔다.',
      en: '{name} is the name of a secret; its value belongs into a Secret, not the manifest.',
    },
    placeholder: {
      ko: '{name}에 진짜 값을 채우면 manifest에 남는다. Secret에서 가져오게 한다.',
      en: 'Once {name} is filled in, the secret is in the manifest; take it from a Secret.',
    },
    address: {
      ko: '{name}의 주소에 비밀번호가 들어 있다. 주소를 통째로 Secret에 둔다.',
      en: 'The address in {name} holds a password; keep the whole address in a Secret.',
    },
  },
  concepts: ['kubernetes/Secret', 'kubernetes/env'],
  source: 'https://kubernetes.io/docs/concepts/security/secrets-good-practices/',
  also: ['kube-linter/env-var-secret', 'polaris/sensitiveContainerEnvVar'],
  options: {
    names: {
      default: ['(?i).*secret.*'],
      what: {
        ko: '`kube-linter/env-var-secret`이 비밀로 보는 변수 이름(정규식)',
        en: 'The names that `kube-linter/env-var-secret` takes for those of secrets, as regular expressions',
      },
    },
    values: {
      default: ['.+'],
      what: {
        ko: '`kube-linter/env-var-secret`이 비밀로 보는 값(정규식)',
        en: 'The values that `kube-linter/env-var-secret` takes for secrets, as regular expressions',
      },
    },
  },
  examples: [
    { bad: pod('API_TOKEN', 'value: «f3Zq81LmXw0vTn52»'), good: pod('API_TOKEN', fromSecret()) },
    { bad: pod('DB_PASSWORD', 'value: «postgres»'), good: pod('DB_PASSWORD', fromSecret()), message: 'text' },
    {
      bad: pod('DB_PASSWORD', 'value: «CHANGE_ME»'),
      good: pod('DB_PASSWORD', fromSecret()),
      message: 'placeholder',
    },
    {
      bad: pod('DATABASE_URL', 'value: «postgres://app:hunter2@db/shop»'),
      good: pod('DATABASE_URL', fromSecret()),
      message: 'address',
    },
  ],
  allows: [
    pod('DB_PASSWORD', 'value: ""'),
    pod('DB_PASSWORD_FILE', 'value: /run/secrets/db'),
    pod('TOKEN_TTL', 'value: "3600"'),
    pod('DATABASE_URL', 'value: postgres://$(DB_USER):$(DB_PASSWORD)@db/shop'),
    pod('COLOR', 'value: blue'),
  ],
  *check(manifest: Manifest, { facts, options: { names, values } }) {
    const told = new Set<number>();
    for (const { containers } of podsIn(manifest, facts))
      for (const variable of containers.flatMap(({ env }) => env)) {
        const finding = judge(variable);
        if (!finding || told.has(finding.span.start)) continue;
        told.add(finding.span.start);
        const name = variable.name?.value ?? '';
        const isNamed = matches(names, name) && matches(values, variable.value?.text ?? '');
        const isPolaris = isSecretToPolaris(name, variable.value?.text ?? '');
        const also: readonly PeerName[] = [
          ...(isNamed ? ['kube-linter/env-var-secret' as const] : []),
          ...(isPolaris ? ['polaris/sensitiveContainerEnvVar' as const] : []),
        ];
        yield { ...finding, also };
      }
  },
});

const SEVERITIES = { real: {}, text: { severity: 'info' }, placeholder: { severity: 'hint' } } as const;

function judge({ name, value }: EnvVar): Finding | undefined {
  if (!name || !value || value.templated || value.value === null) return undefined;
  const inAddress = passwordIn(value.text);
  const likeness = likenessOf(inAddress ?? value.text, name.value);
  const isNamed = isSecretName(name.value);
  if (likeness === 'none' || (!isNamed && inAddress === undefined && !isKey(value.text))) return undefined;
  // A key of many lines is marked by its name.
  const span = value.style === 'literal' || value.style === 'folded' ? name.node.span : value.span;
  return {
    span,
    message: inAddress !== undefined && likeness !== 'placeholder' ? 'address' : likeness,
    values: { name: name.value },
    ...SEVERITIES[likeness],
  };
}

/** Whatever it is called, that is a secret. */
function isKey(value: string): boolean {
  return PRIVATE_KEY.test(value);
}

/** Expressions as Go writes them: `(?i)` in front. What is none matches nothing. */
function matches(expressions: readonly string[], text: string): boolean {
  return expressions.some((expression) => {
    const isLoose = expression.startsWith('(?i)');
    try {
      return new RegExp(isLoose ? expression.slice(4) : expression, isLoose ? 'is' : 's').test(text);
    } catch {
      return false;
    }
  });
}

function pod(name: string, value: string): string {
  return `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: nginx:1.29.0
      env:
        - name: ${name}
          ${value}
`;
}

function fromSecret(): string {
  return 'valueFrom:\n            secretKeyRef:\n              name: web\n              key: token';
}
