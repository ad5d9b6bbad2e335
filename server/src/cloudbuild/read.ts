import type { FileInfo } from '../core/language';
import { readDocument } from '../yaml/document';
import { asMap, asScalar, entriesOf, itemsOf, keySpan } from '../yaml/navigate';
import type { YamlDocument, YamlMap } from '../yaml/node';
import { readParts } from '../yaml/parts';
import { commandsOf } from './commands';
import { sortOf } from './detect';
import { field, fieldPair, scalarAt, scalarsAt } from './field';
import type { Build, BuildFile, Step } from './model';

/**
 * Reads a file of Cloud Build. Total: any text gives a model.
 * @param previous the model of the text before the edit: documents that did not change are handed on as they are.
 */
export function readBuild(text: string, file: FileInfo, previous?: BuildFile): BuildFile {
  const before = previous?.file.uri === file.uri ? previous : undefined;
  const read = readParts<Build>(text, file.uri, before, (own, part) => {
    const document = readDocument(own, part);
    const sort = sortOf(document);
    const root = sort === 'other' ? undefined : asMap(document.root);
    return {
      part,
      file,
      document,
      sort,
      root,
      steps: itemsOf(field(root, 'steps')).flatMap((node, index) =>
        node.type === 'map' ? readStep(document, node, index) : [],
      ),
      images: [...scalarsAt(root, 'images'), ...scalarsAt(root, 'artifacts', 'images')],
      substitutions: entriesOf(field(root, 'substitutions')).map((pair) => ({
        name: pair.name,
        pair,
        value: asScalar(pair.value),
      })),
    };
  });
  return { file, ...read };
}

function readStep(document: YamlDocument, node: YamlMap, index: number): Step {
  const name = scalarAt(node, 'name');
  const id = scalarAt(node, 'id');
  const step = {
    node,
    index,
    name,
    id,
    entrypoint: scalarAt(node, 'entrypoint'),
    args: scalarsAt(node, 'args'),
    script: scalarAt(node, 'script'),
    env: scalarsAt(node, 'env'),
    waitFor: fieldPair(node, 'waitFor') && scalarsAt(node, 'waitFor'),
    anchor: (id ?? name)?.span ?? keySpan(node.pairs[0]?.value ?? node),
  };
  return { ...step, commands: commandsOf(step, document.text) };
}
