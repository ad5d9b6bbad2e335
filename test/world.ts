import assert from 'node:assert/strict';
import type { Card } from '../server/src/core/note';
import { once } from '../server/src/core/once';
import { renderCard } from '../server/src/core/page';
import type { Lang } from '../server/src/core/text';
import { kubernetes } from '../server/src/kubernetes/language';
import { WORLD } from './course';
import { notes } from './hovers';
import { Bench, uriOf } from './samples';

/** Files are read once for all that is asked of them. */
const benchOf = once((files: typeof WORLD) => new Bench(kubernetes, { files }));

/** The word behind `|` in one of the files, with the bench that holds them. */
export function pointAt(file: string, at: string, files = WORLD) {
  const bench = benchOf(files);
  const uri = uriOf(file);
  const start = bench.engine.text(uri)!.indexOf(at.replace('|', ''));
  assert.ok(start >= 0, at);
  const offset = start + at.indexOf('|');
  const position = bench.engine.at(uri, offset)!;
  const around = { facts: position.facts, kubernetesVersion: bench.config.kubernetesVersion };
  return { bench, position, around, offset };
}

/** The hover there, as a reader sees it. */
export function hoverOf(file: string, at: string, lang: Lang = 'en', files = WORLD) {
  const { bench, position, around } = pointAt(file, at, files);
  const card: Card | undefined = kubernetes.hover?.(
    position.model as never,
    position.part.id,
    position.offset,
    around,
  );
  assert.ok(card, `nothing at ${at}`);
  const where = ({ start, part }: { start: number; part: unknown }) => {
    const place = bench.engine.locate({ start, end: start, part } as never);
    const text = place && bench.engine.text(place.uri);
    return `${place?.uri.slice('file:///work/'.length)}:${text?.slice(0, place?.start).split('\n').length}`;
  };
  const look = { lang, where, link: () => undefined, note: (id: string) => notes.get(id) };
  return renderCard(card, notes.of('kubernetes', card), 'compact', look);
}
