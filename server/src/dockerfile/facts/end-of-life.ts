import { once } from '../../core/once';
import type { Range } from '../../core/span';
import type { ImageReference } from '../../image/reference';
import { ALPINE, DEBIAN, DISTRIBUTIONS, UBUNTU } from './ended-distributions';
import { RUNTIMES } from './ended-runtimes';
import { imageName, isOfficial } from './official-image';
import type { Product } from './product';

/** A version that ended, and where the tag names it. */
export interface Ended {
  readonly product: Product;
  /** As in the table: `20.04` for `focal`. */
  readonly version: string;
  readonly month: string;
  /** In the tag. */
  readonly place: Range;
  /** Of the image itself; false for the distribution below it. */
  readonly own: boolean;
}

export const PRODUCTS: readonly Product[] = [...DISTRIBUTIONS, ...RUNTIMES];

/** Parts of tags that every version of an image has. */
const VARIANTS: ReadonlySet<string> = new Set(['slim', 'alpine', 'fpm', 'apache', 'cli', 'zts']);

/** The same variant of the image with all that ended replaced; none where it may not exist. */
export function supported(reference: ImageReference, ended: readonly Ended[]): string | undefined {
  const { text, tag, digest, places } = reference;
  if (digest !== undefined || !ended[0]) return undefined;
  const { successor } = ended[0].product;
  if ('image' in successor) return successor.image.includes(':') ? successor.image : undefined;
  if (tag === undefined || !ended[0].own) return undefined;
  let renewed = '';
  let at = 0;
  for (const { product, own, place } of ended) {
    const name = own ? successor.tag : isOfficial(reference) ? product.suffix : undefined;
    if (name === undefined) return undefined;
    renewed += tag.slice(at, place.start) + name;
    at = place.end;
  }
  const kept = segmentsOf(tag).filter(({ start }) =>
    ended.every(({ place }) => start < place.start || start >= place.end),
  );
  return kept.every((segment) => VARIANTS.has(segment.text))
    ? moved(text.slice(0, places.tag!.start)) + renewed + tag.slice(at)
    : undefined;
}

/** Where to move in words: the product, or the image where it has another name by now. */
export function successorOf(
  { product: { name, successor } }: Ended,
  { text, places }: ImageReference,
): string {
  if ('image' in successor) return successor.image;
  const image = text.slice(0, places.repository.end);
  return moved(image) === image ? `${name} ${successor.tag}` : `${moved(image)}:${successor.tag}`;
}

/** .NET had `core` in its images' names up to 3.1. */
function moved(image: string): string {
  return image.replace(/^(mcr\.microsoft\.com\/dotnet)\/core\//, '$1/');
}

/** What has ended in an image by its tag: its own version, then the distribution below it. */
export const endedIn = once((reference: ImageReference): readonly Ended[] => {
  const name = imageName(reference);
  const product = PRODUCTS.find(({ images }) => images.includes(name));
  const segments = segmentsOf(reference.tag ?? 'latest');
  const own = product && segments.flatMap((segment) => lookUp(product, segment, segment.text, true) ?? [])[0];
  const hasDistribution = isOfficial(reference) || name.startsWith('mcr.microsoft.com/dotnet/');
  if (!hasDistribution || (product && DISTRIBUTIONS.includes(product))) return own ? [own] : [];
  const below = segments.flatMap((segment, i) => distributionOf(segment, segments[i + 1]) ?? [])[0];
  return [own, below].filter((ended) => ended !== undefined);
});

interface Segment extends Range {
  readonly text: string;
}

function segmentsOf(tag: string): Segment[] {
  return [...tag.matchAll(/[^-]+/g)].map(({ 0: text, index }) => ({
    text,
    start: index,
    end: index + text.length,
  }));
}

/** `bullseye`, `focal`, `alpine3.12`; Temurin writes `alpine-3.12`. */
function distributionOf(segment: Segment, next?: Segment): Ended | undefined {
  const alpine = /^alpine(\d[\d.]*)?$/.exec(segment.text);
  if (alpine?.[1]) return lookUp(ALPINE, segment, alpine[1]);
  if (alpine)
    return next && /^\d/.test(next.text)
      ? lookUp(ALPINE, { ...segment, end: next.end }, next.text)
      : undefined;
  return /^[a-z]+$/.test(segment.text)
    ? (lookUp(DEBIAN, segment, segment.text) ?? lookUp(UBUNTU, segment, segment.text))
    : undefined;
}

function lookUp(product: Product, { start, end }: Range, text: string, own = false): Ended | undefined {
  const named = Object.entries(product.names ?? {}).find(([name]) => isOf(name, text, /^\d+$/.test(name)));
  const version = named?.[1] ?? Object.keys(product.ended).find((known) => isOf(known, text));
  return version === undefined
    ? undefined
    : { product, version, month: product.ended[version]!, place: { start, end }, own };
}

/** `3.8.19` and `8u302` are of `3.8` and `8`, `3.80` is not; a bare major names its last release only. */
function isOf(known: string, text: string, bare = false): boolean {
  return text === known || (!bare && text.startsWith(known) && /^(?:\.|u\d)/.test(text.slice(known.length)));
}
