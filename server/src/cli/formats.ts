import type { Lang } from '../core/text';
import { github } from './formats/github';
import { hadolintJson } from './formats/hadolintJson';
import { json } from './formats/json';
import { kubeLinterJson } from './formats/kubeLinterJson';
import { sarif } from './formats/sarif';
import { text } from './formats/text';
import type { Report } from './report';
import type { Paint } from './terminal';

/** Writes a report; the result ends with a line end unless it is empty. */
export type Format = (report: Report, look: FormatLook) => string;

export interface FormatLook {
  readonly lang: Lang;
  readonly paint: Paint;
  /** The URI of the folder the command runs in; it ends with a slash. */
  readonly root: string;
}

/** A format more is a file more and its name here. */
export const FORMATS = {
  text,
  json,
  sarif,
  github,
  'hadolint-json': hadolintJson,
  'kube-linter-json': kubeLinterJson,
} satisfies Record<string, Format>;
export type FormatName = keyof typeof FORMATS;
export const FORMAT_NAMES = Object.keys(FORMATS) as FormatName[];
