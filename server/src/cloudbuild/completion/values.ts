import { literal, type Suggestion } from '../../core/completion';
import type { AskedAt } from '../../yaml/complete/asked';
import { inFlow } from '../../yaml/write';
import { BUILDERS } from '../facts/builders';
import { handlingOf } from '../images';
import type { Build } from '../model';
import { AT_ONCE } from '../order';
import { jsonName } from '../schema/names';

/** What this file, or Cloud Build, knows for a place: builders, ids of earlier steps, images that are built. */
export function values(
  build: Build,
  { path, place, indent, behindColon, step }: AskedAt,
): readonly Suggestion[] {
  const named = path.flatMap((one) => (typeof one === 'string' ? jsonName(one) : [])).join('.');
  const found =
    named === 'steps.name' ? builders() : named === 'steps.waitFor' ? ids(build, path) : images(build, named);
  const isItem = place.role === 'item';
  const lead = isItem ? (behindColon ? `\n${indent}${step}- ` : '- ') : '';
  // Between quotes they are there already.
  const isQuoted = /["']/.test(build.document.text[place.typed.start] ?? '');
  return found.map(({ value, ...one }) => ({
    ...one,
    label: value,
    body: lead + literal(isQuoted ? value : inFlow(value)),
  }));
}

type Value = Pick<Suggestion, 'sort' | 'detail'> & { readonly value: string };

function builders(): readonly Value[] {
  return Object.entries(BUILDERS).map(([value, text]) => ({ value, sort: 'value', detail: { text } }));
}

/** Steps above the one that waits: others cannot be waited for. */
function ids({ steps }: Build, path: AskedAt['path']): readonly Value[] {
  const before = steps.filter(({ index }) => index < Number(path[1]));
  return [
    ...before.flatMap(({ id, name }) =>
      id
        ? [
            {
              value: id.text,
              sort: 'name' as const,
              ...(name && { detail: { text: NAMED, values: { name: name.text } } }),
            },
          ]
        : [],
    ),
    { value: AT_ONCE, sort: 'value', detail: { text: ONCE } },
  ];
}

function images(build: Build, named: string): readonly Value[] {
  if (named !== 'images' && named !== 'artifacts.images') return [];
  const written = new Set(build.images.map(({ text }) => text));
  const built = handlingOf(build).built.map(({ span }) => build.document.text.slice(span.start, span.end));
  return [...new Set(built.map((text) => text.replace(/^["']|["']$/g, '')))]
    .filter((value) => !written.has(value))
    .map((value) => ({ value, sort: 'name' }));
}

const NAMED = { ko: '{name}', en: '{name}' };
const ONCE = { ko: '기다리지 않고 바로 시작', en: 'start at once' };
