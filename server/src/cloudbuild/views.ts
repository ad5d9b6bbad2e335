import { once } from '../core/once';
import type { PartId } from '../core/span';
import type { Entry, Fold, Link, Reach } from '../core/view';
import { IMAGE_PAGE, pageOf } from '../image/page';
import { parseReference } from '../image/reference';
import { spansAround } from '../yaml/around';
import { foldsOf } from '../yaml/folds';
import { spanWithin } from '../yaml/navigate';
import { builderOf } from './commands';
import type { Build, BuildFile, Step } from './model';

/** Undefined where no document is a build: other YAML is folded by whoever knows it. */
export function folds({ parts }: BuildFile): readonly Fold[] | undefined {
  if (!parts.some(({ unit }) => isOurs(unit))) return undefined;
  return parts.flatMap(({ unit }) => foldsOf(unit.document));
}

export function around({ parts }: BuildFile, part: PartId, offset: number): readonly Reach[] {
  const build = parts.find(({ id }) => id === part)?.unit;
  return build && isOurs(build) ? spansAround(build.document, offset).map((span) => ({ span })) : [];
}

/** The keys at the top, and below `steps` each step by its id or builder. */
export function outline({ parts }: BuildFile): readonly Entry[] | undefined {
  if (!parts.some(({ unit }) => isOurs(unit))) return undefined;
  return parts.flatMap(({ unit }) => entriesOf(unit));
}

const entriesOf = once(({ root, steps }: Build): readonly Entry[] =>
  (root?.pairs ?? []).map(({ name, key, span }) => ({
    name: name || '?',
    sort: 'key',
    span,
    at: key.span,
    entries: name === 'steps' ? steps.map(ofStep) : [],
  })),
);

function ofStep({ id, name, index, node, anchor }: Step): Entry {
  const builder = name && (builderOf(name) ?? name.text);
  return {
    name: id?.text || builder || `steps[${index}]`,
    ...(id && builder && { detail: builder }),
    sort: 'item',
    span: node.span,
    at: anchor,
    entries: [],
  };
}

/** Builders and images lead to their registry's page. */
export function links({ parts }: BuildFile): readonly Link[] {
  return parts.flatMap(({ unit: { steps, images } }) =>
    [...steps.flatMap(({ name }) => name ?? []), ...images].flatMap((scalar): readonly Link[] => {
      const target = scalar.text.includes('$') ? undefined : pageOf(parseReference(scalar.text));
      const span = spanWithin(scalar, 0, scalar.text.length);
      return target ? [{ span, target, tip: { text: IMAGE_PAGE } }] : [];
    }),
  );
}

function isOurs({ sort }: Build): boolean {
  return sort === 'build' || sort === 'template';
}
