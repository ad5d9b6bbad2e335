import type { Settings } from '../core/rule';
import type { Contents } from './contents';
import { KUBE_LINTER_CHECKS } from './kubeLinterChecks';
import type { Problem, SettingPath } from './problem';
import { isMap, type Json, type JsonMap, Reader } from './reader';
import { WRONG } from './wrong';

const KEYS = ['checks', 'customChecks'];
const CHECK_KEYS = ['addAllBuiltIn', 'doNotAutoAddDefaults', 'include', 'exclude', 'ignorePaths'];
const CHECKS: readonly string[] = [...KUBE_LINTER_CHECKS.default, ...KUBE_LINTER_CHECKS.optional];

/**
 * Reads a `.kube-linter.yaml` as kube-linter 0.8.3 does. What it runs by default is not switched on by the mere file:
 * how loud an opinion is by default is for the profile to say. What the file asks for by name, or all of it, is heard.
 * https://docs.kubelinter.io/#/configuring-kubelinter
 */
export function readKubeLinter(value: Json): {
  readonly contents: Contents;
  readonly problems: readonly Problem[];
} {
  const problems: Problem[] = [];
  const read = new Reader(problems);
  const file = new Anycase(read.map(value, []), [], KEYS, read);
  const custom = readCustom(file, read);
  const checks = new Anycase(read.map(...file.at('checks')), file.at('checks')[1], CHECK_KEYS, read);
  const all = read.flag(...checks.at('addAllBuiltIn')) ?? false;
  const alone = read.flag(...checks.at('doNotAutoAddDefaults')) ?? false;
  const included = names(...checks.at('include'), custom, read);
  const excluded = names(...checks.at('exclude'), custom, read);
  // Excluding wins.
  const wanted = new Set([...(all ? CHECKS : []), ...included].filter((name) => !excluded.includes(name)));
  const dropped = alone ? KUBE_LINTER_CHECKS.default.filter((name) => !wanted.has(name)) : [];
  const settings: Settings = {
    rules: Object.fromEntries([...excluded, ...dropped].map((name) => [full(name), 'off'])),
    wake: [...wanted].map(full),
  };
  const ignoreGlobs = words(...checks.at('ignorePaths'), read).map(({ word }) => word);
  return { contents: { settings, ignorePaths: [], ignoreGlobs, overrides: [] }, problems };
}

function full(name: string): string {
  return `kube-linter/${name}`;
}

/** @returns the names of checks somebody has written; they do not run here */
function readCustom(file: Anycase, read: Reader): readonly string[] {
  const [list, path] = file.at('customChecks');
  return read.list(list, path).flatMap((item, i) => {
    if (!isMap(item)) return [];
    const name = String(item['name'] ?? item['template'] ?? '?');
    read.report([...path, i, 'name'], 'value', WRONG.customCheck, { name });
    if (item['params'] !== undefined) read.report([...path, i, 'params'], 'key', WRONG.customParams);
    return name;
  });
}

/** The known checks of a list; what a file's own are called is no mistake. */
function names(value: Json, path: SettingPath, custom: readonly string[], read: Reader): readonly string[] {
  return words(value, path, read).flatMap(({ word, at }) => {
    if (CHECKS.includes(word)) return word;
    const near = word.replace(/^kube-linter\//, '');
    if (near !== word && CHECKS.includes(near))
      read.report(at, 'value', WRONG.ruleNear, { name: word, near });
    else if (!custom.includes(word)) read.unknownRule(word, at, CHECKS);
    return [];
  });
}

/** A list; kube-linter also takes one text with commas. */
function words(value: Json, path: SettingPath, read: Reader) {
  if (typeof value === 'string') return value.split(',').map((word) => ({ word, at: path }));
  return read.list(value, path).flatMap((item, i) => {
    const at = [...path, i];
    if (typeof item === 'string' && item) return { word: item, at };
    read.report(at, 'value', WRONG.string, { key: String(path.at(-1)) });
    return [];
  });
}

/** A map whose keys may be written in any case. */
class Anycase {
  readonly #map: JsonMap;
  readonly #path: SettingPath;

  constructor(map: JsonMap, path: SettingPath, known: readonly string[], read: Reader) {
    this.#map = map;
    this.#path = path;
    read.keys(
      map,
      path,
      known.map((key) => this.#spelled(key)),
    );
  }

  /** A value and where it stands. */
  at(key: string): [value: Json, path: SettingPath] {
    const spelled = this.#spelled(key);
    return [this.#map[spelled], [...this.#path, spelled]];
  }

  #spelled(key: string): string {
    return Object.keys(this.#map).find((one) => one.toLowerCase() === key.toLowerCase()) ?? key;
  }
}
