import { isAbsent, resolve } from '../../yaml/navigate';
import { fieldPair } from '../field';
import type { Build } from '../model';
import { rule } from '../rule';

export default rule({
  id: 'cloudbuild/no-steps',
  severity: 'error',
  scope: 'part',
  what: { ko: 'step이 하나도 없는 빌드', en: 'A build without steps' },
  why: {
    ko: '빌드는 step의 목록이다. 할 일이 하나도 없으면 Cloud Build는 `config must list at least one step`으로 거부한다.',
    en: 'A build is a list of steps. With nothing to do, it is refused: `config must list at least one step`.',
  },
  how: {
    ko: '`steps:` 아래에 step을 적는다. step마다 builder 이미지(`name`)와 그 builder에 줄 인자(`args`)이 있다.',
    en: 'List the steps below `steps:`. Each has a builder image (`name`) and what that is told (`args`).',
  },
  messages: {
    missing: {
      ko: '이 빌드에는 `steps`가 없다. Cloud Build가 거부한다.',
      en: 'This build has no `steps`; Cloud Build refuses it.',
    },
    empty: {
      ko: '`steps`가 비어 있다. Cloud Build가 거부한다.',
      en: '`steps` is empty; Cloud Build refuses it.',
    },
  },
  concepts: ['cloudbuild/steps', 'concepts/cloudbuild-file'],
  source: 'https://docs.cloud.google.com/build/docs/build-config-file-schema#steps',
  also: [],
  examples: [
    {
      bad: '«images»:\n  - us-docker.pkg.dev/$PROJECT_ID/shop/web:1\n',
      good: "steps:\n  - name: gcr.io/cloud-builders/docker\n    args: [build, -t, 'us-docker.pkg.dev/$PROJECT_ID/shop/web:1', .]\nimages:\n  - us-docker.pkg.dev/$PROJECT_ID/shop/web:1\n",
    },
    { bad: '«steps»: []\n', good: 'steps:\n  - name: ubuntu\n', message: 'empty' },
  ],
  allows: ['# steps will follow\n', 'step', 'name: on-push\nfilename: cloudbuild.yaml\n'],
  *check({ root, sort }: Build) {
    if (sort !== 'build' || !root || root.pairs.length === 0) return;
    const pair = fieldPair(root, 'steps');
    const value = resolve(pair?.value);
    const [first] = root.pairs;
    if (!pair) {
      // A single word without colon is a key half typed.
      if (root.pairs.length > 1 || first!.colon !== undefined) yield { span: first!.key.span };
    } else if (isAbsent(value) || (value?.type === 'seq' && value.items.length === 0 && !value.templated))
      yield { span: pair.key.span, message: 'empty' };
  },
});
