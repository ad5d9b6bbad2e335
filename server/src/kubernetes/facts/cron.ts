/**
 * Whether a text is a schedule as a CronJob takes it: five fields, or one of the words. A time zone in front is refused.
 * Source: ParseStandard of github.com/robfig/cron/v3, as pkg/apis/batch/validation uses it
 */
export function isCron(text: string): boolean {
  if (text.startsWith('@')) return WORDS.test(text);
  const fields = text.trim().split(/\s+/);
  return fields.length === FIELDS.length && fields.every((field, i) => isField(field, FIELDS[i]!));
}

const WORDS =
  /^@(?:yearly|annually|monthly|weekly|daily|midnight|hourly|every (?:\d+(?:\.\d+)?(?:ns|us|µs|ms|s|m|h))+)$/;

interface CronField {
  readonly from: number;
  readonly to: number;
  readonly names: readonly string[];
}

const FIELDS: readonly CronField[] = [
  { from: 0, to: 59, names: [] },
  { from: 0, to: 23, names: [] },
  { from: 1, to: 31, names: [] },
  {
    from: 1,
    to: 12,
    names: ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'],
  },
  { from: 0, to: 6, names: ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] },
];

// `*`, `5`, `1-5`, `*/15`, `MON-FRI`, several of them with commas; `?` stands for `*`.
function isField(text: string, field: CronField): boolean {
  return (
    text
      .split(',')
      .filter(Boolean)
      .every((part) => isRange(part, field)) && text !== ''
  );
}

function isRange(text: string, field: CronField): boolean {
  const [range = '', step, ...more] = text.split('/');
  if (more.length > 0 || (step !== undefined && !(Number(step) > 0 && /^\d+$/.test(step)))) return false;
  const [low = '', high, ...rest] = range.split('-');
  if (low === '*' || low === '?') return high === undefined || rest.length === 0;
  const [from, to] = [numberIn(low, field), high === undefined ? undefined : numberIn(high, field)];
  if (rest.length > 0 || from === undefined || from < field.from || from > field.to) return false;
  return high === undefined || (to !== undefined && from <= to && to <= field.to);
}

function numberIn(text: string, { from, names }: CronField): number | undefined {
  const named = names.indexOf(text.toLowerCase());
  if (named >= 0) return named + from;
  return /^\d+$/.test(text) ? Number(text) : undefined;
}

/** Whether a schedule means a time of day, and so depends on a time zone. */
export function namesHour(text: string): boolean {
  if (!isCron(text)) return false;
  if (text.startsWith('@')) return /^@(?:yearly|annually|monthly|weekly|daily|midnight)$/.test(text);
  const [, hour = ''] = text.trim().split(/\s+/);
  return !/^[*?](?:\/\d+)?$/.test(hour);
}

export function isEveryMinute(text: string): boolean {
  return /^[*?](?:\/1)?(?:\s+[*?](?:\/1)?){4}$/.test(text.trim());
}
