import type { Card } from '../../core/note';
import type { Message } from '../../core/text';
import type { Command, Script, Word } from '../../shell/script';
import { type CommandLine, type Instruction, mountOption, stateBefore } from '../model';
import type { Scope } from '../scope';
import { covers, type HoverAt, variablePlace } from './place';

/** `$name` in a command, which its shell expands: when the image is built, or when a container starts. */
export function shellVariableAt(
  instruction: Instruction,
  at: HoverAt,
  about: (name: string, scope: Scope) => Message[],
): Card | undefined {
  const line = commandOf(instruction);
  const expansion = line?.script?.commands
    .flatMap(wordsOf)
    .flatMap(({ expansions }) => expansions)
    .find(
      ({ kind, name, range }) =>
        kind === 'parameter' && name && covers({ ...instruction.span, ...range }, at.offset),
    );
  const name = expansion?.name;
  if (!name || !line) return undefined;
  const span = { ...instruction.span, ...expansion.range };
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

function commandOf(instruction: Instruction): CommandLine | undefined {
  switch (instruction.keyword) {
    case 'RUN':
    case 'CMD':
    case 'ENTRYPOINT':
      return instruction;
    case 'HEALTHCHECK':
      return instruction.test;
    default:
      return undefined;
  }
}

function wordsOf({ name, args, assignments, redirects }: Script['commands'][number]): Word[] {
  return [
    ...(name ? [name] : []),
    ...args,
    ...assignments.map(({ value }) => value),
    ...redirects.flatMap(({ target, heredoc }) => [target, heredoc].filter((word) => word !== undefined)),
  ];
}

/** Whether the command may give the name another value: then nothing is said of it. */
function setsItself({ command, script }: CommandLine, name: string): boolean {
  const assigned = script?.commands.some(({ assignments }: Command) =>
    assignments.some((one) => one.name === name),
  );
  return (
    assigned ||
    new RegExp(`\\b(?:for|read|select|getopts)\\b[^;|&\\n]*\\b${name}\\b|\\b${name}=`).test(command.text)
  );
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
    ko: '`ARG`({place})는 컨테이너가 뜰 때 없다. 그래서 여기서는 빈 글자. `ENV`로 옮겨 적는다',
    en: 'An `ARG` ({place}) is gone when the container runs, so this is empty. Put it into an `ENV`',
  },
};
