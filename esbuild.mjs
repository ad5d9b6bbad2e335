import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { context } from 'esbuild';

const minify = process.argv.includes('--minify');
const watch = process.argv.includes('--watch');

/** What every bundle shares. Source maps are for the debugger: the package is built with --minify and has none. */
const shared = {
  bundle: true,
  target: 'es2022',
  // V8 keeps what it has read: without blanks, two thirds. Names are left to debuggers and profiles.
  minifyWhitespace: true,
  minifySyntax: true,
  minifyIdentifiers: minify,
  sourcemap: minify ? false : 'linked',
  legalComments: 'none',
  // Korean as \u escapes: a program that is ASCII takes V8 one byte a character, any other one takes it two.
  charset: 'ascii',
  logLevel: 'warning',
};

/** esbuild leaves regular expressions as they are, and one character in one of them is enough. */
const asciiPatterns = {
  name: 'ascii-patterns',
  setup: ({ initialOptions, onEnd }) => onEnd(() => escapePatterns(initialOptions.outfile)),
};

function escapePatterns(file) {
  const text = readFileSync(file, 'utf8');
  const escaped = text.replace(/\\?[^\0-\x7f]|\\./g, (part) =>
    part.at(-1) > '\x7f' ? `\\u${part.at(-1).charCodeAt(0).toString(16).padStart(4, '0')}` : part,
  );
  if (escaped !== text) writeFileSync(file, escaped);
}

const node = { ...shared, platform: 'node', format: 'cjs', target: 'node20', plugins: [asciiPatterns] };

const bundles = [
  {
    // For desktops and browsers: what only one of them has is evaluated there alone.
    ...node,
    target: shared.target,
    entryPoints: ['client/src/extension.ts'],
    outfile: 'dist/client.js',
    external: ['vscode'],
    // Asked for by name, and hidden from whoever bundles for Node.
    alias: Object.fromEntries(
      ['vscode-languageclient', 'vscode-languageserver-protocol', 'vscode-jsonrpc'].map((name) => [
        `${name}/browser`,
        `./node_modules/${name}/lib/browser/main.js`,
      ]),
    ),
  },
  {
    // For Node and for web workers: `server/src/server.ts` finds out where it runs.
    ...node,
    target: shared.target,
    // A worker has no module to keep top-level names in.
    format: 'iife',
    entryPoints: ['server/src/server.ts'],
    outfile: 'dist/server.js',
    // Whoever has two editions gives the one that needs no Node. That of yaml is chosen by hand: it asks for Node first.
    conditions: ['browser'],
    alias: { yaml: './node_modules/yaml/browser/index.js' },
  },
  {
    ...node,
    entryPoints: ['server/src/cli.ts'],
    outfile: 'dist/cli.js',
    banner: { js: '#!/usr/bin/env node' },
  },
  { ...node, entryPoints: ['server/src/cli/program.ts'], outfile: 'dist/program.js' },
  { ...node, entryPoints: ['server/src/desktop.ts'], outfile: 'dist/desktop.js' },
  // What draws in the views: a script and a style sheet each, in a frame of their own.
  ...['layers', 'objects'].map((view) => ({
    ...shared,
    platform: 'browser',
    format: 'iife',
    entryPoints: [`client/webview/${view}.ts`],
    outfile: `dist/${view}-view.js`,
  })),
];

mkdirSync('dist', { recursive: true });
// Read beside the program, and only when they are needed.
for (const asset of ['kubernetes-schema.json', 'cloudbuild-schema.json', 'notes.json'])
  copyFileSync(`server/src/generated/${asset}`, `dist/${asset}`);
writeFileSync('dist/labs.json', JSON.stringify(labs()));

/** The labs as one file, since an extension on the web cannot list a folder of its own. Each as it begins. */
function labs() {
  const entries = readdirSync('labs', { recursive: true, withFileTypes: true }).filter((one) => one.isFile());
  const names = entries.map(({ parentPath, name }) => `${parentPath}/${name}`.replaceAll('\\', '/')).sort();
  const begun = names.map((name) => [name.replace('/start/', '/'), readFileSync(name, 'utf8')]);
  const own = names.map((name) => [name, readFileSync(name, 'utf8')]);
  const all = Object.fromEntries([...own, ...begun.filter(([name], i) => name !== names[i])]);
  return Object.fromEntries(Object.entries(all).map(([name, text]) => [name.slice('labs/'.length), text]));
}

const contexts = await Promise.all(bundles.map((options) => context(options)));
if (watch) {
  await Promise.all(contexts.map((one) => one.watch()));
  console.log('Watching. Ctrl+C ends it.');
} else {
  try {
    await Promise.all(contexts.map((one) => one.rebuild()));
  } catch {
    // esbuild has already said what is wrong.
    process.exitCode = 1;
  } finally {
    await Promise.all(contexts.map((one) => one.dispose()));
  }
}
