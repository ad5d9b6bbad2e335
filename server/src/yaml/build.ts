import type { PartId, Span } from '../core/span';
import { readEntries } from './entries';
import type { Fault } from './fault';
import { type Mask, maskBehind } from './mask';
import type { YamlAlias, YamlMap, YamlNode, YamlPair, YamlScalar, YamlSeq } from './node';
import type { ParsedAlias, ParsedMap, ParsedNode, ParsedPair, ParsedScalar, ParsedSeq } from './parsed';
import { fitsTag, typeScalar } from './scalar';

/** What a tree is built from. Offsets of masks and of `source` are those of the document as written. */
export interface Origin {
  readonly part: PartId;
  readonly source: string;
  readonly masks: readonly Mask[];
  /** The whole document is a template: then so are templates inside block scalars. */
  readonly templated: boolean;
  readonly toSource: (offset: number) => number;
}

export interface Built {
  readonly root: YamlNode | undefined;
  readonly faults: readonly Fault[];
  /** Where block scalars stand: templates inside them are content. */
  readonly blocks: readonly Span[];
}

/** Turns the parsed tree into ours: scalars get types, aliases their targets, maps their merged entries. */
export function build(root: ParsedNode | undefined, origin: Origin): Built {
  const builder = new Builder(origin);
  const node = root && !isNothing(root) ? builder.node(root, undefined) : undefined;
  return { root: node, faults: builder.faults, blocks: builder.blocks };
}

/** As many nodes as aliases may unfold to: go-yaml gives up in the same order of magnitude. */
const MOST_UNFOLDED = 100_000;

type Parent = YamlPair | YamlSeq | undefined;
type Draft<T> = { -readonly [K in keyof T]: T[K] };

class Builder {
  readonly faults: Fault[] = [];
  readonly blocks: Span[] = [];
  readonly #origin: Origin;
  readonly #anchors = new Map<string, { node: YamlNode; size: number | undefined }>();
  /** Nodes so far, those behind aliases counted again. */
  #size = 0;

  constructor(origin: Origin) {
    this.#origin = origin;
  }

  node(parsed: ParsedNode, parent: Parent): YamlNode {
    this.#size++;
    switch (parsed.type) {
      case 'map':
        return this.#map(parsed, parent);
      case 'seq':
        return this.#seq(parsed, parent);
      case 'alias':
        return this.#alias(parsed, parent);
      default:
        return this.#scalar(parsed, parent);
    }
  }

