/**
 * How documents are named. A document has one URI, spelled as VS Code spells it; a path is what people write:
 * absolute, `/`-separated, without escapes (`/c:/work/Dockerfile` on Windows).
 */

/** The one spelling of a URI, so that `file:///C:/a b` and `file:///c%3A/a%20b` are the same document. */
export function canonical(uri: string): string {
  return uri.startsWith('file:') ? fileUri(pathOf(uri)) : uri;
}

/** The URI of an absolute, `/`-separated path; a leading `//` names a server. */
export function fileUri(path: string): string {
  const server = /^\/\/([^/]*)/.exec(path)?.[1];
  const rest = server === undefined ? path : path.slice(server.length + 2);
  const lower = rest.replace(/^\/[A-Z]:/, (drive) => drive.toLowerCase());
  return `file://${server ?? ''}${lower.split('/').map(escapeSegment).join('/')}`;
}

/** The path a URI names, whatever its scheme; empty for `untitled:Untitled-1` and the like. */
export function pathOf(uri: string): string {
  const [, server = '', path = ''] = /^[a-z][\w+.-]*:\/\/([^/]*)([^?#]*)/i.exec(uri) ?? [];
  const plain = decoded(path).replace(/^\/[A-Z]:/, (drive) => drive.toLowerCase());
  return server && uri.startsWith('file:') ? `//${server}${plain}` : plain;
}

export function schemeOf(uri: string): string {
  return uri.slice(0, Math.max(0, uri.indexOf(':')));
}

/** The last segment of a path. */
export function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** The path of a file in the same folder. */
export function siblingOf(path: string, name: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1) + name;
}

/** The folder a document or folder lies in; undefined at the top. */
export function parentOf(uri: string): string | undefined {
  const [, top = '', path = ''] = /^([a-z][\w+.-]*:\/\/[^/]*)([^?#]*)$/i.exec(uri.replace(/\/$/, '')) ?? [];
  const at = path.lastIndexOf('/');
  return at < 0 || !top ? undefined : top + (at === 0 ? '/' : path.slice(0, at));
}

/** A document below a folder by its `/`-separated relative path. */
export function childOf(folder: string, path: string): string {
  return `${folder.replace(/\/$/, '')}/${path.split('/').map(escapeSegment).join('/')}`;
}

/** The `/`-separated path from a folder to a document below it; undefined when it lies elsewhere. */
export function below(folder: string, uri: string): string | undefined {
  const start = folder.endsWith('/') ? folder : `${folder}/`;
  return uri.startsWith(start) ? decoded(uri.slice(start.length)) : undefined;
}

function escapeSegment(segment: string): string {
  return encodeURIComponent(segment).replace(/[!'()*]/g, (char) => `%${char.charCodeAt(0).toString(16)}`);
}

/** Without escapes; a text with a stray percent sign stands for itself. */
export function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
