import { asInstruction } from '../model';
import { rule } from '../rule';

/** Source: reservedStageNames in frontend/dockerfile/dockerfile2llb/validations.go. */
const RESERVED: readonly string[] = ['context', 'scratch'];

export default rule({
  id: 'dockerfile/reserved-stage-name',
  severity: 'warning',
  scope: 'part',
  what: { ko: '예약된 stage 이름', en: 'A reserved stage name' },
  why: {
    ko: '`scratch`는 아무것도 없는 base를, `context`는 빌드에 넘긴 파일들을 부르는 이름이다. stage에 이 이름을 주면 뒤의 `FROM scratch`나 `--from=context`가 무엇을 가리키는지 읽는 사람도 도구도 헷갈린다. `AS scratch` 뒤에서는 빈 이미지에서 시작할 수도 없다.',
    en: '`scratch` is the name of the empty base, `context` that of the files handed to the build. With a stage called so, people and tools cannot tell what `FROM scratch` or `--from=context` means below; behind `AS scratch` no stage can start from nothing.',
  },
  how: {
    ko: '하는 일에 맞는 다른 이름을 쓴다. ex) `AS build`, `AS release`',
    en: 'Choose a name for what the stage does, ex) `AS build`, `AS release`.',
  },
  messages: {
    reserved: {
      ko: '{name:은} 예약된 이름이라 stage 이름으로 쓰면 뒤에서 무엇을 가리키는지 헷갈린다.',
      en: '{name} is a reserved name; as the name of a stage it makes the lines below ambiguous.',
    },
  },
  concepts: ['concepts/multi-stage-build', 'dockerfile/FROM'],
  source: 'https://docs.docker.com/reference/build-checks/reserved-stage-name/',
  also: ['hadolint/DL3063', 'buildkit/ReservedStageName'],
  examples: [
    {
      bad: 'FROM debian:13 AS «scratch»\nRUN make\n',
      good: 'FROM debian:13 AS build\nRUN make\n',
    },
  ],
  allows: ['FROM scratch AS release\n', 'FROM debian:13 AS my-context\n'],
  *check(unit) {
    const name = asInstruction(unit, 'FROM')?.name;
    if (name && RESERVED.includes(name.raw.toLowerCase()))
      yield { span: name.span, values: { name: name.raw } };
  },
});
