import type { InitializeParams } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { KnownRules } from '../config/contents';
import { type ConfigFile, readConfigFile } from '../config/file';
import { ConfigFiles } from '../config/find';
import { Configs, type Resolved } from '../config/resolve';
import type { Diagnosis } from '../core/diagnosis';
import { Engine } from '../core/engine';
import type { Files } from '../core/files';
import type { AnyLanguage } from '../core/language';
import { NOTES_ASSET, Notes } from '../core/note';
import type { Lang } from '../core/text';
import { Workspace } from '../core/workspace';
import type { Dockerfile } from '../dockerfile/model';
import { type Elsewhere, type InitializationOptions, SCHEMA_RULES } from './protocol';
import { type EditorSettings, readSettings } from './settings';
import { type AskShellCheck, ShellChecks } from './shellcheck';
import { Texts } from './texts';

/** What differs between Node and the browser, and what a test may put in its place. */
export interface Host {
  readonly languages: readonly AnyLanguage[];
  readonly files: Files;
  /** The URI of the folder whose files ship with the program; the client says it where the server cannot know. */
  readonly assets?: string;
  /** Lets messages that wait be read. */
  readonly pause: () => Promise<void>;
  /** Loads what asks an installed ShellCheck, where programs can be run. */
  readonly shellCheck?: () => Promise<AskShellCheck>;
  /** The user's home as a path, where there is one. */
  readonly home?: string;
  /** The language of the environment, where the client names none. */
  readonly locale?: string;
}

const NO_NOTES = new Notes({ course: [], notes: [], drawings: {} });

/** Everything one client's server knows. Thrown away whole; nothing is kept in modules. */
export class Session {
  readonly host: Host;
  readonly engine: Engine;
  readonly workspace: Workspace;
  readonly texts = new Texts();
  readonly configFiles: ConfigFiles;
  readonly configs: Configs;
  readonly known: KnownRules;
  readonly shellChecks: ShellChecks;
  readonly log: (message: string) => void;
  client: InitializeParams['capabilities'] = {};
  options: InitializationOptions = {};
  /** By folder; `undefined` is the one without. */
  settings = new Map<string | undefined, EditorSettings>();
  /** Settles when the client's settings are known. */
  started: Promise<void> = Promise.resolve();
  #locale: string;
  #notes?: Notes;
  /** Languages that could not be loaded: said once, and they go on with what they have. */
  readonly #failed = new Set<AnyLanguage>();
  readonly #closed = new Map<string, TextDocument>();

  constructor(host: Host, log: (message: string) => void) {
    this.host = host;
    this.log = log;
    const { languages, files, pause } = host;
    this.engine = new Engine(languages, ({ rule, uri, error }) =>
      log(`Rule ${rule} failed on ${uri}: ${stackOf(error)}`),
    );
    this.workspace = new Workspace({
      engine: this.engine,
      files,
      pause,
    });
    this.known = { names: this.engine.names, rules: languages.flatMap(({ rules }) => rules) };
    this.shellChecks = new ShellChecks({ load: host.shellCheck, log });
    this.configFiles = new ConfigFiles(
      async (uri) => this.texts.get(uri)?.getText() ?? files.read(uri),
      (uri, text) => readConfigFile(uri, text, this.known),
    );
    this.configs = new Configs(this.engine.names, {
      file: (uri) => this.configFiles.nearest(uri),
      editor: (uri) => ({
        contents: this.settingsFor(uri).contents,
        folder: this.workspace.folderOf(uri),
      }),
      peers: (uri) => this.peers(uri),
      ...(host.home !== undefined && { home: host.home }),
    });
    this.#locale = host.locale ?? 'en';
    this.settings.set(undefined, readSettings(undefined, this.known).settings);
  }

  initialize({ capabilities, locale, initializationOptions }: InitializeParams): void {
    this.client = capabilities;
    this.options = (initializationOptions ?? {}) as InitializationOptions;
    this.#locale = this.options.displayLanguage ?? locale ?? this.#locale;
  }

  /** None before `explaining`. */
  get notes(): Notes {
    return this.#notes ?? NO_NOTES;
  }

