import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { NameIndex } from '../core/names';
import { NOTES_ASSET, type Note, Notes } from '../core/note';
import { renderNotePage } from '../core/note-page';
import { renderRulePage } from '../core/rule-page';
import type { Text } from '../core/text';
import { languages } from '../languages';
import { choose, readArguments } from './arguments';
import { CannotRun, EXIT } from './exit';
import { unknownName } from './lintOptions';
import type { World } from './main';

/** `container-tutor explain NAME`: the page of a rule (by any of its names) or of a concept. */
export async function explain(args: readonly string[], { lang, out }: World): Promise<number> {
  const { values, positionals } = readArguments(args, { language: { type: 'string', default: 'auto' } });
  choose('--language', values.language, ['auto', 'ko', 'en']);
  const [name, ...more] = positionals;
  if (name === undefined || more.length > 0) throw new CannotRun(USAGE);
  const notes = new Notes(JSON.parse(await readFile(path.join(__dirname, NOTES_ASSET), 'utf8')));
  // Links lead nowhere in a terminal; the names they stand for are enough.
  const look = { lang, note: (id: string) => notes.get(id), link: () => undefined };
  const known = languages.flatMap((language) => language.rules.map((rule) => ({ language, rule })));
  const rules = known.map(({ rule }) => rule);
  const named = new NameIndex(rules).rules(name);
  const pages = [
    ...known
      .filter(({ rule }) => named.includes(rule))
      .map(({ rule, language }) => renderRulePage(rule, language, look)),
    ...notes.all
      .filter((note) => isCalled(note, name))
      .map((note) => renderNotePage(note, notes, rules, look)),
  ];
  if (pages.length === 0)
    throw unknownName(name, [
      ...rules.flatMap(({ id, also }) => [id, ...also]),
      ...notes.all.map(({ id }) => id),
    ]);
  out.write(pages.map(forTerminal).join('\n---\n\n'));
  return EXIT.clean;
}

/** `concepts/layer`, `layer`, or the title in either language. */
function isCalled({ id, body }: Note, name: string): boolean {
  const lower = name.toLowerCase();
  return [id, id.slice(id.lastIndexOf('/') + 1), body.ko.title, body.en.title].some(
    (known) => known.toLowerCase() === lower,
  );
}

/** Addresses written out, so that a terminal can open them. */
function forTerminal(page: string): string {
  return page.replaceAll(/\[([^\]\n]+)\]\((https?:[^)\s]+)\)/g, '$1 <$2>');
}

const USAGE: Text = {
  ko: 'explain에는 이름이 하나 있어야 한다. 예: container-tutor explain DL3014',
  en: 'explain needs one name, such as: container-tutor explain DL3014',
};
