import { toString as inWords } from 'cronstrue';
import 'cronstrue/locales/ko';
import type { Message, Text } from '../../core/text';

/**
 * A cron schedule in words; nothing where it is none.
 * Source: https://kubernetes.io/docs/concepts/workloads/controllers/cron-jobs/#schedule-syntax
 */
export function aboutSchedule(schedule: string): readonly Message[] {
  const every = /^@every (\S+)$/.exec(schedule)?.[1];
  if (every) return [{ text: TEXTS.every, values: { every } }];
  const macro = Object.hasOwn(MACROS, schedule) ? MACROS[schedule]! : schedule;
  const zone = /^(?:CRON_)?TZ=/.test(macro);
  if (zone) return [];
  const said = { ko: worded(macro, 'ko'), en: worded(macro, 'en') };
  if (said.ko === undefined || said.en === undefined) return [];
  const words: Message = { text: { ko: said.ko, en: said.en } };
  return eitherDay(macro) ? [words, { text: TEXTS.eitherDay }] : [words];
}

/** The names Kubernetes takes for five fields. */
const MACROS: Readonly<Record<string, string>> = {
  '@yearly': '0 0 1 1 *',
  '@annually': '0 0 1 1 *',
  '@monthly': '0 0 1 * *',
  '@weekly': '0 0 * * 0',
  '@daily': '0 0 * * *',
  '@midnight': '0 0 * * *',
  '@hourly': '0 * * * *',
};

function worded(schedule: string, locale: 'ko' | 'en'): string | undefined {
  if (schedule.trim().split(/\s+/).length !== 5) return undefined;
  try {
    return inWords(schedule, { locale, use24HourTimeFormat: true });
  } catch {
    return undefined;
  }
}

/** Where both days are limited, cron runs when one of them fits; people read it as both. */
function eitherDay(schedule: string): boolean {
  const fields = schedule.trim().split(/\s+/);
  return !/^[*?]$/.test(fields[2]!) && !/^[*?]$/.test(fields[4]!);
}

const TEXTS = {
  every: { ko: '{every}마다', en: 'Every {every}' },
  eitherDay: {
    ko: '날짜와 요일을 둘 다 정하면 둘 가운데 **하나만** 맞아도 돈다',
    en: 'With both a day of the month and a weekday set, it runs when **either** fits',
  },
} satisfies Record<string, Text>;
