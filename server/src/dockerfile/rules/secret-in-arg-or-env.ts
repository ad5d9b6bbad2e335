import type { Finding } from '../../core/rule';
import { isSecretName } from '../facts/secrets';
import { instructionsOf, type Word } from '../model';
import { rule } from '../rule';

export default rule({
  id: 'dockerfile/secret-in-arg-or-env',
  severity: 'warning',
  scope: 'section',
  what: { ko: 'ARG와 ENV에 든 비밀', en: 'A secret in ARG or ENV' },
  why: {
    ko: 'ENV의 값은 이미지 설정에 남아서 `docker inspect`로 누구나 읽고, 모든 프로세스가 물려받는다. ARG의 값은 컨테이너에는 없지만 `docker history`와 provenance에 남는다. 이미지를 올리는 순간 비밀도 함께 올라가고, 뒤에서 지워도 사라지지 않는다.',
    en: 'The value of an ENV stays in the image’s settings: anyone can read it with `docker inspect`, and every process inherits it. That of an ARG is not in the container but in `docker history` and the provenance. Push the image and you push the secret; unsetting it later removes nothing.',
  },
  how: {
    ko: '빌드에 필요하면 `RUN --mount=type=secret,id=token,env=TOKEN ...`과 `docker build --secret id=token,env=TOKEN`을 쓴다. 실행할 때 필요하면 `docker run -e`나 Kubernetes Secret으로 넘긴다.',
    en: 'For the build use `RUN --mount=type=secret,id=token,env=TOKEN …` with `docker build --secret id=token,env=TOKEN`. What the running program needs comes with `docker run -e` or a Kubernetes Secret.',
  },
  messages: {
    env: {
      ko: '{name:은} 비밀인 것 같다. ENV의 값은 이미지에 남아 `docker inspect`로 누구나 읽는다.',
      en: '{name} looks like a secret; the value of an ENV stays in the image, where `docker inspect` shows it.',
    },
    arg: {
      ko: '{name:은} 비밀인 것 같다. ARG의 값은 `docker history`와 provenance에 남는다.',
      en: '{name} looks like a secret; the value of an ARG stays in `docker history` and the provenance.',
    },
    named: {
      ko: '{name:은} 비밀을 담는 이름이다. 지금 값은 비밀로 보이지 않지만, 진짜 비밀을 넣으면 이미지에 남는다.',
      en: '{name} is the name of a secret. This value does not look like one, but a real one would stay in the image.',
    },
  },
  concepts: ['dockerfile/ARG', 'dockerfile/ENV', 'concepts/layer'],
  source: 'https://docs.docker.com/reference/build-checks/secrets-used-in-arg-or-env/',
  also: ['hadolint/DL3064', 'buildkit/SecretsUsedInArgOrEnv'],
  examples: [
    {
      bad: 'FROM node:24-slim\nENV «DB_PASSWORD»=hunter2\nCMD ["node", "server.js"]\n',
      good: 'FROM node:24-slim\nCMD ["node", "server.js"]\n',
    },
    {
      bad: 'FROM node:24-slim\nARG «NPM_TOKEN»\nRUN npm ci\n',
      good: 'FROM node:24-slim\nRUN --mount=type=secret,id=npm,env=NPM_TOKEN npm ci\n',
      message: 'arg',
    },
    {
      bad: 'FROM debian:13\nENV «GPG_KEY»=7169605F62C751356D054A26A821E680E5FA6305\n',
      good: 'FROM debian:13\nENV GPG_PUBLIC_KEY=7169605F62C751356D054A26A821E680E5FA6305\n',
      message: 'named',
    },
  ],
  allows: [
    'FROM node:24-slim\nENV DB_PASSWORD_FILE=/run/secrets/db PUBLIC_KEY=abc TOKEN_VERSION=2\n',
    'FROM node:24-slim\nENV KEYBOARD=us MONKEY=1 AUTHOR=me TOKENIZER=fast\n',
    'ARG TOKEN\nFROM node:24-slim\n',
  ],
  *check(stage) {
    for (const { definitions, onbuild } of instructionsOf(stage, 'ARG'))
      for (const { name, value } of definitions) yield* findingAt('arg', name, value, onbuild);
    for (const { pairs, onbuild } of instructionsOf(stage, 'ENV'))
      for (const { name, value } of pairs) yield* findingAt('env', name, value, onbuild);
  },
});

function* findingAt(
  message: string,
  name: Word,
  value: Word | undefined,
  onbuild: boolean,
): Generator<Finding> {
  if (!isSecretName(name.text)) return;
  const none = value !== undefined && holdsNone(value.text);
  yield {
    span: name.span,
    message: none ? 'named' : message,
    values: { name: name.raw },
    ...(none && { severity: 'hint' as const }),
    // BuildKit reads a trigger only where it is built.
    ...(onbuild && { also: ['hadolint/DL3064'] as const }),
  };
}

/** Whether the value is none anybody hides: empty, a switch, a number, a path, a script, a fingerprint of a public key. */
function holdsNone(value: string): boolean {
  return (
    /^(?:|\d{1,4}|true|false|yes|no|on|off|none)$/i.test(value) ||
    /^(?:\.{0,2}\/|[A-Za-z]:\\)|^[\w.-]+\.(?:sh|bash|py|rb|pl|ps1|sql)$/.test(value) ||
    /^(?:0x)?(?:[0-9A-F]{16}|[0-9A-F]{40})(?:\s+(?:0x)?(?:[0-9A-F]{16}|[0-9A-F]{40}))*$/i.test(value)
  );
}
