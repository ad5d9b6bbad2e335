import type { AnyLanguage, AnyRule } from './language';
import { NameIndex } from './names';
import { once } from './once';

/** The rules of a language by what they look at. */
export interface Scopes {
  readonly partRules: readonly AnyRule[];
  readonly sectionRules: readonly AnyRule[];
  readonly fileRules: readonly AnyRule[];
}

interface Catalogue {
  readonly names: NameIndex;
  readonly scopes: ReadonlyMap<AnyLanguage, Scopes>;
}

/** What is known of rules before any text is read: the same in every engine. */
export const catalogue = once(
  (languages: readonly AnyLanguage[]): Catalogue => ({
    names: new NameIndex(languages.flatMap(({ rules }) => rules)),
    scopes: new Map(languages.map((language) => [language, scopesOf(language)])),
  }),
);

function scopesOf({ rules }: AnyLanguage): Scopes {
  return {
    partRules: rules.filter(({ scope }) => scope === 'part'),
    sectionRules: rules.filter(({ scope }) => scope === 'section'),
    fileRules: rules.filter(({ scope }) => scope === 'file'),
  };
}
