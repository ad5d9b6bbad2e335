import { isAbsent, resolve } from '../../yaml/navigate';
import type { Place } from '../../yaml/schema/places';
import { shown } from '../../yaml/schema/suggest';
import { REQUIRED } from '../facts/required-fields';
import { field } from '../field';
import type { Build } from '../model';
import { rule } from '../rule';
import { ROOT } from '../schema/schema';
import { placesOf } from '../typed';

export default rule({
  id: 'cloudbuild/missing-field',
  severity: 'error',
  scope: 'part',
  what: { ko: '꼭 있어야 하는 필드가 없다', en: 'A field that must be there is missing' },
  why: {
    ko: 'step의 `name`은 이름표가 아니라 그 step을 실행할 builder 이미지다. 이미지가 없으면 실행할 곳이 없으므로 Cloud Build가 빌드를 거부한다.',
    en: 'The `name` of a step is no label: it is the builder image the step runs in. Without an image there is nowhere to run, and Cloud Build refuses the build.',
  },
  how: {
    ko: 'step에 `name: gcr.io/cloud-builders/docker`처럼 builder 이미지를 적는다. step을 부를 이름은 `id`에 적는다.',
    en: 'Give the step a builder image, ex) `name: gcr.io/cloud-builders/docker`. What a step is to be called goes into `id`.',
  },
  messages: {
    name: {
      ko: '이 step에 `name`이 없다. 어느 builder 이미지로 실행할지 적어야 한다.',
      en: 'This step has no `name`: it has to say which builder image it runs in.',
    },
    field: {
      ko: '`{place}`에 `{field}`{field|이} 없다. 없으면 Cloud Build가 거부한다.',
      en: '`{place}` has no `{field}`; Cloud Build refuses it without.',
    },
  },
  concepts: ['cloudbuild/name', 'cloudbuild/steps'],
  source: 'https://docs.cloud.google.com/build/docs/build-config-file-schema#name',
  also: [],
  examples: [
    {
      bad: "steps:\n  - «args»: ['true']\n",
      good: "steps:\n  - name: ubuntu\n    args: ['true']\n",
    },
    {
      bad: 'steps:\n  - name: ubuntu\nartifacts:\n  objects:\n    «location»: gs://results/\n',
      good: 'steps:\n  - name: ubuntu\nartifacts:\n  objects:\n    location: gs://results/\n    paths: [report.xml]\n',
      message: 'field',
    },
  ],
  allows: ['steps:\n  - name: ubuntu\nartifacts:\n  images: []\n', 'steps:\n  - \n'],
  *check(build: Build) {
    for (const place of placesOf(build))
      for (const name of missingIn(place)) {
        const isStep = place.type.name === 'BuildStep';
        const [first] = place.map.pairs;
        if (!first || (place.map.pairs.length === 1 && first.colon === undefined)) continue;
        yield {
          span: first.key.span,
          message: isStep ? 'name' : 'field',
          values: { place: shown(place.path), field: name },
        };
      }
  },
});

/** What the schema asks for, and what is refused without; the steps of the build are another rule's. */
function missingIn({ type, map }: Place): readonly string[] {
  if (type.name === ROOT || map.templated) return [];
  const names = [...type.fields.values()].flatMap(({ name, required }) => (required ? name : []));
  return [...new Set([...names, ...(REQUIRED[type.name] ?? [])])].filter((name) => {
    const value = resolve(field(map, name));
    return isAbsent(value) || (value?.type === 'scalar' && value.text === '' && !value.templated);
  });
}
