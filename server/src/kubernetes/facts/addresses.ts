/** Whether a text is an address as Go reads it. Leading zeros count as right: only 1.36 and later refuse them. */
export function isIP(text: string): boolean {
  return isIPv4(text) || isIPv6(text);
}

export function isIPv4(text: string): boolean {
  const parts = text.split('.');
  return parts.length === 4 && parts.every((part) => /^\d{1,3}$/.test(part) && Number(part) <= 255);
}

function isIPv6(text: string): boolean {
  if (!/^[0-9a-fA-F:]*(?::\d+\.\d+\.\d+\.\d+)?$/.test(text) || !text.includes(':')) return false;
  const tail = /[^:]+\.[^:]+$/.exec(text)?.[0];
  if (tail !== undefined && !isIPv4(tail)) return false;
  const halves = (tail === undefined ? text : text.replace(tail, '0:0')).split('::');
  const groups = halves.flatMap((half) => (half === '' ? [] : half.split(':')));
  if (halves.length > 2 || groups.some((group) => !/^[0-9a-fA-F]{1,4}$/.test(group))) return false;
  return halves.length === 2 ? groups.length < 8 : groups.length === 8;
}

/**
 * The address itself, or the range it lies in, as 1.36 and later insist on: no leading zeros, no IPv4 address in an
 * IPv6 one, nothing behind the prefix of a range. Undefined for what is no address and no range at all.
 */
export function canonical(text: string): string | undefined {
  const [, address = '', slash = '', bits = ''] = /^([^/]*)(\/?)(\d{0,3})$/.exec(text.trim()) ?? [];
  if (slash === '' ? !isIP(address) : !isCIDR(text)) return undefined;
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '');
  const groups = isIPv4(plain) ? plain.split('.').map(Number) : groupsOf(plain);
  const size = isIPv4(plain) ? 8 : 16;
  if (slash === '') return isIPv4(plain) ? groups.join('.') : plain;
  const left = Number(bits);
  const masked = groups.map((group, i) => {
    const kept = Math.min(Math.max(left - i * size, 0), size);
    return group & ~(2 ** (size - kept) - 1);
  });
  const isMasked = masked.some((group, i) => group !== groups[i]);
  const network = isIPv4(plain) ? masked.join('.') : isMasked ? shortest(masked) : plain;
  return `${network}/${left}`;
}

/** The eight numbers of an IPv6 address. */
function groupsOf(address: string): number[] {
  const [head = '', tail] = address.split('::').map((half) => half.split(':').filter(Boolean));
  const all = [...head, ...Array(8 - head.length - (tail?.length ?? 0)).fill('0'), ...(tail ?? [])];
  return all.map((group) => Number.parseInt(group, 16));
}

/** Zeros at the end are all there are behind a prefix. */
function shortest(groups: readonly number[]): string {
  return groups
    .map((group) => group.toString(16))
    .join(':')
    .replace(/(?::0)+$/, '::');
}

/** `10.0.0.0/8`; spaces around it do not matter to the fields that take one. */
export function isCIDR(text: string): boolean {
  const [, address = '', bits = ''] = /^(.*)\/(\d{1,3})$/.exec(text.trim()) ?? [];
  const most = isIPv4(address) ? 32 : isIPv6(address) ? 128 : -1;
  return bits !== '' && Number(bits) <= most;
}
