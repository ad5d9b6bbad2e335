import type { Meaning } from '../../core/meaning';
import type { PartId, Span } from '../../core/span';
import type { Message, Text } from '../../core/text';
import { PREDEFINED } from '../facts/predefined';
import { type Arg, type Dockerfile, type Env, type Instruction, type Stage, stateBefore } from '../model';
import { scopeAt } from '../scope-at';
import { commandOf, setsItself, shellVariables } from '../shell-variables';
import { isUnder, meaningOf, type Named } from './named';

/** A name where ARG or ENV gives it, or where it is used, with the instruction it comes from there. */
interface Occurrence extends Named {
  readonly by: Arg | Env;
}

/**
 * What a variable stands for. The ARGs of one name are one: `--build-arg` sets them all. The ENVs of one name are
 * one where one stage sees the other's.
 */
export function variableMeaning(dockerfile: Dockerfile, part: PartId, offset: number): Meaning | undefined {
  const given = definitionsOf(dockerfile);
  const used = usesOf(dockerfile);
  const at = [...given, ...used].find((one) => isUnder(one, part, offset));
  if (!at) return undefined;
  const group = groupOf(at, given, dockerfile);
  const isSame = ({ text, by }: Occurrence) => text === at.text && group.has(by);
  const isOurs = !PREDEFINED.includes(at.text) && at.text !== 'PATH';
  return meaningOf(
    at,
    given.filter(isSame),
    used.filter(isSame),
    isOurs ? (name) => refuse(name, at, [...given, ...used], dockerfile) : undefined,
  );
}

/** The instructions that give a name together with the one it comes from. */
function groupOf(
  { text, by }: Occurrence,
  given: readonly Occurrence[],
  dockerfile: Dockerfile,
): ReadonlySet<Arg | Env> {
  const alike = given
    .filter((one) => one.text === text && one.by.keyword === by.keyword)
    .map((one) => one.by);
  if (by.keyword === 'ARG') return new Set(alike);
  const group = new Set<Arg | Env>([by]);
  const before = (env: Arg | Env) => stateBefore(dockerfile, env).scope.get(text).by;
  for (let size = 0; size !== group.size; ) {
    size = group.size;
    for (const env of alike) {
      const earlier = before(env);
      if (earlier?.keyword !== 'ENV') continue;
      if (group.has(env)) group.add(earlier);
      else if (group.has(earlier)) group.add(env);
    }
  }
  return group;
}

function definitionsOf({ instructions }: Dockerfile): readonly Occurrence[] {
  return instructions.flatMap((instruction): readonly Occurrence[] => {
    if (instruction.keyword !== 'ARG' && instruction.keyword !== 'ENV') return [];
    const named = instruction.keyword === 'ARG' ? instruction.definitions : instruction.pairs;
    return named.flatMap(({ name: { span, raw, variables } }) =>
      variables.length === 0 && span.end - span.start === raw.length
        ? [{ span, text: raw, by: instruction }]
        : [],
    );
  });
}

function usesOf(dockerfile: Dockerfile): readonly Occurrence[] {
  return dockerfile.instructions.flatMap((instruction) => {
    const stage = dockerfile.stages.find(
      ({ from, instructions }) => from === instruction || instructions.includes(instruction),
    );
    // Those of a trigger are looked up in another build.
    if (instruction.keyword === 'ONBUILD') return [];
    return [
      ...expanded(dockerfile, stage, instruction),
      ...(stage ? inShell(dockerfile, stage, instruction) : []),
    ];
  });
}

/** Where BuildKit itself puts the value. */
function expanded(dockerfile: Dockerfile, stage: Stage | undefined, instruction: Instruction): Occurrence[] {
  return instruction.variables.flatMap((reference) => {
    const { by } = scopeAt(dockerfile, stage, instruction, reference).get(reference.name);
    return by ? [{ span: reference.nameSpan, text: reference.name, by }] : [];
  });
}

/** Where a shell does: while the image is built, or, of what is left of ENV, when a container starts. */
function inShell(dockerfile: Dockerfile, stage: Stage, instruction: Instruction): Occurrence[] {
  const line = commandOf(instruction);
  if (!line) return [];
  const isRun = instruction.keyword === 'RUN';
  const { scope } = isRun ? stateBefore(dockerfile, instruction) : stage.state;
  return shellVariables(line).flatMap(({ name, range }) => {
    const { by } = scope.get(name);
    const span = nameIn(dockerfile, instruction.part, range, name);
    const isMeant = by && span && (isRun || by.keyword === 'ENV') && !setsItself(line, name);
    return isMeant ? [{ span, text: name, by }] : [];
  });
}

/** Where the name stands in `${name:-x}`. */
function nameIn(
  { parts }: Dockerfile,
  part: PartId,
  { start, end }: { readonly start: number; readonly end: number },
  name: string,
): Span | undefined {
  const text = parts.find(({ id }) => id === part)?.text.slice(start, end) ?? '';
  const at = /^\$\{?[#!]?/.exec(text)?.[0].length ?? 0;
  if (at === 0 || !text.startsWith(name, at)) return undefined;
  return { part, start: start + at, end: start + at + name.length };
}

function refuse(
  name: string,
  at: Occurrence,
  all: readonly Occurrence[],
  { instructions }: Dockerfile,
): Message | undefined {
  if (!/^[A-Za-z_]\w*$/.test(name)) return { text: NOT_A_NAME, values: { name } };
  if (PREDEFINED.includes(name) || name === 'PATH') return { text: RESERVED, values: { name } };
  const other = all.find(({ text }) => text === name);
  if (other) return { text: TAKEN, values: { name, place: other.span } };
  // A shell that is not read may use it as well.
  const unread = instructions.find((one) => {
    const line = commandOf(one);
    const isShell = line && line.form !== 'json' && line.form !== 'empty' && !line.script;
    return isShell && new RegExp(`\\b${at.text}\\b`).test(line.command.text);
  });
  return unread && { text: UNREAD, values: { name: at.text, place: unread.keywordSpan } };
}

const NOT_A_NAME: Text = {
  ko: '`{name}`{name|은} 변수 이름으로 쓸 수 없다. 글자나 `_`로 시작하고 글자, 숫자, `_`만 쓴다.',
  en: '`{name}` cannot name a variable: a letter or `_` first, then letters, digits and `_`.',
};
const RESERVED: Text = {
  ko: '`{name}`{name|은} 빌드와 shell이 이미 쓰는 이름이다.',
  en: '`{name}` means something to the builder or the shell already.',
};
const TAKEN: Text = {
  ko: '변수 `{name}`{name|이} 이미 있다({place}).',
  en: 'There is a variable `{name}` already ({place}).',
};
const UNREAD: Text = {
  ko: '`{name}`{name|이} 읽을 수 없는 shell 명령에도 나온다({place}). 거기서도 바꿔야 하는지 알 수 없다.',
  en: '`{name}` also stands in a command of a shell that is not read ({place}), so nobody knows whether it has to change there.',
};
