import { readFileSync } from 'node:fs';
import { createOnigScanner, createOnigString, loadWASM } from 'vscode-oniguruma';
import { type IGrammar, INITIAL, parseRawGrammar, Registry } from 'vscode-textmate';

/** test/grammars has VS Code's own grammars, see its README. */
const FILES: Readonly<Record<string, string>> = {
  'source.dockerfile': 'test/grammars/dockerfile.json',
  'source.shell': 'test/grammars/shell.json',
};

interface Contribution {
  readonly scopeName: string;
  readonly path: string;
  readonly injectTo?: readonly string[];
}

const own: readonly Contribution[] = JSON.parse(readFileSync('package.json', 'utf8')).contributes.grammars;

/** VS Code's grammar of Dockerfiles with ours injected as the manifest says. */
export async function dockerfileGrammar(): Promise<IGrammar> {
  const wasm = readFileSync(require.resolve('vscode-oniguruma/release/onig.wasm'));
  await loadWASM(wasm.buffer.slice(wasm.byteOffset, wasm.byteOffset + wasm.length));
  const registry = new Registry({
    onigLib: Promise.resolve({ createOnigScanner, createOnigString }),
    loadGrammar: async (scope) => {
      const path = own.find(({ scopeName }) => scopeName === scope)?.path ?? FILES[scope];
      return path ? parseRawGrammar(readFileSync(path, 'utf8'), path) : null;
    },
    getInjections: (scope) =>
      own.filter(({ injectTo }) => injectTo?.includes(scope)).map(({ scopeName }) => scopeName),
  });
  return (await registry.loadGrammar('source.dockerfile'))!;
}

export interface Token {
  readonly start: number;
  readonly end: number;
  /** Without `source.dockerfile`, outermost first. */
  readonly scopes: readonly string[];
}

/** The tokens of a text, with offsets from its start. */
export function tokensOf(grammar: IGrammar, text: string): Token[] {
  let rules = INITIAL;
  let at = 0;
  return text.split('\n').flatMap((line) => {
    const { tokens, ruleStack } = grammar.tokenizeLine(line, rules);
    rules = ruleStack;
    const start = at;
    at += line.length + 1;
    return tokens.map(({ startIndex, endIndex, scopes }) => ({
      start: start + startIndex,
      end: start + Math.min(endIndex, line.length),
      scopes: scopes.slice(1),
    }));
  });
}
