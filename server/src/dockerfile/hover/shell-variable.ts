import type { Card } from '../../core/note';
import type { Message } from '../../core/text';
import { type Instruction, mountOption, stateBefore } from '../model';
import type { Scope } from '../scope';
import { commandOf, setsItself, shellVariables } from '../shell-variables';
import { covers, type HoverAt, variablePlace } from './place';

/** `$name` in a command, which its shell expands: when the image is built, or when a container starts. */
export function shellVariableAt(
  instruction: Instruction,
  at: HoverAt,
  about: (name: string, scope: Scope) => Message[],
): Card | undefined {
  const line = commandOf(instruction);
  const found =
    line && shellVariables(line).find(({ range }) => covers({ ...instruction.span, ...range }, at.offset));
  if (!found) return undefined;
  const { name } = found;
  const span = { ...instruction.span, ...found.range };
  if (instruction.onbuild || setsItself(line, name)) return { span, place: ['$', 'shell'] };
  const secret = instruction.keyword === 'RUN' && secretNamed(instruction.mounts, name);
  if (secret)
    return { span, place: ['$', 'shell'], facts: [{ text: TEXTS.secret, values: { place: secret } }] };
  const running = instruction.keyword !== 'RUN';
  const state = running ? at.stage?.state : stateBefore(at.dockerfile, instruction);
  if (!state) return undefined;
  const variable = state.scope.get(name);
  const place = variablePlace(name, variable, 'shell');
  if (running && variable.by?.keyword === 'ARG')
    return { span, place, facts: [{ text: TEXTS.onlyBuild, values: { place: variable.by.keywordSpan } }] };
  return { span, place, ...(variable.by && { facts: about(name, state.scope) }) };
}

function secretNamed(mounts: Extract<Instruction, { keyword: 'RUN' }>['mounts'], name: string) {
  return mounts.map((mount) => mountOption(mount, 'env')).find((option) => option?.value?.raw === name)?.span;
}

const TEXTS = {
  secret: {
    ko: '`--mount=type=secret`이 이 RUN에만 건네는 값 ({place})',
    en: 'Handed to this RUN alone by `--mount=type=secret` ({place})',
  },
  onlyBuild: {
    ko: '`ARG`({place})는 컨테이너가 뜰 때 없다. 그래서 여기서는 빈 문자열. `ENV`로 옮겨 적는다',
    en: 'An `ARG` ({place}) is gone when the container runs, so this is empty. Put it into an `ENV`',
  },
};
