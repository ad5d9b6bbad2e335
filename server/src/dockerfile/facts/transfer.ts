import { type Add, asInstruction, type Copy, type ImageState, type Instruction, type Word } from '../model';
import { resolvePath } from '../state';

/**
 * What a source of ADD or COPY is. `archive`: ADD may unpack it; `unknown`: a variable hides it.
 * Source: dispatchCopy in frontend/dockerfile/dockerfile2llb/convert_copy.go.
 */
export type SourceKind = 'url' | 'git' | 'archive' | 'local' | 'unknown';

/** Source: ParseGitRef in frontend/dockerfile/dfgitutil/git_ref.go. */
const GIT = /^(?:(?:git|ssh):\/\/|[\w.-]+@[\w.-]+:|https?:\/\/[^?#]+\.git(?:[?#]|$))/;
const URL = /^https?:\/\//;

/** ADD looks into the file, not at its name; these are the names that tar archives have, patterns included. */
const ARCHIVE =
  /\.(?:tar|gem|crate|tgz|tbz2?|tb2|txz|tzst|tzstd|tlz|gz|bz2|xz|zst|lzma)(?:[.*?][\w.*?-]*)?$/i;

export function sourceKind({ template }: Word, { scope }: ImageState): SourceKind {
  const { value } = scope.expand({ template });
  if (value !== undefined) return kindOf(value);
  const [first, last] = [template[0], template.at(-1)];
  const begin = typeof first === 'string' ? first : '';
  const end = typeof last === 'string' ? last : '';
  if (URL.test(begin) || GIT.test(begin)) return kindOf(`${begin}*${end}`);
  if (ARCHIVE.test(end)) return 'archive';
  // A path tells by its beginning that it is no URL, and by its end that it is no archive.
  return /^[\w.-]*\/|^\w{2,}[\w.-]*$/.test(begin) && /\.\w+$|\/$/.test(end) ? 'local' : 'unknown';
}

/** Whether a source is fetched: COPY takes no such thing. */
export function isRemote(text: string): boolean {
  return URL.test(text) || GIT.test(text);
}

function kindOf(text: string): SourceKind {
  if (GIT.test(text)) return 'git';
  if (URL.test(text)) return 'url';
  return ARCHIVE.test(text) ? 'archive' : 'local';
}

/**
 * The COPY or ADD that an instruction is, or that its ONBUILD keeps for later. None where its words are an array that
 * is no JSON: they are not what was meant.
 */
export function asTransfer(instruction: Instruction): Add | Copy | undefined {
  const transfer = asInstruction(instruction, 'COPY') ?? asInstruction(instruction, 'ADD');
  const broken = transfer && !transfer.json && /^\[(?:["'“‘]|$)/.test(transfer.words[0]?.raw ?? '');
  return broken ? undefined : transfer;
}

/** What a path of the build context comes to: without `./`, `/` and `../` in front; `.` for all of it. */
export function contextPath(path: string): string {
  // A backslash is no part of a path that can be told.
  const inContext = resolvePath('/', path);
  return inContext === undefined ? path : inContext.slice(1) || '.';
}

/** The last name of a path or URL. */
export function baseName(path: string): string {
  return path.replace(/\/+$/, '').replace(/^.*\//s, '');
}

/** Where the files may come to lie: as the destination itself, or in it under their own names. */
export function landingPaths({ sources, destination }: Add | Copy, state: ImageState): string[] {
  const to = destination && state.scope.expand(destination).value;
  const path = to === undefined ? undefined : resolvePath(startingFolder(state), to);
  if (to === undefined || path === undefined) return [];
  const inside = sources.flatMap((source) => {
    const { value = source.raw } = state.scope.expand(source);
    return `${path === '/' ? '' : path}/${baseName(value)}`;
  });
  return isFolder(to) ? inside : [path, ...inside];
}

/** Where relative paths start: one place for all of them, wherever the base image has it. */
export function startingFolder({ workdir }: ImageState): string | undefined {
  return workdir ? workdir.path : '/';
}

/** Whether a destination is written as a directory. */
export function isFolder(path: string): boolean {
  return /(?:^|[/\\])\.{0,2}$/.test(path);
}
