import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readConfigFile } from '../server/src/config/file';
import { ConfigFiles } from '../server/src/config/find';
import { kindGiven } from '../server/src/config/kind';
import { KUBE_LINTER_CHECKS } from '../server/src/config/kubeLinterChecks';
import { wholePaths } from '../server/src/config/paths';
import { Configs, type Sources } from '../server/src/config/resolve';
import type { Config } from '../server/src/core/config';
import type { AnyRule } from '../server/src/core/language';
import { NameIndex, namesOf } from '../server/src/core/names';
import type { PeerName } from '../server/src/core/rule';
import { renderMessage } from '../server/src/core/text';
import { languages } from '../server/src/languages';

const like = (id: string, also: readonly PeerName[], more: object) =>
  ({ ...languages[1]!.rules[0]!, id: `kubernetes/${id}`, also, options: {}, ...more }) as unknown as AnyRule;
/** One on by default, one off, one off that strict has, one that is off here and on there. */
const rules = [
  like('on', ['kube-linter/ssh-port', 'kube-score/label-values'], { severity: 'warning' }),
  like('off', ['kube-linter/sorted-keys'], { severity: 'off' }),
  like('strict', ['kube-linter/dangling-ingress'], { severity: 'off', strict: 'warning' }),
  like('theirs', ['kube-linter/run-as-non-root', 'kube-linter/no-node-affinity'], {
    severity: 'off',
    strict: 'info',
  }),
  like('other', ['polaris/tagNotSpecified'], { severity: 'info' }),
];
const known = { names: new NameIndex(rules), rules };
const FILE = 'file:///w/.kube-linter.yaml';

function read(text: string) {
  const { contents, problems } = readConfigFile(FILE, text, known);
  return {
    ...contents,
    problems: problems.map(
      ({ start, end, message }) => `${text.slice(start, end)}: ${renderMessage(message, 'en')}`,
    ),
  };
}

function resolve(uri: string, texts: Record<string, string>, sources: Partial<Sources> = {}) {
  const files = new ConfigFiles(
    async (uri) => texts[uri],
    (uri, text) => readConfigFile(uri, text, known),
  );
  return new Configs(known.names, {
    file: (uri) => files.nearest(uri),
    peers: (uri) => files.peers(uri, 'kubernetes'),
    home: '/home/me',
    ...sources,
  }).of(uri);
}

const severity = (config: Config, id: string) => {
  const rule = rules.find((rule) => rule.id === `kubernetes/${id}`)!;
  return config.severity(rule, namesOf(rule));
};
const severities = async (
  text: string,
  more: Record<string, string> = {},
  sources: Partial<Sources> = {},
) => {
  const { config } = await resolve('file:///w/a/web.yaml', { [FILE]: text, ...more }, sources);
  return ['on', 'off', 'strict', 'theirs', 'other'].map((id) => severity(config, id)).join(' ');
};
const ignored = async (patterns: string, path = '/w/a/web.yaml') =>
  (await resolve(`file://${path}`, { [FILE]: `checks: {ignorePaths: ${patterns}}` })).ignored;

