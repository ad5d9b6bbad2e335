import { partId, type Range } from '../core/span';
import type { Message } from '../core/text';
import { readDocument } from '../yaml/document';
import type { FaultCode } from '../yaml/fault';
import type { YamlNode, YamlScalar } from '../yaml/node';
import type { Problem } from './problem';
import type { Json } from './reader';
import { WRONG } from './wrong';

/** Offsets in UTF-16 units of the file's text. */
export interface PlacedProblem extends Range {
  readonly message: Message;
}

/** Reads a YAML file as plain data, and puts what is wrong with it where it stands. In the order of the text. */
export function readPlaced<T>(
  uri: string,
  text: string,
  read: (value: Json) => { readonly contents: T; readonly problems: readonly Problem[] },
): { readonly contents: T; readonly problems: readonly PlacedProblem[] } {
  const document = readDocument(text, partId(uri, 0));
  const { root } = document;
  const faults = document.faults.filter(({ code }) => !KUBECTLS.includes(code));
  const { contents, problems } = read(root && plain(root));
  const placed = [
    ...faults.map(({ code, span: { start, end } }) => ({ start, end, message: { text: wordsFor(code) } })),
    // What a broken text seems to say is no reason for more words.
    ...(faults.length > 0
      ? []
      : problems.map((problem) => ({ ...place(root, problem), message: problem.message }))),
  ];
  return { contents, problems: placed.toSorted((a, b) => a.start - b.start) };
}

/** What YAML allows and only kubectl does not. */
const KUBECTLS: readonly FaultCode[] = ['directive', 'separator'];

function wordsFor(code: FaultCode) {
  if (code === 'tab-indentation') return WRONG.tab;
  return code === 'duplicate-key' ? WRONG.twice : WRONG.yaml;
}

function plain(node: YamlNode): Json {
  if (node.type === 'alias') return node.target && plain(node.target);
  if (node.type === 'seq') return node.items.map(plain);
  if (node.type === 'scalar') return scalar(node);
  return Object.fromEntries(
    node.entries.map(({ name, value }) => [
      name,
      // 1.30 is a version, not the number 1.3.
      name === 'kubernetesVersion' && value.type === 'scalar' ? value.text : plain(value),
    ]),
  );
}

/** `off` is a severity here, though old YAML takes it for `false`. */
function scalar({ value, text }: YamlScalar): Json {
  return typeof value === 'boolean' && !/^(true|false)$/i.test(text) ? text : value;
}

function place(root: YamlNode | undefined, { path, on }: Problem): Range {
  let node = root;
  let found: YamlNode | undefined = root;
  for (const [i, step] of path.entries()) {
    const inside: YamlNode | undefined = node?.type === 'alias' ? node.target : node;
    if (inside?.type === 'map') {
      const pair = inside.entries.find(({ name }) => name === step);
      if (!pair) break;
      const last = i === path.length - 1;
      // An absent value is marked at its key.
      found = last && (on === 'key' || pair.value.span.start === pair.value.span.end) ? pair.key : pair.value;
      node = pair.value;
    } else if (inside?.type === 'seq' && typeof step === 'number') {
      node = inside.items[step];
      found = node ?? found;
    } else break;
  }
  return found ? firstLine(found) : { start: 0, end: 0 };
}

/** A map or list is marked where it begins: a page of red helps nobody. */
function firstLine(node: YamlNode): Range {
  const { start, end } = node.span;
  if (node.type === 'map' && node.pairs[0]) return node.pairs[0].key.span;
  return node.type === 'seq' ? { start, end: Math.min(end, start + 1) } : { start, end };
}
