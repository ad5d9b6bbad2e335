import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { configurationIn } from '../client/src/trust';
import { readSettings } from '../server/src/lsp/settings';

describe('ShellCheck in settings', () => {
  const known = { names: { resolve: () => new Set(), rules: () => [] }, rules: [] } as never;
  const program = (section: unknown) => readSettings(section, known).settings.shellCheck;
  const section = {
    hover: 'off',
    dockerfile: { lint: 'on', shellcheck: true, shellcheckPath: '/opt/shellcheck' },
  };

  it('is off, on, and somewhere else', () => {
    assert.equal(program({}), undefined);
    assert.equal(
      program({ dockerfile: { shellcheck: false, shellcheckPath: '/opt/shellcheck' } }),
      undefined,
    );
    assert.equal(program({ dockerfile: { shellcheck: 'true' } }), undefined);
    assert.equal(program({ dockerfile: { shellcheck: true } }), 'shellcheck');
    assert.equal(program({ dockerfile: { shellcheck: true, shellcheckPath: '' } }), 'shellcheck');
    assert.equal(program(section), '/opt/shellcheck');
    assert.equal(program({ 'dockerfile.shellcheck': true }), 'shellcheck');
  });

  for (const isTrusted of [true, false])
    it(`${isTrusted ? 'counts' : 'does not count'} in a workspace that is ${isTrusted ? '' : 'not '}trusted`, async () => {
      const read = configurationIn({ isTrusted, onDidGrantWorkspaceTrust: () => ({ dispose() {} }) });
      const told = await read({ items: [] }, undefined as never, async () => [section, null, {}]);
      assert.ok(Array.isArray(told));
      assert.deepEqual(told.map(program), [isTrusted ? '/opt/shellcheck' : undefined, undefined, undefined]);
      const { settings } = readSettings(told[0], known);
      assert.deepEqual([settings.hover, settings.dockerfileLint], ['off', 'on']);
    });
});
