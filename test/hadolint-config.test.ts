import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readConfigFile } from '../server/src/config/file';
import { ConfigFiles } from '../server/src/config/find';
import { kindGiven } from '../server/src/config/kind';
import { Configs, type Sources } from '../server/src/config/resolve';
import type { Config } from '../server/src/core/config';
import type { AnyRule } from '../server/src/core/language';
import { NameIndex, namesOf } from '../server/src/core/names';
import { renderMessage } from '../server/src/core/text';
import { languages } from '../server/src/languages';

// Rules that have the options hadolint's keys set; who declares them for real is another matter.
const option = <T>(name: string, value: T) =>
  ({
    ...languages[0]!.rules[0]!,
    id: `dockerfile/${name}`,
    also: [],
    options: { [name]: { default: value } },
  }) as unknown as AnyRule;
const rules = [
  ...languages.flatMap((language) => language.rules),
  option('trustedRegistries', [] as string[]),
  option('labelSchema', {}),
  option('strictLabels', false),
].filter((rule, i, all) => all.findIndex(({ id }) => id === rule.id) === i);
const known = { names: new NameIndex(rules), rules };
const own = '/.container-tutor.yaml';
const hadolint = '/.hadolint.yaml';

function read(text: string, uri = 'file:///w/.hadolint.yaml') {
  const { contents, problems } = readConfigFile(uri, text, known);
  return {
    ...contents,
    problems: problems.map(
      ({ start, end, message }) => `${text.slice(start, end)}: ${renderMessage(message, 'en')}`,
    ),
  };
}

async function resolve(uri: string, texts: Record<string, string>, sources: Partial<Sources> = {}) {
  const files = new ConfigFiles(
    async (uri) => texts[uri],
    (uri, text) => readConfigFile(uri, text, known),
  );
  return new Configs(known.names, {
    file: (uri) => files.nearest(uri),
    peers: (uri) => files.peers(uri, 'dockerfile'),
    ...sources,
  }).of(uri);
}

function severity(config: Config, id: string): string {
  const rule = rules.find((rule) => rule.id === `dockerfile/${id}`)!;
  return config.severity(rule, namesOf(rule));
}

describe('a .hadolint.yaml', () => {
  it('is read with every key', () => {
    const text = `failure-threshold: error
format: tty
formats: [json]
ignored: [DL3014, SC2086]
override:
  error: [DL3025]
  warning: [DL3065]
  info: [DL4000]
  style: [DL3000]
trustedRegistries: [docker.io, '*.gcr.io']
label-schema: {author: text, url: url, version: semver, commit: hash, created: rfc3339, license: spdx, mail: email}
strict-labels: true
disable-ignore-pragma: true
no-fail: false
no-color: true
`;
    const { settings, run, problems } = read(text);
    assert.deepEqual(problems, []);
    assert.deepEqual(settings.rules, {
      'hadolint/DL3000': 'hint',
      'hadolint/DL4000': 'info',
      'hadolint/DL3065': 'warning',
      'hadolint/DL3025': 'error',
      'hadolint/DL3014': 'off',
      'hadolint/SC2086': 'off',
    });
    assert.deepEqual(settings.options?.['dockerfile/trustedRegistries'], {
      trustedRegistries: ['docker.io', '*.gcr.io'],
    });
    assert.deepEqual(
      Object.keys(settings.options?.['dockerfile/labelSchema']?.['labelSchema'] ?? {}).length,
      7,
    );
    assert.deepEqual(settings.options?.['dockerfile/strictLabels'], { strictLabels: true });
    assert.equal(settings.hadolintPragmas, false);
    assert.deepEqual(run, { failOn: 'error', color: false });
  });

  it('takes the threshold as hadolint does: none is the strictest, and no-fail wins', () => {
    const failOn = (text: string) => read(text).run?.failOn;
    assert.deepEqual(
      ['error', 'warning', 'info', 'style', 'ignore', 'none'].map((level) =>
        failOn(`failure-threshold: ${level}`),
      ),
      ['error', 'warning', 'info', 'hint', 'hint', 'hint'],
    );
    assert.equal(failOn('failure-threshold: error\nno-fail: true'), 'never');
    assert.equal(failOn('ignored: []'), undefined);
  });

  it('prefers what is ignored, then the loudest list', () => {
    const { settings } = read(
      'ignored: [DL3014]\noverride: {style: [DL3025], error: [DL3014, DL3025], info: [DL3025]}',
    );
    assert.deepEqual(settings.rules, { 'hadolint/DL3025': 'error', 'hadolint/DL3014': 'off' });
  });

  it('may name what is gone, and what is ShellCheck’s', () => {
    const gone =
      'ignored: [DL3005, DL3017, DL3031, DL3039, DL1000, SC1091, SC2086]\noverride: {info: [DL3005]}';
    assert.deepEqual(read(gone).problems, []);
    assert.deepEqual(
      read('rules: {DL3005: off, SC2086: off}', 'file:///w/.container-tutor.yaml').problems,
      [],
    );
  });

  it('is told what hadolint would not understand', () => {
    const told: Record<string, string> = {
      'ignored: [DL9999]': 'DL9999: There is no rule `DL9999`. `container-tutor rules` lists every name',
      'ignored: [dl3014]': 'dl3014: There is no rule `dl3014`. Did you mean `DL3014`?',
      'ignored: [hadolint/DL3014]':
        'hadolint/DL3014: There is no rule `hadolint/DL3014`. Did you mean `DL3014`?',
      'ignored: DL3014': 'DL3014: `ignored` holds a list: one `- value` per line',
      'ignore: [DL3014]': 'ignore: There is no setting `ignore`. Did you mean `ignored`?',
      'trusted-registries: [a]':
        'trusted-registries: There is no setting `trusted-registries`. Did you mean `trustedRegistries`?',
      'override: {ignore: [DL3014]}':
        'ignore: There is no setting `ignore`. Use one of: style, info, warning, error',
      'failure-threshold: loud':
        'loud: `failure-threshold` is one of: error, warning, info, style, ignore, none',
      'label-schema: {a: URL}': 'URL: `a` is one of: text, url, semver, hash, rfc3339, spdx, email',
      'strict-labels: yes': 'yes: `strict-labels` is true or false',
      '- DL3014': '-: A configuration holds one `name: value` per line',
    };
    for (const [text, problem] of Object.entries(told))
      assert.deepEqual(read(text).problems, [problem], text);
  });

  it('may be any YAML', () => {
    for (const text of [
      '%YAML 1.2\n---\nignored: [DL3014]\n',
      '--- {"ignored": ["DL3014"]}\n...\n',
      '\uFEFFignored: &a\r\n- DL3014 # why\r\n',
    ]) {
      const { settings, problems } = read(text);
      assert.deepEqual([settings.rules, problems], [{ 'hadolint/DL3014': 'off' }, []], text);
    }
  });

  it('never throws, and keeps what can be used', () => {
    const text = 'ignored:\n  - DL3014\n  - {a: b}\noverride:\n  error: [DL3025, "x\nlabel-schema: {a: }\n';
    for (let end = 0; end <= text.length; end++) read(text.slice(0, end));
    assert.deepEqual(read('- a\n').settings.rules, {});
    assert.deepEqual(read('ignored: [DL3014, 7]\nno-fail: perhaps').settings.rules, {
      'hadolint/DL3014': 'off',
    });
  });

  it('says nothing to rules without the options it sets', () => {
    const { rules } = languages[0]!;
    const some = { names: known.names, rules: rules.filter(({ options }) => !options) };
    const text = 'strict-labels: true\ntrustedRegistries: [a]\nlabel-schema: {a: url}';
    const { contents, problems } = readConfigFile('file:///w/.hadolint.yaml', text, some);
    assert.deepEqual([contents.settings.options, problems], [{}, []]);
  });

  it('goes by another name on a command line', () => {
    for (const name of ['ci/hadolint.yaml', '.hadolint.yml', 'x/.hadolint.yaml'])
      assert.equal(kindGiven(`file:///w/${name}`).language, 'dockerfile', name);
    assert.equal(kindGiven('file:///w/ci/lint.yaml').language, undefined);
    assert.equal(kindGiven('file:///w/container-tutor.yaml').language, undefined);
  });
});

