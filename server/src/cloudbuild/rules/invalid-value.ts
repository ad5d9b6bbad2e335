import { closest } from '../../core/closest';
import type { Finding } from '../../core/rule';
import { changeTo } from '../../yaml/change';
import type { YamlScalar } from '../../yaml/node';
import { type Leaf, leavesAt } from '../../yaml/schema/places';
import { FORMATS } from '../facts/formats';
import type { Build } from '../model';
import { rule } from '../rule';
import { isUnsaid } from '../schema/names';
import { usesIn } from '../substitution';
import { placesOf } from '../typed';

export default rule({
  id: 'cloudbuild/invalid-value',
  severity: 'error',
  scope: 'part',
  what: { ko: '필드가 받지 않는 값', en: 'A value the field does not take' },
  why: {
    ko: '`machineType`이나 `logging`은 정해진 단어만 받고 대소문자도 가린다. `env`의 항목은 `KEY=VALUE` 꼴이어야 한다. 다른 값은 Cloud Build가 짐작해 주지 않고 거부한다.',
    en: 'Fields such as `machineType` and `logging` take one of a few words, capitals included, and an item of `env` has the form `KEY=VALUE`. Cloud Build guesses nothing; it refuses what does not fit.',
  },
  how: { ko: '그 필드가 받는 값으로 고친다.', en: 'Write one of the values the field takes.' },
  messages: {
    near: {
      ko: '`{field}`의 값에 `{written}`{written|은} 없다. `{near}`{near|을} 쓰려던 것일까?',
      en: '`{field}` does not take `{written}`; did you mean `{near}`?',
    },
    word: {
      ko: '`{field}`의 값에 `{written}`{written|은} 없다. 이 가운데 하나를 쓴다: {words}.',
      en: '`{field}` does not take `{written}`; use one of these: {words}.',
    },
    format: {
      ko: '`{field}`에 `{written}`{written|은} 쓸 수 없다. {what:이} 와야 한다.',
      en: '`{field}` does not take `{written}`; write {what}.',
    },
  },
  concepts: ['cloudbuild/options', 'cloudbuild/env'],
  source: 'https://docs.cloud.google.com/build/docs/build-config-file-schema#options',
  also: [],
  fix: 'choice',
  examples: [
    {
      bad: 'steps:\n  - name: ubuntu\noptions:\n  machineType: «e2-highcpu-8»\n',
      good: 'steps:\n  - name: ubuntu\noptions:\n  machineType: E2_HIGHCPU_8\n',
    },
    {
      bad: 'steps:\n  - name: ubuntu\noptions:\n  logging: «BUCKET»\n',
      good: 'steps:\n  - name: ubuntu\noptions:\n  logging: GCS_ONLY\n',
      message: 'word',
    },
    {
      bad: 'steps:\n  - name: ubuntu\n    env: [«DEBUG»]\n',
      good: 'steps:\n  - name: ubuntu\n    env: [DEBUG=1]\n',
      message: 'format',
    },
    {
      bad: "steps:\n  - name: ubuntu\ntags: [«'my build'»]\n",
      good: 'steps:\n  - name: ubuntu\ntags: [my-build]\n',
      message: 'format',
    },
  ],
  allows: [
    "steps:\n  - name: ubuntu\n    env: ['A=', $_PAIR, 'B=$PROJECT_ID']\ntags: [v1.0, $BRANCH_NAME]\noptions:\n  logging: CLOUD_LOGGING_ONLY\n",
    'steps:\n  - name: ubuntu\n    volumes: [{name: go-modules, path: /go}]\n  - name: ubuntu\n    volumes: [{name: go-modules, path: /go}]\n',
  ],
  *check(build: Build) {
    for (const place of placesOf(build))
      for (const leaf of leavesAt(place)) {
        const { node, field } = leaf;
        if (typeof node.value !== 'string' || usesIn(node.text).length > 0) continue;
        if (field.values && !field.values.has(node.text)) yield wrongWord(leaf);
        const format = FORMATS[`${place.type.name}.${field.name}`];
        if (format && !format.test(node.text))
          yield {
            span: node.span,
            message: 'format',
            values: { field: field.name, written: node.text, what: format.what },
          };
      }
  },
});

function wrongWord({ node, field }: Leaf): Finding {
  const words = [...field.values!.keys()].filter((word) => !isUnsaid(word));
  const near = nearWord(node, words);
  const values = { field: field.name, written: node.text, words: words.map((word) => `\`${word}\``) };
  // A word that the service has learned since may be right.
  if (near === undefined) return { span: node.span, message: 'word', values, severity: 'warning' };
  return {
    span: node.span,
    message: 'near',
    values: { ...values, near },
    fixes: [changeTo(node, near)],
  };
}

function nearWord({ text }: YamlScalar, words: readonly string[]): string | undefined {
  const plain = text.toUpperCase().replace(/[- ]/g, '_');
  return words.find((word) => word === plain) ?? closest(plain, words, 2);
}
