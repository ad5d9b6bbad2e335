// A port as EXPOSE takes it. Source: frontend/dockerfile/dockerfile2llb/convert_expose.go.

/** Whether a text is a port or a range, with or without an address and a port of the host; any protocol. */
export function isMapped(text: string): boolean {
  const part = text.slice(text.lastIndexOf(':') + 1);
  const [port = ''] = part.split(/\/(.*)/s);
  return isRange(port) && !text.includes(',') && isMapping(text.slice(0, -1 - part.length), port);
}

/** Source: parsePortRange. */
export function isRange(text: string): boolean {
  const [start = '', end = start] = text.split(/-(.*)/s);
  return isPort(start) && (start === end || (isPort(end) && Number(end) >= Number(start)));
}

/** Four numbers, or what looks like IPv6. */
const ADDRESS = /^(?:(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)(?:\.|$)){4}|\[?[\da-f.]*:[\da-f.:]*\]?)$/i;

/** `host`, `ip:host` or `ip:` before a port. That it stands there is `expose-host-port`. */
function isMapping(mapping: string, port: string): boolean {
  const [, ip = '', host = ''] = /^(?:(.*):)?(.*)$/s.exec(mapping)!;
  if (ip !== '' && !ADDRESS.test(ip)) return false;
  if (host === '') return true;
  const counted = (text: string) => {
    const [start, end = start] = text.split('-').map(Number);
    return end! - start!;
  };
  return isRange(host) && (counted(port) === 0 || counted(host) === counted(port));
}

function isPort(text: string): boolean {
  return /^[+-]?\d+$/.test(text) && Number(text) >= 0 && Number(text) <= 65_535;
}
