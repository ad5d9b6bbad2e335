/** A path of Linux images joined and cleaned; undefined for Windows paths and without a known start. */
export function resolvePath(from: string | undefined, path: string): string | undefined {
  if (/^[A-Za-z]:|\\/.test(path)) return undefined;
  const start = path.startsWith('/') ? '' : from;
  if (start === undefined) return undefined;
  const names: string[] = [];
  for (const name of `${start}/${path}`.split('/'))
    if (name === '..') names.pop();
    else if (name !== '' && name !== '.') names.push(name);
  return `/${names.join('/')}`;
}
