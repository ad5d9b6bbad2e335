import { nameOf, parentOf } from './address';

/** The file that makes a folder a lab, the folder of the texts it begins with, and that of one way to pass. */
export const LAB_FILE = 'lab.yaml';
export const START = 'start';
export const SOLUTION = 'solution';

/** The folders of labs, as URIs: those with a lab.yaml and texts to begin with. */
export function labsAmong(uris: Iterable<string>): readonly string[] {
  const all = [...uris];
  return all
    .filter((uri) => nameOf(uri) === LAB_FILE)
    .map((uri) => parentOf(uri)!)
    .filter((folder) => all.some((uri) => uri.startsWith(`${folder}/${START}/`)))
    .sort();
}

/** Worlds of their own: what stands in one lab says nothing of another, nor its solution of what is being written. */
export function worldsAmong(uris: Iterable<string>): readonly string[] {
  return labsAmong(uris).flatMap((folder) => [folder, `${folder}/${START}`, `${folder}/${SOLUTION}`]);
}
