import type { Range } from '../core/span';
import { BRACE, BRACKET, COLON, COMMA, Cursor, DASH, GREATER, HASH, PIPE } from './cursor';
import { readBlock, readScalar, scalarOf } from './direct-scalar';
import { lineEnd } from './lines';
import type { Parsed, ParsedMap, ParsedPair, ParsedScalar, ParsedSeq } from './parsed';

/**
 * Reads one YAML document straight from its characters, as far as nearly every manifest goes: maps, lists and
 * scalars without anchors, tags and `?`. At the first thing that is anything else, or wrong, it gives up, and the
 * `yaml` package has to read the text. What is read here equals what the package gives, offset by offset, in a
 * small part of its time and memory.
 */
export function readDirectly(text: string): Parsed | undefined {
  if (text.includes('\r') && /\r(?!\n)/.test(text)) return undefined;
  return new Reader(text).document();
}

type Node = ParsedScalar | ParsedMap | ParsedSeq;

/** As deep as maps and lists may be nested: the package reads deeper, and is the one to say what is too deep. */
const DEEPEST = 200;

/** What it reads begins at the cursor, which stands behind it afterwards. Whoever gives `undefined` gives up. */
class Reader {
  readonly #cursor: Cursor;
  readonly #flows: Range[] = [];
  #depth = 0;

  constructor(text: string) {
    this.#cursor = new Cursor(text);
  }

  document(): Parsed | undefined {
    const cursor = this.#cursor;
    cursor.seek();
    if (cursor.code === DASH && cursor.isAtMarker()) {
      cursor.at += 3;
      if (!cursor.nextLine()) return undefined;
    }
    const root = cursor.indent < 0 ? scalarOf(0, 0, '', 'plain') : this.#node(-1, true);
    if (!root || cursor.indent >= 0) return undefined;
    return { comments: cursor.comments, unclosed: [], stray: [], flows: this.#flows, root, problems: [] };
  }

  /**
   * A node and all its lines.
   *
   * @param parent the indentation of what holds it: its lines have more.
   * @param opens whether a block map or list may begin here: nothing but dashes stands before it on its line.
   */
  #node(parent: number, opens: boolean): Node | undefined {
    if (this.#depth > DEEPEST) return undefined;
    const cursor = this.#cursor;
    let node: Node | undefined;
    switch (cursor.code) {
      case PIPE:
      case GREATER:
        node = readBlock(cursor, parent);
        break;
      case BRACKET:
      case BRACE:
        node = this.#flow(parent, false);
        if (node) this.#flows.push({ start: node.start, end: node.end });
        break;
      default:
        if (cursor.isAtIndicator(DASH)) return opens ? this.#seq() : undefined;
        node = readScalar(cursor, parent < 0 ? Infinity : parent, false);
        if (node && cursor.isAtIndicator(COLON)) return opens ? this.#map(node) : undefined;
    }
    return node && cursor.nextLine() ? node : undefined;
  }

  #map(first: ParsedScalar): ParsedMap | undefined {
    this.#depth++;
    const cursor = this.#cursor;
    const column = first.start - cursor.line;
    // A key of several lines.
    if (lineEnd(cursor.text, first.start) < cursor.at) return undefined;
    const pairs: ParsedPair[] = [];
    let key: ParsedScalar | undefined = first;
    while (key && cursor.isAtIndicator(COLON)) {
      const colon = cursor.at;
      const value = this.#behind(column, false);
      if (!value || cursor.indent > column) return undefined;
      pairs.push({ key, colon, value });
      if (cursor.indent < column) {
        this.#depth--;
        return mapOf(first.start, value.end, false, pairs);
      }
      key = readScalar(cursor, Infinity, false);
    }
    return undefined;
  }

  #seq(): ParsedSeq | undefined {
    this.#depth++;
    const cursor = this.#cursor;
    const column = cursor.at - cursor.line;
    const items: Node[] = [];
    const dashes: number[] = [];
    do {
      dashes.push(cursor.at);
      const item = this.#behind(column, true);
      if (!item) return undefined;
      items.push(item);
    } while (cursor.indent === column && cursor.isAtIndicator(DASH));
    this.#depth--;
    return seqOf(dashes[0]!, items.at(-1)!.end, false, items, dashes);
  }

  /** What a colon or a dash holds: on its line, indented below it, or nothing. */
  #behind(column: number, isDash: boolean): Node | undefined {
    const cursor = this.#cursor;
    const start = ++cursor.at;
    if (!cursor.endLine()) return this.#node(column, isDash);
    const below = cursor.line;
    cursor.seek();
    const isBelow = cursor.line === below;
    // The dashes below a key need no indentation.
    const isList = cursor.indent === column && !isDash && cursor.isAtIndicator(DASH);
    if (cursor.indent <= column && !isList) return scalarOf(start, start, '', 'plain');
    const node = this.#node(column, true);
    // Behind a comment the package may have lost sight of the indentation that further lines of a scalar need.
    return isBelow || node?.type !== 'scalar' ? node : undefined;
  }

  /** @param isInner whether it stands in another one. */
  #flow(parent: number, isInner: boolean): Node | undefined {
    if (++this.#depth > DEEPEST) return undefined;
    const cursor = this.#cursor;
    const start = cursor.at;
    const isMap = cursor.code === BRACE;
    const close = cursor.code + 2;
    const outerClose = isInner ? undefined : close;
    const pairs: ParsedPair[] = [];
    const items: Node[] = [];
    do {
      cursor.at++;
      if (!this.#skip(parent, outerClose)) return undefined;
      if (cursor.code === close) break;
      const entry = isMap ? this.#flowPair(parent) : this.#flowNode(parent);
      if (!entry || !this.#skip(parent, outerClose)) return undefined;
      if ('key' in entry) pairs.push(entry);
      else items.push(entry);
    } while (cursor.code === COMMA);
    if (cursor.code !== close) return undefined;
    this.#depth--;
    const end = ++cursor.at;
    return isMap ? mapOf(start, end, true, pairs) : seqOf(start, end, true, items, []);
  }

  /**
   * Goes to what a flow collection holds next.
   *
   * @param close the bracket that needs no more indentation than the parent.
   */
  #skip(parent: number, close: number | undefined): boolean {
    const cursor = this.#cursor;
    const { line } = cursor;
    // At the start of a line the package may find a comment too near.
    while (cursor.at < cursor.text.length && (cursor.code !== HASH || cursor.at > cursor.line))
      if (!cursor.endLine()) break;
    if (cursor.line === line) return true;
    const column = cursor.at - cursor.line;
    return column > parent || (column === parent && cursor.code === close);
  }

  #flowPair(parent: number): ParsedPair | undefined {
    const cursor = this.#cursor;
    const key = readScalar(cursor, Infinity, true);
    if (!key || cursor.code !== COLON) return undefined;
    const colon = cursor.at++;
    cursor.skipSpaces();
    const value = this.#flowNode(parent);
    return value && { key, colon, value };
  }

  #flowNode(parent: number): Node | undefined {
    const { code } = this.#cursor;
    if (code === BRACKET || code === BRACE) return this.#flow(parent, true);
    return readScalar(this.#cursor, Infinity, true);
  }
}

function mapOf(start: number, end: number, flow: boolean, pairs: readonly ParsedPair[]): ParsedMap {
  return { type: 'map', start, end, tag: undefined, anchor: undefined, flow, pairs };
}

function seqOf(
  start: number,
  end: number,
  flow: boolean,
  items: readonly Node[],
  dashes: readonly number[],
): ParsedSeq {
  return { type: 'seq', start, end, tag: undefined, anchor: undefined, flow, items, dashes };
}