describe('a .kube-linter.yaml', () => {
  it('knows 63 checks, 31 of them on', () => {
    const { default: on, optional } = KUBE_LINTER_CHECKS;
    assert.deepEqual([on.length, optional.length, new Set([...on, ...optional]).size], [31, 32, 63]);
  });

  it('changes nothing by being there', async () => {
    assert.equal(await severities(''), 'warning off off off info');
    assert.equal(await severities('checks: {}\ncustomChecks: []\n'), 'warning off off off info');
    assert.equal(await severities('checks:\n  addAllBuiltIn: false\n'), 'warning off off off info');
  });

  it('switches on what it includes: as loud as strict has it, and what is on stays as it is', async () => {
    const text = 'checks:\n  include: [ssh-port, sorted-keys, dangling-ingress]\n';
    assert.deepEqual(read(text).problems, []);
    assert.equal(await severities(text), 'warning info warning off info');
  });

  it('adds all', async () =>
    assert.equal(await severities('checks: {addAllBuiltIn: true}'), 'warning info warning info info'));

  it('excludes, which wins', async () => {
    assert.equal(
      await severities(
        'checks: {addAllBuiltIn: true, include: [ssh-port], exclude: [ssh-port, sorted-keys]}',
      ),
      'off off warning info info',
    );
  });

  it('runs nothing of its own but what it includes, when told so', async () => {
    assert.equal(await severities('checks: {doNotAutoAddDefaults: true}'), 'off off off off info');
    assert.equal(
      await severities('checks: {doNotAutoAddDefaults: true, include: [ssh-port]}'),
      'warning off off off info',
    );
    assert.equal(
      await severities('checks: {doNotAutoAddDefaults: true, addAllBuiltIn: true, exclude: [sorted-keys]}'),
      'warning off warning info info',
    );
  });

  it('is the weakest source, key by key', async () => {
    const own = {
      'file:///w/.container-tutor.yaml': 'rules: {sorted-keys: error, ssh-port: hint, dangling-ingress: off}',
    };
    const text = 'checks: {include: [sorted-keys, dangling-ingress, run-as-non-root], exclude: [ssh-port]}';
    assert.equal(await severities(text, own), 'hint error off info info');
    assert.equal(await severities(text, own, { given: { profile: 'strict' } }), 'hint error off info info');
  });

  it('is found by walking up, the nearest one alone, .yaml before .yml', async () => {
    const texts = {
      [FILE]: 'checks: {exclude: [ssh-port]}',
      'file:///w/a/.kube-linter.yml': 'checks: {include: [sorted-keys]}',
      'file:///w/a/b/.kube-linter.yaml': 'checks: {}',
      'file:///w/a/b/.kube-linter.yml': 'checks: {include: [dangling-ingress]}',
    };
    const at = async (uri: string) => {
      const { config } = await resolve(uri, texts);
      return ['on', 'off', 'strict'].map((id) => severity(config, id)).join(' ');
    };
    assert.equal(await at('file:///w/c/d/x.yaml'), 'off off off');
    assert.equal(await at('file:///w/a/x.yaml'), 'warning info off');
    assert.equal(await at('file:///w/a/b/c/x.yaml'), 'warning off off');
    assert.equal(await at('file:///x.yaml'), 'warning off off');
  });

  it('speaks of manifests only', async () => {
    const files = new ConfigFiles(
      async (uri) => (uri === FILE ? 'checks: {}' : undefined),
      (uri, text) => readConfigFile(uri, text, known),
    );
    const count = async (language?: string) => (await files.peers('file:///w/a', language)).length;
    assert.deepEqual(
      [await count('dockerfile'), await count(undefined), await count('kubernetes')],
      [0, 0, 1],
    );
  });

  it('takes keys in any case and lists as one text, as kube-linter does', async () => {
    const text = 'Checks:\n  ADDALLBUILTIN: true\n  exclude: ssh-port,sorted-keys\n';
    assert.deepEqual(read(text).problems, []);
    assert.equal(await severities(text), 'off off warning info info');
  });

  it('is told what does not work', () => {
    const told: Record<string, string[]> = {
      'checks: {include: [ssh-prt]}': ['ssh-prt: There is no rule `ssh-prt`. Did you mean `ssh-port`?'],
      'checks: {exclude: [Ssh-Port]}': ['Ssh-Port: There is no rule `Ssh-Port`. Did you mean `ssh-port`?'],
      'checks: {exclude: [kube-linter/ssh-port]}': [
        'kube-linter/ssh-port: There is no rule `kube-linter/ssh-port`. Did you mean `ssh-port`?',
      ],
      'checks: {exclude: [zzzzzz]}': [
        'zzzzzz: There is no rule `zzzzzz`. `container-tutor rules` lists every name',
      ],
      'checks: {includes: [ssh-port]}': ['includes: There is no setting `includes`. Did you mean `include`?'],
      'check: {}': ['check: There is no setting `check`. Did you mean `checks`?'],
      'checks: {addAllBuiltIn: perhaps}': ['perhaps: `addAllBuiltIn` is true or false'],
      'checks: [ssh-port]': ['[: `checks` holds one `name: value` per line'],
      'customChecks:\n  - name: mine\n    template: minimum-replicas\n    params: {minReplicas: 3}\n': [
        'mine: Custom checks do not run here: what `mine` looks for is not found',
        'params: Parameters are not read from here. Write them under `options` in a `.container-tutor.yaml`',
      ],
      'customChecks: [{template: ports}]': [
        'template: Custom checks do not run here: what `ports` looks for is not found',
      ],
      'customChecks: [{name: mine, template: ports}]\nchecks: {include: [mine]}': [
        'mine: Custom checks do not run here: what `mine` looks for is not found',
      ],
    };
    for (const [text, problems] of Object.entries(told))
      assert.deepEqual(read(text).problems, problems, text);
  });

  it('never throws, and keeps what can be used', () => {
    const text =
      'checks:\n  exclude:\n    - ssh-port\n    - {a: b}\n  ignorePaths: ["a\ncustomChecks: [7, {name: x}]\n';
    for (let end = 0; end <= text.length; end++) read(text.slice(0, end));
    for (const one of [
      'checks:',
      'checks: 7',
      'customChecks: a',
      'customChecks: [null]',
      '- a',
      'checks: {exclude: }',
    ])
      read(one);
    assert.deepEqual(read('checks: {exclude: [ssh-port, 7]}').settings.rules, {
      'kube-linter/ssh-port': 'off',
    });
  });

  it('goes by another name on a command line', () => {
    for (const name of ['ci/kube-linter.yaml', '.kube-linter.yml'])
      assert.equal(kindGiven(`file:///w/${name}`).language, 'kubernetes', name);
  });
});