  /** Loads the notes, once somebody asks for an explanation. */
  async explaining(): Promise<void> {
    if (this.#notes || !this.#assets) return;
    try {
      this.#notes ??= new Notes(JSON.parse(await this.asset(NOTES_ASSET)));
    } catch (error) {
      this.#notes = NO_NOTES;
      this.log(`The notes could not be loaded: ${stackOf(error)}`);
    }
  }

  /** The language of everything said now. */
  get lang(): Lang {
    const { language } = this.settingsFor(undefined);
    return language !== 'auto' ? language : /^ko(?![a-z])/i.test(this.#locale) ? 'ko' : 'en';
  }

  /** The configuration files of other linters that hold for a document. */
  peers(uri: string): Promise<readonly ConfigFile[]> {
    const info = this.workspace.info(uri, this.texts.get(uri)?.languageId);
    return this.configFiles.peers(uri, this.engine.languageOf(info)?.id);
  }

  settingsFor(uri: string | undefined): EditorSettings {
    const folder = uri === undefined ? undefined : this.workspace.folderOf(uri);
    return this.settings.get(folder) ?? this.settings.get(undefined)!;
  }

  /**
   * Every request starts here: the settings are known, what was typed is read, and the configuration of the
   * document is found. Until the caller awaits something else, the engine and the open texts agree.
   */
  async settle(uri: string): Promise<Resolved> {
    await this.started;
    const resolved = await this.configs.of(uri);
    do {
      for (let missing = this.#missing(); missing.length > 0; missing = this.#missing())
        for (const get of missing) await get();
      for (const [uri, document] of this.texts.takeUnread()) this.#write(uri, document);
      await this.#load(uri);
    } while (this.texts.unread.length > 0);
    return resolved;
  }

  #write(uri: string, document: TextDocument): void {
    try {
      this.workspace.write(this.workspace.info(uri, document.languageId), document.getText());
    } catch (error) {
      this.log(`${uri} could not be read: ${stackOf(error)}`);
    }
  }

  /** What waiting texts need first: the files beside them. */
  #missing(): readonly (() => Promise<void>)[] {
    return this.texts.unread.flatMap(([uri, { languageId }]) => {
      const file = this.workspace.info(uri, languageId);
      return this.engine.knowsBeside(file) ? [] : [() => this.workspace.readBeside(file)];
    });
  }

  /** What is wrong with a document; nothing where the configuration or a setting says that it is not ours. */
  diagnose(uri: string, { config, ignored }: Resolved): readonly Diagnosis[] {
    const file = this.engine.file(uri);
    const language = file && this.engine.languageOf(file);
    if (!language || ignored) return [];
    const { dockerfileLint, kubernetesSchema, shellCheck } = this.settingsFor(uri);
    if (language.id !== 'dockerfile') {
      const found = this.engine.diagnose(uri, config);
      return kubernetesSchema === 'off' ? found.filter(({ rule }) => !SCHEMA_RULES.includes(rule.id)) : found;
    }
    if (dockerfileLint === 'off') return [];
    const model = this.engine.model(uri)?.model as Dockerfile | undefined;
    return this.engine.diagnose(uri, config, model && this.shellChecks.found(uri, model, shellCheck));
  }

  /** Whether a hover or completion leaves out what the API's schema says. */
  leavesOutSchema(uri: string, { schemaElsewhere }: Elsewhere): boolean {
    const { kubernetesSchema } = this.settingsFor(uri);
    if (this.engine.model(uri)?.language.id !== 'kubernetes') return false;
    return kubernetesSchema === 'off' || (kubernetesSchema === 'auto' && schemaElsewhere === true);
  }

  /** The lines of a document: the open one, else the text that was read from disk. */
  lines(uri: string): TextDocument | undefined {
    const open = this.texts.get(uri);
    if (open) return open;
    const text = this.engine.text(uri);
    const known = this.#closed.get(uri);
    if (text === undefined || known?.getText() === text) return text === undefined ? undefined : known;
    const document = TextDocument.create(uri, '', 0, text);
    this.#closed.set(uri, document);
    return document;
  }

  get #assets(): string | undefined {
    return this.host.assets ?? this.options.assets;
  }

  /** The text of a file that ships beside the program. */
  async asset(name: string): Promise<string> {
    const folder = this.#assets;
    const text = folder && (await this.host.files.read(`${folder}/${name}`));
    if (!text) throw new Error(`${name} is not in ${folder}`);
    return text;
  }

  async #load(uri: string): Promise<void> {
    const { language, model } = this.engine.model(uri) ?? {};
    if (!language || this.#failed.has(language)) return;
    try {
      await language.load?.(model, (name) => this.asset(name));
    } catch (error) {
      this.#failed.add(language);
      this.log(`${language.id} could not be loaded: ${stackOf(error)}`);
    }
  }
}

export function stackOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
