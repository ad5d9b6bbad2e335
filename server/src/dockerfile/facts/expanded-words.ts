import { once } from '../../core/once';
import type { Instruction, Word } from '../model';

/** The words BuildKit expands. Source: the methods `Expand` of frontend/dockerfile/instructions/commands.go. */
export const expandedIn = once((instruction: Instruction): readonly Word[] => {
  const { flags, words } = instruction;
  const values = flags.flatMap(({ name, value }) => (value && name !== 'from' ? value : []));
  switch (instruction.keyword) {
    case 'RUN':
      return instruction.mounts.flatMap(({ options }) =>
        options.flatMap(({ key, value }) => (value && key !== 'from' ? value : [])),
      );
    case 'FROM':
      return [...values, ...words.slice(0, 1)];
    case 'ARG':
      return instruction.definitions.flatMap(({ value }) => value ?? []);
    case 'ENV':
    case 'LABEL':
      return instruction.pairs.flatMap(({ name, value }) => [name, value]);
    case 'COPY':
    case 'ADD':
      return [...values, ...words];
    case 'EXPOSE':
    case 'STOPSIGNAL':
    case 'USER':
    case 'VOLUME':
    case 'WORKDIR':
      return words;
    default:
      return [];
  }
});