describe('beside other sources a .hadolint.yaml', () => {
  it('is found by walking up, alone', async () => {
    const texts = {
      'file:///w/.hadolint.yaml': 'ignored: [DL3014, DL3025]',
      'file:///w/a/.hadolint.yml': 'ignored: [DL4000]',
    };
    const at = async (uri: string) => {
      const { config } = await resolve(uri, texts);
      return ['apt-get-without-yes', 'maintainer-deprecated'].map((id) => severity(config, id));
    };
    assert.deepEqual(await at('file:///w/b/c/Dockerfile'), ['off', 'warning']);
    assert.deepEqual(await at('file:///w/a/c/Dockerfile'), ['warning', 'off']);
    assert.deepEqual(await at('file:///Dockerfile'), ['warning', 'warning']);
  });

  it('is the weakest, key by key', async () => {
    const texts = {
      [`file:///w${hadolint}`]: 'override: {error: [DL3014, DL3025, DL4000, DL3065]}',
      [`file:///w${own}`]: 'rules: {DL3014: info}',
    };
    const editor = readConfigFile('file:///e', 'rules: {DL3025: hint}', known).contents;
    const { config } = await resolve('file:///w/Dockerfile', texts, {
      given: { rules: { DL4000: 'hint' } },
      editor: () => ({ contents: editor }),
    });
    assert.deepEqual(
      ['apt-get-without-yes', 'shell-form-command', 'maintainer-deprecated', 'redundant-target-platform'].map(
        (id) => severity(config, id),
      ),
      ['info', 'hint', 'hint', 'error'],
    );
  });

  it('raises what is quiet by default and switches on what is off', async () => {
    const texts = { [`file:///w${hadolint}`]: 'override: {warning: [DL3065, DL1001]}' };
    const { config } = await resolve('file:///w/Dockerfile', texts);
    assert.equal(severity(config, 'redundant-target-platform'), 'warning');
    assert.equal(severity(config, 'inline-ignore'), 'warning');
    assert.ok(config.active(rules).some(({ rule }) => rule.id === 'dockerfile/inline-ignore'));
  });

  it('speaks of Dockerfiles only', async () => {
    const files = new ConfigFiles(
      async (uri) => (uri.endsWith(hadolint) ? 'no-fail: true' : undefined),
      (uri, text) => readConfigFile(uri, text, known),
    );
    assert.equal((await files.peers('file:///w/a.yaml', 'kubernetes')).length, 0);
    assert.equal((await files.peers('file:///w/a.yaml', undefined)).length, 0);
    assert.equal((await files.peers('file:///w/Dockerfile', 'dockerfile')).length, 1);
  });
});
