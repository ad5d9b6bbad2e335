import type { Topic } from '../../core/note';
import type { Span } from '../../core/span';
import type { Message } from '../../core/text';
import { imageTopics } from '../../image/topic';
import { asScalar } from '../../yaml/navigate';
import type { YamlNode, YamlScalar } from '../../yaml/node';
import type { Path } from '../../yaml/schema/decode';

/** What a word of a manifest names whatever the field. */
export interface Named {
  readonly topic: Topic;
  /** A part of the value that is a thing of its own, with what it says; the field has nothing to add. */
  readonly part?: { readonly span: Span; readonly facts: readonly Message[] };
}

/** What the cursor is on: see `topicsOf`. `offset` in UTF-16 units of the document. */
export function topicAt(
  path: Path,
  isKey: boolean,
  node: YamlNode | undefined,
  offset: number,
): Named | undefined {
  return topicsOf(path, isKey, node).find(
    ({ part }) => !part || (part.span.start <= offset && offset <= part.span.end),
  );
}

/**
 * @param path keys and indexes from the object's root to what is pointed at
 * @param node the value that is pointed at, or that stands behind the key
 */
export function topicsOf(path: Path, isKey: boolean, node: YamlNode | undefined): readonly Named[] {
  const [map, key] = path.slice(-2);
  if (typeof map === 'string' && typeof key === 'string' && LABELLED.has(map)) return [{ topic: label(key) }];
  const scalar = isKey ? undefined : asScalar(node);
  const field = path.findLast((step) => typeof step === 'string');
  if (!scalar?.text || scalar.templated || field === undefined) return [];
  if (field === 'image') return imageIn(scalar);
  if (NAMES_LABEL.has(field)) return [{ topic: label(scalar.text) }];
  return [{ topic: { realm: 'value', steps: [field, ...scalar.text.split('.')] } }];
}

/** Maps whose keys are keys of labels or annotations. */
const LABELLED = new Set(['labels', 'annotations', 'matchLabels', 'nodeSelector', 'selector']);
/** Fields whose value is one: of expressions and tolerations, of spreading. */
const NAMES_LABEL = new Set(['key', 'topologyKey']);

function label(key: string): Topic {
  return { realm: 'label', steps: key.split('.') };
}

function imageIn({ text, span, style }: YamlScalar): readonly Named[] {
  const quote = style === 'single' || style === 'double' ? 1 : 0;
  const start = span.start + quote;
  // Where escapes or folds are in it, its words stand somewhere else than they read.
  if (text.length !== span.end - quote - start) return [];
  return imageTopics(text).map(({ range, topic, facts }) => ({
    topic,
    part: { span: { ...span, start: start + range.start, end: start + range.end }, facts },
  }));
}
