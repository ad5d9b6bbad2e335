/**
 * What client and server say to each other beyond LSP. Plain data without imports: the client imports the types
 * only, so that no library crosses from one bundle to the other.
 */

/**
 * Scheme of the read-only pages the server writes: `container-tutor:/rules/dockerfile/apt-get-without-yes.md`. They
 * are in the language that is spoken when they are read, or in that of their first step: `container-tutor:/ko/rules/…`.
 */
export const PAGE_SCHEME = 'container-tutor';

/** Section of the editor's settings. */
export const SECTION = 'containerTutor';

/** Commands of the client that links in hovers and lenses call, when the client says `commandLinks`. */
export const COMMANDS = {
  /** One argument: the URI of a page. */
  openPage: 'containerTutor.openPage',
  /** One argument: `'ko'` or `'en'`. */
  setLanguage: 'containerTutor.setLanguage',
  /** The URI and position of a lens, and the `Location`s it leads to. */
  showPlaces: 'containerTutor.showPlaces',
  /** The URI and position of a lens, and the kind of code actions it leads to. */
  showSteps: 'containerTutor.showSteps',
  /** No arguments: a finding was repaired just now. */
  fixed: 'containerTutor.fixed',
} as const;

/** `initializationOptions`; all of it may be missing. */
export interface InitializationOptions {
  /** The language the editor speaks, as a BCP 47 tag; `locale` of LSP otherwise. */
  readonly displayLanguage?: string;
  /** The client shows documents of our scheme: findings and links may point at them. */
  readonly pages?: boolean;
  /** It shows them with the HTML in them, as VS Code's preview does: they hold drawings. */
  readonly drawings?: boolean;
  /** The client has `COMMANDS`: links in hovers may be `command:` links to them, and lenses lead to them. */
  readonly commandLinks?: boolean;
  /** Diagnostics carry `DiagnosticData`. */
  readonly diagnosticData?: boolean;
  /** The client wants to hear `RECONFIGURED`. */
  readonly reconfigured?: boolean;
  /** Files are read through the client, for servers without a disk. */
  readonly clientFiles?: boolean;
  /** The URI of the folder that holds the files the server reads at run time, for servers without a disk. */
  readonly assets?: string;
  /** What `workspace/configuration` would give, for clients without it. */
  readonly settings?: unknown;
}

/** `data` of a diagnostic: what a client needs to see that another extension shows the same. */
export interface DiagnosticData {
  /** Names other linters give the defect: `hadolint/DL3014`. */
  readonly also: readonly string[];
  /** First and last line, from 0, of the instruction or YAML document it is in: where others may report it. */
  readonly lines: readonly [number, number];
}

/** Rules that say what a validator with a JSON schema of the API says, too. */
export const SCHEMA_RULES: readonly string[] = [
  'kubernetes/unknown-field',
  'kubernetes/wrong-type',
  'kubernetes/missing-field',
  'kubernetes/invalid-value',
];

/** What a client may add to the params of a hover or completion. */
export interface Elsewhere {
  /** Another extension shows there what the API's schema says: fields, their types, words and descriptions. */
  readonly schemaElsewhere?: boolean;
}

/** Client → server: where the thing at a position is explained. Params: `TextDocumentPositionParams`. */
export const EXPLAIN = 'containerTutor/explain';
export interface ExplainParams {
  readonly textDocument: { readonly uri: string };
  readonly position: Position;
}
/** Null where there is nothing to explain. */
export type ExplainResult = { readonly uri: string } | null;

/** One sentence or name in each language we speak. */
export interface Said {
  readonly ko: string;
  readonly en: string;
}

/** Client → server: everything that has a page. It does not change while the server runs. No params. */
export const CATALOGUE = 'containerTutor/catalogue';
export interface CatalogueResult {
  /** The notes in the order they are learned in. */
  readonly chapters: readonly { readonly title: Said; readonly notes: readonly ListedNote[] }[];
  readonly rules: readonly ListedRule[];
}
export interface ListedNote {
  /** `concepts/layer` */
  readonly id: string;
  readonly title: Said;
  /** One line, in Markdown. */
  readonly answer: Said;
  /** It goes further than the course does. */
  readonly isBeyond: boolean;
  /** The URI of its page. */
  readonly page: string;
}
export interface ListedRule {
  /** `dockerfile/apt-get-without-yes` */
  readonly id: string;
  readonly title: Said;
  /** Names other linters give the defect: `hadolint/DL3014`. */
  readonly also: readonly string[];
  /** The notes it is about. */
  readonly concepts: readonly string[];
  readonly page: string;
}

/** Client → server: which notes some open texts meet, as their hovers would, and where. */
export const USES = 'containerTutor/uses';
export interface UsesParams {
  readonly textDocuments: readonly { readonly uri: string }[];
}
export interface UsesResult {
  readonly uses: readonly Use[];
}
export interface Use {
  /** The id of a note. */
  readonly note: string;
  readonly count: number;
  /** The first ones, in the order of the texts. */
  readonly places: readonly Place[];
}
/** A `Location` of LSP. */
export interface Place {
  readonly uri: string;
  readonly range: { readonly start: Position; readonly end: Position };
}
export interface Position {
  /** From 0. */
  readonly line: number;
  /** In UTF-16 units. */
  readonly character: number;
}

/** Client → server: the Kubernetes version a text is checked for. */
export const KUBERNETES_VERSION = 'containerTutor/kubernetesVersion';
export interface KubernetesVersionParams {
  readonly textDocument: { readonly uri: string };
}
/** Null for a text that is no manifest. */
export type KubernetesVersionResult = {
  /** `1.35` */
  readonly version: string;
  /** Those there are to choose from, oldest first. */
  readonly versions: readonly string[];
  /** The URI of the configuration file that says it; missing where a setting or the default does. */
  readonly file?: string;
} | null;

/** Server → client, if it said `reconfigured`: settings or configuration files changed, and what holds with them. */
export const RECONFIGURED = 'containerTutor/reconfigured';

/** Server → client: the text of a file; null where there is none or it is no text. */
export const READ_FILE = 'containerTutor/readFile';
export interface ReadFileParams {
  readonly uri: string;
}
export interface ReadFileResult {
  readonly text: string | null;
}

/** Server → client: the files below a folder that match a glob, without what the editor excludes. */
export const LIST_FILES = 'containerTutor/listFiles';
export interface ListFilesParams {
  readonly folder: string;
  /** Relative to the folder; braces allowed. */
  readonly include: string;
}
export interface ListFilesResult {
  readonly uris: readonly string[];
}
