import { Composer, type CST, isAlias, isMap, isScalar, isSeq, Lexer, type Pair, Parser } from 'yaml';
import type { ScalarStyle } from './node';
import type { Marks, Parsed, ParsedNode, ParsedPair, Unclosed } from './parsed';

/**
 * The only place that knows the `yaml` package, the reference for what `direct.ts` reads faster. It gives the plain
 * tree of one document, every fault the package saw, and what only its lexer knows: comments, and quotes and
 * brackets that were never closed. Scalars stay strings; their types are Kubernetes' own (`scalar.ts`). Offsets are
 * UTF-16 units of the text. Never throws.
 */
export function parseDocument(text: string): Parsed {
  const marks: Marks = { comments: [], unclosed: [], stray: [], flows: [] };
  try {
    const composer = new Composer({
      keepSourceTokens: true,
      schema: 'failsafe',
      uniqueKeys: false,
      strict: false,
    });
    const [document] = composer.compose(parse(text, marks), true, text.length);
    if (!document) return { ...marks, root: undefined, problems: [] };
    const problems = document.errors.map(({ code, pos }) => ({ code, start: pos[0], end: pos[1] }));
    return { ...marks, root: convert(document.contents, 0), problems };
  } catch {
    // Nested deeper than anyone reads, which no manifest is.
    return { ...marks, root: undefined, problems: [{ code: 'IMPOSSIBLE', start: 0, end: 0 }] };
  }
}

function* parse(text: string, marks: Marks): Generator<CST.Token> {
  const parser = new Parser();
  const open: Unclosed[] = [];
  let offset = 0;
  let before = '';
  for (const lexeme of new Lexer().lex(text)) {
    if (before !== SCALAR) mark(lexeme, offset, open, marks);
    yield* parser.next(lexeme);
    if (parser.stack.length > DEEPEST) throw new RangeError('nested too deep');
    offset = parser.offset;
    before = lexeme;
  }
  marks.unclosed.push(...open.map((bracket) => ({ ...bracket, end: text.length })));
  yield* parser.end();
}

/**
 * So that everything that walks a tree may be recursive, the package first of all. An exhausted stack cannot be
 * left to `catch`: V8 ends the process when it has to compile a regular expression there.
 */
const DEEPEST = 500;

/** The package's signs for "a scalar follows" and "this flow collection ends unclosed". */
const SCALAR = '\x1f';
const FLOW_END = '\x18';

function mark(lexeme: string, offset: number, open: Unclosed[], marks: Marks): void {
  const end = offset + lexeme.length;
  switch (lexeme[0]) {
    case '#':
      marks.comments.push({ start: offset, end });
      break;
    case '"':
    case "'":
      if (!isClosed(lexeme)) marks.unclosed.push({ opener: lexeme[0], start: offset, end });
      break;
    case '[':
    case '{':
      open.push({ opener: lexeme[0], start: offset, end });
      break;
    case ']':
    case '}':
      closeBracket(lexeme === ']' ? '[' : '{', offset, open, marks);
      break;
    case FLOW_END:
      marks.unclosed.push(...open.splice(0).map((bracket) => ({ ...bracket, end: offset })));
  }
}

function closeBracket(opener: string, offset: number, open: Unclosed[], marks: Marks): void {
  if (!open.some((bracket) => bracket.opener === opener)) {
    if (open.length > 0) marks.stray.push({ start: offset, end: offset + 1 });
    return;
  }
  let bracket = open.pop()!;
  for (; bracket.opener !== opener; bracket = open.pop()!) marks.unclosed.push({ ...bracket, end: offset });
  if (open.length === 0) marks.flows.push({ start: bracket.start, end: offset + 1 });
}

function isClosed(quoted: string): boolean {
  const quote = quoted[0]!;
  let end = quoted.length;
  if (end < 2 || quoted[end - 1] !== quote) return false;
  if (quote === '"') {
    let slashes = 0;
    while (quoted[end - 2 - slashes] === '\\') slashes++;
    return slashes % 2 === 0;
  }
  while (end > 1 && quoted[end - 1] === quote) end--;
  return (quoted.length - end) % 2 === 1;
}

/** @param empty where a value that is not written stands. */
function convert(node: unknown, empty: number): ParsedNode {
  const [start, end] = rangeOf(node) ?? [empty, empty];
  const { tag, anchor } = propsOf(node);
  if (isMap(node)) {
    const pairs = (node.items as Pair[]).map(convertPair);
    const flow = node.flow === true;
    const last = pairs.at(-1);
    const behind = flow || !last ? end : Math.max(last.value.end, (last.colon ?? -1) + 1);
    return { type: 'map', start, end: behind, tag, anchor, flow, pairs };
  }
  if (isSeq(node)) {
    const flow = node.flow === true;
    const dashes = flow ? [] : dashesOf(node.srcToken as CST.BlockSequence | undefined);
    const items = node.items.map((item, i) => convert(item, (dashes[i] ?? start) + 1));
    const behind = flow ? end : Math.max(items.at(-1)?.end ?? start, (dashes.at(-1) ?? start) + 1);
    return { type: 'seq', start: dashes[0] ?? start, end: behind, tag, anchor, flow, items, dashes };
  }
  if (isAlias(node)) return { type: 'alias', start, end, tag, anchor, name: node.source };
  const text = isScalar(node) && typeof node.value === 'string' ? node.value : '';
  const style = isScalar(node) ? (STYLES[node.type ?? ''] ?? 'plain') : 'plain';
  if (text === '' && style === 'plain')
    return { type: 'scalar', start: empty, end: empty, tag, anchor, text, style };
  return { type: 'scalar', start, end, tag, anchor, text, style };
}

const STYLES: Record<string, ScalarStyle> = {
  PLAIN: 'plain',
  QUOTE_SINGLE: 'single',
  QUOTE_DOUBLE: 'double',
  BLOCK_LITERAL: 'literal',
  BLOCK_FOLDED: 'folded',
};

function convertPair(pair: Pair): ParsedPair {
  const item = pair.srcToken;
  const colon = item?.sep?.find((token) => token.type === 'map-value-ind')?.offset;
  const key = convert(pair.key, item?.sep?.[0]?.offset ?? item?.start.at(-1)?.offset ?? 0);
  return { key, colon, value: convert(pair.value, colon === undefined ? key.end : colon + 1) };
}

function dashesOf(token: CST.BlockSequence | undefined): number[] {
  const dashes: number[] = [];
  for (const { start, value } of token?.items ?? []) {
    const dash = start.find(({ type }) => type === 'seq-item-ind');
    if (dash || value) dashes.push(dash?.offset ?? start[0]?.offset ?? token!.offset);
  }
  return dashes;
}

function rangeOf(node: unknown): readonly [number, number] | undefined {
  const range = (node as { range?: readonly [number, number, number] } | null)?.range;
  return range ? [range[0], range[1]] : undefined;
}

function propsOf(node: unknown): { tag: string | undefined; anchor: string | undefined } {
  const { tag, anchor } = (node ?? {}) as { tag?: string; anchor?: string };
  return { tag: tag?.replace('tag:yaml.org,2002:', '!!'), anchor };
}
