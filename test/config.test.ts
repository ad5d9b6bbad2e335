import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readConfigFile } from '../server/src/config/file';
import { ConfigFinder } from '../server/src/config/find';
import { matcher } from '../server/src/config/paths';
import { Configs, type Sources } from '../server/src/config/resolve';
import { NameIndex } from '../server/src/core/names';
import { renderMessage } from '../server/src/core/text';
import { readSettings } from '../server/src/lsp/settings';
import { tinyLanguage } from './tinyLanguage';

const { rules } = tinyLanguage();
const known = { names: new NameIndex(rules), rules };
const [badWord, lostName, , tooLong] = rules;

/** Every problem as `marked text: message`. */
function problemsOf(text: string): string[] {
  const { problems } = readConfigFile('file:///w/.container-tutor.yaml', text, known);
  return problems.map(
    ({ start, end, message }) => `${text.slice(start, end)}: ${renderMessage(message, 'en')}`,
  );
}

/** Resolves for a document among configuration files given as texts. */
async function resolve(uri: string, texts: Record<string, string>, sources: Partial<Sources> = {}) {
  const finder = new ConfigFinder(
    async (uri) => texts[uri],
    (uri, text) => readConfigFile(uri, text, known),
  );
  const configs = new Configs(known.names, { file: (uri) => finder.nearest(uri), ...sources });
  return configs.of(uri);
}

describe('a configuration file', () => {
  it('is read with all its keys', () => {
    const text = [
      'profile: strict',
      'kubernetesVersion: 1.30',
      'maxLayers: 7',
      'rules: {DL1: off, tiny/lost-name: hint}',
      'ignorePaths: [vendor]',
      'overrides:',
      '- paths: ["*.dev.tiny"]',
      '  rules: {bad-word: error}',
      '  options: {too-long: {maxLayers: 3}}',
    ].join('\n');
    assert.deepEqual(problemsOf(text), []);
    const { contents } = readConfigFile('file:///w/.container-tutor.yaml', text, known);
    assert.deepEqual(contents, {
      settings: {
        profile: 'strict',
        kubernetesVersion: '1.30',
        rules: { DL1: 'off', 'tiny/lost-name': 'hint' },
        options: { 'tiny/too-long': { maxLayers: 7 } },
      },
      ignorePaths: ['vendor'],
      overrides: [
        {
          paths: ['*.dev.tiny'],
          settings: { rules: { 'bad-word': 'error' }, options: { 'tiny/too-long': { maxLayers: 3 } } },
        },
      ],
    });
  });

  it('may be empty, a comment, or say nothing behind a key', () => {
    for (const text of ['', '# nothing\n', 'rules:\n', 'rules: {}\noptions:\noverrides: []\n'])
      assert.deepEqual(problemsOf(text), [], text);
  });

  it('is told what is wrong, where, and what to do', () => {
    const told: Record<string, string> = {
      'rulez: {}': 'rulez: There is no setting `rulez`. Did you mean `rules`?',
      'rules: {bad-wurd: off}': 'bad-wurd: There is no rule `bad-wurd`. Did you mean `tiny/bad-word`?',
      'rules: {zzz: off}': 'zzz: There is no rule `zzz`. `container-tutor rules` lists every name',
      'rules: {bad-word: loud}': 'loud: `bad-word` is one of: off, hint, info, warning, error',
      'rules: [bad-word]': '[: `rules` holds one `name: value` per line',
      'profile: lax': 'lax: `profile` is one of: learner, strict',
      'kubernetesVersion: latest': "latest: `kubernetesVersion` is a Kubernetes version such as '1.35'",
      'maxLayers: many': 'many: `maxLayers` is a number, 1 or more',
      'options: {bad-word: {x: 1}}': 'x: `tiny/bad-word` has no options. Remove this line',
      'options: {too-long: {x: 1}}': 'x: `tiny/too-long` has no option `x`. Use one of: maxLayers',
      'overrides: [{rules: {}}]': 'rules: `paths` is missing here',
      'ignorePaths: vendor': 'vendor: `ignorePaths` holds a list: one `- value` per line',
      'rules:\n\tbad-word: off': '\t: YAML is not indented by tabs. Use spaces',
      'profile: strict\nprofile: learner': 'profile: This setting is written twice. Keep one',
    };
    for (const [text, problem] of Object.entries(told)) assert.deepEqual(problemsOf(text), [problem], text);
  });

  it('never throws and keeps what can be used', () => {
    const text = 'profile: strict\nrules:\n  bad-word: "off\n';
    for (let end = 0; end <= text.length; end++) problemsOf(text.slice(0, end));
    const { contents } = readConfigFile('file:///w/x', 'profile: strict\nmaxLayers: no\n', known);
    assert.equal(contents.settings.profile, 'strict');
  });
});

