import type { Card } from '../../core/note';
import type { Message } from '../../core/text';
import { MOUNT_OPTION_SINCE } from '../facts/frontend';
import { MOUNT_OPTIONS } from '../facts/mounts';
import { type Instruction, type Mount, mountOption, stateBefore } from '../model';
import { aboutSince, aboutSource } from './flag';
import { covers, type HoverAt } from './place';

/** A key of `RUN --mount`, or the flag itself. */
export function mountCard(instruction: Instruction, at: HoverAt): Card | undefined {
  if (instruction.keyword !== 'RUN') return undefined;
  const mount = instruction.mounts.find(({ span }) => covers(span, at.offset));
  if (!mount) return undefined;
  const option = mount.options.find(({ span }) => covers(span, at.offset));
  const flag = { ...mount.span, end: mount.flag.nameSpan.end };
  if (covers(flag, at.offset))
    return { span: flag, place: ['RUN', '--mount'], facts: aboutMount(mount, instruction, at) };
  if (!option || !MOUNT_OPTIONS.includes(option.key)) return undefined;
  const known: Readonly<Record<string, Message[]>> = {
    type: aboutMount(mount, instruction, at),
    target: aboutMount(mount, instruction, at),
    from: aboutSource(mount.flag, at),
  };
  const facts = [...(known[option.key] ?? []), ...aboutSince(MOUNT_OPTION_SINCE[option.key], at.dockerfile)];
  return { span: option.span, place: ['RUN', '--mount', mount.type ?? '?', option.key], facts };
}

/** What this very mount does. */
function aboutMount(mount: Mount, instruction: Instruction, at: HoverAt): Message[] {
  if (!mount.type || instruction.onbuild) return [];
  const { scope } = stateBefore(at.dockerfile, instruction);
  const read = (key: string) => {
    const word = mountOption(mount, key)?.value;
    return word && (scope.expand(word).value ?? word.raw);
  };
  const [target, source, from, id, env] = ['target', 'source', 'from', 'id', 'env'].map(read);
  switch (mount.type) {
    case 'cache':
      return target ? [{ text: TEXTS.cache, values: { target } }] : [];
    case 'tmpfs':
      return target ? [{ text: TEXTS.tmpfs, values: { target } }] : [];
    case 'ssh':
      return [{ text: TEXTS.ssh, values: { id: id ?? 'default' } }];
    case 'secret': {
      const name = id ?? source ?? target?.slice(target.lastIndexOf('/') + 1);
      if (!name) return [];
      const file = target ?? (env === undefined ? `/run/secrets/${name}` : undefined);
      const values = { name, file: file ?? '', env: env ?? '' };
      return [{ text: file === undefined ? TEXTS.secretEnv : TEXTS.secretFile, values }];
    }
    default: {
      if (!target) return [];
      const values = { target, source: source ?? (from ? '/' : '.') };
      return [{ text: from ? TEXTS.bindFrom : TEXTS.bind, values: { ...values, from: from ?? '' } }];
    }
  }
}

const TEXTS = {
  cache: {
    ko: '`{target}`에 캐시를 둔다. 어느 레이어에도 남지 않는다',
    en: 'Mounts a cache at `{target}`; it is not in any layer',
  },
  tmpfs: {
    ko: '`{target}`에 쓴 것은 RUN이 끝나면 사라진다',
    en: 'What is written to `{target}` is gone when this RUN ends',
  },
  ssh: {
    ko: '`docker build --ssh {id}`로 주어야 한다',
    en: 'Wants `docker build --ssh {id}`',
  },
  secretFile: {
    ko: 'secret `{name}`{name|을} 파일 `{file}`{file|으로} 보여 준다. 이미지에는 남지 않는다',
    en: 'Shows the secret `{name}` as the file `{file}`; the image does not keep it',
  },
  secretEnv: {
    ko: 'secret `{name}`{name|을} 환경 변수 `{env}`{env|으로} 건넨다. 이미지에는 남지 않는다',
    en: 'Hands over the secret `{name}` as the variable `{env}`; the image does not keep it',
  },
  bind: {
    ko: 'build context의 `{source}`{source|을} `{target}`에 보여 준다. 복사하지 않아서 레이어에 없다',
    en: 'Shows `{source}` of the build context at `{target}`; nothing is copied into a layer',
  },
  bindFrom: {
    ko: '`{from}`의 `{source}`{source|을} `{target}`에 보여 준다. 복사하지 않아서 레이어에 없다',
    en: 'Shows `{source}` of `{from}` at `{target}`; nothing is copied into a layer',
  },
};
