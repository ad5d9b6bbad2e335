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

/** `10.0.0.0/8`; spaces around it do not matter to the fields that take one. */
export function isCIDR(text: string): boolean {
  const [, address = '', bits = ''] = /^(.*)\/(\d{1,3})$/.exec(text.trim()) ?? [];
  const most = isIPv4(address) ? 32 : isIPv6(address) ? 128 : -1;
  return bits !== '' && Number(bits) <= most;
}
