import { withoutPlatform } from '../facts/platform';
import { type Flag, instructionsOf } from '../model';
import { rule } from '../rule';

export default rule({
  id: 'dockerfile/redundant-target-platform',
  severity: 'info',
  strict: 'warning',
  scope: 'file',
  what: { ko: '없어도 되는 `--platform=$TARGETPLATFORM`', en: 'A needless `--platform=$TARGETPLATFORM`' },
  why: {
    ko: '`TARGETPLATFORM`은 빌드할 대상 platform이고, FROM은 말하지 않아도 그 platform의 이미지를 받는다. 적으면 하는 일 없이 줄만 길어지고, 빌드하는 컴퓨터의 platform인 `$BUILDPLATFORM`과 헷갈리기 쉽다.',
    en: '`TARGETPLATFORM` is the platform being built for, and FROM takes the image for that platform anyway. Written out it only makes the line longer and easy to mix up with `$BUILDPLATFORM`, the platform of the machine that builds.',
  },
  how: {
    ko: '`--platform`을 지운다. 빌드하는 컴퓨터에서 그대로 돌릴 compiler라면 `--platform=$BUILDPLATFORM`을 쓴다.',
    en: 'Delete the flag. For a compiler that should run natively on the building machine, write `--platform=$BUILDPLATFORM`.',
  },
  messages: {
    redundant: {
      ko: '`{flag}`{flag|은} 기본값과 같아서 없어도 된다.',
      en: '`{flag}` says what FROM does anyway.',
    },
  },
  concepts: ['dockerfile/FROM', 'concepts/multi-stage-build'],
  source: 'https://docs.docker.com/reference/build-checks/redundant-target-platform/',
  also: ['hadolint/DL3065', 'buildkit/RedundantTargetPlatform'],
  fix: 'safe',
  examples: [
    {
      bad: 'FROM «--platform=$TARGETPLATFORM» debian:13\n',
      good: 'FROM debian:13\n',
    },
  ],
  allows: [
    'FROM debian:13\n',
    'FROM --platform=$BUILDPLATFORM golang:1.27 AS build\n',
    'ARG TARGETPLATFORM=linux/arm64\nFROM --platform=$TARGETPLATFORM debian:13\n',
  ],
  *check({ outside, stages, globalArgs }) {
    const own = globalArgs.flatMap(({ definitions }) => definitions);
    // With a default of its own it is another platform.
    if (own.some(({ name, value }) => name.raw === 'TARGETPLATFORM' && value)) return;
    const triggers = [{ instructions: outside }, ...stages].flatMap((where) => instructionsOf(where, 'FROM'));
    for (const from of [...stages.map((stage) => stage.from), ...triggers]) {
      if (!from?.platform || !isTarget(from.platform)) continue;
      yield {
        span: from.platform.span,
        values: { flag: `--platform=${from.platform.value!.raw}` },
        fixes: [withoutPlatform(from, from.platform, 'safe')],
      };
    }
  },
});

/** `$TARGETPLATFORM`, `${TARGETPLATFORM}`, also with a default that is never needed. */
function isTarget({ value }: Flag): boolean {
  const [only, ...more] = value?.template ?? [];
  if (typeof only !== 'object' || more.length > 0 || only.reference.name !== 'TARGETPLATFORM') return false;
  return [undefined, '-', ':-', '?', ':?'].includes(only.reference.modifier) && value!.variables.length === 1;
}
