// What client and server say to each other about drawings. As in protocol.ts: plain data without imports.

export interface DrawnRange {
  readonly start: { readonly line: number; readonly character: number };
  readonly end: { readonly line: number; readonly character: number };
}
export interface DrawnFinding {
  readonly severity: 'error' | 'warning' | 'info' | 'hint';
  readonly message: string;
  readonly range: DrawnRange;
}
/** A concept in one line. */
export interface DrawnNote {
  readonly title: string;
  readonly answer: string;
  /** The URI of the page. */
  readonly page: string;
}

/** Client → server: what a build of a text stacks up, in words of the language everything is said in. */
export const LAYERS = 'containerTutor/layers';
export interface LayersParams {
  readonly textDocument: { readonly uri: string };
  /** The text at its last build, as far as the client knows; what is not as it was is marked. */
  readonly before?: string;
}
/** Null for a text that nothing is built from. */
export type LayersResult = {
  readonly stages: readonly LayersStage[];
  readonly copies: readonly LayersCopy[];
  /** The layer a container gets on top of the image. */
  readonly thin: LayersBlock;
  /** What the whole says, in one line. */
  readonly summary: string;
  /** What the buttons of the drawing are called. */
  readonly words: { readonly keep: string; readonly more: string; readonly built: string };
} | null;
export interface LayersStage {
  readonly title: string;
  /** `final` is the image; a `part` is below it; a `helper` gives files to it; nobody needs the `unused`. */
  readonly role: 'final' | 'part' | 'helper' | 'unused';
  readonly about: string;
  readonly base: LayersBlock & {
    /** The index of the stage it is built on. */
    readonly stage?: number;
  };
  readonly steps: readonly LayersStep[];
}
/** One block of a drawing, and what there is to read about it. */
export interface LayersBlock {
  readonly label: string;
  /** What it is, in a few words. */
  readonly about: string;
  readonly range?: DrawnRange;
  readonly findings: readonly DrawnFinding[];
  readonly explained?: DrawnNote & { readonly facts: readonly string[] };
}
export interface LayersStep extends LayersBlock {
  readonly sort: 'layer' | 'setting';
  readonly keyword: string;
  /** Edited since, or built on what was. */
  readonly changed?: { readonly where: 'here' | 'below'; readonly text: string };
}
export interface LayersCopy {
  /** The index of a stage, or an image. */
  readonly from: number | string;
  readonly stage: number;
  readonly step: number;
}

/**
 * Client → server: the objects of a workspace and what they have to do with each other, in words of the language
 * everything is said in.
 */
export const OBJECTS = 'containerTutor/objects';
export interface ObjectsParams {
  /** The text at hand: of several folders, its own is drawn. */
  readonly textDocument?: { readonly uri: string };
  /** `file`: only what stands in the text at hand, with its neighbours. */
  readonly scope: 'workspace' | 'file';
}
/** Null where there are no objects. */
export type ObjectsResult = {
  readonly nodes: readonly ObjectsNode[];
  readonly edges: readonly ObjectsEdge[];
  readonly areas: readonly ObjectsArea[];
  /** By `note` of a node. */
  readonly notes: Readonly<Record<string, DrawnNote>>;
  /** What the whole says, in one line. */
  readonly summary: string;
  /** What the parts of the drawing are called. */
  readonly words: Readonly<Record<ObjectsWord, string>>;
} | null;
export type ObjectsWord =
  | 'keep'
  | 'more'
  | 'file'
  | 'search'
  | 'kinds'
  | 'in'
  | 'out'
  | 'fit'
  | 'none'
  | 'made'
  | 'broken'
  | 'unknown';
/** A namespace, or what is in none. */
export interface ObjectsArea {
  readonly id: string;
  readonly label: string;
  readonly place?: ObjectsPlace;
}
export interface ObjectsNode {
  /** The same for the same object, as long as it is called the same and stays in its file. */
  readonly id: string;
  /** `made` by another one in the cluster, without a text; `missing` from the workspace; a `group` of many. */
  readonly sort: 'written' | 'made' | 'missing' | 'group';
  readonly kind: string;
  readonly badge: string;
  readonly family: string;
  readonly label: string;
  /** How many it stands for, where that is not one. */
  readonly count?: string;
  readonly area: string;
  readonly place?: ObjectsPlace;
  /** The first and last line of the object, from 0; only in texts that are open. */
  readonly lines?: readonly [number, number];
  readonly facts: readonly string[];
  readonly findings: readonly DrawnFinding[];
  readonly note?: string;
}
export interface ObjectsPlace {
  readonly uri: string;
  readonly range: DrawnRange;
  /** `web.yaml:3` */
  readonly label: string;
}
export interface ObjectsEdge {
  readonly from: string;
  readonly to: string;
  /** One makes the other. */
  readonly makes: boolean;
  /** The worst of its ways. */
  readonly state: ObjectsState;
  readonly ways: readonly {
    readonly says: string;
    readonly state: ObjectsState;
    readonly reasons: readonly string[];
  }[];
}
/** `broken`: both ends are here and disagree; `unknown`: the other end is not in the workspace. */
export type ObjectsState = 'ok' | 'broken' | 'unknown';

/** Server → client, once it has asked for objects: what it was told may no longer be so. */
export const OBJECTS_CHANGED = 'containerTutor/objectsChanged';
