import { fieldPair } from '../field';
import type { Build } from '../model';
import { rule } from '../rule';

export default rule({
  id: 'cloudbuild/script-with-args',
  severity: 'error',
  scope: 'part',
  what: { ko: '`script` 옆의 `args`나 `entrypoint`', en: 'A `script` beside `args` or `entrypoint`' },
  why: {
    ko: '`script`는 그 자체로 실행할 내용 전부다. shell은 첫 줄의 `#!`이 정하고(없으면 sh), 넘길 인자도 없다. 그래서 `script`가 있는 step에는 `args`와 `entrypoint`를 함께 쓸 수 없고, 쓰면 거부된다.',
    en: 'A `script` is all there is to run. Its first line, `#!`, says which shell (sh without one), and there is nothing to hand over. So a step with a `script` may have neither `args` nor `entrypoint`; it is refused otherwise.',
  },
  how: {
    ko: '둘 중 하나만 남긴다. bash로 실행하려면 script를 `#!/usr/bin/env bash`로 시작한다.',
    en: 'Keep one of the two. To run bash, begin the script with `#!/usr/bin/env bash`.',
  },
  messages: {
    both: {
      ko: '`script`가 있는 step에는 `{field}`{field|을} 쓸 수 없다. Cloud Build가 거부한다.',
      en: 'A step with a `script` cannot have `{field}`; Cloud Build refuses it.',
    },
    script: { ko: '이 step의 script', en: 'The script of this step' },
  },
  concepts: ['cloudbuild/script', 'cloudbuild/args'],
  source: 'https://docs.cloud.google.com/build/docs/configuring-builds/run-bash-scripts',
  also: [],
  examples: [
    {
      bad: 'steps:\n  - name: ubuntu\n    script: echo hello\n    «entrypoint»: bash\n',
      good: 'steps:\n  - name: ubuntu\n    script: |\n      #!/usr/bin/env bash\n      echo hello\n',
    },
  ],
  allows: [
    'steps:\n  - name: ubuntu\n    script: echo hello\n    env: [A=b]\n',
    "steps:\n  - name: ubuntu\n    script:\n    args: ['true']\n",
  ],
  *check({ sort, steps }: Build) {
    if (sort !== 'build') return;
    for (const { node, script, args, entrypoint } of steps) {
      if (!script?.text) continue;
      const related = [{ span: fieldPair(node, 'script')!.key.span, message: 'script' }];
      for (const [field, isThere] of [
        ['entrypoint', entrypoint?.text],
        ['args', args.length > 0],
      ] as const)
        if (isThere) yield { span: fieldPair(node, field)!.key.span, values: { field }, related };
    }
  },
});
