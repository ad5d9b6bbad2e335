import { readNames, type WrittenName } from '../core/directive';
import type { Range } from '../core/span';

/** hadolint's `ignore=` comment; offsets count from the start of the comment's text. */
export interface HadolintPragma {
  /** The instruction in the next line, the stage from there on, the file. */
  readonly scope: 'next' | 'stage' | 'file';
  readonly written: readonly WrittenName[];
  /** hadolint hears nothing of a comment in which one name is none: `DL3008 because` is none. */
  readonly heard: boolean;
}

const HADOLINT = /^hadolint\s+(?:(global|stage)\s+)?ignore\s*=\s*([^#]*?)\s*(?:#.*)?$/d;

/** @param text what follows the `#`, trimmed. */
export function readHadolint(text: string): HadolintPragma | undefined {
  const match = HADOLINT.exec(text);
  if (!match) return undefined;
  const written = readNames(match[2]!, match.indices![2]![0]);
  const scope = match[1] === 'global' ? 'file' : match[1] === 'stage' ? 'stage' : 'next';
  return { scope, written, heard: written.every(({ name }) => isHadolintName(name)) };
}

/** What hadolint takes for a rule, whether there is one of that number or not. */
export function isHadolintName(name: string): boolean {
  return /^(?:DL|SC)\d*$/.test(name);
}

/** BuildKit's `check=`; offsets count from the start of the comment's text. */
export interface CheckPragma {
  readonly skip: readonly WrittenName[];
  readonly experimental: readonly WrittenName[];
  /** Warnings fail the build: heard at the top of the file only. */
  readonly error: boolean;
  /** An option BuildKit cannot read. At the top it fails the build, above an instruction nothing is heard. */
  readonly fault?: Range;
}

const CHECK = /^(check\s*=\s*)(\S.*)$/is;
const YES = /^(?:1|t|T|TRUE|true|True)$/;
const NO = /^(?:0|f|F|FALSE|false|False)$/;

/**
 * Reads `check=skip=A,B;error=true;experimental=C`. What stands behind the first space is a remark.
 * Source: ParseLintOptions in frontend/dockerfile/linter/linter.go.
 */
export function readCheck(text: string): CheckPragma | undefined {
  const [, before, rest] = CHECK.exec(text) ?? [];
  if (before === undefined || rest === undefined) return undefined;
  const value = rest.split(' ', 1)[0]!;
  const found: { skip: readonly WrittenName[]; experimental: readonly WrittenName[] } = {
    skip: [],
    experimental: [],
  };
  let error = false;
  let at = before.length;
  for (const part of optionsOf(value)) {
    const equals = part.indexOf('=');
    const key = part.slice(0, Math.max(0, equals)).trim();
    const given = part.slice(equals + 1);
    if (key === 'skip' || key === 'experimental') {
      // Written twice, the last list counts, unless one was `all`.
      if (!isAll(found[key])) found[key] = readNames(given, at + equals + 1);
    } else if (key === 'error' && (YES.test(given) || NO.test(given))) error = YES.test(given);
    else return { skip: [], experimental: [], error: false, fault: { start: at, end: at + part.length } };
    at += part.length + 1;
  }
  return { ...found, error };
}

/** Whether a list of `check=` means a check. */
export function lists(list: readonly WrittenName[], check: string): boolean {
  return isAll(list) || list.some(({ name }) => name === check);
}

/** Only alone: among others `all` is the name of a check that does not exist. */
function isAll(list: readonly WrittenName[]): boolean {
  return list.length === 1 && list[0]!.name === 'all';
}

/** Three at most: a fourth belongs to the third's value. */
function optionsOf(value: string): readonly string[] {
  const [one = '', two, ...more] = value.split(';');
  return [one, two, more.length > 0 ? more.join(';') : undefined].filter((part) => part !== undefined);
}
