import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { reportOn } from '../server/src/cli/findings';
import { FORMATS, type FormatName } from '../server/src/cli/formats';
import type { Input } from '../server/src/cli/inputs';
import { Lines } from '../server/src/cli/lines';
import { Config } from '../server/src/core/config';
import { applyEdits } from '../server/src/core/edit';
import { Engine } from '../server/src/core/engine';
import type { Settings } from '../server/src/core/rule';
import type { Lang } from '../server/src/core/text';
import { languages } from '../server/src/languages';

interface Look {
  readonly only?: readonly string[];
  readonly settings?: Settings;
  readonly lang?: Lang;
}

/** Files by path, as a run in `/w` would write what it finds in them. */
function written(format: FormatName, files: Record<string, string>, look: Look = {}) {
  return writer(files, look)(format, look.lang);
}

/** As `written`, for all formats and languages of one reading. */
function writer(files: Record<string, string>, { only, settings }: Look) {
  const engine = new Engine(languages);
  engine.roots = ['/'];
  const config = new Config(engine.names, { layers: settings ? [settings] : [], only });
  const inputs = Object.entries(files).map(([path, text]): Input => {
    const uri = `file://${path.split('/').map(encodeURIComponent).join('/')}`;
    engine.set({ uri, path }, text);
    return { uri, name: path.replace(/^\/w\//, ''), text, marked: false };
  });
  const resolved = new Map(inputs.map((input) => [input, { config, ignored: false, run: {} }]));
  return (format: FormatName, lang: Lang = 'en') => {
    const report = reportOn(engine, inputs, resolved, lang, (fault) => assert.fail(String(fault.error)));
    return FORMATS[format](report, { lang, paint: (_, text) => text, root: 'file:///w/' });
  };
}

const WITHOUT_YES = 'FROM debian:13\nRUN apt-get update && apt-get install curl\n';
const TWICE = 'FROM nginx:1.29\nCMD ["a"]\nCMD ["b"]\n';

describe('--format hadolint-json', () => {
  const found = (text: string, look?: Look) =>
    JSON.parse(written('hadolint-json', { '/w/Dockerfile': text }, look)) as {
      code: string;
      level: string;
      line: number;
    }[];

  it('has hadolint’s keys and codes', () => {
    assert.deepEqual(found(WITHOUT_YES, { only: ['DL3014'] }), [
      {
        code: 'DL3014',
        column: 31,
        file: 'Dockerfile',
        level: 'warning',
        line: 2,
        message:
          '`apt-get install` lacks `-y`: it asks when it needs more than the packages named, nobody can answer during a build, and the build stops here.',
      },
    ]);
    assert.equal(written('hadolint-json', { '/w/Dockerfile': 'FROM scratch\n' }), '[]\n');
  });

  it('has hadolint’s levels', () => {
    for (const [severity, level] of [
      ['error', 'error'],
      ['warning', 'warning'],
      ['info', 'info'],
      ['hint', 'style'],
    ] as const) {
      const look = { only: ['DL3014'], settings: { rules: { DL3014: severity } } };
      assert.equal(found(WITHOUT_YES, look)[0]?.level, level);
    }
  });

  it('calls what no builder takes DL1000, unless hadolint has a code of its own', () => {
    const codes = (text: string, ...only: string[]) => found(text, { only }).map(({ code }) => code);
    assert.deepEqual(codes('FROM a:1\nRUM b\n', 'unknown-instruction'), ['DL1000']);
    assert.deepEqual(codes('FROM a:1\nEXPOSE 99999\n', 'invalid-port'), ['DL3011']);
    assert.deepEqual(codes(TWICE, 'duplicate-instruction'), ['DL4003']);
    assert.deepEqual(codes('FROM a AS B\n', 'stage-name-casing'), ['dockerfile/stage-name-casing']);
    // Lower than its rule: the build goes on.
    const ignored = 'FROM a:1\n# check=skip\nRUN b\n';
    assert.deepEqual(codes(ignored, 'invalid-check-option'), ['dockerfile/invalid-check-option']);
    // What a user makes an error, the builder still takes.
    const loud = { settings: { rules: { 'dockerfile/stage-name-casing': 'error' } } } as const;
    assert.ok(!found('FROM a AS B\n', loud).some(({ code }) => code === 'DL1000'));
  });
});

describe('--format github', () => {
  it('is a workflow command for each finding', () => {
    assert.equal(
      written('github', { '/w/Dockerfile': TWICE }, { only: ['duplicate-instruction'] }),
      '::warning file=Dockerfile,line=2,endLine=2,col=1,endColumn=4,title=dockerfile/duplicate-instruction::This CMD has no effect: only the later CMD of the stage stays.\n',
    );
    assert.equal(written('github', { '/w/Dockerfile': 'FROM scratch\n' }), '');
  });

  it('escapes what has a meaning', () => {
    const one = (path: string, text: string, name: string) =>
      written('github', { [path]: text }, { only: [name] });
    assert.match(
      one('/w/a,b:c%d/Dockerfile', TWICE, 'duplicate-instruction'),
      /^::warning file=a%2Cb%3Ac%25d\/Dockerfile,/,
    );
    assert.match(one('/w/Dockerfile', 'FROM a\nRUN%25 b\n', 'unknown-instruction'), /RUN%2525/);
    assert.doesNotMatch(one('/w/Dockerfile', TWICE, 'duplicate-instruction').split('::')[2]!, /%/);
  });

  it('knows three levels', () => {
    const level = (severity: 'error' | 'warning' | 'info' | 'hint') => {
      const look = { only: ['DL4003'], settings: { rules: { DL4003: severity } } };
      return /^::(\w+) /.exec(written('github', { '/w/Dockerfile': TWICE }, look))?.[1];
    };
    assert.deepEqual((['error', 'warning', 'info', 'hint'] as const).map(level), [
      'error',
      'warning',
      'notice',
      'notice',
    ]);
  });
});

describe('--format sarif', () => {
  const log = (files: Record<string, string>, look?: Look) =>
    JSON.parse(written('sarif', files, look)) as Log;

  it('is a SARIF 2.1.0 log, whatever it is about', () => {
    const texts = languages.flatMap((language) =>
      language.rules.flatMap((rule) =>
        rule.examples.flatMap(({ bad }, i) =>
          typeof bad === 'string'
            ? [[`/w/${rule.id}/${i}/${language.usualName}`, bad.replaceAll(/[«»]/g, '')] as const]
            : [],
        ),
      ),
    );
    const write = writer(Object.fromEntries(texts), {});
    for (const lang of ['en', 'ko'] as const) {
      const { runs } = JSON.parse(write('sarif', lang)) as Log;
      assert.equal(runs.length, 1);
      assert.ok(runs[0]!.results.length > languages[0]!.rules.length);
      valid(runs[0]!);
    }
    const { runs, version } = log({ '/w/Dockerfile': 'FROM scratch\n' });
    assert.deepEqual([version, runs[0]!.results, runs[0]!.tool.driver.rules], ['2.1.0', [], []]);
  });

  it('describes the rules it names', () => {
    const { tool, results } = log({ '/w/Dockerfile': WITHOUT_YES }, { only: ['DL3014'] }).runs[0]!;
    const [rule] = tool.driver.rules;
    assert.equal(results[0]!.ruleId, rule!.id);
    assert.equal(rule!.id, 'dockerfile/apt-get-without-yes');
    assert.match(rule!.help.markdown, /^# .*\n\n[\s\S]*## Why\n[\s\S]*```dockerfile\n/);
    assert.deepEqual(rule!.defaultConfiguration, { enabled: true, level: 'warning' });
    assert.deepEqual(rule!.properties.tags, ['dockerfile', 'hadolint/DL3014']);
  });

  it('has fixes that mend the file', () => {
    const text = '# 한글 😀\r\nFROM debian:13\r\nRUN echo 😀 && apt-get install curl\r\n';
    const [result] = log({ '/w/Dockerfile': text }, { only: ['DL3014'] }).runs[0]!.results;
    const [fix] = result!.fixes!;
    assert.equal(mended(text, fix!), text.replace('install', 'install -y'));
    assert.deepEqual(result!.locations[0]!.physicalLocation.region, {
      startLine: 3,
      startColumn: 24,
      endLine: 3,
      endColumn: 31,
    });
  });

  it('names files from the folder it ran in, others in full', () => {
    const files = { '/w/a b/Dockerfile': TWICE, '/other/Dockerfile': TWICE };
    const { results, originalUriBaseIds } = log(files, { only: ['DL4003'] }).runs[0]!;
    assert.deepEqual(originalUriBaseIds, { SRCROOT: { uri: 'file:///w/' } });
    assert.deepEqual(
      results.map(({ locations }) => locations[0]!.physicalLocation.artifactLocation),
      [{ uri: 'file:///other/Dockerfile' }, { uri: 'a%20b/Dockerfile', uriBaseId: 'SRCROOT' }],
    );
    assert.equal(results[0]!.relatedLocations?.[0]?.message.text, 'This one stays');
  });

  it('says which object a finding is about', () => {
    const text =
      'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\n  namespace: shop\nspec:\n  selector:\n    matchLabels: {app: web}\n  template:\n    metadata:\n      labels: {app: web}\n    spec:\n      containers: [{name: web, image: nginx}]\n';
    const [result] = log({ '/w/web.yaml': text }, { only: ['missing-replicas'] }).runs[0]!.results;
    assert.deepEqual(result?.locations[0]?.logicalLocations, [
      { name: 'web', kind: 'object', fullyQualifiedName: 'shop/Deployment/web' },
    ]);
  });
});

interface Region {
  readonly startLine: number;
  readonly startColumn: number;
  readonly endLine: number;
  readonly endColumn: number;
}
interface Location {
  readonly physicalLocation: { readonly artifactLocation: object; readonly region: Region };
  readonly logicalLocations?: readonly object[];
  readonly message: { readonly text: string };
}
interface SarifFix {
  readonly description: object;
  readonly artifactChanges: readonly {
    readonly artifactLocation: object;
    readonly replacements: readonly {
      readonly deletedRegion: Region;
      readonly insertedContent: { readonly text: string };
    }[];
  }[];
}
interface Result {
  readonly ruleId: string;
  readonly ruleIndex: number;
  readonly level: string;
  readonly locations: readonly Location[];
  readonly relatedLocations?: readonly Location[];
  readonly fixes?: readonly SarifFix[];
}
interface Rule {
  readonly id: string;
  readonly help: { readonly text: string; readonly markdown: string };
  readonly helpUri: string;
  readonly defaultConfiguration: object;
  readonly properties: { readonly tags: readonly string[] };
}
interface Run {
  readonly tool: { readonly driver: { readonly rules: readonly Rule[] } };
  readonly originalUriBaseIds: object;
  readonly results: readonly Result[];
}
interface Log {
  readonly version: string;
  readonly runs: readonly Run[];
}

/** The text after a fix of one file. */
function mended(text: string, { artifactChanges }: SarifFix): string {
  const starts = [0, ...[...text.matchAll(/\r\n|\n/g)].map(({ index, 0: end }) => index + end.length)];
  const at = (line: number, column: number) => starts[line - 1]! + column - 1;
  assert.deepEqual(new Lines(text).at(at(2, 1)), { line: 2, column: 1 });
  const edits = artifactChanges[0]!.replacements.map(({ deletedRegion: region, insertedContent }) => ({
    start: at(region.startLine, region.startColumn),
    end: at(region.endLine, region.endColumn),
    text: insertedContent.text,
  }));
  return applyEdits(text, edits);
}

/**
 * The keys the schema has for what we write, as far as we write them: it allows no others. The schema itself is
 * not in the repository, since its licence does not say that it may be.
 * https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json
 */
const KEYS: Readonly<Record<string, readonly string[]>> = {
  run: ['tool', 'language', 'columnKind', 'originalUriBaseIds', 'results'],
  driver: ['name', 'semanticVersion', 'language', 'rules'],
  rule: [
    'id',
    'shortDescription',
    'fullDescription',
    'help',
    'helpUri',
    'defaultConfiguration',
    'properties',
  ],
  configuration: ['enabled', 'level'],
  result: ['ruleId', 'ruleIndex', 'level', 'message', 'locations', 'relatedLocations', 'fixes', 'properties'],
  location: ['id', 'physicalLocation', 'logicalLocations', 'message'],
  physical: ['artifactLocation', 'region'],
  artifact: ['uri', 'uriBaseId'],
  region: ['startLine', 'startColumn', 'endLine', 'endColumn'],
  logical: ['name', 'kind', 'fullyQualifiedName'],
  fix: ['description', 'artifactChanges'],
  change: ['artifactLocation', 'replacements'],
  replacement: ['deletedRegion', 'insertedContent'],
};
const LEVELS = ['none', 'note', 'warning', 'error'];

function only(value: object, kind: string): void {
  for (const [key, inside] of Object.entries(value)) {
    assert.ok(KEYS[kind]!.includes(key), `${kind}.${key}`);
    assert.ok(inside !== undefined && inside !== null && inside !== '', `${kind}.${key} is empty`);
  }
}

function valid(run: Run): void {
  only(run, 'run');
  only(run.tool.driver, 'driver');
  for (const rule of run.tool.driver.rules) {
    only(rule, 'rule');
    only(rule.defaultConfiguration, 'configuration');
    assert.equal(new URL(rule.helpUri).protocol, 'https:');
    assert.equal(new Set(rule.properties.tags).size, rule.properties.tags.length);
  }
  for (const result of run.results) {
    only(result, 'result');
    assert.ok(LEVELS.includes(result.level));
    assert.equal(run.tool.driver.rules[result.ruleIndex]?.id, result.ruleId);
    assert.equal(result.locations.length, 1);
    for (const place of [...result.locations, ...(result.relatedLocations ?? [])]) {
      only(place, 'location');
      only(place.physicalLocation, 'physical');
      ordered(place.physicalLocation.region);
      only(place.physicalLocation.artifactLocation, 'artifact');
      for (const logical of place.logicalLocations ?? []) only(logical, 'logical');
    }
    for (const fix of result.fixes ?? []) {
      only(fix, 'fix');
      assert.ok(fix.artifactChanges.length > 0);
      for (const change of fix.artifactChanges) {
        only(change, 'change');
        only(change.artifactLocation, 'artifact');
        assert.ok(change.replacements.length > 0);
        for (const replacement of change.replacements) {
          only(replacement, 'replacement');
          ordered(replacement.deletedRegion);
          assert.equal(typeof replacement.insertedContent.text, 'string');
        }
      }
    }
  }
}

function ordered(region: Region): void {
  only(region, 'region');
  const { startLine, startColumn, endLine, endColumn } = region;
  assert.ok(startLine >= 1 && startColumn >= 1 && endColumn >= 1);
  assert.ok(endLine > startLine || (endLine === startLine && endColumn >= startColumn));
}

describe('--format kube-linter-json', () => {
  const deployment = (more = '') =>
    `apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\n${more}spec:\n  replicas: 1\n  selector: {matchLabels: {app: web}}\n  template:\n    metadata: {labels: {app: web}}\n    spec:\n      containers:\n        - name: web\n          image: web:1.0\n          ports:\n            - containerPort: 22\n`;
  const found = (files: Record<string, string>, look?: Look) =>
    JSON.parse(written('kube-linter-json', files, look));

  it('has kube-linter’s keys and names, and says where', () => {
    const { Checks, Reports, Summary } = found(
      { '/w/web.yaml': deployment('  namespace: shop\n') },
      { only: ['kube-linter/ssh-port'] },
    );
    const [{ Remediation, Diagnostic, ...report }] = Reports;
    assert.deepEqual(report, {
      Check: 'ssh-port',
      Object: {
        Metadata: { FilePath: 'web.yaml' },
        K8sObject: {
          Namespace: 'shop',
          Name: 'web',
          GroupVersionKind: { Group: 'apps', Version: 'v1', Kind: 'Deployment' },
        },
      },
    });
    const { Message, ...place } = Diagnostic;
    assert.match(Message, /^Port 22/);
    assert.deepEqual(place, { Line: 16, Column: 30, EndLine: 16, EndColumn: 32 });
    assert.deepEqual(
      Checks.map(({ description: _, ...check }: { description: string }) => check),
      [
        {
          name: 'ssh-port',
          remediation: Remediation,
          scope: { objectKinds: ['Deployment'] },
          template: 'kubernetes/ssh-port',
        },
      ],
    );
    assert.equal(Summary.ChecksStatus, 'Failed');
    assert.match(Summary.CheckEndTime, /^\d{4}-\d\d-\d\dT[\d:.]+Z$/);
    assert.match(Summary.KubeLinterVersion, /^container-tutor \d/);
    assert.deepEqual(Object.keys(Summary), ['ChecksStatus', 'CheckEndTime', 'KubeLinterVersion']);
  });

  it('has the core group as an empty word, and each check once', () => {
    const pod =
      'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n    - name: web\n      image: web:1.0\n      ports: [{containerPort: 22}]\n';
    const { Checks, Reports } = found({ '/w/a.yaml': `${pod}---\n${deployment()}` }, { only: ['ssh-port'] });
    const kinds = (Reports as { Object: { K8sObject: { GroupVersionKind: object } } }[]).map(
      ({ Object: { K8sObject } }) => K8sObject.GroupVersionKind,
    );
    assert.deepEqual(kinds, [
      { Group: '', Version: 'v1', Kind: 'Pod' },
      { Group: 'apps', Version: 'v1', Kind: 'Deployment' },
    ]);
    assert.deepEqual(Checks.length, 1);
    assert.deepEqual(Checks[0].scope, { objectKinds: ['Pod', 'Deployment'] });
  });

  it('calls a check by our name where kube-linter has none, and says that nothing was found', () => {
    const broken = deployment().replace('replicas: 1', 'replicas: 1\n  replicas: 2');
    const [report] = found({ '/w/a.yaml': broken }, { only: ['duplicate-key'] }).Reports;
    assert.equal(report.Check, 'kubernetes/duplicate-key');
    const { Checks, Reports, Summary } = found({ '/w/a.yaml': deployment() }, { only: ['duplicate-key'] });
    assert.deepEqual([Checks, Reports, Summary.ChecksStatus], [[], [], 'Passed']);
    const [{ Object: object }] = found({ '/w/Dockerfile': WITHOUT_YES }, { only: ['DL3014'] }).Reports;
    assert.deepEqual(object.K8sObject, {
      Namespace: '',
      Name: '',
      GroupVersionKind: { Group: '', Version: '', Kind: '' },
    });
  });

  it('leaves the keys of --format json as they are', () => {
    const { findings } = JSON.parse(written('json', { '/w/a.yaml': deployment() }, { only: ['ssh-port'] }));
    assert.deepEqual(findings[0].object, { kind: 'Deployment', name: 'web' });
  });
});
