import type { Card } from '../core/note';
import type { PartId } from '../core/span';
import { directiveCard } from './hover/directive';
import { flagCard } from './hover/flag';
import { instructionCard } from './hover/instruction';
import { mountCard } from './hover/mount';
import { type HoverAt, stageOf } from './hover/place';
import { topicCard } from './hover/topic';
import { variableCard } from './hover/variable';
import type { Dockerfile, Instruction } from './model';

/** What stands under the cursor: a variable, a key of a mount, a part of an image, a command, a flag, a keyword. */
export function hover(dockerfile: Dockerfile, part: PartId, offset: number): Card | undefined {
  const found = dockerfile.parts.find(({ id }) => id === part);
  if (found?.kind !== 'instruction') return found && directiveCard(dockerfile, part, offset);
  const whole = found.instruction;
  const stage = stageOf(dockerfile, whole);
  const at: HoverAt = { dockerfile, whole, ...(stage && { stage }), offset };
  const trigger = whole.keyword === 'ONBUILD' ? whole.trigger : undefined;
  return (trigger && cardOf(trigger, at)) ?? cardOf(whole, at);
}

function cardOf(instruction: Instruction, at: HoverAt): Card | undefined {
  if (instruction.keyword === 'UNKNOWN') return undefined;
  return (
    variableCard(instruction, at) ??
    mountCard(instruction, at) ??
    topicCard(instruction, at) ??
    flagCard(instruction, at) ??
    instructionCard(instruction, at)
  );
}
