import { closest } from '../../core/closest';
import type { Finding } from '../../core/rule';
import { changeTo } from '../../yaml/change';
import type { YamlScalar } from '../../yaml/node';
import type { Build, Step } from '../model';
import { AT_ONCE } from '../order';
import { rule } from '../rule';

export default rule({
  id: 'cloudbuild/wait-for-unknown-step',
  severity: 'error',
  scope: 'part',
  what: { ko: '`waitFor`가 기다리는 step이 앞에 없다', en: 'A `waitFor` for which no step comes before' },
  why: {
    ko: '`waitFor`에는 이 step보다 **위에** 있는 step의 `id`를 적는다. 그런 step이 없으면 `which has not been defined`로 빌드 전체가 거부된다. `name`은 builder 이미지일 뿐 기다릴 이름이 아니다.',
    en: '`waitFor` lists the `id` of steps **above** this one. If there is no such step, the whole build is refused: `which has not been defined`. The `name` of a step is its builder image, nothing to wait for.',
  },
  how: {
    ko: '기다릴 step에 `id`를 적고 이 step을 그 아래에 둔다. 아무것도 기다리지 않으려면 `waitFor: ["-"]`로 쓴다.',
    en: 'Give the step you wait for an `id`, and put this step below it. To wait for nothing write `waitFor: ["-"]`.',
  },
  messages: {
    missing: {
      ko: '`{id}`{id|이라}는 `id`를 가진 step이 없다. Cloud Build가 거부한다.',
      en: 'No step has the `id` `{id}`; Cloud Build refuses this.',
    },
    near: {
      ko: '`{id}`{id|이라}는 `id`를 가진 step이 앞에 없다. `{near}`{near|을} 쓰려던 것일까?',
      en: 'No step before this one has the `id` `{id}`; did you mean `{near}`?',
    },
    later: {
      ko: '`{id}`{id|은} 이 step보다 뒤에 있다. 앞에 있는 step만 기다릴 수 있다.',
      en: '`{id}` comes after this step; only steps before it can be waited for.',
    },
    self: { ko: 'step이 자기 자신을 기다릴 수는 없다.', en: 'A step cannot wait for itself.' },
    there: { ko: '그 step은 여기에 있다', en: 'That step is here' },
  },
  concepts: ['cloudbuild/wait-for', 'cloudbuild/id'],
  source: 'https://docs.cloud.google.com/build/docs/configuring-builds/configure-build-step-order',
  also: [],
  fix: 'choice',
  examples: [
    {
      bad: 'steps:\n  - name: ubuntu\n    id: build\n  - name: ubuntu\n    waitFor: [«biuld»]\n',
      good: 'steps:\n  - name: ubuntu\n    id: build\n  - name: ubuntu\n    waitFor: [build]\n',
      message: 'near',
    },
    {
      bad: 'steps:\n  - name: ubuntu\n    waitFor: [«test»]\n  - name: ubuntu\n    id: test\n',
      good: 'steps:\n  - name: ubuntu\n    id: test\n  - name: ubuntu\n    waitFor: [test]\n',
      message: 'later',
    },
    {
      bad: 'steps:\n  - name: ubuntu\n  - name: ubuntu\n    waitFor: [«ubuntu»]\n',
      good: 'steps:\n  - name: ubuntu\n  - name: ubuntu\n',
    },
  ],
  allows: [
    "steps:\n  - name: ubuntu\n    id: a\n    waitFor: ['-']\n  - name: ubuntu\n    wait_for: [a]\n  - name: ubuntu\n    waitFor: []\n",
    'steps:\n  - name: ubuntu\n    id: $_ID\n  - name: ubuntu\n    waitFor: [$_ID]\n',
  ],
  *check({ sort, steps }: Build) {
    if (sort !== 'build') return;
    for (const step of steps)
      for (const node of step.waitFor ?? []) {
        const { text: id } = node;
        const before = idsOf(steps.slice(0, step.index));
        if (id === '' || id === AT_ONCE || before.includes(id) || id.includes('$')) continue;
        yield findingOf(node, step, steps, before);
      }
  },
});

function findingOf(node: YamlScalar, step: Step, steps: readonly Step[], before: readonly string[]): Finding {
  const { text: id, span } = node;
  const there = steps.find((other) => other.id?.text === id);
  if (there === step) return { span, message: 'self' };
  if (there)
    return { span, message: 'later', values: { id }, related: [{ span: there.anchor, message: 'there' }] };
  const near = closest(id, before);
  if (near === undefined) return { span, values: { id } };
  return { span, message: 'near', values: { id, near }, fixes: [changeTo(node, near)] };
}

function idsOf(steps: readonly Step[]): readonly string[] {
  return steps.flatMap(({ id }) => id?.text ?? []);
}
