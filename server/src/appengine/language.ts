import { nameOf } from '../core/address';
import type { FileInfo, Language, PartOf } from '../core/language';
import { spansAround } from '../yaml/around';
import { readDocument } from '../yaml/document';
import { foldsOf } from '../yaml/folds';
import type { YamlDocument } from '../yaml/node';
import { readParts } from '../yaml/parts';
import { hover, mentions } from './hover';

/** A file `app.yaml` of App Engine: its documents. */
export interface AppFile {
  readonly file: FileInfo;
  readonly parts: readonly PartOf<YamlDocument>[];
  readonly nextSerial: number;
}

/** The keys of App Engine's `app.yaml` are explained; what it makes of them is its own affair, so there are no rules. */
export const appengine: Language<AppFile, YamlDocument> = {
  id: 'appengine',
  usualName: 'app.yaml',
  fence: 'yaml',
  rules: [],
  claims,
  parse: (text, file, previous) => {
    const before = previous?.file.uri === file.uri ? previous : undefined;
    return { file, ...readParts(text, file.uri, before, readDocument) };
  },
  parts: ({ parts }) => parts,
  suppressions: () => [],
  summarise: () => [],
  hover,
  mentions,
  folds: ({ parts }) => parts.flatMap(({ unit }) => foldsOf(unit)),
  around: ({ parts }, part, offset) => {
    const document = parts.find(({ id }) => id === part)?.unit;
    return document ? spansAround(document, offset).map((span) => ({ span })) : [];
  },
};

/** Many a manifest is called `app.yaml`: only the text tells them apart. */
function claims({ uri }: FileInfo, text = ''): boolean {
  return (
    /(?:^|:)app\.ya?ml$/i.test(nameOf(uri)) &&
    /^runtime[ \t]*:/m.test(text) &&
    !/^apiVersion[ \t]*:/m.test(text)
  );
}
