import type { Meaning } from '../../core/meaning';
import type { PartId } from '../../core/span';
import type { Message, Text } from '../../core/text';
import type { Dockerfile, Stage, Word } from '../model';
import { isUnder, meaningOf, type Named } from './named';

/** What the name of a stage stands for: where it is given, what is built on it, what takes files from it. */
export function stageMeaning(dockerfile: Dockerfile, part: PartId, offset: number): Meaning | undefined {
  const { stages } = dockerfile;
  for (const stage of stages) {
    const given = stage.from?.name ? [named(stage.from.name)] : [];
    const uses = usesOf(stage, stages);
    const at = [...given, ...uses].find((word) => isUnder(word, part, offset));
    if (!at) continue;
    // Without a name the stage is its FROM.
    const image = stage.from?.image;
    const definitions = given.length > 0 || !image ? given : [named(image)];
    const canRename = given.length > 0 && !/^\d+$/.test(at.text);
    return meaningOf(at, definitions, uses, canRename ? (name) => refuse(name, stage, stages) : undefined);
  }
  return undefined;
}

function usesOf(stage: Stage, stages: readonly Stage[]): readonly Named[] {
  return stages.flatMap(({ from, base, uses }) => [
    ...(from?.image && base.kind === 'stage' && base.stage === stage ? plain(from.image) : []),
    ...uses.flatMap(({ word, source }) =>
      source.kind === 'stage' && source.stage === stage ? plain(word) : [],
    ),
  ]);
}

/** A name that a variable gives is not written there. */
function plain(word: Word): readonly Named[] {
  return word.variables.length > 0 ? [] : [named(word)];
}

function named({ span, raw }: Word): Named {
  return { span, text: raw };
}

function refuse(name: string, own: Stage, stages: readonly Stage[]): Message | undefined {
  if (!/^[a-z][a-z0-9-_.]*$/i.test(name)) return { text: NOT_A_NAME, values: { name } };
  const other = stages.find((stage) => stage !== own && stage.name === name.toLowerCase());
  const place = other?.from?.name?.span;
  return place && { text: TAKEN, values: { name, place } };
}

const NOT_A_NAME: Text = {
  ko: '`{name}`{name|은} stage 이름으로 쓸 수 없다. 글자로 시작하고 글자, 숫자, `-`, `_`, `.`만 쓴다.',
  en: '`{name}` cannot name a stage: a letter first, then letters, digits, `-`, `_` and `.`.',
};
const TAKEN: Text = {
  ko: 'stage `{name}`{name|이} 이미 있다({place}).',
  en: 'There is a stage `{name}` already ({place}).',
};
