import { removeEntry } from '../../yaml/edit';
import { fieldPair } from '../field';
import type { Build } from '../model';
import { rule } from '../rule';
import { placesOf } from '../typed';

export default rule({
  id: 'cloudbuild/output-field',
  severity: 'warning',
  scope: 'part',
  what: { ko: 'Cloud Build가 채우는 필드를 적었다', en: 'A field that Cloud Build fills in itself' },
  why: {
    ko: '빌드의 `id`, `status`, `createTime` 같은 필드는 빌드가 돌면서 Cloud Build가 적는 결과다. 파일에 적어도 그 값이 되지 않는다. `source`는 제출할 때 정해지므로 `gcloud builds submit`이 `config cannot specify source`로 거부한다.',
    en: 'Fields such as `id`, `status` and `createTime` of a build are results: Cloud Build writes them while it runs, and what a file says there counts for nothing. The `source` comes with the submission: `gcloud builds submit` refuses it with `config cannot specify source`.',
  },
  how: {
    ko: '그 줄을 지운다. 빌드에 이름표를 달고 싶다면 `tags`를 쓴다.',
    en: 'Delete it. To find a build again later, give it `tags`.',
  },
  messages: {
    output: {
      ko: '`{name}`{name|은} Cloud Build가 채우는 필드다. 여기 적은 값은 쓰이지 않는다.',
      en: '`{name}` is filled in by Cloud Build; what is written here counts for nothing.',
    },
    source: {
      ko: '`source`는 파일에 적을 수 없다. 소스는 제출하거나 trigger가 시작할 때 정해진다.',
      en: 'A file cannot say `source`: it comes with the submission or the trigger.',
    },
  },
  concepts: ['concepts/cloudbuild-file', 'cloudbuild/tags'],
  source: 'https://docs.cloud.google.com/build/docs/api/reference/rest/v1/projects.builds',
  also: [],
  fix: 'choice',
  examples: [
    {
      bad: '«id»: nightly\nsteps:\n  - name: ubuntu\n',
      good: 'steps:\n  - name: ubuntu\n',
    },
    {
      bad: 'steps:\n  - name: ubuntu\n«source»:\n  storageSource:\n    bucket: b\n',
      good: 'steps:\n  - name: ubuntu\n',
      message: 'source',
    },
  ],
  allows: ['steps:\n  - name: ubuntu\n    id: nightly\ntags: [nightly]\n'],
  *check(build: Build) {
    const source = fieldPair(build.root, 'source');
    for (const { entries } of placesOf(build))
      for (const { field, pair } of entries)
        if (field.output)
          yield {
            span: pair.key.span,
            message: pair === source ? 'source' : 'output',
            values: { name: field.name },
            fixes: [
              {
                title: { ko: '지우기', en: 'Delete it' },
                kind: 'choice',
                edits: [removeEntry(build.document, pair)],
              },
            ],
          };
  },
});
