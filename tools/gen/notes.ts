import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import type { Note, NoteBody } from '../../server/src/core/note';
import type { Lang, Text } from '../../server/src/core/text';
import { filesBelow } from './files';
import { placesOf } from './places';
import { readWords } from './words';

const ROOT = 'server/notes';
const HALVES: Readonly<Record<Lang, string>> = { ko: '# 한국어', en: '# English' };
const ASKED: Readonly<Record<Lang, RegExp>> = { ko: /^\*궁금한 점: (.+)\*$/, en: /^\*Wait: (.+)\*$/ };
const BELIEVED: Readonly<Record<Lang, string>> = { ko: '흔한 오해: ', en: 'Common misconception: ' };

/** Reads every note below server/notes; throws with the file's name where one is not of the notes' shape. */
export function readNotes(): Note[] {
  const notes = filesBelow(ROOT, '.md').flatMap((file) => {
    try {
      return file.includes('/words/') ? readWords(ROOT, file) : [readNote(file)];
    } catch (error) {
      throw new Error(`${file}: ${(error as Error).message}`);
    }
  });
  const ids = new Set(notes.map((note) => note.id));
  const places = new Map<string, string>();
  for (const note of notes) {
    const lost = note.related.find((id) => !ids.has(id));
    if (lost) throw new Error(`${ROOT}/${note.id}: related note ${lost} does not exist`);
    for (const place of note.at) {
      const other = places.get(place);
      if (other)
        throw new Error(`${ROOT}/${note.id}: ${other} is shown at ${place} too; make one more specific`);
      places.set(place, note.id);
    }
  }
  return notes;
}

function readNote(file: string): Note {
  const text = readFileSync(file, 'utf8').replaceAll('\r\n', '\n');
  const front = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(text);
  if (!front) throw new Error('begins with front matter between two lines of ---');
  const data = parse(front[1]!) as Record<string, unknown>;
  const [ko, en, more] = splitHalves(front[2]!);
  if (ko === undefined || en === undefined || more)
    throw new Error(`has the halves ${HALVES.ko} and ${HALVES.en}`);
  const title = typeof data.title === 'string' ? { ko: data.title, en: data.title } : (data.title as Text);
  const id = path.posix.relative(ROOT, file).replace(/\.md$/, '');
  const note: Note = {
    id,
    at: placesOf(id, data.at as string[]),
    body: { ko: readBody(ko, 'ko', title.ko), en: readBody(en, 'en', title.en) },
    ...(data.drawing !== undefined && { drawing: data.drawing as string }),
    related: (data.related ?? []) as string[],
    official: data.official as Text,
    sources: (data.sources ?? []) as string[],
  };
  if (!note.official?.ko || !note.official.en) throw new Error('official needs ko and en');
  if (note.sources.length === 0) throw new Error('names no source');
  if (shapeOf(note.body.ko) !== shapeOf(note.body.en))
    throw new Error(`halves differ: ${shapeOf(note.body.ko)} against ${shapeOf(note.body.en)}`);
  if (note.body.ko.example !== note.body.en.example) throw new Error('the code differs between the halves');
  return note;
}

function splitHalves(text: string): string[] {
  return text
    .split(new RegExp(`^(?:${HALVES.ko}|${HALVES.en})$`, 'm'))
    .slice(1)
    .map((half) => half.trim());
}

/** Splits one half into the elements every note has; each must stand alone between blank lines. */
function readBody(text: string, lang: Lang, title: string): NoteBody {
  const body: { -readonly [K in keyof NoteBody]: NoteBody[K] } = { title, answer: '', bullets: [] };
  for (const block of blocks(text)) {
    const [first = '', ...rest] = block.split('\n');
    const asked = ASKED[lang].exec(first)?.[1];
    if (first === '```text') body.picture = block;
    else if (first.startsWith('```')) body.example = block;
    else if (first.startsWith('- ')) body.bullets = block.split(/\n(?=- )/).map((bullet) => bullet.slice(2));
    else if (asked)
      body.question = { asked, answer: rest.map((line) => line.replace(/^> ?/, '')).join('\n') };
    else if (first.startsWith(BELIEVED[lang])) body.misconception = block.slice(BELIEVED[lang].length);
    else if (!body.answer && rest.length === 0) body.answer = first;
    else throw new Error(`this is none of a note's elements: ${first}`);
  }
  if (!body.answer || body.bullets.length === 0 || !body.question?.answer)
    throw new Error(`the ${lang} half needs an answer, bullets and a question with its answer`);
  const lines = text.split('\n').filter((line) => line.trim() && !line.startsWith('```'));
  if (lines.length >= 20)
    throw new Error(`the ${lang} half has ${lines.length} lines, under 20 is the bound`);
  if (lang === 'ko' && !/[가-힣]/.test(body.answer)) throw new Error('the Korean half is not Korean');
  return body;
}

function blocks(text: string): string[] {
  const result: string[] = [];
  let fenced = false;
  let current: string[] = [];
  for (const line of text.split('\n')) {
    if (line.startsWith('```')) fenced = !fenced;
    if (line.trim() === '' && !fenced) {
      if (current.length > 0) result.push(current.join('\n'));
      current = [];
    } else current.push(line);
  }
  if (current.length > 0) result.push(current.join('\n'));
  return result;
}

function shapeOf(body: NoteBody): string {
  const { picture, example, misconception, bullets } = body;
  return [
    picture && 'picture',
    `${bullets.length} bullets`,
    example && 'code',
    misconception && 'misconception',
  ]
    .filter(Boolean)
    .join(', ');
}
