/**
 * Names one part of one document: an instruction, a YAML document. It holds the document's URI, is unique
 * within a session and stays with the part while the text around it (or within it) is edited.
 */
export type PartId = string & { readonly brand: 'PartId' };

/** A range of UTF-16 code units, counted from the start of its part; `end` is exclusive. */
export interface Span {
  readonly part: PartId;
  readonly start: number;
  readonly end: number;
}

export interface Edit {
  readonly span: Span;
  readonly text: string;
}

/** A range of UTF-16 code units, counted from the start of a document's text. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

export interface TextEdit extends Range {
  readonly text: string;
}

/** Where a part stands in its document now, with its exact text. */
export interface Part {
  readonly id: PartId;
  readonly start: number;
  readonly text: string;
}

export function partId(uri: string, serial: number): PartId {
  return `${uri}#${serial}` as PartId;
}

export function uriOf(part: PartId): string {
  return part.slice(0, part.lastIndexOf('#'));
}
