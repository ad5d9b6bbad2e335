import type { ReadAsset } from '../../core/language';
import type { SchemaFile } from './file';
import { type Schema, ShippedSchema } from './schema';

/** The name the shipped file has beside the program. */
export const SCHEMA_ASSET = 'kubernetes-schema.json';

/** Read once and the same for everyone, like code; not there until somebody opens a manifest. */
let file: SchemaFile | undefined;
const versions = new Map<string, Schema>();

export async function loadSchema(read: ReadAsset): Promise<void> {
  file ??= JSON.parse(await read(SCHEMA_ASSET)) as SchemaFile;
}

export function isLoaded(): boolean {
  return file !== undefined;
}

/** The minor versions there are, oldest first; none until it is loaded. */
export function shippedVersions(): readonly string[] {
  return file?.versions ?? [];
}

/** The API of a minor version (`1.35`); undefined until it is loaded. */
export function schemaOf(minor: string): Schema | undefined {
  if (!file) return undefined;
  const known = versions.get(minor) ?? new ShippedSchema(file, minor);
  versions.set(minor, known);
  return known;
}
