import { readFileSync } from 'node:fs';
import { rulesOfShorthand, SHORTHANDS } from '../../server/src/config/shorthand';
import type { AnyLanguage, AnyRule } from '../../server/src/core/language';
import type { OptionSpec } from '../../server/src/core/rule';
import type { Lang } from '../../server/src/core/text';
import type { Output } from './files';

/** The settings of package.json and the schema of .container-tutor.yaml: both list the same rules and options. */
export function writeSettings(output: Output, languages: readonly AnyLanguage[]): void {
  const rules = languages.flatMap((language) => language.rules);
  const manifest = JSON.parse(readFileSync('package.json', 'utf8'));
  for (const section of [manifest.contributes?.configuration ?? []].flat()) {
    const properties = section.properties ?? {};
    if (properties['containerTutor.rules'])
      properties['containerTutor.rules'].properties = severities(rules, (rule) => `%rule.${rule.id}%`);
    if (properties['containerTutor.options'])
      properties['containerTutor.options'].properties = options(rules, (key) => `%option.${key}%`);
  }
  output.file('package.json', `${JSON.stringify(manifest, null, 2)}\n`);
  for (const lang of ['en', 'ko'] as const) writeStrings(output, rules, lang);
  output.file('schemas/config.json', `${JSON.stringify(configSchema(rules), null, 2)}\n`);
}

const SEVERITIES = ['off', 'hint', 'info', 'warning', 'error'];

function severities(rules: readonly AnyRule[], describe: (rule: AnyRule) => string): object {
  return Object.fromEntries(
    rules.map((rule) => [rule.id, { enum: SEVERITIES, default: rule.severity, description: describe(rule) }]),
  );
}

function options(rules: readonly AnyRule[], describe: (key: string) => string): object {
  return Object.fromEntries(
    rules
      .filter((rule) => rule.options)
      .map((rule) => [
        rule.id,
        {
          type: 'object',
          additionalProperties: false,
          properties: Object.fromEntries(
            specsOf(rule).map(([name, spec]) => [
              name,
              { ...typeOf(spec), default: spec.default, description: describe(`${rule.id}.${name}`) },
            ]),
          ),
        },
      ]),
  );
}

function specsOf(rule: AnyRule): [string, OptionSpec<unknown>][] {
  return Object.entries(rule.options ?? {}) as [string, OptionSpec<unknown>][];
}

function typeOf({ default: value, minimum, words }: OptionSpec<unknown>): object {
  const word = words ? { enum: words } : { type: 'string' };
  if (Array.isArray(value)) return { type: 'array', items: word };
  if (typeof value === 'object') return { type: 'object', additionalProperties: word };
  if (typeof value === 'number') return { type: 'integer', minimum: minimum ?? 0 };
  return typeof value === 'string' ? word : { type: typeof value };
}

/** The shorthands that some rule has, described as its option is. */
function shorthands(rules: readonly AnyRule[]): object {
  return Object.fromEntries(
    SHORTHANDS.flatMap((shorthand) => {
      const first = rulesOfShorthand(shorthand, rules)[0];
      if (!first) return [];
      const spec = Object.fromEntries(specsOf(first.rule))[first.option]!;
      return [[shorthand, { ...typeOf(spec), description: spec.what.en }]];
    }),
  );
}

/** The rule strings of package.nls*.json stand behind those written by hand. */
function writeStrings(output: Output, rules: readonly AnyRule[], lang: Lang): void {
  const name = lang === 'ko' ? 'package.nls.ko.json' : 'package.nls.json';
  const byHand = Object.entries(JSON.parse(readFileSync(name, 'utf8')) as Record<string, string>).filter(
    ([key]) => !/^(rule|option)\./.test(key),
  );
  const generated = rules.flatMap((rule) => [
    [`rule.${rule.id}`, rule.what[lang]],
    ...specsOf(rule).map(([option, spec]) => [`option.${rule.id}.${option}`, spec.what[lang]]),
  ]);
  output.file(name, `${JSON.stringify(Object.fromEntries([...byHand, ...generated]), null, 2)}\n`);
}

function configSchema(rules: readonly AnyRule[]): object {
  const ruleMap = {
    type: 'object',
    description: 'Severity by rule: our id, or any name another linter gives it.',
    properties: severities(rules, (rule) => rule.what.en),
    additionalProperties: { enum: SEVERITIES },
  };
  const optionMap = { type: 'object', properties: options(rules, (key) => optionText(rules, key)) };
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Container Tutor configuration (.container-tutor.yaml)',
    type: 'object',
    additionalProperties: false,
    properties: {
      profile: { enum: ['learner', 'strict'] },
      kubernetesVersion: { type: ['string', 'number'], pattern: '^1\\.\\d+$' },
      rules: ruleMap,
      options: optionMap,
      ...shorthands(rules),
      ignorePaths: { type: 'array', items: { type: 'string' } },
      overrides: {
        type: 'array',
        items: {
          type: 'object',
          required: ['paths'],
          additionalProperties: false,
          properties: {
            paths: { type: 'array', items: { type: 'string' } },
            rules: { $ref: '#/properties/rules' },
            options: { $ref: '#/properties/options' },
          },
        },
      },
    },
  };
}

function optionText(rules: readonly AnyRule[], key: string): string {
  const rule = rules.find(({ id }) => key.startsWith(`${id}.`));
  return rule
    ? (rule.options as Record<string, OptionSpec<unknown>>)[key.slice(rule.id.length + 1)]!.what.en
    : key;
}
