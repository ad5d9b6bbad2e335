import { copyFile } from 'node:fs/promises';
import path from 'node:path';
import { build, type Plugin } from 'esbuild';

/**
 * Bundles an entry as the product is bundled, so that tests run what users run.
 * @param tiny puts the language of `tinyLanguage.ts` in the place of all others
 * @returns the script's path
 */
export async function bundle(entry: string, name: string, { tiny = false } = {}): Promise<string> {
  const outfile = `out/protocol/${name}.js`;
  await build({
    entryPoints: [entry],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    sourcemap: 'linked',
    logLevel: 'error',
    plugins: tiny ? [tinyOnly] : [],
  });
  // Read beside the script, as in the package.
  await copyFile('server/src/generated/kubernetes-schema.json', 'out/protocol/kubernetes-schema.json');
  return outfile;
}

const tinyOnly: Plugin = {
  name: 'tiny',
  setup({ onResolve }) {
    onResolve({ filter: /\/(languages|generated\/notes)$/ }, () => ({
      path: path.resolve('test/protocol/tiny.ts'),
    }));
  },
};
