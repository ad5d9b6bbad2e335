import type { Suggestion } from '../../core/completion';
import { nameOfType } from '../schema/type-names';
import { contents } from '../schema/types';
import type { AskedAt } from './asked';
import { Body } from './body';

/** A whole new item of a list, with its dash. */
export function items({ schema, habits, found, indent, behindColon, step }: AskedAt): readonly Suggestion[] {
  const { type } = contents(found.type);
  const lead = behindColon ? `\n${indent}${step}` : '';
  const inner = behindColon ? indent + step : indent;
  const object = schema.type(type);
  return [
    {
      label: `- ${object ? type.slice(type.lastIndexOf('.') + 1) : '…'}`,
      sort: 'item',
      body: `${lead}- ${new Body(schema, habits, step).item(type, found.field, inner)}`,
      detail: nameOfType(type),
      ...(object?.text !== undefined && { text: object.text }),
    },
  ];
}
