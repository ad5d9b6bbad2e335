import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { EXTENSION } from './editor';

const DIRECTIVE = '# container-tutor ignore=kubernetes/one,two -- a reason';
const SCOPES = {
  'container-tutor': 'keyword.other.directive.container-tutor',
  ignore: 'keyword.control.ignore.container-tutor',
  'kubernetes/one': 'variable.other.constant.rule.container-tutor',
  two: 'variable.other.constant.rule.container-tutor',
  'a reason': 'string.unquoted.reason.container-tutor',
};

/** With VS Code's own tokeniser and its own grammars, which ours is injected into. */
describe('suppression comments', () => {
  for (const [scope, before, after] of [
    ['source.dockerfile', 'FROM debian:13.2-slim', 'RUN true'],
    ['source.yaml', 'spec:', '  replicas: 1'],
  ] as const)
    it(`are coloured in ${scope}, and nothing else is`, async () => {
      const { INITIAL, loadGrammar } = await tokeniser();
      const grammar = await loadGrammar(scope);
      let rules = INITIAL;
      for (const line of [before, `  ${DIRECTIVE}`, after]) {
        const { tokens, ruleStack } = grammar.tokenizeLine(line, rules);
        rules = ruleStack;
        const found = tokens.map(({ startIndex, endIndex, scopes }) => [
          line.slice(startIndex, endIndex),
          scopes.filter((scope) => scope.endsWith('.container-tutor')).at(-1),
        ]);
        const coloured = Object.fromEntries(found.filter(([text = '']) => text in SCOPES));
        assert.deepEqual(coloured, line.includes(DIRECTIVE) ? SCOPES : {});
      }
    });

  it('are left alone where they are text', async () => {
    const { INITIAL, loadGrammar } = await tokeniser();
    const grammar = await loadGrammar('source.yaml');
    let rules = INITIAL;
    for (const line of ['script: |', `  ${DIRECTIVE}`]) {
      const { tokens, ruleStack } = grammar.tokenizeLine(line, rules);
      rules = ruleStack;
      assert.ok(!tokens.some(({ scopes }) => scopes.some((scope) => scope.endsWith('.container-tutor'))));
    }
  });
});

describe('the shell of a Dockerfile', () => {
  it('is coloured in RUN, behind a continuation and in a heredoc', async () => {
    const { INITIAL, loadGrammar } = await tokeniser();
    const grammar = await loadGrammar('source.dockerfile');
    let rules = INITIAL;
    const commands: string[] = [];
    for (const line of [
      'RUN apt-get update \\',
      '  # a comment',
      '  && curl x',
      'RUN <<EOF',
      'make all',
      'EOF',
      'CMD ["bash"]',
    ]) {
      const { tokens, ruleStack } = grammar.tokenizeLine(line, rules);
      rules = ruleStack;
      for (const { startIndex, endIndex, scopes } of tokens)
        if (scopes.some((scope) => scope.startsWith('entity.name.command.shell')))
          commands.push(line.slice(startIndex, endIndex).trim());
    }
    assert.deepEqual(commands.filter(Boolean), ['apt-get', 'curl', 'make']);
  });
});

interface Rules {
  readonly brand?: unknown;
}
interface Grammar {
  tokenizeLine(line: string, rules: Rules): { tokens: Token[]; ruleStack: Rules };
}
interface Token {
  readonly startIndex: number;
  readonly endIndex: number;
  readonly scopes: string[];
}

/** The libraries that VS Code itself colours with, from where it is installed. */
async function tokeniser(): Promise<{ INITIAL: Rules; loadGrammar: (scope: string) => Promise<Grammar> }> {
  const modules = ['node_modules', 'node_modules.asar', 'node_modules.asar.unpacked'].map((name) =>
    join(vscode.env.appRoot, name),
  );
  const find = (path: string) => modules.map((one) => join(one, path)).find((one) => existsSync(one)) ?? path;
  const onig = require(find('vscode-oniguruma'));
  const textmate = require(find('vscode-textmate'));
  await onig.loadWASM(readFileSync(find('vscode-oniguruma/release/onig.wasm')).buffer);
  const registry = new textmate.Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (patterns: string[]) => new onig.OnigScanner(patterns),
      createOnigString: (text: string) => new onig.OnigString(text),
    }),
    loadGrammar: async (scope: string) => textmate.parseRawGrammar(grammarText(scope), 'grammar.json'),
    getInjections: (scope: string) => injections(scope),
  });
  return { INITIAL: textmate.INITIAL, loadGrammar: (scope) => registry.loadGrammar(scope) };
}

interface Contribution {
  readonly scopeName: string;
  readonly path: string;
  readonly injectTo?: readonly string[];
}

function grammars(extension: vscode.Extension<unknown>): readonly Contribution[] {
  return extension.packageJSON.contributes?.grammars ?? [];
}

function injections(scope: string): string[] {
  const own = grammars(vscode.extensions.getExtension(EXTENSION)!);
  return own.filter(({ injectTo }) => injectTo?.includes(scope)).map(({ scopeName }) => scopeName);
}

function grammarText(scope: string): string {
  for (const extension of vscode.extensions.all) {
    const found = grammars(extension).find(({ scopeName }) => scopeName === scope);
    if (found) return readFileSync(join(extension.extensionPath, found.path), 'utf8');
  }
  throw new Error(`Nobody brings a grammar for ${scope}.`);
}
