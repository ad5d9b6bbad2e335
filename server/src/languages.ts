import type { AnyLanguage } from './core/language';
import { dockerfile } from './dockerfile/language';
import { kubernetes } from './kubernetes/language';

/** Every language of the product; the only place that knows them all. */
export const languages: readonly AnyLanguage[] = [dockerfile, kubernetes];
