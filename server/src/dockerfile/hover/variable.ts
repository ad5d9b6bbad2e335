import type { Card } from '../../core/note';
import type { Span } from '../../core/span';
import type { Message } from '../../core/text';
import { expand } from '../expand';
import { PREDEFINED } from '../facts/predefined';
import type { Instruction, VariableReference, Word } from '../model';
import type { Scope, Variable } from '../scope';
import { scopeAt, scopeBehind } from '../scope-at';
import { covers, type HoverAt, variablePlace } from './place';
import { shellVariableAt } from './shell-variable';

/** A variable where it is used or defined: its value here, what set it, and who may change it. */
export function variableCard(instruction: Instruction, at: HoverAt): Card | undefined {
  return (
    definitionCard(instruction, at) ??
    referenceCard(instruction, at) ??
    shellVariableAt(instruction, at, (name, scope) => aboutVariable(name, scope.get(name)))
  );
}

/** The name in `ARG name=…` and `ENV name=…`. */
function definitionCard(instruction: Instruction, at: HoverAt): Card | undefined {
  const { keyword } = instruction;
  if (keyword !== 'ARG' && keyword !== 'ENV') return undefined;
  const pairs = keyword === 'ARG' ? instruction.definitions : instruction.pairs;
  const name = pairs.find((pair) => covers(pair.name.span, at.offset))?.name;
  if (!name || name.variables.length > 0) return undefined;
  const place = ['$', PREDEFINED.includes(name.raw) ? name.raw : keyword];
  if (instruction.onbuild) return { span: name.span, place };
  const { value, overridable, state } = scopeBehind(at.dockerfile, at.stage, instruction).get(name.raw);
  const facts: Message[] = value === undefined ? [] : [aboutValue(value)];
  if (keyword === 'ARG' && state !== 'set') facts.push({ text: TEXTS.noDefault, values: { name: name.raw } });
  else if (overridable) facts.push(overriding(name.raw, keyword));
  return { span: name.span, place, facts };
}

/** `$name` where BuildKit itself puts the value. */
function referenceCard(instruction: Instruction, at: HoverAt): Card | undefined {
  const [reference] = instruction.variables
    .filter(({ span }) => covers(span, at.offset))
    .toSorted((a, b) => length(a.span) - length(b.span));
  if (!reference) return undefined;
  const { name, span } = reference;
  if (instruction.onbuild) return { span, place: variablePlace(name, undefined, 'unknown') };
  const scope = scopeAt(at.dockerfile, at.stage, instruction, reference);
  const variable = scope.get(name);
  const chosen = reference.modifier && chosenBy(reference, instruction, scope);
  const facts = [...(chosen === undefined ? [] : [becomes(chosen)]), ...aboutVariable(name, variable)];
  return { span, place: variablePlace(name, variable, 'unknown'), facts };
}

function aboutVariable(name: string, { state, value, overridable, by }: Variable): Message[] {
  const facts: Message[] = value === undefined ? [] : [aboutValue(value)];
  if (by) {
    const text = state === 'set' ? TEXTS.setBy : TEXTS.declaredBy;
    facts.push({ text, values: { keyword: by.keyword, place: by.keywordSpan, name } });
    if (state === 'set' && overridable) facts.push(overriding(name, by.keyword));
  } else if (state === 'unset') facts.push({ text: TEXTS.unset });
  else if (state === 'unknown') facts.push({ text: TEXTS.unknown });
  return facts;
}

function aboutValue(value: string): Message {
  return value === '' ? { text: TEXTS.empty } : { text: TEXTS.value, values: { value: shown(value) } };
}

function becomes(value: string): Message {
  return { text: value === '' ? TEXTS.becomesEmpty : TEXTS.becomes, values: { value: shown(value) } };
}

function overriding(name: string, by: 'ARG' | 'ENV'): Message {
  return { text: by === 'ARG' ? TEXTS.overridable : TEXTS.overridableWithin, values: { name } };
}

/** A value that fits in one line of Markdown. */
function shown(value: string): string {
  const line = value.replace(/\s+/g, ' ').replaceAll('`', "'");
  return line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line;
}

const LONGEST = 80;

/** What `${name:-word}` comes to, where that can be told. */
function chosenBy(reference: VariableReference, instruction: Instruction, scope: Scope): string | undefined {
  const piece = wordsOf(instruction)
    .flatMap(({ template }) => template)
    .find((one) => typeof one !== 'string' && one.reference === reference);
  return piece && expand([piece], (name) => scope.get(name)).value;
}

function wordsOf(instruction: Instruction): Pick<Word, 'template'>[] {
  const values = (list: readonly { readonly value?: Word }[]) => list.flatMap(({ value }) => value ?? []);
  return [
    ...instruction.words,
    ...values(instruction.flags),
    ...('pairs' in instruction ? values(instruction.pairs) : []),
    ...('definitions' in instruction ? values(instruction.definitions) : []),
  ];
}

function length({ start, end }: Span): number {
  return end - start;
}

const TEXTS = {
  value: { ko: '여기서 값은 `{value}`', en: 'Its value here: `{value}`' },
  empty: { ko: '여기서 값은 빈 문자열', en: 'Its value here is empty' },
  becomes: { ko: '이 자리는 `{value}`{value|이} 된다', en: 'This comes to `{value}`' },
  becomesEmpty: { ko: '이 자리는 빈 문자열이 된다', en: 'This comes to nothing' },
  setBy: { ko: '`{keyword}`에서 정했다 ({place})', en: 'Set by `{keyword}` ({place})' },
  declaredBy: {
    ko: '`ARG`로 선언했지만 기본값이 없다 ({place}). `--build-arg {name}=…`로 주지 않으면 빈 문자열',
    en: 'Declared by `ARG` without a default ({place}): empty unless `--build-arg {name}=…` gives it',
  },
  noDefault: {
    ko: '기본값이 없다. `--build-arg {name}=…`로 주지 않으면 빈 문자열',
    en: 'No default: empty unless `--build-arg {name}=…` gives it',
  },
  overridable: {
    ko: '`docker build --build-arg {name}=…`로 바꿀 수 있다',
    en: '`docker build --build-arg {name}=…` changes it',
  },
  overridableWithin: {
    ko: '값에 쓰인 `ARG`를 `--build-arg`로 바꾸면 함께 바뀐다',
    en: 'It is made of an `ARG`, so `--build-arg` may change it',
  },
  unset: {
    ko: '이 파일에서 값을 정하는 곳이 없다. 빈 문자열이 된다',
    en: 'Nothing here sets it: it is empty',
  },
  unknown: {
    ko: '이 파일은 정하지 않는다. 베이스 이미지가 정하지 않았다면 빈 문자열',
    en: 'This file does not set it: empty, unless the base image does',
  },
};
