import { appengine } from './appengine/language';
import { cloudbuild } from './cloudbuild/language';
import type { AnyLanguage } from './core/language';
import { dockerfile } from './dockerfile/language';
import { kubernetes } from './kubernetes/language';

/** Every language of the product; the only place that knows them all. The last that claims a text has it. */
export const languages: readonly AnyLanguage[] = [dockerfile, kubernetes, cloudbuild, appengine];
