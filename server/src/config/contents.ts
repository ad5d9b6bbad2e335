import type { AnyRule } from '../core/language';
import type { NameIndex } from '../core/names';
import { SEVERITIES, type Settings } from '../core/rule';
import { checkOption } from './option';
import type { Problem, SettingPath } from './problem';
import { type Json, type JsonMap, Reader } from './reader';
import { rulesOfShorthand, SHORTHANDS } from './shorthand';

/** What one source of configuration says, with everything wrong left out. */
export interface Contents {
  readonly settings: Settings;
  /** Patterns of paths that are not linted. */
  readonly ignorePaths: readonly string[];
  /** The same as kube-linter writes it: each pattern is a whole path, `~` the home of the user. */
  readonly ignoreGlobs?: readonly string[];
  /** Later ones win over earlier ones, and all of them over `settings`. */
  readonly overrides: readonly Override[];
  readonly run?: RunSettings;
}

/** What holds for a run of the command line, where its options do not say. */
export interface RunSettings {
  readonly failOn?: FailOn;
  readonly color?: boolean;
}

export const FAIL_ON = [...SEVERITIES, 'never'] as const;
export type FailOn = (typeof FAIL_ON)[number];

export interface Override {
  readonly paths: readonly string[];
  readonly settings: Settings;
}

export const PROFILES = ['learner', 'strict'] as const;
const OVERRIDE_KEYS = ['paths', 'rules', 'options'];
export const CONFIG_KEYS: readonly string[] = [
  'profile',
  'rules',
  'options',
  ...SHORTHANDS,
  'kubernetesVersion',
  'ignorePaths',
  'overrides',
];

export interface KnownRules {
  readonly names: NameIndex;
  readonly rules: readonly AnyRule[];
}

/** Reads a configuration that was already parsed to plain data. Whatever is wrong is reported and left out. */
export function readContents(
  value: Json,
  known: KnownRules,
): { readonly contents: Contents; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const read = new Reader(problems);
  const top = read.map(value, []);
  read.keys(top, [], CONFIG_KEYS);
  const overrides = read.list(top['overrides'], ['overrides']).flatMap((item, i) => {
    const path = ['overrides', i];
    const map = read.map(item, path);
    read.keys(map, path, OVERRIDE_KEYS);
    if (map['paths'] === undefined) read.missing(path, 'paths');
    const paths = read.strings(map['paths'], [...path, 'paths']);
    return paths.length > 0 ? [{ paths, settings: readRules(map, path, known, read) }] : [];
  });
  const settings = {
    ...readRules(top, [], known, read),
    profile: read.oneOf(top['profile'], ['profile'], PROFILES),
    kubernetesVersion: read.version(top['kubernetesVersion'], ['kubernetesVersion']),
  };
  const ignorePaths = read.strings(top['ignorePaths'], ['ignorePaths']);
  return { contents: { settings, ignorePaths, overrides }, problems };
}

function readRules(
  map: JsonMap,
  path: SettingPath,
  known: KnownRules,
  read: Reader,
): Pick<Settings, 'rules' | 'options'> {
  const rules: Record<string, (typeof SEVERITIES)[number] | 'off'> = {};
  for (const [name, value] of Object.entries(read.map(map['rules'], [...path, 'rules']))) {
    const at = [...path, 'rules', name];
    if (!isKnown(name, at, known, read)) continue;
    const severity = read.oneOf(value, at, ['off', ...SEVERITIES.toReversed()] as const);
    if (severity) rules[name] = severity;
  }
  const options: Record<string, JsonMap> = {};
  // Written out in full wins over the shorthand.
  for (const shorthand of SHORTHANDS) {
    const value = map[shorthand];
    if (value === undefined) continue;
    // What is wrong is wrong for each rule, and said once.
    let report = read;
    for (const { rule, option } of rulesOfShorthand(shorthand, known.rules)) {
      if (checkOption(rule, option, value, [...path, shorthand], report))
        options[rule.id] = { ...options[rule.id], [option]: value };
      report = new Reader([]);
    }
  }
  for (const [name, value] of Object.entries(read.map(map['options'], [...path, 'options']))) {
    const at = [...path, 'options', name];
    if (!isKnown(name, at, known, read)) continue;
    for (const rule of known.names.rules(name))
      for (const [option, given] of Object.entries(read.map(value, at)))
        if (checkOption(rule, option, given, [...at, option], read))
          options[rule.id] = { ...options[rule.id], [option]: given };
  }
  return { rules, options };
}

function isKnown(name: string, path: SettingPath, { names, rules }: KnownRules, read: Reader): boolean {
  if (names.knows(name)) return true;
  read.unknownRule(
    name,
    path,
    rules.flatMap((rule) => [rule.id, ...rule.also]),
  );
  return false;
}
