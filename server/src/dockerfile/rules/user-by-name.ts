import { isRoot } from '../facts/running-user';
import { rule } from '../rule';

export default rule({
  id: 'dockerfile/user-by-name',
  severity: 'hint',
  strict: 'info',
  scope: 'file',
  what: { ko: '이름으로 적은 USER', en: 'A USER given by name' },
  why: {
    ko: 'Pod에 `runAsNonRoot: true`가 있으면 kubelet은 컨테이너를 띄우기 전에 uid가 0인지 본다. 이미지에 이름만 있으면 번호를 알 수 없어서 "container has runAsNonRoot and image has non-numeric user"라며 띄우지 않는다. Kubernetes를 쓰지 않거나 manifest에 `runAsUser`를 적는다면 이름이 읽기에는 더 낫다.',
    en: 'With `runAsNonRoot: true` in a Pod, the kubelet looks whether the uid is 0 before it starts a container. A name tells it no number, so it refuses: "container has runAsNonRoot and image has non-numeric user". Without Kubernetes, or with `runAsUser` in the manifest, the name is fine and reads better.',
  },
  how: {
    ko: '만든 사용자의 번호를 적는다. ex) `RUN useradd --uid 10001 app` 뒤에 `USER 10001`',
    en: 'Write the number of the user, ex) `RUN useradd --uid 10001 app`, then `USER 10001`.',
  },
  messages: {
    name: {
      ko: 'USER {user:은} 이름이라, `runAsNonRoot`를 쓰는 Pod는 이 이미지를 띄우지 못한다. 번호로 적으면 된다.',
      en: 'USER {user} is a name: a Pod with `runAsNonRoot` cannot start this image. A number works.',
    },
  },
  concepts: ['dockerfile/USER'],
  source: 'https://kubernetes.io/docs/tasks/configure-pod-container/security-context/',
  also: ['hadolint/DL3066'],
  examples: [
    {
      bad: 'FROM debian:13\nRUN useradd --uid 10001 app\nUSER «app»\nCMD ["/srv/app"]\n',
      good: 'FROM debian:13\nRUN useradd --uid 10001 app\nUSER 10001\nCMD ["/srv/app"]\n',
    },
  ],
  allows: [
    'FROM debian:13\nUSER 10001:app\n',
    'FROM debian:13\nARG RUN_AS=app\nUSER $RUN_AS\n',
    'FROM debian:13\nENV UID=10001\nUSER ${UID}:app\n',
    'FROM debian:13\nUSER root\n',
    'FROM debian:13 AS build\nUSER app\nFROM scratch\nUSER 10001\n',
    'FROM debian:13\nUSER app\nRUN make\nUSER 10001\n',
  ],
  // Only the last USER of the final image is in its configuration.
  *check({ finalStage }) {
    const user = finalStage?.state.user;
    if (!user?.by.user || user.by.user.problem || !user.value || finalStage?.state.shell.family !== 'posix')
      return;
    const { overridable, unset } = finalStage.state.scope.expand(user.by.user);
    // Without the variable it is not the name that was meant.
    if (overridable || unset.length > 0 || /^\d+(?::|$)/.test(user.value) || isRoot(user.value)) return;
    yield { span: user.by.user.span, values: { user: user.by.user.raw } };
  },
});