describe('its ignorePaths', () => {
  it('are whole paths from its folder', async () => {
    assert.equal(await ignored('["a/web.yaml"]'), true);
    assert.equal(await ignored('["./a/*.yaml"]'), true);
    assert.equal(await ignored('["*.yaml"]'), false);
    assert.equal(await ignored('["*.yaml"]', '/w/web.yaml'), true);
    assert.equal(await ignored('[a]'), false);
    assert.equal(await ignored('["a/**"]'), true);
    assert.equal(await ignored('["**/web.yaml"]'), true);
    assert.equal(await ignored('["**/*.{yml,yaml}"]'), true);
    assert.equal(await ignored('["a/w?b.yaml", "x"]'), true);
    assert.equal(await ignored('["a/[v-x]eb.yaml"]'), true);
  });

  it('may be absolute, of the home folder, or lead out of the own', async () => {
    assert.equal(await ignored('[/w/a/web.yaml]'), true);
    assert.equal(await ignored('[../w/a/web.yaml]'), true);
    assert.equal(await ignored('[../x/**]'), false);
    assert.equal(await ignored('["~/**"]'), false);
    const home = wholePaths(['~/k8s/**'], 'file:///w', '/home/me');
    assert.deepEqual([home('/home/me/k8s/a.yaml'), home('/home/me/a.yaml')], [true, false]);
    assert.equal(wholePaths(['~/**'], 'file:///w')('/w/~/a'), false);
    assert.equal(wholePaths(['~~/a', '~me/a'], 'file:///w', '/home/me')('/home/me/a'), false);
  });

  it('know no other signs, and a folder’s name is no pattern', () => {
    assert.equal(wholePaths(['!a/web.yaml'], 'file:///w')('/w/b.yaml'), false);
    assert.equal(wholePaths(['+(a).yaml'], 'file:///w')('/w/aa.yaml'), false);
    assert.equal(wholePaths(['*.yaml'], 'file:///w/%5Bx%5D')('/w/[x]/a.yaml'), true);
    assert.equal(wholePaths(['*.yaml'], 'file:///w/%5Bx%5D')('/w/x/a.yaml'), false);
    assert.equal(wholePaths(['*.yaml'], 'file:///w')('/w/.hidden.yaml'), true);
    assert.equal(wholePaths(['[a'], 'file:///w')('/w/a'), false);
  });
});
