import type { Settings, Severity } from '../core/rule';
import type { Contents, FailOn, KnownRules } from './contents';
import { checkOption } from './option';
import type { Problem, SettingPath } from './problem';
import { type Json, type JsonMap, nameOf, Reader } from './reader';
import { rulesOfShorthand } from './shorthand';
import { WRONG } from './wrong';

const KEYS = [
  'failure-threshold',
  'format',
  'formats',
  'ignored',
  'override',
  'trustedRegistries',
  'label-schema',
  'strict-labels',
  'disable-ignore-pragma',
  'no-fail',
  'no-color',
];

/** The quietest first: hadolint takes the loudest of the lists that name a rule. */
const LEVELS = { style: 'hint', info: 'info', warning: 'warning', error: 'error' } as const satisfies Record<
  string,
  Severity
>;
type Level = keyof typeof LEVELS;
const LEVEL_NAMES = Object.keys(LEVELS) as Level[];

const LABEL_TYPES = ['text', 'url', 'semver', 'hash', 'rfc3339', 'spdx', 'email'] as const;

/** hadolint's options that are options of rules here. */
const OPTIONS = {
  trustedRegistries: 'trustedRegistries',
  'label-schema': 'labelSchema',
  'strict-labels': 'strictLabels',
} as const;

/**
 * Reads a `.hadolint.yaml` as hadolint 2.15 does; what it takes without a word and cannot mean anything is reported.
 * `format` and `formats` change nothing: how findings are written is for the command line to say.
 * https://github.com/hadolint/hadolint#configure
 */
export function readHadolint(
  value: Json,
  known: KnownRules,
): { readonly contents: Contents; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const read = new Reader(problems);
  const top = read.map(value, []);
  read.keys(top, [], KEYS);
  const pragmas = read.flag(top['disable-ignore-pragma'], ['disable-ignore-pragma']);
  const settings: Settings = {
    rules: readSeverities(top, known, read),
    options: readOptions(top, known, read),
    ...(pragmas && { hadolintPragmas: false }),
  };
  const run = readRun(top, read);
  return { contents: { settings, ignorePaths: [], overrides: [], ...(run && { run }) }, problems };
}

function readSeverities(top: JsonMap, known: KnownRules, read: Reader): NonNullable<Settings['rules']> {
  const rules: Record<string, Severity | 'off'> = {};
  const override = read.map(top['override'], ['override']);
  read.keys(override, ['override'], LEVEL_NAMES);
  for (const level of LEVEL_NAMES)
    for (const name of names(override[level], ['override', level], known, read))
      rules[`hadolint/${name}`] = LEVELS[level];
  for (const name of names(top['ignored'], ['ignored'], known, read)) rules[`hadolint/${name}`] = 'off';
  return rules;
}

/** The rules of a list; capitals count for hadolint. */
function names(
  value: Json,
  path: SettingPath,
  { names, rules }: KnownRules,
  read: Reader,
): readonly string[] {
  const also = rules.flatMap((rule) => rule.also).filter((name) => name.startsWith('hadolint/'));
  const codes = also.map((name) => name.slice('hadolint/'.length));
  return read.strings(value, path).flatMap((name, i) => {
    const upper = name.replace(/^hadolint\//, '').toUpperCase();
    if (name === upper && names.knows(`hadolint/${name}`)) return name;
    const near = names.knows(`hadolint/${upper}`) ? upper : undefined;
    if (near) read.report([...path, i], 'value', WRONG.ruleNear, { name, near });
    else read.unknownRule(name, [...path, i], codes);
    return [];
  });
}

function readOptions(top: JsonMap, known: KnownRules, read: Reader): NonNullable<Settings['options']> {
  const options: Record<string, JsonMap> = {};
  const values: JsonMap = {
    trustedRegistries: given(top['trustedRegistries'], (value) => read.strings(value, ['trustedRegistries'])),
    'label-schema': given(top['label-schema'], (value) => readSchema(value, read)),
    'strict-labels': read.flag(top['strict-labels'], ['strict-labels']),
  };
  for (const [key, name] of Object.entries(OPTIONS)) {
    const value = values[key];
    if (value === undefined) continue;
    for (const { rule, option } of rulesOfShorthand(name, known.rules))
      if (checkOption(rule, option, value, [key], read))
        options[rule.id] = { ...options[rule.id], [option]: value };
  }
  return options;
}

function given<T>(value: Json, read: (value: Json) => T): T | undefined {
  return value === undefined || value === null ? undefined : read(value);
}

/** What each label must be. */
function readSchema(value: Json, read: Reader): JsonMap {
  const labels = Object.entries(read.map(value, ['label-schema'])).flatMap(([label, type]) => {
    const path = ['label-schema', label];
    if (type === null) read.report(path, 'value', WRONG.word, { key: nameOf(path), known: LABEL_TYPES });
    const found = read.oneOf(type, path, LABEL_TYPES);
    return found ? [[label, found] as const] : [];
  });
  return Object.fromEntries(labels);
}

function readRun(top: JsonMap, read: Reader): Contents['run'] {
  const failOn = read.flag(top['no-fail'], ['no-fail']) ? 'never' : readThreshold(top, read);
  const color = read.flag(top['no-color'], ['no-color']) ? false : undefined;
  if (!failOn && color === undefined) return undefined;
  return { ...(failOn && { failOn }), ...(color !== undefined && { color }) };
}

/** `none` and `ignore` are the strictest: hadolint fails on whatever it finds. */
function readThreshold(top: JsonMap, read: Reader): FailOn | undefined {
  const key = 'failure-threshold';
  const level = read.oneOf(top[key], [key], [...LEVEL_NAMES.toReversed(), 'ignore', 'none'] as const);
  if (level === undefined) return undefined;
  return level === 'ignore' || level === 'none' ? 'hint' : LEVELS[level];
}
