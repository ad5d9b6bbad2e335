import type { FileInfo } from '../core/language';
import { readDocument } from '../yaml/document';
import { readParts } from '../yaml/parts';
import { isExcluded, sortOf } from './detect';
import type { DocumentSort, Manifest, ManifestFile } from './model';
import { readObjects } from './object';

/**
 * Reads all documents of a file. Total: any text gives a model.
 *
 * @param previous the model of the text before the edit: documents that did not change are handed on as they are.
 */
export function readManifests(text: string, file: FileInfo, previous?: ManifestFile): ManifestFile {
  const excluded = isExcluded(text);
  const isSame = previous?.excluded === excluded && previous.file.uri === file.uri;
  const before = isSame ? previous : previous && { parts: [], nextSerial: previous.nextSerial };
  const read = readParts<Manifest>(text, file.uri, before, (own, part) => {
    const document = readDocument(own, part);
    const sort = excluded ? 'other' : sortOf(document, file);
    const outline = OUTLINED.has(sort) ? readObjects(document.root) : [];
    return { part, file, document, sort, objects: sort === 'object' ? outline : [], outline };
  });
  return { file, excluded, ...read };
}

const OUTLINED: ReadonlySet<DocumentSort> = new Set(['object', 'fragment', 'template', 'custom-resource']);