describe('the configuration of a document', () => {
  const top = 'file:///w/.container-tutor.yaml';
  const deep = 'file:///w/deep/.container-tutor.yaml';

  it('is the nearest one above it, alone', async () => {
    const texts = { [top]: 'rules: {bad-word: off, lost-name: off}', [deep]: 'rules: {bad-word: error}' };
    const { config } = await resolve('file:///w/deep/er/a.tiny', texts);
    assert.equal(config.severity(badWord!, [badWord!.id]), 'error');
    assert.equal(config.severity(lostName!, [lostName!.id]), 'error');
    const above = await resolve('file:///w/a.tiny', texts);
    assert.equal(above.config.severity(badWord!, [badWord!.id]), 'off');
  });

  it('puts command line over file over editor, key by key', async () => {
    const editor = readSettings({ rules: { 'bad-word': 'hint', 'lost-name': 'hint' }, maxLayers: 5 }, known);
    const { config } = await resolve(
      'file:///w/a.tiny',
      { [top]: 'rules: {bad-word: info}\nprofile: learner\n' },
      { given: { profile: 'strict' }, editor: () => ({ contents: editor.settings.contents }) },
    );
    assert.equal(config.severity(badWord!, [badWord!.id]), 'info');
    assert.equal(config.severity(lostName!, [lostName!.id]), 'hint');
    assert.equal(config.severity(tooLong!, [tooLong!.id]), 'warning');
    assert.deepEqual(config.active(rules)[3]?.options, { maxLayers: 5 });
  });

  it('follows overrides by path, the last that fits first', async () => {
    const overrides =
      'overrides:\n- {paths: ["dev/**"], rules: {bad-word: hint}}\n- {paths: [b.tiny], rules: {DL1: error}}\n';
    const severity = async (uri: string) => {
      const { config } = await resolve(uri, { [top]: overrides });
      return config.severity(badWord!, [badWord!.id, 'hadolint/DL1']);
    };
    assert.equal(await severity('file:///w/a.tiny'), 'warning');
    assert.equal(await severity('file:///w/dev/x/a.tiny'), 'hint');
    assert.equal(await severity('file:///w/dev/b.tiny'), 'error');
  });

  it('may say that the document is not to be linted', async () => {
    const ignored = async (uri: string) =>
      (await resolve(uri, { [top]: 'ignorePaths: [vendor, "*.gen.tiny"]' })).ignored;
    assert.equal(await ignored('file:///w/vendor/deep/a.tiny'), true);
    assert.equal(await ignored('file:///w/x/a.gen.tiny'), true);
    assert.equal(await ignored('file:///w/a.tiny'), false);
  });

  it('is the same object while nothing changes, for documents with the same configuration', async () => {
    const finder = new ConfigFinder(
      async (uri) => (uri === top ? 'profile: strict' : undefined),
      (uri, text) => readConfigFile(uri, text, known),
    );
    const configs = new Configs(known.names, { file: (uri) => finder.nearest(uri) });
    const { config } = await configs.of('file:///w/a.tiny');
    assert.equal((await configs.of('file:///w/deep/b.tiny')).config, config);
    finder.forget();
    configs.forget();
    assert.equal((await configs.of('file:///w/a.tiny')).config, config);
  });

  it('works for texts that lie nowhere', async () => {
    const { ignored } = await resolve('untitled:Untitled-1', { [top]: 'ignorePaths: ["**"]' });
    assert.equal(ignored, false);
  });
});

describe('path patterns', () => {
  it('mean names at any depth, folders with all below, or anchored paths', () => {
    const meant = (pattern: string, path: string) => matcher([pattern])(path);
    assert.ok(meant('*.yaml', 'a/b/c.yaml'));
    assert.ok(meant('vendor/', 'a/vendor/c.yaml'));
    assert.ok(meant('/vendor', 'vendor/c.yaml'));
    assert.ok(!meant('/vendor', 'a/vendor/c.yaml'));
    assert.ok(meant('charts/old', 'charts/old/x/y.yaml'));
    assert.ok(meant('**/Dockerfile.dev', 'Dockerfile.dev'));
    assert.ok(meant('.github', '.github/workflows/x.yaml'));
    assert.ok(!meant('*.yaml', 'c.yml'));
  });
});

describe('editor settings', () => {
  it('have defaults for all that is missing or wrong', () => {
    const { settings, problems } = readSettings({ language: 'xx', rules: { nope: 'off' }, trace: {} }, known);
    assert.equal(settings.language, 'auto');
    assert.equal(settings.hover, 'compact');
    assert.equal(problems.length, 1);
    assert.equal(readSettings(null, known).settings.dockerfileLint, 'auto');
    assert.equal(readSettings({ dockerfile: { lint: 'off' } }, known).settings.dockerfileLint, 'off');
  });
});