  #map(parsed: ParsedMap, parent: Parent): YamlMap {
    const { tag, anchor, flow } = parsed;
    const span = this.#span(parsed.start, parsed.end);
    const map: Draft<YamlMap> = {
      type: 'map',
      span,
      parent,
      tag,
      anchor,
      templated: false,
      pairs: NO_PAIRS,
      entries: NO_PAIRS,
      flow,
    };
    return this.#anchored(parsed, map, () => {
      // As long as it has to be, and no longer: most of what a session holds is this.
      map.pairs = parsed.pairs.map((pair) => this.#pair(pair, map));
      map.entries = readEntries(map.pairs, (later, first) =>
        this.#fault('duplicate-key', later.key.span, first.key.span),
      );
      map.templated = this.#hasDirective(span, map.pairs);
    });
  }

  #pair(parsed: ParsedPair, parent: YamlMap): YamlPair {
    const { source, toSource } = this.#origin;
    const at = parsed.colon === undefined ? -1 : toSource(parsed.colon);
    const colon = source[at] === ':' ? at : undefined;
    const pair: Draft<YamlPair> = {
      type: 'pair',
      parent,
      name: '',
      key: NOTHING,
      value: NOTHING,
      colon,
      span: this.#span(
        parsed.key.start,
        Math.max(parsed.key.end, parsed.value.end, (parsed.colon ?? -1) + 1),
      ),
    };
    pair.key = this.node(parsed.key, pair);
    pair.name = this.#name(pair);
    pair.value = this.node(parsed.value, pair);
    return pair;
  }

  #name({ key, colon }: YamlPair): string {
    const scalar = key.type === 'alias' ? key.target : key;
    if (scalar?.type === 'scalar' && scalar.value !== null) return String(scalar.value);
    if (scalar?.type !== 'scalar' || scalar.text !== '') this.#fault('key', key.span);
    else if (colon !== undefined) this.#fault('missing-key', { ...key.span, start: colon, end: colon + 1 });
    return '';
  }

  #seq(parsed: ParsedSeq, parent: Parent): YamlSeq {
    const { tag, anchor, flow } = parsed;
    const span = this.#span(parsed.start, parsed.end);
    const dashes = parsed.dashes.map((dash) => this.#origin.toSource(dash));
    const seq: Draft<YamlSeq> = {
      type: 'seq',
      span,
      parent,
      tag,
      anchor,
      templated: false,
      items: [],
      dashes,
      flow,
    };
    return this.#anchored(parsed, seq, () => {
      seq.items = parsed.items.map((item) => this.node(item, seq));
      seq.templated = this.#hasDirective(span, seq.items);
    });
  }

  #scalar(parsed: ParsedScalar, parent: Parent): YamlScalar {
    const { style, tag, anchor } = parsed;
    const span = this.#span(parsed.start, parsed.end);
    const isBlock = style === 'literal' || style === 'folded';
    if (isBlock) this.blocks.push(span);
    const masked = !isBlock && this.#isMasked(span);
    const text = masked ? this.#written(span, style) : parsed.text;
    const value = masked ? text : typeScalar(text, style, tag);
    const templated = isBlock
      ? this.#origin.templated && /\{[{%]/.test(text)
      : masked || SUBSTITUTION.test(text) || this.#isGenerated(span, text);
    if (!masked && tag !== undefined && !fitsTag(value, tag)) this.#fault('tag', span);
    const scalar: YamlScalar = { type: 'scalar', span, parent, tag, anchor, templated, value, text, style };
    return anchor === undefined ? scalar : this.#anchored(parsed, scalar, () => {});
  }

  #alias(parsed: ParsedAlias, parent: Parent): YamlAlias {
    const { name, tag, anchor } = parsed;
    const meant = this.#anchors.get(name);
    const span = this.#span(parsed.start, parsed.end);
    let target = meant?.node as YamlAlias['target'];
    if (!meant || meant.size === undefined) {
      this.#fault('unknown-anchor', span);
      target = undefined;
    } else if (this.#size + meant.size > MOST_UNFOLDED) {
      if (!this.faults.some(({ code }) => code === 'alias-expansion')) this.#fault('alias-expansion', span);
      target = undefined;
    } else this.#size += meant.size;
    return { type: 'alias', span, parent, tag, anchor, templated: false, name, target };
  }

  /** An anchor is known from its node on, but its own node may not hold an alias to it. */
  #anchored<T extends YamlNode>(parsed: ParsedNode, node: T, fill: () => void): T {
    if (parsed.anchor === undefined) {
      fill();
      return node;
    }
    const entry: { node: YamlNode; size: number | undefined } = { node, size: undefined };
    this.#anchors.set(parsed.anchor, entry);
    const before = this.#size;
    fill();
    entry.size = this.#size - before + 1;
    return node;
  }

  #span(start: number, end: number): Span {
    const { part, source, toSource } = this.#origin;
    const from = toSource(start);
    let to = Math.max(from, toSource(end));
    while (to > from && /\s/.test(source[to - 1]!)) to--;
    return { part, start: from, end: to };
  }

  #fault(code: Fault['code'], span: Span, related?: Span): void {
    this.faults.push(related ? { code, span, related } : { code, span });
  }

  #isMasked({ start, end }: Span): boolean {
    const mask = maskBehind(this.#origin.masks, start);
    return mask !== undefined && mask.start < end;
  }

  /** Nothing is written, and the next thing behind is a line that a template fills. */
  #isGenerated({ end }: Span, text: string): boolean {
    if (text !== '') return false;
    const next = maskBehind(this.#origin.masks, end);
    return (
      next?.line === true && next.start >= end && this.#origin.source.slice(end, next.start).trim() === ''
    );
  }

  /** A directive stands between the entries. */
  #hasDirective({ start, end }: Span, entries: readonly { readonly span: Span }[]): boolean {
    return this.#origin.masks.some(
      (mask) =>
        mask.line &&
        mask.start >= start &&
        mask.end <= end &&
        !entries.some(({ span }) => span.start <= mask.start && mask.end <= span.end),
    );
  }

  #written({ start, end }: Span, style: YamlScalar['style']): string {
    const quotes = style === 'plain' ? 0 : 1;
    return this.#origin.source.slice(start + quotes, Math.max(start + quotes, end - quotes));
  }
}

const NOTHING = undefined as unknown as YamlNode;
const NO_PAIRS: readonly YamlPair[] = [];

/** `${NAME}` and a whole `$NAME`, as envsubst, CI systems and Flux fill them in; `$(NAME)` is Kubernetes' own. */
const SUBSTITUTION = /\$\{[A-Za-z_][^}]*\}|^\$[A-Z_][A-Z0-9_]*$/;

function isNothing(root: ParsedNode): boolean {
  return (
    root.type === 'scalar' && root.start === root.end && root.tag === undefined && root.anchor === undefined
  );
}
