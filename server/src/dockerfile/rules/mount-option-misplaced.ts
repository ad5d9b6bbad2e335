import type { Finding } from '../../core/rule';
import { BEHIND_TYPE, TYPES_OF } from '../facts/mounts';
import { dispatchedAs } from '../facts/rejected';
import { type Mount, type MountOption, mountOption } from '../model';
import { rule } from '../rule';

export default rule({
  id: 'dockerfile/mount-option-misplaced',
  severity: 'error',
  scope: 'section',
  what: { ko: '그 종류의 mount에 쓸 수 없는 옵션', en: 'An option this type of mount does not take' },
  why: {
    ko: '`RUN --mount`의 옵션은 종류마다 다르다. `sharing`은 cache, `size`는 tmpfs에만 있고, `required`는 secret과 ssh에만 있다. `type`을 적지 않으면 bind다. `required`와 `size`는 `type`보다 뒤에 와야 한다. 어긋나면 BuildKit이 "unexpected key"나 "not allowed"라며 멈춘다.',
    en: 'The options of `RUN --mount` depend on its type: `sharing` is for cache, `size` for tmpfs, `required` for secret and ssh. Without `type` it is a bind. `required` and `size` have to follow `type`. Otherwise BuildKit stops: "unexpected key" or "not allowed".',
  },
  how: {
    ko: '`type`을 맨 앞에 적고, 그 종류가 받는 옵션만 쓴다.',
    en: 'Write `type` first, and only the options that type takes.',
  },
  messages: {
    type: {
      ko: '`{key}`{key|은} {types} mount에만 있다. 이 mount는 {type:이다}.',
      en: '`{key}` is for mounts of type {types}; this one is a {type}.',
    },
    order: {
      ko: '`{key}`{key|이} `type`보다 앞에 있다. `type={type}` 뒤에 적어야 한다.',
      en: '`{key}` stands before `type`; it has to follow `type={type}`.',
    },
    from: {
      ko: 'secret mount는 `from`을 받지 않는다.',
      en: 'A secret mount takes no `from`.',
    },
    both: {
      ko: 'secret mount에 `id`와 `source`를 함께 적을 수 없다. 둘은 같은 것이다.',
      en: 'A secret mount takes `id` or `source`, not both: they are the same.',
    },
  },
  concepts: ['dockerfile/RUN', 'concepts/build-cache'],
  source: 'https://docs.docker.com/reference/dockerfile/#run---mount',
  also: [],
  examples: [
    {
      bad: 'FROM node:24\nRUN --mount=type=bind,target=/src,«sharing»=locked npm ci\n',
      good: 'FROM node:24\nRUN --mount=type=cache,target=/src,sharing=locked npm ci\n',
    },
    {
      bad: 'FROM node:24\nRUN --mount=«required»,type=secret,id=npmrc npm ci\n',
      good: 'FROM node:24\nRUN --mount=type=secret,id=npmrc,required npm ci\n',
      message: 'order',
    },
    {
      bad: 'FROM node:24\nRUN --mount=type=secret,id=npmrc,«from»=build npm ci\n',
      good: 'FROM node:24\nRUN --mount=type=secret,id=npmrc npm ci\n',
      message: 'from',
    },
    {
      bad: 'FROM node:24\nRUN --mount=type=secret,id=npmrc,«source»=npmrc npm ci\n',
      good: 'FROM node:24\nRUN --mount=type=secret,id=npmrc npm ci\n',
      message: 'both',
    },
  ],
  allows: [
    'FROM a\nRUN --mount=type=cache,sharing=private,uid=1,gid=1,mode=0700,target=/b c\n',
    'FROM a\nRUN --mount=mode=0400,type=secret,source=b,required=true c\n',
    'FROM a\nRUN --mount=type=tmpfs,target=/b,size=1g c\n',
    'FROM a\nRUN --mount=type=$T,target=/b,size=1g c\n',
  ],
  *check(stage) {
    for (const { instruction, lowered } of dispatchedAs(stage, 'RUN'))
      for (const mount of instruction.mounts)
        for (const option of mount.options) {
          const found = findingIn(option, mount);
          if (found) yield { span: option.keySpan, ...found, ...lowered };
        }
  },
});

function findingIn(option: MountOption, mount: Mount): Omit<Finding, 'span'> | undefined {
  const { options, type } = mount;
  const { key, value } = option;
  if (!type) return undefined;
  const types = TYPES_OF[key];
  // An empty value of `sharing` is wrong by itself.
  if (types && !types.includes(type)) return { message: 'type', values: { key, type, types } };
  const typed = options.findIndex((one) => one.key === 'type');
  if (types && BEHIND_TYPE.includes(key) && options.indexOf(option) < typed)
    return { message: 'order', values: { key, type } };
  if (type === 'ssh' && key === 'source' && value?.raw)
    return { message: 'type', values: { key, type, types: ['bind', 'cache', 'secret'] } };
  if (type !== 'secret' || !value?.raw) return undefined;
  if (key === 'from') return { message: 'from' };
  if (key === 'source' && mountOption(mount, 'id')?.value?.raw) return { message: 'both' };
  return undefined;
}
