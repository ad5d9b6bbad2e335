import { copyFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type BuildOptions, build, type Plugin } from 'esbuild';
import { notes } from './tiny';

export const SERVER = 'server/src/server.ts';

/** As in `esbuild.mjs`: for Node and for web workers. */
const anywhere: BuildOptions = {
  format: 'iife',
  conditions: ['browser'],
  alias: { yaml: './node_modules/yaml/browser/index.js' },
};

/**
 * Bundles an entry as the product is bundled, so that tests run what users run.
 * @param tiny puts the language of `tinyLanguage.ts` in the place of all others
 * @returns the script's path
 */
export async function bundle(entry: string, name: string, { tiny = false } = {}): Promise<string> {
  const folder = `out/protocol/${name}`;
  const outfile = `${folder}/${name}.js`;
  await build({
    entryPoints: [entry],
    outfile,
    bundle: true,
    platform: 'node',
    target: 'node20',
    ...(entry === SERVER ? anywhere : { format: 'cjs' }),
    sourcemap: 'linked',
    logLevel: 'error',
    plugins: tiny ? [tinyOnly] : [],
  });
  // Read beside the script, as in the package.
  for (const asset of ['kubernetes-schema.json', 'cloudbuild-schema.json'])
    await copyFile(`server/src/generated/${asset}`, `${folder}/${asset}`);
  if (tiny) await writeFile(`${folder}/notes.json`, JSON.stringify(notes));
  else await copyFile('server/src/generated/notes.json', `${folder}/notes.json`);
  return outfile;
}

const tinyOnly: Plugin = {
  name: 'tiny',
  setup({ onResolve }) {
    onResolve({ filter: /\/languages$/ }, () => ({
      path: path.resolve('test/protocol/tiny.ts'),
    }));
  },
};
