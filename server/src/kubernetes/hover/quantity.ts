import type { Message, Text } from '../../core/text';
import { isQuantity } from '../schema/quantity';

/**
 * An amount in words: shares of a CPU, bytes.
 * @param name the resource or field: `cpu`, `memory`, `storage`
 * Source: https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/quantity/
 */
export function aboutQuantity(text: string, name: string): readonly Message[] {
  const amount = amountOf(text);
  if (amount === undefined) return [];
  if (name === 'cpu' || name.endsWith('.cpu')) return [aboutCpu(text, amount)];
  if (!/(?:^|\.)(?:memory|storage|ephemeral-storage|sizeLimit)$|^hugepages-/.test(name)) return [];
  if (/m$/.test(text)) return [{ text: TEXTS.milliBytes, values: { text, bytes: number(amount) } }];
  const isBinary = /i$/.test(text);
  const text_ = isBinary ? TEXTS.binary : /[kMGTPE]$/.test(text) ? TEXTS.decimal : TEXTS.plain;
  return [{ text: text_, values: { text, bytes: number(amount), size: sized(amount, !isBinary) } }];
}

function aboutCpu(text: string, cores: number): Message {
  return { text: cores === 1 ? TEXTS.oneCpu : TEXTS.cpu, values: { text, cores: number(cores) } };
}

const SCALE: Readonly<Record<string, number>> = {
  n: 1e-9,
  u: 1e-6,
  m: 1e-3,
  '': 1,
  k: 1e3,
  M: 1e6,
  G: 1e9,
  T: 1e12,
  P: 1e15,
  E: 1e18,
  Ki: 2 ** 10,
  Mi: 2 ** 20,
  Gi: 2 ** 30,
  Ti: 2 ** 40,
  Pi: 2 ** 50,
  Ei: 2 ** 60,
};

/** The number a Quantity stands for, as near as a JavaScript number comes. */
export function amountOf(text: string): number | undefined {
  if (!isQuantity(text)) return undefined;
  const suffix = /[eE][+-]?\d+$/.test(text) ? '' : (/[A-Za-z]*$/.exec(text)?.[0] ?? '');
  return Number(text.slice(0, text.length - suffix.length)) * SCALE[suffix]!;
}

/** In the other family of units, which is what people compare with. */
function sized(bytes: number, binary: boolean): string {
  const step = binary ? 1024 : 1000;
  const units = binary
    ? ['B', 'KiB', 'MiB', 'GiB', 'TiB', 'PiB', 'EiB']
    : ['B', 'kB', 'MB', 'GB', 'TB', 'PB', 'EB'];
  const at = Math.max(0, Math.min(units.length - 1, Math.floor(Math.log(bytes) / Math.log(step))));
  return `${Number((bytes / step ** at).toPrecision(3))} ${units[at]}`;
}

function number(value: number): string {
  return value.toLocaleString('en', { maximumFractionDigits: 9 });
}

const TEXTS = {
  oneCpu: { ko: '`{text}`는 CPU 하나', en: '`{text}` is one CPU' },
  cpu: { ko: '`{text}`는 CPU {cores}개 몫', en: '`{text}` is {cores} CPU' },
  binary: {
    ko: '`{text}`는 {bytes}바이트. 1024씩 세는 단위이고 1000씩 세면 {size}',
    en: '`{text}` is {bytes} bytes, counted in steps of 1024; in steps of 1000 it is {size}',
  },
  decimal: {
    ko: '`{text}`는 {bytes}바이트. 1000씩 세는 단위이고 1024씩 세면 {size}',
    en: '`{text}` is {bytes} bytes, counted in steps of 1000; in steps of 1024 it is {size}',
  },
  plain: { ko: '{bytes}바이트, 곧 {size}', en: '{bytes} bytes, or {size}' },
  milliBytes: {
    ko: '`m`은 1000분의 1이다. `{text}`는 {bytes}바이트, 아마 `Mi`를 뜻했을 것이다',
    en: '`m` means a thousandth: `{text}` is {bytes} bytes. `Mi` was probably meant',
  },
} satisfies Record<string, Text>;
