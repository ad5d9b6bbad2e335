import type { PeerName } from '../../core/rule';
import { asScalar, entriesOf, get } from '../../yaml/navigate';
import type { YamlPair } from '../../yaml/node';
import { isSecretName, isSecretToPolaris, likenessOf, PRIVATE_KEY } from '../facts/secrets';
import { isPatch } from '../kustomize/kustomizations';
import type { Manifest } from '../model';
import { rule } from '../rule';

export default rule({
  id: 'kubernetes/secret-in-config-map',
  severity: 'warning',
  scope: 'part',
  what: { ko: 'ConfigMap에 든 비밀', en: 'A secret in a ConfigMap' },
  why: {
    ko: 'ConfigMap은 누구나 봐도 되는 설정을 위한 것이다. 권한을 나눌 때 ConfigMap은 넓게, Secret은 좁게 여는 것이 보통이고, etcd를 암호화하는 설정도 대개 Secret만 대상으로 한다. ConfigMap의 값은 그 밖에 있는 셈이다.',
    en: 'A ConfigMap is for settings that anybody may see. Rights are usually wide for ConfigMaps and narrow for Secrets, and encryption of etcd mostly covers Secrets only. What lies in a ConfigMap is outside of all that.',
  },
  how: {
    ko: '비밀인 key만 Secret으로 옮긴다. 둘 다 같은 방법으로 volume이나 환경 변수가 된다.',
    en: 'Move the keys that are secret into a Secret; both become volumes and variables in the same way.',
  },
  messages: {
    real: {
      ko: '`{key}`의 값은 진짜 비밀로 보인다. ConfigMap이 아니라 Secret에 둔다.',
      en: 'The value of `{key}` looks like a real secret; it belongs into a Secret, not a ConfigMap.',
    },
    named: {
      ko: '`{key}`{key|은} 비밀을 담는 이름이다. 비밀이라면 Secret에 둔다.',
      en: '`{key}` is the name of a secret; if it is one, it belongs into a Secret.',
    },
  },
  concepts: ['kubernetes/Secret', 'kubernetes/ConfigMap'],
  source: 'https://kubernetes.io/docs/concepts/configuration/configmap/',
  also: ['polaris/sensitiveConfigmapContent'],
  examples: [
    { bad: configMap('«apiToken»: f3Zq81LmXw0vTn52'), good: configMap('color: blue') },
    {
      bad: configMap('«server.key»: |\n    -----BEGIN PRIVATE KEY-----\n    MIIBVQIBADANBgkqhkiG9w0\n'),
      good: configMap('server.crt: |\n    -----BEGIN CERTIFICATE-----\n    MIIBVQIBADANBgkqhkiG9w0\n'),
    },
    { bad: configMap('«DB_PASSWORD»: postgres'), good: configMap('DB_USER: postgres'), message: 'named' },
  ],
  allows: [
    configMap('DB_PASSWORD: ""'),
    configMap('TOKEN_TTL: "3600"'),
    configMap('password-policy: strict'),
    configMap('app.properties: |\n    secret=1\n'),
    configMap('DB_PASSWORD: CHANGE_ME').replace('ConfigMap', 'Secret').replace('data', 'stringData'),
  ],
  *check({ objects, file }: Manifest, { facts }) {
    if (isPatch(file.uri, facts)) return;
    for (const { kind, group, root } of objects) {
      if (kind.value !== 'ConfigMap' || group !== '') continue;
      for (const pair of entriesOf(get(root, 'data'))) {
        const likeness = judge(pair);
        if (!likeness) continue;
        const isPolaris = isSecretToPolaris(pair.name, asScalar(pair.value)?.text ?? '');
        const also: readonly PeerName[] = isPolaris ? ['polaris/sensitiveConfigmapContent'] : [];
        yield {
          span: pair.key.span,
          message: likeness,
          values: { key: pair.name },
          also,
          ...(likeness === 'named' && { severity: 'hint' as const }),
        };
      }
    }
  },
});

function judge({ name, value }: YamlPair): 'real' | 'named' | undefined {
  const node = asScalar(value);
  if (!node || node.templated || node.value === null) return undefined;
  if (PRIVATE_KEY.test(node.text)) return 'real';
  // A file is more than its name.
  if (!isSecretName(name) || node.text.trim().includes('\n')) return undefined;
  const likeness = likenessOf(node.text.trim(), name);
  return likeness === 'real' ? 'real' : likeness === 'text' ? 'named' : undefined;
}

function configMap(data: string): string {
  return `apiVersion: v1
kind: ConfigMap
metadata:
  name: web
data:
  ${data}
`;
}
