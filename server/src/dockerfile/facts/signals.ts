/** The signals of Linux, without SIG, as BuildKit knows them. Source: github.com/moby/sys/signal. */
export const SIGNALS: readonly string[] = [
  ...'TERM QUIT INT KILL HUP USR1 USR2 WINCH ABRT ALRM BUS CHLD CLD CONT FPE ILL IO IOT PIPE POLL PROF'.split(
    ' ',
  ),
  ...'PWR SEGV STKFLT STOP SYS TRAP TSTP TTIN TTOU URG VTALRM XCPU XFSZ RTMIN RTMAX'.split(' '),
  ...Array.from({ length: 15 }, (_, i) => `RTMIN+${i + 1}`),
  ...Array.from({ length: 14 }, (_, i) => `RTMAX-${i + 1}`),
];

/** With or without SIG, or by its number. */
export function isSignal(text: string): boolean {
  if (/^[+-]?\d+$/.test(text)) return Number(text) !== 0;
  return SIGNALS.includes(text.toUpperCase().replace(/^SIG/, ''));
}
