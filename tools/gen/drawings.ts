import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import type { Drawing } from '../../server/src/core/drawing';
import { layOut } from '../../server/src/core/drawing-layout';
import type { Note } from '../../server/src/core/note';
import { filesBelow } from './files';

const ROOT = 'server/notes/drawings';
/** A page beside a text is not much wider on a small screen, and what is shrunk is hard to read. */
const MOST_WIDTH = 500;
const MOST_HEIGHT = 560;

/** Reads every drawing, by its id; throws with the file's name where it cannot be drawn in both languages. */
export function readDrawings(): Record<string, Drawing> {
  return Object.fromEntries(
    filesBelow(ROOT, '.yaml').map((file) => {
      try {
        return [path.posix.basename(file, '.yaml'), readDrawing(readFileSync(file, 'utf8'))];
      } catch (error) {
        throw new Error(`${file}: ${(error as Error).message}`);
      }
    }),
  );
}

export function readDrawing(text: string): Drawing {
  const { title, desc, draw, ...more } = parse(text) as Record<string, unknown>;
  refuse(more, 'a drawing');
  if (!isText(title) || !isText(desc)) throw new Error('title and desc need ko and en');
  const drawing = { title, desc, draw: shape(draw) } as Drawing;
  for (const lang of ['ko', 'en'] as const) {
    const { width, height } = layOut(drawing, lang);
    if (width > MOST_WIDTH || height > MOST_HEIGHT)
      throw new Error(`is ${width} × ${height} in ${lang}; ${MOST_WIDTH} × ${MOST_HEIGHT} is the most`);
  }
  return drawing;
}

/** Every note names a drawing there is and says the same in letters; every drawing is in a note. */
export function holdTogether(notes: readonly Note[], drawings: Readonly<Record<string, Drawing>>): void {
  for (const { id, drawing, body } of notes) {
    if (drawing === undefined) continue;
    if (!drawings[drawing]) throw new Error(`server/notes/${id}: there is no drawing ${drawing}`);
    if (!body.ko.picture)
      throw new Error(`server/notes/${id}: a drawing needs a picture in letters beside it`);
  }
  const lost = Object.keys(drawings).find((name) => !notes.some(({ drawing }) => drawing === name));
  if (lost) throw new Error(`${ROOT}/${lost}.yaml: no note shows it (drawing: ${lost})`);
}

const GROUPS = ['row', 'column', 'stack'];
const PAINT = ['tone', 'dashed'];
/** What a shape is known by, and what else it may say. */
const SHAPES: Readonly<Record<string, readonly string[]>> = {
  box: [...PAINT, 'below', 'right'],
  arrow: ['both'],
  text: [],
  steps: ['across'],
  ...Object.fromEntries(GROUPS.map((group) => [group, [...PAINT, 'frame']])),
};
const TONES = ['blue', 'green', 'yellow', 'faint'];

/** A shape as it is written: a bare string is a box. */
function shape(written: unknown): unknown {
  if (typeof written === 'string' || isText(written)) return { box: words(written) };
  const fields = (written ?? {}) as Record<string, unknown>;
  const kinds = Object.keys(SHAPES).filter((kind) => kind in fields);
  const [kind = ''] = kinds;
  if (kinds.length !== 1)
    throw new Error(`a shape is one of ${Object.keys(SHAPES).join(', ')}, not ${JSON.stringify(written)}`);
  const { tone, dashed, both, across, ...rest } = fields;
  refuse(
    Object.fromEntries(
      Object.entries(fields).filter(([key]) => key !== kind && !SHAPES[kind]!.includes(key)),
    ),
    kind,
  );
  if (tone !== undefined && !TONES.includes(tone as string))
    throw new Error(`tone is one of ${TONES.join(', ')}`);
  for (const flag of [dashed, both])
    if (flag !== undefined && flag !== true) throw new Error('dashed and both are true or left out');
  if (across !== undefined && !(Number(across) >= 1)) throw new Error('across is a number');
  const read = Object.entries(rest).map(([key, value]) => [key, field(key, value)]);
  return { ...fields, ...Object.fromEntries(read) };
}

function field(key: string, value: unknown): unknown {
  if (key === 'steps') return list(value).map(step);
  return GROUPS.includes(key) ? list(value).map(shape) : words(value);
}

function step(written: unknown): unknown {
  const { say, ...group } = written as Record<string, unknown>;
  if ('frame' in group || !GROUPS.some((key) => key in group))
    throw new Error(`a step says something above one of ${GROUPS.join(', ')}`);
  return { say: words(say), ...(shape(group) as object) };
}

function list(value: unknown): unknown[] {
  if (!Array.isArray(value) || value.length === 0) throw new Error('row, column, stack and steps are lists');
  return value;
}

function words(value: unknown): unknown {
  if (isText(value)) return value;
  if (typeof value !== 'string')
    throw new Error(`words are a text, or one in ko and one in en: ${JSON.stringify(value)}`);
  if (/[가-힣]/.test(value)) throw new Error(`${value} needs an English text, too`);
  return value;
}

function isText(value: unknown): boolean {
  const { ko, en, ...more } = (value ?? {}) as Record<string, unknown>;
  return (
    typeof ko === 'string' &&
    typeof en === 'string' &&
    ko !== '' &&
    !/[가-힣]/.test(en) &&
    Object.keys(more).length === 0
  );
}

function refuse(fields: object, where: string): void {
  const [first] = Object.keys(fields);
  if (first !== undefined) throw new Error(`${first} is nothing that ${where} has`);
}
