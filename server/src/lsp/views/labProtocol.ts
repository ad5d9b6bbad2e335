// What client and server say to each other about labs. As in protocol.ts: plain data without imports.

/** Client → server: the labs of the workspace, in the order of their names. No params. */
export const LABS = 'containerTutor/labs';
export type LabsResult = readonly LabEntry[];
export interface LabEntry {
  /** The URI of its folder: what names it in the other requests. */
  readonly folder: string;
  /** The folder's name. */
  readonly id: string;
  readonly title: string;
  /** The URI of the page with the task. */
  readonly page: string;
  /** The files to edit, the first one first; one of them may not be there yet. */
  readonly files: readonly LabFile[];
  readonly hints: readonly string[];
  /** What is wrong with its lab.yaml, and where. */
  readonly problem?: { readonly told: string; readonly place: LabPlace };
}
export interface LabFile {
  /** Relative to the folder. */
  readonly name: string;
  readonly uri: string;
}
export interface LabPlace {
  readonly uri: string;
  readonly range: {
    readonly start: { readonly line: number; readonly character: number };
    readonly end: { readonly line: number; readonly character: number };
  };
}

/** Client → server: how far a lab is. */
export const CHECK_LAB = 'containerTutor/checkLab';
export interface LabParams {
  readonly folder: string;
}
/** Null where there is no lab any more, or its lab.yaml is wrong. */
export type CheckLabResult = {
  readonly passed: boolean;
  readonly checks: readonly LabCheck[];
  /** Where it is passed: what to say, and the page to read on with. */
  readonly remark?: { readonly text: string; readonly page: string; readonly title: string };
} | null;
export interface LabCheck {
  readonly goal: string;
  readonly done: boolean;
  /** What is in the way, and where to look. */
  readonly told?: string;
  readonly place?: LabPlace;
}

/** Client → server: what a file of a lab was at the start, or is in a solution; null where it is not there. */
export const LAB_TEXT = 'containerTutor/labText';
export interface LabTextParams extends LabParams {
  readonly name: string;
  readonly side: 'start' | 'solution';
}
export interface LabTextResult {
  readonly text: string | null;
}

/** Server → client, once it has asked for labs: a file of a lab was saved or changed on disk. */
export const LAB_CHANGED = 'containerTutor/labChanged';
export interface LabChangedParams {
  /** Missing where it is a lab.yaml: then there may be other labs than before. */
  readonly folder?: string;
}

/** Scheme under which a client shows texts of labs that nobody edits. */
export const LAB_SCHEME = 'container-tutor-lab';
