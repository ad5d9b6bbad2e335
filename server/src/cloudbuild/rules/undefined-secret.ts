import { closest } from '../../core/closest';
import type { Finding } from '../../core/rule';
import { changeTo } from '../../yaml/change';
import { entriesOf, itemsOf } from '../../yaml/navigate';
import type { YamlScalar } from '../../yaml/node';
import { field, scalarAt, scalarsAt } from '../field';
import type { Build } from '../model';
import { rule } from '../rule';

export default rule({
  id: 'cloudbuild/undefined-secret',
  severity: 'error',
  scope: 'part',
  what: { ko: '값을 주는 곳이 없는 `secretEnv`', en: 'A `secretEnv` that nothing defines' },
  why: {
    ko: '`secretEnv`는 이름만 적는 곳이다. 값은 `availableSecrets`(Secret Manager)나 `secrets`(Cloud KMS)가 준다. 거기에 없는 이름은 `is used without being defined`로 빌드 전체가 거부된다.',
    en: 'A `secretEnv` lists names only; their values come from `availableSecrets` (Secret Manager) or `secrets` (Cloud KMS). A name that neither has is refused with the whole build: `is used without being defined`.',
  },
  how: {
    ko: '`availableSecrets.secretManager`에 `versionName`과 `env: 이름`을 적는다. 명령에서는 `$$이름`으로 쓴다.',
    en: 'Add a `versionName` with `env: NAME` to `availableSecrets.secretManager`. In a command write `$$NAME`.',
  },
  messages: {
    missing: {
      ko: '`{name}`의 값을 주는 secret이 이 파일에 없다. Cloud Build가 거부한다.',
      en: 'No secret of this file gives `{name}` its value; Cloud Build refuses this.',
    },
    near: {
      ko: '`{name}`{name|이라}는 secret은 없다. `{near}`{near|을} 쓰려던 것일까?',
      en: 'There is no secret `{name}`; did you mean `{near}`?',
    },
  },
  concepts: ['cloudbuild/secrets'],
  source: 'https://docs.cloud.google.com/build/docs/securing-builds/use-secrets',
  also: [],
  fix: 'choice',
  examples: [
    {
      bad: 'steps:\n  - name: ubuntu\n    secretEnv: [«TOKN»]\navailableSecrets:\n  secretManager:\n    - versionName: projects/p/secrets/token/versions/1\n      env: TOKEN\n',
      good: 'steps:\n  - name: ubuntu\n    secretEnv: [TOKEN]\navailableSecrets:\n  secretManager:\n    - versionName: projects/p/secrets/token/versions/1\n      env: TOKEN\n',
      message: 'near',
    },
    {
      bad: 'steps:\n  - name: ubuntu\n    secretEnv: [«PASSWORD»]\n',
      good: 'steps:\n  - name: ubuntu\n    secretEnv: [PASSWORD]\navailableSecrets:\n  secretManager:\n    - versionName: projects/p/secrets/password/versions/1\n      env: PASSWORD\n',
    },
  ],
  allows: [
    'steps:\n  - name: ubuntu\n    secretEnv: [A, B]\nsecrets:\n  - kmsKeyName: projects/p/locations/global/keyRings/r/cryptoKeys/k\n    secretEnv: {A: Zm9v}\navailableSecrets:\n  inline:\n    - kmsKeyName: projects/p/locations/global/keyRings/r/cryptoKeys/k\n      envMap: {B: Zm9v}\n',
  ],
  *check(build: Build) {
    if (build.sort !== 'build') return;
    const { root, steps } = build;
    const known = definedIn(build);
    const used = [
      ...scalarsAt(root, 'options', 'secretEnv'),
      ...steps.flatMap(({ node }) => scalarsAt(node, 'secretEnv')),
    ];
    for (const node of used) {
      const name = node.text;
      if (name === '' || known.has(name) || name.includes('$')) continue;
      yield findingOf(node, closest(name, known));
    }
  },
});

function findingOf(node: YamlScalar, near: string | undefined): Finding {
  const { span, text: name } = node;
  if (near === undefined) return { span, values: { name } };
  return { span, message: 'near', values: { name, near }, fixes: [changeTo(node, near)] };
}

function definedIn({ root }: Build): ReadonlySet<string> {
  const available = field(root, 'availableSecrets');
  return new Set([
    ...itemsOf(field(root, 'secrets')).flatMap((one) =>
      entriesOf(field(one, 'secretEnv')).map(({ name }) => name),
    ),
    ...itemsOf(field(available, 'inline')).flatMap((one) =>
      entriesOf(field(one, 'envMap')).map(({ name }) => name),
    ),
    ...itemsOf(field(available, 'secretManager')).flatMap((one) => scalarAt(one, 'env')?.text ?? []),
  ]);
}
