import type { ReadAsset } from '../../core/language';
import type { SchemaFile } from './file';
import { BuildTypes } from './schema';

/** The name the shipped file has beside the program. */
const SCHEMA_ASSET = 'cloudbuild-schema.json';

/** Read once and the same for everyone, like code; not there until somebody opens a build. */
let types: BuildTypes | undefined;

export async function loadSchema(read: ReadAsset): Promise<void> {
  types ??= new BuildTypes(JSON.parse(await read(SCHEMA_ASSET)) as SchemaFile);
}

/** Undefined until it is loaded. */
export function buildTypes(): BuildTypes | undefined {
  return types;
}
