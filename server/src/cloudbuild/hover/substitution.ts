import type { Card } from '../../core/note';
import type { Message, Text } from '../../core/text';
import { asScalar, spanWithin } from '../../yaml/navigate';
import type { Path, YamlNode } from '../../yaml/node';
import { written } from '../../yaml/written';
import { BUILT_IN, GITHUB } from '../facts/substitutions';
import type { Build } from '../model';
import { usesIn, usesOf } from '../substitution';

interface At {
  readonly node: YamlNode | undefined;
  /** In UTF-16 units of the document. */
  readonly offset: number;
  readonly path: Path;
  readonly isKey: boolean;
}

/** The substitution under the cursor, where it is used or declared. */
export function substitutionCard(build: Build, { node, offset, path, isKey }: At): Card | undefined {
  const [map, name] = path;
  if (map === 'substitutions' && isKey && typeof name === 'string' && path.length === 2) {
    const pair = build.substitutions.find((one) => one.name === name)?.pair;
    return pair && { span: pair.key.span, place: ['$', 'user'], facts: aboutUser(build, name) };
  }
  const scalar = isKey ? undefined : asScalar(node);
  if (!scalar || build.steps.some(({ script }) => script === scalar)) return undefined;
  const placed = written(scalar, build.document.text);
  for (const use of usesIn(scalar.text)) {
    const range = placed.range(use.start, use.end);
    if (offset < range.start || offset > range.end || isWhole(range, scalar)) continue;
    return { span: { ...scalar.span, ...range }, ...about(build, use.name) };
  }
  const [only] = usesIn(scalar.text);
  const isAlone = only && only.end - only.start === scalar.text.length;
  return isAlone
    ? { span: spanWithin(scalar, 0, scalar.text.length), ...about(build, only.name) }
    : undefined;
}

/** Where places inside a text cannot be told, its uses stand where all of it does. */
function isWhole({ start, end }: { start: number; end: number }, scalar: YamlNode): boolean {
  return start === scalar.span.start && end === scalar.span.end;
}

/** What Cloud Build knows by itself its note explains; of others this file may know more. */
function about(build: Build, name: string): Pick<Card, 'place' | 'facts'> {
  const place = placeOf(name);
  return Object.hasOwn(BUILT_IN, name) ? { place } : { place, facts: aboutUser(build, name) };
}

/** Where the note of a substitution belongs. */
export function placeOf(name: string): readonly string[] {
  return ['$', name.startsWith('_') && !GITHUB.has(name) ? 'user' : name];
}

function aboutUser(build: Build, name: string): readonly Message[] {
  const own = build.substitutions.findLast((one) => one.name === name);
  const facts: Message[] = [];
  if (own?.value) {
    const values = { name, value: own.value.text, at: own.pair.key.span };
    facts.push({ text: own.value.text === '' ? TEXTS.empty : TEXTS.value, values });
  } else if (!GITHUB.has(name))
    facts.push({ text: name.startsWith('_') ? TEXTS.outside : TEXTS.unknown, values: { name } });
  const count = usesOf(build).filter(({ use }) => use.name === name).length;
  if (own) facts.push({ text: count === 0 ? TEXTS.unused : TEXTS.used, values: { count } });
  return facts;
}

const TEXTS = {
  value: {
    ko: '이 파일에서 `{value}` ({at}). trigger나 `--substitutions`가 다른 값을 줄 수 있다',
    en: '`{value}` in this file ({at}); a trigger or `--substitutions` may say otherwise',
  },
  empty: {
    ko: '이 파일에서는 빈 값 ({at}). trigger나 `--substitutions`가 채운다',
    en: 'Empty in this file ({at}); a trigger or `--substitutions` fills it',
  },
  outside: {
    ko: '이 파일에는 값이 없다. trigger나 `--substitutions={name}=...`이 주어야 한다',
    en: 'This file gives it no value; the trigger or `--substitutions={name}=...` has to',
  },
  unknown: {
    ko: 'Cloud Build에 `{name}`{name|이라}는 값은 없다. shell 변수라면 `$${name}`{name|으로} 쓴다',
    en: 'Cloud Build knows no `{name}`; for a variable of the shell write `$${name}`',
  },
  used: { ko: '이 파일에서 쓰는 곳: {count}군데', en: 'Uses in this file: {count}' },
  unused: { ko: '이 파일에서 쓰지 않는다', en: 'Not used in this file' },
} satisfies Record<string, Text>;
