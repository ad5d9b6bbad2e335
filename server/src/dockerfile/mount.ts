import type { Joined } from '../core/joined';
import type { Range, Span } from '../core/span';
import { readWord } from './lex';
import type { Source } from './source';
import type { Flag, Word } from './word';

/** `RUN --mount=…`. https://docs.docker.com/reference/dockerfile/#run---mount */
export interface Mount {
  readonly flag: Flag;
  readonly span: Span;
  /** `bind` where it is not written; missing where a variable or an unknown name stands there. */
  readonly type?: MountType;
  /** In order, repeated and unknown ones included. */
  readonly options: readonly MountOption[];
}

export const MOUNT_TYPES = ['bind', 'cache', 'tmpfs', 'secret', 'ssh'] as const;
export type MountType = (typeof MOUNT_TYPES)[number];

/** `key=value` or `key` of a mount. */
export interface MountOption {
  readonly span: Span;
  /** In lower case, and by its long name: `dst` and `destination` are `target`, `src` is `source`. */
  readonly key: string;
  readonly keySpan: Span;
  readonly value?: Word;
}

/** The last option of that name, which is the one BuildKit takes. */
export function mountOption(mount: Mount, key: string): MountOption | undefined {
  return mount.options.findLast((option) => option.key === key);
}

/** Source: parseMount in frontend/dockerfile/instructions/commands_runmount.go. */
export function readMount(source: Source, flag: Flag, value: Joined): Mount {
  const options = fields(value.text).map((field) => readOption(source, value, field));
  const type = options.findLast(({ key }) => key === 'type')?.value;
  const name = type ? type.text.toLowerCase() : 'bind';
  const known = MOUNT_TYPES.find((one) => one === name);
  return { flag, span: flag.span, options, ...(known && !type?.variables.length && { type: known }) };
}

const LONG: Readonly<Record<string, string>> = {
  src: 'source',
  dst: 'target',
  destination: 'target',
  ro: 'readonly',
  rw: 'readwrite',
};

function readOption(source: Source, value: Joined, { start, end }: Range): MountOption {
  const written = value.text.slice(start, end);
  const equals = written.indexOf('=');
  const keyEnd = equals < 0 ? end : start + equals;
  const key = value.text.slice(start, keyEnd).toLowerCase();
  const option = {
    span: source.written(value.range(start, end)),
    key: LONG[key] ?? key,
    keySpan: source.written(value.range(start, keyEnd)),
  };
  if (equals < 0) return option;
  const word = readWord(value.slice(keyEnd + 1, end, source.text), source.part, source.escape);
  // An empty value has its place behind the `=`, which an empty text cannot tell.
  return { ...option, value: { ...word, span: source.written(value.range(keyEnd + 1, end)) } };
}

/** The fields of a line of CSV, without the quotes around them; a doubled quote inside one is left as it is. */
function fields(text: string): Range[] {
  const found: Range[] = [];
  let start = 0;
  while (start <= text.length) {
    const quoted = text[start] === '"';
    let end = quoted ? start + 1 : start;
    while (end < text.length && text[end] !== (quoted ? '"' : ',')) end += text.startsWith('""', end) ? 2 : 1;
    const inside = { start: quoted ? start + 1 : start, end: Math.min(end, text.length) };
    if (inside.end > inside.start || text !== '') found.push(inside);
    start = text.indexOf(',', end) < 0 ? text.length + 1 : text.indexOf(',', end) + 1;
  }
  return found;
}
