import type { Text } from '../../core/text';

/** The tables of ended versions are as of this month. What is still fixed is not listed. */
export const AS_OF = '2026-11';

/** Something base images are made of, and which of its versions get no more free fixes. */
export interface Product {
  /** As people say it. */
  readonly name: string;
  /** Repositories: Docker's official images by their short name, others with the registry. */
  readonly images: readonly string[];
  /** The page the months come from. */
  readonly source: string;
  /** What ended. */
  readonly support: Text;
  /** Where to move: a tag of the same image, or another image where this one has nothing to offer. */
  readonly successor: { readonly tag: string } | { readonly image: string };
  /** What tags of other images call a distribution that is still supported. */
  readonly suffix?: string;
  /** From the version in tags to the month it ended. A tag with more digits belongs to it: `3.8.19` to `3.8`. */
  readonly ended: Readonly<Record<string, string>>;
  /** Other names of these versions in tags: code names, and majors that stopped at one of them. */
  readonly names?: Readonly<Record<string, string>>;
}

export const SUPPORT: Text = { ko: '지원', en: 'support' };
