import { literal, type Suggestion } from '../../core/completion';
import type { Text } from '../../core/text';
import type { AskedAt } from './asked';

/** The words a field takes, and what it is without one. */
export function words({ found: { field, type } }: Pick<AskedAt, 'found'>): readonly Suggestion[] {
  const usual = field?.default;
  if (field?.values)
    return [...field.values].map(([word, text]) => ({
      label: word,
      sort: 'value',
      body: literal(word),
      ...(word === usual && { detail: { text: USUAL } }),
      ...(text && { text }),
    }));
  if (type === 'boolean')
    return ['true', 'false'].map((word) => ({
      label: word,
      sort: 'value',
      body: word,
      ...(String(usual) === word && { detail: { text: USUAL } }),
    }));
  if (typeof usual !== 'string' && typeof usual !== 'number') return [];
  return [{ label: String(usual), sort: 'value', body: literal(String(usual)), detail: { text: USUAL } }];
}

const USUAL: Text = { ko: '기본값', en: 'default' };
