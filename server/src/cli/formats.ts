import type { Lang } from '../core/text';
import { json } from './formats/json';
import { text } from './formats/text';
import type { Report } from './report';
import type { Paint } from './terminal';

/** Writes a report; the result ends with a line end unless it is empty. */
export type Format = (report: Report, look: { readonly lang: Lang; readonly paint: Paint }) => string;

/** A format more is a file more and its name here. */
export const FORMATS = { text, json } satisfies Record<string, Format>;
export type FormatName = keyof typeof FORMATS;
export const FORMAT_NAMES = Object.keys(FORMATS) as FormatName[];
