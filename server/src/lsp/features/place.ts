import type { Range } from '../../core/span';
import type { Reach } from '../../core/view';
import type { Session } from '../session';

/** Where a stretch of a file stands now; undefined when a part of it is gone. */
export function placeOf({ engine }: Session, { span, through }: Reach): Range | undefined {
  const first = engine.locate(span);
  const last = through ? engine.locate(through) : first;
  return first && last && { start: first.start, end: last.end };
}
