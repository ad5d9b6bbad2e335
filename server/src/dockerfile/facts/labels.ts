import type { OptionSpec } from '../../core/rule';
import { asInstruction, type Instruction, type Pair, type Trivia } from '../model';
import { LABEL_TYPES, type LabelSchema } from './label-types';

/** What the rules about labels are told; each of them has the same options of the same names. */
export const LABEL_SCHEMA: OptionSpec<LabelSchema> = {
  default: {},
  words: LABEL_TYPES,
  what: {
    ko: '이미지에 있어야 할 label과 그 값의 종류. ex) `org.opencontainers.image.licenses: spdx`',
    en: 'The labels an image should have, each with the type of its value, ex) `org.opencontainers.image.licenses: spdx`.',
  },
};

export const REQUIRED_LABELS: OptionSpec<readonly string[]> = {
  default: [],
  what: {
    ko: '이미지에 있어야 할 label. 값은 보지 않는다.',
    en: 'More labels an image should have, whatever their values.',
  },
};

/** The pairs of a LABEL whose names can be told. */
export function labelsIn(unit: Instruction | Trivia): readonly Pair[] {
  const pairs = asInstruction(unit, 'LABEL')?.pairs ?? [];
  return pairs.filter(({ name }) => name.variables.length === 0 && name.text !== '');
}
