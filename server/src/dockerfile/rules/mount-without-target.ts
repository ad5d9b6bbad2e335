import type { Finding } from '../../core/rule';
import { MOUNT_OPTIONS } from '../facts/mounts';
import { dispatchedAs } from '../facts/rejected';
import { type ImageState, type Mount, mountOption, type Stage } from '../model';
import { rule } from '../rule';
import { resolvePath } from '../state';

export default rule({
  id: 'dockerfile/mount-without-target',
  severity: 'error',
  scope: 'section',
  what: { ko: '붙일 곳이 없는 `--mount`', en: 'A `--mount` with nowhere to go' },
  why: {
    ko: 'bind, cache, tmpfs mount는 `target`에 붙는다. 적지 않으면 WORKDIR에 붙고, WORKDIR이 `/`면 붙일 수 없어 BuildKit이 "invalid mount target"이라며 멈춘다. secret mount에는 `id`, `source`, `target` 중 하나는 있어야 어느 secret인지 안다.',
    en: 'Mounts of type bind, cache and tmpfs go to `target`. Without one they go to the WORKDIR, and where that is `/` BuildKit stops: "invalid mount target". A secret mount needs `id`, `source` or `target` to say which secret it is.',
  },
  how: {
    ko: '`target=/root/.cache`처럼 `/`가 아닌 절대 경로를 적는다. secret에는 `id=`를 적는다.',
    en: 'Write an absolute path other than `/`, ex) `target=/root/.cache`. Give a secret its `id=`.',
  },
  messages: {
    root: {
      ko: '이 mount가 붙을 곳이 `/`다. `/`에는 붙일 수 없다. `target=`에 다른 경로를 적는다.',
      en: 'This mount would go to `/`, where nothing can be mounted. Write another path as `target=`.',
    },
    workdir: {
      ko: '`target`이 없고 앞에 WORKDIR도 없다. 베이스 이미지의 WORKDIR이 `/`면 빌드가 멈춘다.',
      en: 'There is no `target`, and no WORKDIR before it: unless the base image has one, the build stops here.',
    },
    secret: {
      ko: 'secret mount에 `id`가 없다. 어느 secret인지 알 수 없다.',
      en: 'This secret mount has no `id`: nothing says which secret it is.',
    },
  },
  concepts: ['dockerfile/RUN', 'concepts/build-cache'],
  source: 'https://docs.docker.com/reference/dockerfile/#run---mount',
  also: [],
  examples: [
    {
      bad: 'FROM node:24\nRUN --mount=type=cache,«target=/» npm ci\n',
      good: 'FROM node:24\nRUN --mount=type=cache,target=/root/.npm npm ci\n',
    },
    {
      bad: 'FROM node:24\nRUN --mount=«type=cache» npm ci\n',
      good: 'FROM node:24\nRUN --mount=type=cache,target=/root/.npm npm ci\n',
      message: 'workdir',
    },
    {
      bad: 'FROM node:24\nRUN --mount=«type=secret» npm ci\n',
      good: 'FROM node:24\nRUN --mount=type=secret,id=npmrc npm ci\n',
      message: 'secret',
    },
  ],
  allows: [
    'FROM a\nWORKDIR /b\nRUN --mount=type=cache c\nRUN --mount=source=d e\nRUN --mount=target=. e\n',
    'FROM a\nRUN --mount=target=. e\nRUN --mount=type=ssh e\nRUN --mount=type=secret,target=/f e\n',
    'FROM a\nARG T=/\nRUN --mount=type=cache,target=$T c\n',
  ],
  *check(stage) {
    for (const { instruction, state, lowered } of dispatchedAs(stage, 'RUN'))
      for (const mount of instruction.mounts) {
        const found = findingIn(mount, state, instruction.onbuild ? undefined : startOf(stage));
        const place = mountOption(mount, 'target') ?? mountOption(mount, 'type');
        if (found) yield { span: place?.span ?? mount.flag.nameSpan, ...found, ...lowered };
      }
  },
});

/** The directory of a stage on `scratch`. */
function startOf(stage: Stage): '/' | undefined {
  return (stage.inheritsFrom.at(-1) ?? stage).base.kind === 'scratch' ? '/' : undefined;
}

/** Source: parseMount in commands_runmount.go, dispatchRunMounts in convert_runmount.go. */
function findingIn(
  mount: Mount,
  state: ImageState,
  start: '/' | undefined,
): Omit<Finding, 'span'> | undefined {
  // What is misspelt may have been it.
  if (mount.options.length === 0 || mount.options.some(({ key }) => !MOUNT_OPTIONS.includes(key)))
    return undefined;
  const given = (key: string) => mountOption(mount, key)?.value?.raw;
  if (mount.type === 'secret')
    return given('id') || given('source') || given('target') ? undefined : { message: 'secret' };
  if (mount.type === undefined || mount.type === 'ssh') return undefined;
  const option = mountOption(mount, 'target');
  // `target` without a value is wrong by itself, and so is one that cannot be read.
  if (option && (!option.value || option.value.problem)) return undefined;
  const target = option?.value ? state.scope.expand(option.value) : { value: '', overridable: false };
  if (target.value === undefined || target.overridable) return undefined;
  const path = resolvePath(state.workdir ? state.workdir.path : start, target.value);
  if (path === '/') return {};
  return target.value === '' && !state.workdir && path === undefined
    ? { message: 'workdir', severity: 'warning' }
    : undefined;
}
