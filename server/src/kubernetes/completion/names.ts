import { literal, type Suggestion } from '../../core/completion';
import type { Span } from '../../core/span';
import type { Message, Text } from '../../core/text';
import { asScalar, get, itemsOf } from '../../yaml/navigate';
import type { YamlNode } from '../../yaml/node';
import type { Path } from '../../yaml/schema/decode';
import { plainText } from '../../yaml/write';
import type { Asked } from '../completion';
import type { KubernetesObject } from '../model';
import { readObjects } from '../object';
import { labels } from './labels';
import { ports } from './ports';
import { referenced } from './referenced';

/** Something that exists and may be named at a place. */
export interface Name {
  readonly text: string;
  /** Where it is given. */
  readonly at?: Span;
  /** A number: written as it is. */
  readonly isNumber?: true;
  /** A whole entry of a map: written as it is, on a line of its own. */
  readonly isEntry?: true;
}

/** Asked inside an object. */
export interface AskedIn extends Asked {
  readonly object: KubernetesObject;
  /** `spec.rules[].http.paths[].backend`, as facts spell paths. */
  readonly shape: string;
}

/**
 * Names that exist: of other objects, of their keys and ports, of this pod's volumes, of labels.
 * @param written keys of the map that stand there already
 */
export function names(asked: Asked, written: ReadonlySet<string> = new Set()): readonly Suggestion[] {
  const [object] = readObjects(asked.root);
  if (!object) return [];
  const inside = { ...asked, object, shape: shapeOf(asked.path) };
  const found = [...referenced(inside), ...ports(inside), ...volumes(inside), ...labels(inside, written)];
  const first = new Map<string, Name>();
  for (const one of found) if (!first.has(one.text)) first.set(one.text, one);
  return [...first.values()].map((one) => suggestion(one, asked));
}

function suggestion({ text, at, isNumber, isEntry }: Name, asked: Asked): Suggestion {
  const { behindColon, indent, step } = asked;
  const lead = isEntry && behindColon ? `\n${indent}${step}` : '';
  return {
    label: text,
    sort: 'name',
    body: lead + literal(isNumber || isEntry || isQuoted(asked) ? text : plainText(text)),
    ...(at && { detail: placed(at) }),
  };
}

/** What is typed stands between quotes already. */
function isQuoted({ manifest: { document }, place: { typed } }: Asked): boolean {
  return /["']/.test(document.text[typed.start] ?? '') && typed.end > typed.start;
}

function placed(place: Span): Message {
  return { text: PLACE, values: { place } };
}

const PLACE: Text = { ko: '{place}', en: '{place}' };

/** The volumes of the pod the mount is in, and the claims each Pod of a StatefulSet gets. */
function volumes({ root, path, shape, object }: AskedIn): readonly Name[] {
  if (!/containers\[\]\.volume(?:Mounts|Devices)\[\]\.name$/i.test(shape)) return [];
  const pod = path.findLastIndex((step) => /^(?:init|ephemeral)?[cC]ontainers$/.test(String(step)));
  const nameOf = (node: YamlNode | undefined): Name[] => {
    const name = asScalar(node);
    return name ? [{ text: name.text, at: name.span }] : [];
  };
  return [
    ...itemsOf(get(root, ...path.slice(0, pod), 'volumes')).flatMap((one) => nameOf(get(one, 'name'))),
    ...itemsOf(get(object.spec, 'volumeClaimTemplates')).flatMap((one) =>
      nameOf(get(one, 'metadata', 'name')),
    ),
  ].toSorted(byText);
}

export function byText(a: Name, b: Name): number {
  return a.text < b.text ? -1 : Number(a.text > b.text);
}

/** A path as facts spell it: `[]` for whatever item. */
export function shapeOf(path: Path): string {
  return path.reduce<string>(
    (shape, step) => (typeof step === 'number' ? `${shape}[]` : shape === '' ? step : `${shape}.${step}`),
    '',
  );
}
