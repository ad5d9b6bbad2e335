import type { Build, Step } from '../model';
import { AT_ONCE } from '../order';
import { rule } from '../rule';

export default rule({
  id: 'cloudbuild/duplicate-step-id',
  severity: 'error',
  scope: 'part',
  what: { ko: '같은 `id`를 가진 step', en: 'Two steps with the same `id`' },
  why: {
    ko: '`id`는 `waitFor`가 step을 부르는 이름이다. 둘이 같으면 누구를 기다릴지 알 수 없으므로 Cloud Build가 `the ID is not unique`로 거부한다. `-`는 "기다리지 않는다"는 뜻으로 이미 쓰인다.',
    en: 'The `id` is how `waitFor` calls a step. If two have the same, nobody knows which is meant, and Cloud Build refuses the build: `the ID is not unique`. The word `-` is taken, too: it means waiting for nothing.',
  },
  how: {
    ko: 'step마다 다른 `id`를 준다. 기다릴 일이 없는 step이면 `id`를 지운다.',
    en: 'Give each step an `id` of its own, or none where nothing waits for it.',
  },
  messages: {
    repeated: {
      ko: '`{id}`{id|을} 쓰는 step이 이미 있다. Cloud Build가 거부한다.',
      en: 'Another step is called `{id}` already; Cloud Build refuses this.',
    },
    reserved: {
      ko: '`-`는 `waitFor`에서 "기다리지 않는다"는 뜻이라 `id`로 쓸 수 없다.',
      en: '`-` cannot be an `id`: in `waitFor` it means waiting for nothing.',
    },
    first: { ko: '처음 쓴 step', en: 'The first one is here' },
  },
  concepts: ['cloudbuild/id', 'cloudbuild/wait-for'],
  source: 'https://docs.cloud.google.com/build/docs/build-config-file-schema#id',
  also: [],
  examples: [
    {
      bad: 'steps:\n  - name: ubuntu\n    id: build\n  - name: ubuntu\n    id: «build»\n',
      good: 'steps:\n  - name: ubuntu\n    id: build\n  - name: ubuntu\n    id: test\n',
    },
    {
      bad: "steps:\n  - name: ubuntu\n    id: «'-'»\n",
      good: 'steps:\n  - name: ubuntu\n    id: first\n',
      message: 'reserved',
    },
  ],
  allows: [
    'steps:\n  - name: ubuntu\n    id: build\n  - name: ubuntu\n    id: Build\n  - name: ubuntu\n    id: ""\n  - name: ubuntu\n    id: ""\n',
  ],
  *check({ sort, steps }: Build) {
    if (sort !== 'build') return;
    const first = new Map<string, Step>();
    for (const step of steps) {
      const id = step.id?.text;
      if (!step.id || !id || id.includes('$')) continue;
      const known = first.get(id);
      if (id === AT_ONCE) yield { span: step.id.span, message: 'reserved' };
      else if (known)
        yield { span: step.id.span, values: { id }, related: [{ span: known.id!.span, message: 'first' }] };
      else first.set(id, step);
    }
  },
});
