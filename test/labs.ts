import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { NameIndex } from '../server/src/core/names';
import { NodeFiles, uriOfPath } from '../server/src/files/node';
import { checkLab, type Result } from '../server/src/labs/check';
import { type LabAccess, type LabFolder, readLabFolder } from '../server/src/labs/folder';
import type { Lab, Texts } from '../server/src/labs/lab';
import { readLab } from '../server/src/labs/read';
import { languages } from '../server/src/languages';

/** The labs of the product, as tests look at them. */
export const names = new NameIndex(languages.flatMap(({ rules }) => rules));
export const access: LabAccess = { files: new NodeFiles(), names, languages };

export const folders = readdirSync('labs').filter((name) => statSync(`labs/${name}`).isDirectory());

export async function labIn(name: string): Promise<LabFolder> {
  const lab = await readLabFolder(uriOfPath(path.resolve('labs', name)), access);
  if (!lab) throw new Error(`labs/${name} has no lab.yaml`);
  return lab;
}

/** All files below a folder of a lab, by their names in the lab. */
export function textsIn(folder: string): Texts {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll(path.sep, '/'))
    .filter((name) => statSync(`${folder}/${name}`).isFile());
  return new Map(files.map((name) => [name, readFileSync(`${folder}/${name}`, 'utf8')]));
}

export function asset(name: string): Promise<string> {
  return Promise.resolve(readFileSync(`server/src/generated/${name}`, 'utf8'));
}

export function tryLab(lab: Lab, start: Texts, now: Texts): Promise<Result> {
  return checkLab({ folder: 'file:///lab', lab, start, now }, languages, asset);
}

/** A lab that expects one thing. */
export function expecting(item: object): Lab {
  return readLab({ expect: [item] }, access).contents;
}
