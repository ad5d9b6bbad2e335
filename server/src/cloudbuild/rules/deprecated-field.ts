import { writeAt } from '../../yaml/change';
import { leavesAt } from '../../yaml/schema/places';
import { REPLACED } from '../facts/replaced';
import type { Build } from '../model';
import { rule } from '../rule';
import { placesOf } from '../typed';

export default rule({
  id: 'cloudbuild/deprecated-field',
  severity: 'info',
  scope: 'part',
  what: { ko: '더는 권하지 않는 필드나 값', en: 'A field or value that is deprecated' },
  why: {
    ko: 'API가 `deprecated`로 표시한 필드와 값은 옛 파일을 위해 남아 있을 뿐이다. 새 이름이 같은 일을 하거나 더 낫다. ex) `N1_HIGHCPU_8`보다 `E2_HIGHCPU_8`이 싸다.',
    en: 'What the API marks as deprecated is there for old files only; another name does the same, or better. ex) `E2_HIGHCPU_8` costs less than `N1_HIGHCPU_8`.',
  },
  how: { ko: '새 이름으로 바꾼다.', en: 'Change to the new name.' },
  messages: {
    field: {
      ko: '`{name}`{name|은} 더는 권하지 않는다. `{instead}`{instead|을} 쓴다.',
      en: '`{name}` is deprecated; use `{instead}`.',
    },
  },
  concepts: ['cloudbuild/options'],
  source: 'https://docs.cloud.google.com/build/docs/api/reference/rest/v1/projects.builds#buildoptions',
  also: [],
  fix: 'choice',
  examples: [
    {
      bad: 'steps:\n  - name: ubuntu\noptions:\n  machineType: «N1_HIGHCPU_8»\n',
      good: 'steps:\n  - name: ubuntu\noptions:\n  machineType: E2_HIGHCPU_8\n',
    },
    {
      bad: 'steps:\n  - name: ubuntu\noptions:\n  «workerPool»: projects/p/locations/us-central1/workerPools/w\n',
      good: 'steps:\n  - name: ubuntu\noptions:\n  pool:\n    name: projects/p/locations/us-central1/workerPools/w\n',
    },
  ],
  allows: [
    'steps:\n  - name: ubuntu\noptions:\n  machineType: E2_HIGHCPU_8\n  logging: CLOUD_LOGGING_ONLY\n',
  ],
  *check(build: Build) {
    for (const place of placesOf(build)) {
      for (const { field, pair } of place.entries)
        if (field.deprecated)
          yield { span: pair.key.span, values: { name: field.name, instead: REPLACED[field.name] ?? '' } };
      for (const { field, node } of leavesAt(place)) {
        const instead = field.values?.has(node.text) ? REPLACED[node.text] : undefined;
        if (instead === undefined) continue;
        yield {
          span: node.span,
          values: { name: node.text, instead },
          fixes: [writeAt(node.span, instead)],
        };
      }
    }
  },
});
