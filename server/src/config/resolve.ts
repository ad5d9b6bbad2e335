import { below, parentOf, pathOf } from '../core/address';
import { Config } from '../core/config';
import type { NameIndex } from '../core/names';
import type { Settings } from '../core/rule';
import type { Contents, RunSettings } from './contents';
import type { ConfigFile } from './file';
import { matcher, wholePaths } from './paths';

/** What holds for one document. The same objects while nothing it depends on has changed. */
export interface Resolved {
  readonly config: Config;
  /** The document is not to be linted. */
  readonly ignored: boolean;
  readonly run: RunSettings;
  /** The configuration file that says the Kubernetes version. */
  readonly versionFrom?: string;
}

/** The sources of configuration beside the files. */
export interface Sources {
  /** The command line: it wins over everything. */
  readonly given?: Settings;
  /** Only findings with one of these names. */
  readonly only?: readonly string[];
  /** What holds for a document: the file found for it, or the one named on the command line. */
  readonly file: (uri: string) => Promise<ConfigFile | undefined>;
  /** What the editor says for a document; its patterns count from the folder. */
  readonly editor?: (uri: string) => { readonly contents: Contents; readonly folder?: string };
  /** The user's home as a path, where there is one. */
  readonly home?: string;
  /** The files of other linters that hold for a document. */
  readonly peers?: (uri: string) => Promise<readonly ConfigFile[]>;
}

/** Puts the sources together, key by key: command line, nearest own file, editor settings, other linters' files. */
export class Configs {
  readonly #names: NameIndex;
  readonly #sources: Sources;
  #known = new Map<string, Promise<Resolved>>();
  readonly #scopes = new WeakMap<Contents, Scope>();
  /** By the layers that hold, so that documents with equal configuration share one and their results stay valid. */
  #configs: { readonly layers: readonly Settings[]; readonly config: Config }[] = [];

  constructor(names: NameIndex, sources: Sources) {
    this.#names = names;
    this.#sources = sources;
  }

  of(uri: string): Promise<Resolved> {
    let known = this.#known.get(uri);
    if (!known) {
      known = this.#resolve(uri);
      this.#known.set(uri, known);
    }
    return known;
  }

  /** A source changed: everything is resolved anew when asked for. */
  forget(): void {
    this.#known = new Map();
  }

  async #resolve(uri: string): Promise<Resolved> {
    const { given, only, file, editor, peers } = this.#sources;
    const own = await file(uri);
    const others = (await peers?.(uri)) ?? [];
    const settings = editor?.(uri);
    const said = own && this.#hold(own.contents, parentOf(own.uri), uri);
    const saysVersion = said?.layers.some(({ kubernetesVersion }) => kubernetesVersion !== undefined);
    const held = [
      said,
      settings && this.#hold(settings.contents, settings.folder, uri),
      ...others.map((other) => this.#hold(other.contents, parentOf(other.uri), uri)),
    ].filter((part) => part !== undefined);
    const layers = [...(given ? [given] : []), ...held.flatMap(({ layers }) => layers)];
    return {
      config: this.#config(layers, only),
      ignored: held.some(({ ignored }) => ignored),
      run: Object.assign({}, ...held.map(({ run }) => run).toReversed()),
      ...(own && saysVersion && { versionFrom: own.uri }),
    };
  }

  #hold(contents: Contents, folder: string | undefined, uri: string) {
    let scope = this.#scopes.get(contents);
    if (!scope) {
      scope = new Scope(contents, wholePaths(contents.ignoreGlobs, folder, this.#sources.home));
      this.#scopes.set(contents, scope);
    }
    return scope.hold((folder && below(folder, uri)) ?? pathOf(uri).replace(/^\//, ''), pathOf(uri));
  }

  #config(layers: readonly Settings[], only: readonly string[] | undefined): Config {
    const same = this.#configs.find(
      (known) =>
        known.layers.length === layers.length && known.layers.every((layer, i) => layer === layers[i]),
    );
    if (same) return same.config;
    const config = new Config(this.#names, { layers, only });
    this.#configs = [...this.#configs.slice(-MOST_CONFIGS), { layers, config }];
    return config;
  }
}

/** More different configurations than any workspace has at one time. */
const MOST_CONFIGS = 100;

/** One source with its patterns ready to match. */
class Scope {
  readonly #contents: Contents;
  readonly #ignored: (path: string) => boolean;
  readonly #isNamed: (path: string) => boolean;
  readonly #overrides: readonly { readonly meant: (path: string) => boolean; readonly settings: Settings }[];

  /** @param isNamed whether a whole path is to be left out */
  constructor(contents: Contents, isNamed: (path: string) => boolean) {
    this.#contents = contents;
    this.#isNamed = isNamed;
    this.#ignored = matcher(contents.ignorePaths);
    this.#overrides = contents.overrides.map(({ paths, settings }) => ({ meant: matcher(paths), settings }));
  }

  hold(
    path: string,
    whole: string,
  ): Pick<Contents, 'run'> & {
    readonly layers: readonly Settings[];
    readonly ignored: boolean;
  } {
    const overrides = this.#overrides.filter(({ meant }) => meant(path)).map(({ settings }) => settings);
    return {
      layers: [...overrides.toReversed(), this.#contents.settings],
      ignored: this.#ignored(path) || this.#isNamed(whole),
      run: this.#contents.run,
    };
  }
}
