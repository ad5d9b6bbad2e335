import type { Flag, Instruction } from '../model';

/** The flags BuildKit reads: ARG, STOPSIGNAL and HEALTHCHECK NONE skip whatever stands there. */
export function readFlags(instruction: Instruction): readonly Flag[] {
  switch (instruction.keyword) {
    case 'ARG':
    case 'STOPSIGNAL':
    case 'UNKNOWN':
      return [];
    case 'HEALTHCHECK':
      return instruction.type?.raw.toUpperCase() === 'NONE' ? [] : instruction.flags;
    default:
      return instruction.flags;
  }
}
