import { type PlacedProblem, readPlaced } from '../config/placed';
import { below, childOf, nameOf, pathOf } from '../core/address';
import type { Files } from '../core/files';
import { LAB_FILE, labsAmong, SOLUTION, START } from '../core/lab-folder';
import type { Known } from './expected';
import type { Lab, Texts } from './lab';
import { readLab } from './read';

/** A lab with the folder it is in. */
export interface LabFolder {
  /** Its URI. */
  readonly folder: string;
  /** The folder's name: `03-layers`. */
  readonly id: string;
  readonly lab: Lab;
  /** The lab.yaml, and what is wrong with it. */
  readonly text: string;
  readonly problems: readonly PlacedProblem[];
}

/** How the files of labs are reached. */
export interface LabAccess extends Known {
  readonly files: Files;
  /** The text of a file as it is now, where that is not what is stored. */
  readonly open?: (uri: string) => string | undefined;
}

/** The labs at or below a folder, in the order of their names. */
export async function findLabs(folder: string, { files, languages }: LabAccess): Promise<readonly string[]> {
  const ours = (uri: string) =>
    nameOf(uri) === LAB_FILE || uri.includes(`/${START}/`) || isClaimed(uri, languages);
  const uris: string[] = [];
  for await (const uri of files.list(folder, ours)) uris.push(uri);
  return labsAmong(uris);
}

/** Undefined where there is no lab.yaml. */
export async function readLabFolder(folder: string, access: LabAccess): Promise<LabFolder | undefined> {
  const uri = childOf(folder, LAB_FILE);
  const text = access.open?.(uri) ?? (await access.files.read(uri));
  if (text === undefined) return undefined;
  const { contents: lab, problems } = readPlaced(uri, text, (value) => readLab(value, access));
  return { folder, id: nameOf(pathOf(folder)), lab, text, problems };
}

/** What the lab begins with, or one way to pass it. */
export async function givenTexts(
  { folder, lab }: LabFolder,
  side: typeof START | typeof SOLUTION,
  { files }: LabAccess,
): Promise<Texts> {
  const texts = new Map<string, string>();
  for (const name of lab.files) {
    const text = await files.read(childOf(folder, `${side}/${name}`));
    if (text !== undefined) texts.set(name, text);
  }
  return texts;
}

/** What is there now: the files of the lab, and whatever else of ours somebody put beside them. */
export async function currentTexts({ folder, lab }: LabFolder, access: LabAccess): Promise<Texts> {
  const names = new Set(lab.files);
  const wanted = (uri: string) => isClaimed(uri, access.languages);
  for await (const uri of access.files.list(folder, wanted)) {
    const name = below(folder, uri);
    if (name !== undefined && name !== LAB_FILE && !GIVEN.test(name)) names.add(name);
  }
  const texts = new Map<string, string>();
  for (const name of names) {
    const uri = childOf(folder, name);
    const text = access.open?.(uri) ?? (await access.files.read(uri));
    if (text !== undefined) texts.set(name, text);
  }
  return texts;
}

const GIVEN = new RegExp(`^(?:${START}|${SOLUTION})/`);

function isClaimed(uri: string, languages: LabAccess['languages']): boolean {
  return languages.some((language) => language.claims({ uri, path: pathOf(uri) }));
}
