import { readdirSync, readFileSync } from 'node:fs';
import type { Output } from './files';

/** The licences of everything that ships inside the bundles, as those licences ask. */
export function writeNotices(output: Output): void {
  const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
    packages: Record<string, { readonly version: string; readonly license?: string; readonly dev?: boolean }>;
  };
  const libraries = Object.entries(packages).filter(([folder, { dev }]) => folder !== '' && !dev);
  const sections = new Map<string, string>();
  for (const [folder, { version, license }] of libraries) {
    const name = folder.slice(folder.lastIndexOf('node_modules/') + 'node_modules/'.length);
    sections.set(`${name} ${version} (${license})`, licenceIn(folder));
  }
  const apache = readFileSync('tools/schema/LICENSE', 'utf8');
  sections.set('Kubernetes API descriptions (Apache-2.0)', apache);
  sections.set('Google Cloud Build API descriptions (Apache-2.0)', apache);
  const text = [...sections].map(([title, licence]) => `${'='.repeat(80)}\n${title}\n\n${licence.trim()}\n`);
  output.file(
    'THIRD-PARTY-NOTICES.txt',
    `Container Tutor contains the following works of others.\n\n${text.join('\n')}`,
  );
}

function licenceIn(folder: string): string {
  const name = readdirSync(folder).find((file) => /^licen[sc]e/i.test(file));
  if (!name) throw new Error(`${folder} has no licence file`);
  return readFileSync(`${folder}/${name}`, 'utf8').replaceAll('\r\n', '\n');
}
